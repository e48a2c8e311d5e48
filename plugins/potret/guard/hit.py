"""One thing found in a text."""

import re
from dataclasses import dataclass

from potret.problems import Severity

_SHOWN = 2
_HIDDEN = "•"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found from `start` to `end` of the text; `shown` is all that a message may repeat of it."""

    start: int
    end: int
    code: str
    shown: str
    severity: Severity = Severity.ERROR


def masked(text: str) -> str:
    """Show the first two and the last two digits of a number, so that its writer knows which one is meant."""
    digits = re.sub(r"\D", "", text)
    if len(digits) < 3 * _SHOWN:
        return _HIDDEN * 3
    return f"{digits[:_SHOWN]}{_HIDDEN * (len(digits) - 2 * _SHOWN)}{digits[-_SHOWN:]}"


def veiled(name: str) -> str:
    """Mask every long number in a file's name, which otherwise a message would repeat."""
    return re.sub(r"\d{8,}", lambda found: masked(found[0]), name)

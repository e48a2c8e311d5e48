"""What a caller already knows of a workbook."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was said on the command line; None where the workbook has to tell it."""

    year: int | None = None
    edition: str | None = None
    order: str | None = None
    today: date
    """No report can be of a later year."""

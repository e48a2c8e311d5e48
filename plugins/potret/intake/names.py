"""Names of files and folders that Windows, a Mac or a reader's eye would take for something else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from potret.intake.kinds import Fault
from potret.intake.signs import HIDDEN_SIGNS

LONGEST = 120
"""Characters; an address below a long site address still fits into what Windows takes (260)."""

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]\Z')
_HALF = re.compile("[\ud800-\udfff]")
_KNOWN_HIDDEN = re.compile(
    r"\.DS_Store|\._.*|\.git(keep|ignore|attributes)?|\.directory|\.~lock\..*#|\.Trash.*|\.thumbnails|\.picasa\.ini|\.potret",
    re.IGNORECASE,
)
"""What systems and editors leave behind; it is ignored without a word."""


def name_problems(names: Iterable[str]) -> Iterator[tuple[str, Fault]]:
    """Check the names of one folder: gives each name with its fault."""
    first: dict[str, str] = {}
    for name in sorted(names):
        if code := _code(name):
            yield name, Fault(code, {"limit": str(LONGEST)})
            continue
        twin = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if twin != name:
            yield name, Fault("name-twin", {"first": twin})


def _code(name: str) -> str | None:
    code = None
    if _HALF.search(name):
        code = "name-bytes"
    elif HIDDEN_SIGNS.search(name) or any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in name):
        code = "name-unseen"
    elif _DEVICE.fullmatch(name) or _NOT_ON_WINDOWS.search(name):
        code = "name-windows"
    elif len(name) > LONGEST:
        code = "name-long"
    elif name.startswith(".") and not _KNOWN_HIDDEN.fullmatch(name):
        code = "name-hidden"
    return code

"""Names that are nearly right: what a school most likely meant by a file that is not read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from potret.wording import nearest

_ENDINGS = {".yaml": ".yml", ".yml": ".yml", ".md": ".md", ".markdown": ".md"}
_CODES = {
    ".docx": "file-word",
    ".doc": "file-word",
    ".odt": "file-word",
    ".rtf": "file-word",
    ".xlsx": "file-sheet",
    ".xls": "file-sheet",
    ".ods": "file-sheet",
    ".jpg": "file-picture",
    ".jpeg": "file-picture",
    ".png": "file-picture",
    ".webp": "file-picture",
    ".heic": "file-picture",
}
"""What lies where only text is read, by its ending."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One folder of a school: which names are read in it."""

    names: tuple[str, ...] = ()
    """Names that may be meant when nothing else tells."""
    fits: Callable[[str], bool] = bool
    """Whether a name is read here."""
    default: str = ""
    """What a workbook becomes here, where scores are read."""


def meant(name: str, spot: Spot, *, is_folder: bool = False) -> tuple[str, str]:
    """Give the code of the problem and the name to use instead; both empty where nothing is near.

    `potret.md.txt`, `Sekolah.yml`, `sekolah.yaml` and `Kebun Gizi.md` are renamed, Word files, workbooks and pictures
    are told where they belong.
    """
    code = "file-name"
    tidy = _tidy(name)
    if tidy != name and spot.fits(tidy):
        return code, tidy
    other = _CODES.get(PurePath(name.casefold()).suffix)
    if other and not is_folder:
        return _elsewhere(name, other, spot)
    near = nearest(tidy, list(spot.names))
    return (code, near) if near and spot.fits(near) else ("", "")


def _elsewhere(name: str, code: str, spot: Spot) -> tuple[str, str]:
    if code == "file-picture":
        return code, f"foto/kegiatan/{name}"
    wanted = ".md" if code == "file-word" else ".yml"
    if code == "file-sheet" and not spot.default:  # only scores come from workbooks
        return "", ""
    page = f"{PurePath(_tidy(name)).stem}{wanted}"
    if spot.fits(page):
        return code, page
    near = nearest(page, [one for one in spot.names if one.endswith(wanted)]) or spot.default
    return (code, near) if near.endswith(wanted) else ("", "")


def _tidy(name: str) -> str:
    """Write a name as it should be: no hidden .txt, no capitals, no spaces."""
    text = re.sub(r"\.txt$", "", name.strip().casefold())
    path = PurePath(text)
    ending = _ENDINGS.get(path.suffix, path.suffix)
    stem = path.stem if path.suffix else text
    return f"{re.sub(r'[ _]+', '-', stem.strip())}{ending}"

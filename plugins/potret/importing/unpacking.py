"""A zip of photos or pages to a folder, within limits and without its paths."""

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from potret.problems import Problem
from potret.wording import shorten

MAX_FILES = 5_000
MAX_BYTES = 2 * 1024**3
"""All files together; a thousand photos of WhatsApp have 0.2 GB."""
_MAX_FILE = 60 * 1024 * 1024
_STEP = 1024 * 1024
_WANTED = (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".md", ".markdown")


class _TooBig(Exception):  # noqa: N818 - ends the unpacking of one file and never leaves this module
    pass


def unpack(archive: Path, folder: Path) -> list[Problem]:
    """Unpack pictures and pages below a folder; everything else, and whatever leads out of it, stays inside."""
    try:
        with zipfile.ZipFile(archive) as opened:
            parts = [part for part in opened.infolist() if _is_wanted(part)]
            _check(parts)
            left = MAX_BYTES
            for part in parts:
                left -= _write(opened, part, folder, min(left, _MAX_FILE))
    except _TooBig:
        return [Problem(archive.name, 0, 0, "zip-bomb", values={"value": f"{MAX_FILES}, {MAX_BYTES // 2**30} GB"})]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return [Problem(archive.name, 0, 0, "zip-damaged", values={"value": shorten(error)})]
    return []


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_FILES or sum(part.file_size for part in parts) > MAX_BYTES:
        raise _TooBig


def _is_wanted(part: zipfile.ZipInfo) -> bool:
    place = PurePosixPath(part.filename)
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    is_inside = not place.is_absolute() and ".." not in place.parts and not {"\\", ":", "\0"} & set(part.filename)
    is_hidden = any(one.startswith((".", "__MACOSX")) for one in place.parts)
    return is_inside and not is_link and not is_hidden and place.suffix.casefold() in _WANTED


def _write(opened: zipfile.ZipFile, part: zipfile.ZipInfo, folder: Path, limit: int) -> int:
    """Write one file; what the directory says of its size need not be true."""
    target = folder / part.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with opened.open(part) as source, target.open("wb") as stream:
        while content := source.read(_STEP):
            size += len(content)
            if size > limit:
                raise _TooBig
            stream.write(content)
    return size

"""A folder of phone photos to albums: sorted by day, each picture once, nobody shown before the school says who it is.

The day is in the names that WhatsApp and cameras give (IMG-20181107-WA0012.jpg), else in the photo itself. When a file
was changed tells nothing: WhatsApp and every copy set it anew.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from potret import strings
from potret.importing.albums import Shot, album
from potret.importing.proposal import Proposal, Write
from potret.importing.slugs import slugged, unused
from potret.media.photo import likeness, taken
from potret.media.record import digest
from potret.problems import Problem, Severity
from potret.reading.folder import PICTURES

ALIKE = 10
"""Bits of 128 in which two copies of a photo may differ.

Measured on 20 sample photos: copies of 1600 to 200 px at JPEG quality 75 to 30 differ in 10 at most, two different
photos in 36 at least.
"""
MAX_PHOTOS = 2_000

_DAY = re.compile(r"(?<![0-9])(20[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_UNDATED = "tanpa-tanggal"


@dataclass(frozen=True, slots=True)
class Found:
    """One photo of the dump."""

    file: Path
    day: date | None
    sha256: str
    likeness: int | None
    size: int


def photos(folder: Path) -> list[Path]:
    """List a folder's pictures, without hidden files and links."""
    found = (file for file in folder.rglob("*") if file.suffix.lower() in PICTURES)
    return sorted(file for file in found if file.is_file() and not file.is_symlink() and not file.name.startswith("."))


def day_in(name: str, today: date) -> date | None:
    """Read the day in a file's name; none that has not come yet."""
    for year, _, month, day in _DAY.findall(name):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:  # 31 February
            continue
        if found <= today:
            return found
    return None


def sort_photos(files: Sequence[Path], root: Path, today: date, *, gap: int = 0, with_copies: bool = False) -> Proposal:
    """Propose albums: one for each day, or for days with at most `gap` days between them."""
    if len(files) > MAX_PHOTOS:
        values = {"value": str(len(files)), "limit": str(MAX_PHOTOS)}
        return Proposal((), [Problem(root.name, 0, 0, "dump-too-many", values=values)])
    problems: list[Problem] = []
    here = [_look(file, today) for file in photos(root / "foto")]
    found = [_look(file, today) for file in files]
    kept = list(_once(found, here, problems, with_copies=with_copies))
    problems += [_note(one.file, "dump-undated", Severity.WARNING) for one in kept if one.day is None]
    writes = [write for group in _groups(kept, gap) for write in _album(group, root)]
    return Proposal(tuple(writes), problems)


def _look(file: Path, today: date) -> Found:
    day = day_in(file.name, today) or taken(file)
    return Found(file, day if day and day <= today else None, digest(file), likeness(file), file.stat().st_size)


def _once(
    found: Iterable[Found], here: Sequence[Found], problems: list[Problem], *, with_copies: bool
) -> Iterator[Found]:
    """Give each photo once, of several copies the one with the most bytes; copies are named."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (-one.size, one.day is None, one.file.as_posix())):
        same, is_exact = _copy(one, [*here, *kept])
        if same is not None:
            code = "dump-here" if same in here else "dump-same" if is_exact else "dump-alike"
            problems.append(_note(one.file, code, value=_place(same.file) if same in here else same.file.name))
        if same is None or (with_copies and not is_exact):
            kept.append(one)
    yield from sorted(kept, key=lambda one: (one.day or date.max, one.file.name))


def _copy(one: Found, others: Sequence[Found]) -> tuple[Found | None, bool]:
    """Find the photo that another is a copy of, and tell whether byte for byte."""
    for other in others:
        if other.sha256 == one.sha256:
            return other, True
    return next((other for other in others if is_alike(one.likeness, other.likeness)), None), False


def is_alike(one: int | None, other: int | None) -> bool:
    """Tell whether two fingerprints are of one photo."""
    return one is not None and other is not None and (one ^ other).bit_count() <= ALIKE


def _place(file: Path) -> str:
    return "/".join(file.parts[-2:])


def _note(file: Path, code: str, severity: Severity = Severity.NOTE, **values: str) -> Problem:
    return Problem(file.name, 0, 0, code, severity, values=values)


def _groups(kept: Iterable[Found], gap: int) -> Iterator[list[Found]]:
    group: list[Found] = []
    for one in kept:
        last = group[-1].day if group else None
        is_near = (last is None) == (one.day is None) and (
            last is None or one.day is None or one.day - last <= timedelta(days=gap)
        )
        if group and not is_near:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _album(group: list[Found], root: Path) -> Iterator[Write]:
    """Propose one album; a day that has an album already gets a second one."""
    days = [one.day for one in group if one.day]
    base = days[0].isoformat() if days else _UNDATED
    there = {entry.name for entry in (root / "foto").iterdir()} if (root / "foto").is_dir() else set()
    name = unused(base, there)
    names: dict[str, Found] = {}
    for one in group:
        names[unused(slugged(one.file.stem, "foto") + one.file.suffix.lower(), names)] = one
    text = album(_title(days), [Shot(key, one.day) for key, one in names.items()], days[0] if days else None).encode()
    yield Write(f"foto/{name}/album.yml", lambda: text)
    for key, one in names.items():
        yield Write(f"foto/{name}/{key}", one.file.read_bytes)


def _title(days: list[date]) -> str:
    if not days:
        return "ISI: nama kegiatan dan tanggalnya"
    first, last = (strings.day(day, "id") for day in (days[0], days[-1]))
    return f"ISI: nama kegiatan {first if first == last else f'{first} sampai {last}'}"

"""Take a photo back: out of the list of what is shown, the cache and every built site, and prove that it is gone."""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore, published
from potret.media.record import digest, write_whole
from potret.reading.folder import entries
from potret.wording import composed

LEDGER = "ditarik.yml"
_HEAD = b"# Foto yang ditarik; ditulis oleh potret withdraw. Jangan dihapus.\nditarik:\n"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken back and what was deleted for it."""

    sha256: str
    """Of the school's own file."""
    digests: frozenset[str]
    """Of that file and of every rendition that was found, whatever version made it and with whatever boxes."""
    removed: list[Path]


def originals(school: Path) -> dict[str, Path]:
    """List a school's photos as <album>/<file>, shown or not: what is not shown today may have been last year."""
    albums = [album for album in entries(school / "foto") if album.is_dir()]
    files = [file for album in albums for file in entries(album) if file.is_file() and file.suffix != ".yml"]
    return {f"{file.parent.name}/{file.name}": file for file in files}


def chosen(photos: dict[str, Path], reference: str) -> Path | None:
    """Find a photo by its reference."""
    return photos.get(reference) or {composed(name): file for name, file in photos.items()}.get(composed(reference))


def take_back(original: Path, *, why: str, day: date, store: PhotoStore, roots: Sequence[Path]) -> Taken:
    """Record that a photo was taken back and delete every rendition of it in the cache and below the roots.

    The school's own file stays where it is: it is not published, and whoever keeps it has to decide about it.
    """
    sha256 = digest(original)
    _record(original, sha256, why, day)  # first: whatever happens now, no later build shows it
    cached, digests = store.of_original(sha256)
    named = [file for root in roots for file in root.rglob(published(sha256)) if file.is_file()]
    digests |= {sha256, *_digests(named)} - {""}
    doomed = dict.fromkeys([*cached, *named, *_printed(original.parents[2].name, roots), *remaining(roots, digests)[0]])
    for file in doomed:
        with suppress(OSError):  # a file that cannot be deleted is named afterwards, with whatever else is left
            file.unlink(missing_ok=True)
    return Taken(sha256, digests, [file for file in doomed if not file.exists()])


def _printed(slug: str, roots: Sequence[Path]) -> list[Path]:
    """Find what was printed of the school: all of it goes, as a PDF holds its photos encoded anew and unnamed.

    `potret print` makes it again, without the photo.
    """
    end = r"-[a-z]{2}(?:-[a-z0-9]+){0,2}\.(?:pdf|json)"  # paper; in the cache also the key, and a record
    name = re.compile(rf"{re.escape(slug)}-(?:{'|'.join(ARTEFACTS)}){end}")
    named = [file for root in roots for file in root.rglob("*") if file.is_file() and name.fullmatch(file.name)]
    return [*named, *(file for root in roots for file in root.rglob("*.zip") if _carries_card(file, slug))]


def _carries_card(file: Path, slug: str) -> bool:
    """Tell whether a file is a take-away kit of the school with a printed card in it."""
    if not file.name.startswith(f"{slug}--") and f"/sekolah/{slug}/praktik/" not in file.as_posix():
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name.startswith("kartu") and name.endswith(".pdf") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def remaining(roots: Sequence[Path], digests: frozenset[str]) -> tuple[list[Path], int]:
    """Read every file below the roots; give those with a content that was taken back, and how many were read.

    A file that cannot be read is among them: nobody can say that it is something else.
    """
    files = [file for root in roots for file in sorted(root.rglob("*")) if file.is_file()]
    wanted = digests | {""}
    return [file for file in files if not _digests([file]).isdisjoint(wanted) or _packs(file, digests)], len(files)


def _packs(file: Path, digests: frozenset[str]) -> bool:
    """Tell whether a take-away kit holds a content; a kit that does goes as a whole, the next build packs it anew."""
    if file.suffix != ".zip":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(hashlib.sha256(archive.read(name)).hexdigest() in digests for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _digests(files: Iterable[Path]) -> set[str]:
    found = set()
    for file in files:
        try:
            found.add(digest(file))
        except OSError:
            found.add("")
    return found


def _record(original: Path, sha256: str, why: str, day: date) -> None:
    """Add a line to foto/ditarik.yml; the digest keeps the photo away even under another name."""
    ledger = original.parents[1] / LEDGER
    text = ledger.read_bytes() if ledger.is_file() else _HEAD
    known = _rows(text)
    if any(row.get("sidik") == sha256 for row in known or []):
        return
    entry = {
        "sidik": sha256,
        "berkas": f"{original.parent.name}/{original.name}",
        "tanggal": day.isoformat(),
        "alasan": " ".join(why.split()),
    }
    more = text + (b"" if text.endswith(b"\n") else b"\n") + _dumped([entry])
    if known is not None and _rows(more) != [*known, entry]:  # a list in another style, which cannot be continued
        more = _HEAD + _dumped([*known, entry])
    write_whole(ledger, more)


def _rows(text: bytes) -> list[dict[str, str]] | None:
    """Read the entries of a ledger as plain text; None where it is broken: then no photo is shown anyway."""
    try:
        raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text, lists and mappings
    except (yaml.YAMLError, RecursionError):
        return None
    rows = (raw.get("ditarik") or []) if isinstance(raw, dict) else [] if raw is None else None
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None


def _dumped(rows: list[dict[str, str]]) -> bytes:
    return yaml.safe_dump(rows, encoding="utf-8", allow_unicode=True, sort_keys=False, width=10_000)

"""Rules of albums: what may be shown, and what is still unsaid about a photo."""

from collections.abc import Iterator, Mapping
from datetime import date

from potret.model import PhotoFront
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
from potret.validation.metric import check_codes
from potret.wording import composed, nearest


def check_album(
    photos: Mapping[int, PhotoFront], named: list[str], files: list[str], day: date, document: Document
) -> Iterator[Problem]:
    """Check each entry against the files of the folder.

    `photos` are the usable entries by their number, `named` the file names of all entries, `files` the names of the
    pictures that lie there.
    """
    for number, photo in photos.items():
        loc: Loc = ("foto", number)
        if photo.berkas not in files:
            near = nearest(photo.berkas, [name for name in files if name not in named])
            yield document.warning("photo-missing", (*loc, "berkas"), value=photo.berkas, near=near)
        if photo.berkas in named[:number]:
            yield document.warning("photo-twice", (*loc, "berkas"), value=photo.berkas)
        yield from check_codes(photo.indikator, "snp-2016", (*loc, "indikator"), document)
        yield from _consent(photo, loc, day, document)
    seen: dict[str, str] = {}
    for name in files:
        if name not in named:  # nobody said who is in it, so it is not published
            yield document.warning("photo-unlisted", (), value=name)
        first = seen.setdefault(composed(name).casefold(), name)
        if first != name:
            yield document.warning("photo-collision", (), value=name, other=first)


def _consent(photo: PhotoFront, loc: Loc, day: date, document: Document) -> Iterator[Problem]:
    """Say what to write where people can be recognised and consent is missing, refused, over, or not for the web."""
    allowed = photo.scopes(day)
    if "web" in allowed:
        return
    place, values = (*loc, "izin" if photo.izin else "berkas"), {"value": photo.berkas}
    if allowed:
        yield document.problem("photo-scope", place, Severity.NOTE, scopes=", ".join(allowed), **values)
    elif photo.izin is not None and photo.izin.status == "ditolak":
        yield document.problem("photo-refused", place, Severity.NOTE, **values)
    elif photo.izin is not None and photo.izin.sampai and photo.izin.sampai < day:
        yield document.warning("photo-consent-over", place, until=photo.izin.sampai, **values)
    else:
        yield document.warning("photo-consent", place, **values)

"""Rules of slides a school wrote itself: what is too long or not there is named, nothing is lost for it."""

from collections.abc import Collection, Iterator, Sequence

from potret.model import OwnSlide, Text
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
from potret.wording import nearest

LIMITS = {"judul": 160, "isi": 320}
"""Letters a slide holds: what can be read from three metres in a few seconds."""
MANY = 40
"""More slides than this are no talk any more: half an hour at 45 seconds each."""


def check_slides(slides: Sequence[OwnSlide], photos: Collection[str], document: Document) -> Iterator[Problem]:
    """Check the list `slide`; `photos` are the school's by `<album>/<berkas>`."""
    if len(slides) > MANY:
        yield document.problem("slide-many", ("slide",), Severity.NOTE, value=len(slides), limit=MANY)
    for number, one in enumerate(slides):
        if one.foto and one.foto.removeprefix("foto/") not in photos:
            loc: Loc = ("slide", number, "foto")
            yield document.warning("slide-photo", loc, value=one.foto, near=nearest(one.foto, sorted(photos)))
        for key, limit in LIMITS.items():
            text: Text | None = getattr(one, key)
            if text and max(map(_length, text.root.values())) > limit:
                loc = ("slide", number, key)
                yield document.problem("slide-long", loc, Severity.NOTE, value=str(text), limit=limit)


def _length(text: str) -> int:
    return len(" ".join(text.split()))

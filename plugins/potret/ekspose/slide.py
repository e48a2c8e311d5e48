"""The slide show as PDF, 16:9: the school's slides and then those of its practices."""

from collections.abc import Iterator, Mapping

from potret import slides
from potret.ekspose.banner import OWN_SIZE
from potret.ekspose.darkroom import Box
from potret.ekspose.highlights import Data, name_of
from potret.ekspose.printing import Artefact, PrintContext
from potret.model import School
from potret.reader import Reader
from potret.slides import Slide, Words

WIDTH, HEIGHT = 320, 180
"""Millimetres."""
SCREEN = 150
"""Dots per inch: 1,900 pixels across, as many as a projector shows."""
_WIDE = frozenset({"sampul", "foto"})
"""Slides whose photo fills the page."""


def data(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the slides in order; each practice begins a part of the outline."""
    return {
        "title": f"{context.t('artefact.slide')} – {name_of(school)}",
        "width": WIDTH,
        "height": HEIGHT,
        "slides": list(_slides(school, context)),
        "labels": {"cut": context.t("slides.cut")},
    }


def _slides(school: School, context: PrintContext) -> Iterator[Data]:
    allowed = {photo.reference: context.pictures[photo.reference] for photo in context.photos(school)}
    reader = Reader(context.locale, {school.slug: allowed})
    whole = slides.show(school, reader, is_part=bool(school.practices))
    shows = [whole, *(slides.practice_show(school, one, reader, is_part=True) for one in school.practices)]
    if school.practices:
        shows[-1].append(slides.end(school, reader))
    for show in shows:
        yield from (_told(one, context, is_first=number == 0) for number, one in enumerate(show))


def _told(one: Slide, context: PrintContext, *, is_first: bool) -> Data:
    """Turn a slide into data."""
    shown = one.photo
    return {
        "kind": one.kind,
        "is-first": is_first,
        "title": _words(one.title),
        "over": _words(one.over) if one.over else None,
        "text": _words(one.text) if one.text and one.text.text else None,
        "photo": context.photo(shown.photo, _box(one)) if shown else None,
        "rows": list(one.rows),
        "note": one.note,
        "is-shortened": one.is_shortened,
    }


def _box(one: Slide) -> Box:
    """Give a photo the whole slide or its left half, as the template does."""
    return Box(WIDTH if one.kind in _WIDE else WIDTH / 2, HEIGHT, SCREEN)


def _words(one: Words) -> Data:
    return {"text": one.text, "lang": one.locale}


SLIDES = Artefact("slide", "slide.typ", data, papers=OWN_SIZE, is_fitted=True)

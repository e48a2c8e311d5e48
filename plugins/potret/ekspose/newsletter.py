"""The newsletter (buletin): A4 of 2, 4 or 8 pages, as many as the school's material fills."""

from collections.abc import Mapping

from potret.ekspose import highlights
from potret.ekspose.banner import OWN_SIZE, size
from potret.ekspose.cards import photo_of, steps
from potret.ekspose.darkroom import Box
from potret.ekspose.highlights import Data
from potret.ekspose.pamphlet import contact, imbas, stages
from potret.ekspose.printing import Artefact, PrintContext
from potret.ekspose.qr import code
from potret.model import Photo, Practice, School

STORIES = 3
"""Practices with a page of their own in the newsletter of eight pages."""
BRIEFS = 3
"""Practices on the one page of them in the newsletter of four."""
MANY_PHOTOS, PHOTOS = 4, 9
"""Photos without which there is no page of photos, and the most one page holds."""
LONG = 8
"""Pages where there is enough to tell."""
COVER, STORY, BRIEF = Box(180, 84), Box(180, 61), Box(69, 111)
WHOLE, HALF = Box(180, 104), Box(86, 104)
"""On the pages of photos: alone across the page, or two beside each other."""


def data(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of all pages; which pages there are depends on what the school has."""
    locale, t = context.locale, context.t
    width, height = size("newsletter")
    cover = highlights.cover(school, context, COVER)
    pages = pages_of(school, context)
    room = STORY if pages == LONG else BRIEF
    others = highlights.other_photos(school, context, PHOTOS)
    # The last one also stands alone, across the page; the others share it.
    photos = [_captioned(photo, context, HALF if photo is not others[-1] else WHOLE) for photo in others]
    years = [str(cycle.year) for cycle in school.cycles] or [str(school.profile.sekolah_model.tahun_mulai)]
    return (
        highlights.frame(school, t("artefact.buletin"), locale)
        | highlights.aims(school, locale)
        | {
            "width": width,
            "height": height,
            "pages": pages,
            "issue": t("handout.issue", years="–".join(dict.fromkeys((years[0], years[-1])))),
            "photo": cover,
            "photos": photos,
            "summary": highlights.summary_of(school, locale),
            "opening": highlights.opening(school.portrait, locale) if school.portrait else None,
            "score": highlights.score(school, locale),
            "stages": stages(school, locale),
            "stories": [_story(school, one, context, room) for one in school.practices[:STORIES]],
            "imbas": imbas(school, 12),
            "contact": contact(school, context),
            "foot": highlights.foot(school, locale),
            "made": t("handout.made", date=highlights.day(school, context)),
            "qr": code(school, context),
            "labels": {key: t(f"handout.{key}") for key in _LABELS}
            | {"score": t("handout.before_after"), "mission": t("portrait.mission"), "goals": t("portrait.goals")},
        }
    )


_LABELS = (
    "about", "vision", "no_score", "practices", "no_practices", "imbas", "find_us", "scan", "inside", "photos",
)  # fmt: skip


def pages_of(school: School, context: PrintContext) -> int:
    """Choose the number of pages: eight need three practices, a cycle and photos; four a practice or a cycle."""
    has_photos = len(context.photos(school)) > MANY_PHOTOS
    if len(school.practices) >= STORIES and school.cycles and has_photos:
        return LONG
    return 4 if school.practices or school.cycles else 2


def _story(school: School, practice: Practice, context: PrintContext, box: Box) -> Data:
    shown = photo_of(school, practice, context)
    return {
        "title": highlights.title_of(practice, context.locale),
        "lead": highlights.lead_in(practice.article, context.locale),
        "photo": _captioned(shown, context, box) if shown else None,
        "steps": steps(practice.article, context.locale),
    }


def _captioned(photo: Photo, context: PrintContext, box: Box) -> Data:
    """Describe a photo with its caption in the language it really has."""
    return context.photo(photo, box) | {"said": highlights.said(photo.front.keterangan, context.locale)}


NEWSLETTER = Artefact("buletin", "buletin.typ", data, papers=OWN_SIZE, is_fitted=True)

"""QR codes instead of links on paper, and a sheet of them."""

from collections.abc import Mapping
from functools import cache

import segno

from potret import places, strings
from potret.ekspose import highlights
from potret.ekspose.highlights import Data
from potret.ekspose.printing import Artefact, PrintContext
from potret.model import SOURCE_LOCALE, School
from potret.places import Place


@cache
def matrix(address: str) -> tuple[str, ...]:
    """Give the dark (1) and light (0) modules of an address by row, without the quiet zone the template adds.

    Level M restores 15 % of the code, enough for a fold or a finger print (ISO/IEC 18004).
    """
    made = segno.make(address, error="m", micro=False, boost_error=False)
    return tuple("".join(map(str, row)) for row in made.matrix)


def code(school: School, context: PrintContext, place: Place | None = None) -> Data | None:
    """Give the code of one of the school's public pages, its portrait if none is named; None without a public site."""
    if not context.site_url:
        return None
    address = url(place or places.portrait(school.slug), context)
    alt = strings.text("handout.code", context.locale, url=address)
    return {"modules": list(matrix(address)), "url": address, "alt": alt}


def url(place: Place, context: PrintContext) -> str:
    """Give the full address of a page in the reader's language."""
    language = "" if context.locale == SOURCE_LOCALE else f"{context.locale}/"
    return f"{context.site_url.rstrip('/')}/{language}{place.url}"


def data(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the sheet of codes: every page of the school a visitor may want to take home."""
    t = context.t
    pages = [
        (t("nav.portrait"), places.portrait(school.slug)),
        (t("nav.quality"), places.quality(school.slug)),
        *((t("nav.cycle", year=cycle.year), places.cycle(school.slug, cycle.year)) for cycle in school.cycles[-1:]),
        (t("nav.practices"), places.school_practices(school.slug)),
        *([(t("nav.gallery"), places.gallery(school.slug))] if any(context.photos(school)) else []),
        (t("nav.schools"), places.SCHOOLS),
    ]
    return highlights.frame(school, t("artefact.qr"), context.locale) | {
        "heading": t("handout.qr.title"),
        "lead": t("handout.qr.lead") if context.site_url else t("handout.qr.paper"),
        "codes": [{"label": label, "qr": code(school, context, place)} for label, place in pages],
        "foot": highlights.foot(school, context.locale),
    }


QR = Artefact("qr", "qr.typ", data, is_fitted=True)

"""The binder of the five stages: spine labels, contents, dividers, registers, photos, and the thread."""

from collections.abc import Iterator, Mapping

from potret import catalogue, strings
from potret.ekspose import story, strand
from potret.ekspose.darkroom import Box
from potret.ekspose.printing import Artefact, PrintContext
from potret.model import STAGES, Cycle, Photo, School
from potret.selection import year_of

SPINES = (25, 45, 70)
"""Widths of spine labels in millimetres, for binders of 3.5, 5 and 7.5 cm."""
COVER = Box(215, 152)
"""Across F4, 46 % of its height."""


def data(one: School, context: PrintContext) -> story.Data:
    """Give the binder's data."""
    photos = context.photos(one)
    cover = one.cover if context.may_print(one.cover) else next(iter(photos), None)
    parts = [_part(row, one, photos, context) for row in catalogue.cycle()["stages"]]
    return {
        "title": f"{context.t('print.binder')} – {story.name(one)}",
        "school": story.school(one, context),
        "years": years(one),
        "cover": context.photo(cover, COVER) if cover else None,
        "spines": list(SPINES),
        "approvals": [catalogue.label(row, context.locale) for row in catalogue.cycle()["approval_chain"]],
        "parts": parts,
        "others": story.gallery([photo for photo in photos if _home(photo, one) is None], context),
        "thread": [strand.told(one, cycle, context) for cycle in one.cycles],
    }


def years(one: School) -> str:
    """Name the cycle years: "2018–2019", or nothing."""
    found = [cycle.year for cycle in one.cycles]
    return "–".join(str(year) for year in dict.fromkeys((found[0], found[-1]))) if found else ""


def _home(photo: Photo, one: School) -> tuple[int, str] | None:
    """Find the year and stage a photo belongs to; None where the school has no such page."""
    year, key = year_of(photo), photo.front.tahap
    has_page = any(cycle.year == year and key in cycle.stages for cycle in one.cycles)
    return (year, key) if has_page and year and key else None


def _part(row: Mapping[str, object], one: School, photos: list[Photo], context: PrintContext) -> story.Data:
    key = str(row["key"])
    sections = list(_sections(key, one, photos, context))
    return {
        "number": STAGES.index(key) + 1,
        "name": catalogue.label(row, context.locale),
        "purpose": str(row.get(f"purpose_{context.locale}", row["purpose_id"])),
        "sections": sections,
        "documents": sum(len(_rows(section["documents"])) for section in sections),
        "photos": sum(len(_rows(section["photos"])) for section in sections),
    }


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _sections(key: str, one: School, photos: list[Photo], context: PrintContext) -> Iterator[story.Data]:
    for cycle in one.cycles:
        if key in cycle.stages:
            here = [photo for photo in photos if _home(photo, one) == (cycle.year, key)]
            yield _section(cycle, key, here, context)


def _section(cycle: Cycle, key: str, photos: list[Photo], context: PrintContext) -> story.Data:
    stage = cycle.stages[key]
    start, end = stage.front.mulai, stage.front.selesai
    return {
        "year": cycle.year,
        "period": strings.period(start, end, context.locale) if start and end and start <= end else "",
        "article": story.article(stage.article, context),
        "summary": story.summary(stage.article, context),
        "documents": story.register(stage.front.dokumen, context),
        "photos": story.gallery(photos, context),
    }


ODNER = Artefact("odner", "odner.typ", data)

"""The binder of the five stages: spine labels, contents, dividers, registers, photos, and the thread.

There are two of it. The binder itself is PDF/UA and lists the evidence. The full binder appends the evidence handed in
as PDF behind it, a divider sheet before each document; what is scanned there has no tags, so it makes no such claim.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from potret import catalogue, strings
from potret.annex import Annex, Sheet, bound
from potret.annex.store import file_name
from potret.ekspose import story, strand
from potret.ekspose.darkroom import Box
from potret.ekspose.printing import Artefact, Paper, PrintContext, pages_of
from potret.model import STAGES, Cycle, Evidence, Photo, School
from potret.selection import year_of

ROOM = (20, 16, 10, 16)
"""Millimetres left free on a sheet with an appended page: left for the holes, above for its heading, right, below."""
SPINES = (25, 45, 70)
"""Widths of spine labels in millimetres, for binders of 3.5, 5 and 7.5 cm."""
COVER = Box(215, 152)
"""Across F4, 46 % of its height."""


@dataclass(frozen=True, slots=True)
class _Appended:
    """A document and the entry by which the binder first names it."""

    number: int
    entry: Evidence
    place: str
    annex: Annex


def data(one: School, context: PrintContext) -> story.Data:
    """Give the binder's data."""
    return _data(one, context, {})


def full(one: School, context: PrintContext) -> story.Data:
    """Give the data of the binder with the evidence behind it."""
    appended = _appended(one, context)
    rows = [_annex(name, found, context) for name, found in appended.items()]
    title = f"{context.t('print.binder_full')} – {story.name(one)}"
    return _data(one, context, appended) | {"title": title, "annexes": rows, "room": list(ROOM)}


def with_evidence(data: bytes, context: PrintContext, one: School, paper: Paper) -> bytes:
    """Put the pages of the evidence onto their sheets, which are the last of the document."""
    appended = _appended(one, context).values()
    if not appended:
        return data
    first = pages_of(data) - sum(1 + len(found.annex.sizes) for found in appended)
    sheets = []
    for found in appended:
        for number, size in enumerate(found.annex.sizes):
            sheets.append(Sheet(first + 1 + number, found.annex.path, number, _box(paper, is_wide=_is_wide(size))))
        first += 1 + len(found.annex.sizes)
    return bound(data, sheets)


def _box(paper: Paper, *, is_wide: bool) -> tuple[float, float, float, float]:
    left, top, right, bottom = ROOM
    width, height = (paper.height, paper.width) if is_wide else (paper.width, paper.height)
    return left, top, width - left - right, height - top - bottom


def _is_wide(size: tuple[float, float]) -> bool:
    return size[0] > size[1]


def _appended(one: School, context: PrintContext) -> dict[str, _Appended]:
    """Give each document that is appended its number, in the order of the dividers; by file name."""
    found: dict[str, _Appended] = {}
    for key in STAGES:
        for cycle in one.cycles:
            for entry in cycle.stages[key].front.dokumen if key in cycle.stages else ():
                name = file_name(entry.berkas or "")
                if name in context.annexes and name not in found:
                    place = f"{catalogue.label(catalogue.stage(key), context.locale)} {cycle.year}"
                    found[name] = _Appended(len(found) + 1, entry, place, context.annexes[name])
    return found


def _annex(name: str, found: _Appended, context: PrintContext) -> story.Data:
    row = story.register((found.entry,), context)[0]
    sizes = found.annex.sizes
    return row | {
        "annex": found.number,
        "name": name,
        "place": found.place,
        "sheets": [_is_wide(size) for size in sizes],
    }


def _data(one: School, context: PrintContext, appended: Mapping[str, _Appended]) -> story.Data:
    photos = context.photos(one)
    cover = one.cover if context.may_print(one.cover) else next(iter(photos), None)
    parts = [_part(row, one, photos, context, appended) for row in catalogue.cycle()["stages"]]
    return {
        "title": f"{context.t('print.binder')} – {story.name(one)}",
        "school": story.school(one, context),
        "years": years(one),
        "cover": context.photo(cover, COVER) if cover else None,
        "spines": list(SPINES),
        "approvals": [catalogue.label(row, context.locale) for row in catalogue.cycle()["approval_chain"]],
        "parts": parts,
        "others": story.gallery([photo for photo in photos if _home(photo, one) is None], context),
        "annexes": [],
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


def _part(
    row: Mapping[str, object],
    one: School,
    photos: list[Photo],
    context: PrintContext,
    appended: Mapping[str, _Appended],
) -> story.Data:
    key = str(row["key"])
    sections = list(_sections(key, one, photos, context, appended))
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


def _sections(
    key: str, one: School, photos: list[Photo], context: PrintContext, appended: Mapping[str, _Appended]
) -> Iterator[story.Data]:
    for cycle in one.cycles:
        if key in cycle.stages:
            here = [photo for photo in photos if _home(photo, one) == (cycle.year, key)]
            yield _section(cycle, key, here, context, appended)


def _section(
    cycle: Cycle, key: str, photos: list[Photo], context: PrintContext, appended: Mapping[str, _Appended]
) -> story.Data:
    stage = cycle.stages[key]
    start, end = stage.front.mulai, stage.front.selesai
    return {
        "year": cycle.year,
        "period": strings.period(start, end, context.locale) if start and end and start <= end else "",
        "article": story.article(stage.article, context),
        "summary": story.summary(stage.article, context),
        "documents": _register(stage.front.dokumen, context, appended),
        "photos": story.gallery(photos, context),
    }


def _register(
    entries: tuple[Evidence, ...], context: PrintContext, appended: Mapping[str, _Appended]
) -> list[story.Data]:
    """List documents, each with the number of its annex; 0 where it has none."""
    numbers = [appended[name].number if (name := file_name(one.berkas or "")) in appended else 0 for one in entries]
    return [row | {"annex": number} for row, number in zip(story.register(entries, context), numbers, strict=True)]


ODNER = Artefact("odner", "odner.typ", data)
FULL = Artefact("odner-lengkap", "odner.typ", full, finish=with_evidence)

"""A cycle year: the circle, and a page for each of the five stages with its documents and photos."""

from collections.abc import Iterator

from potret import catalogue, places
from potret.model import STAGES, Cycle, School, Stage
from potret.pages import cards, proofs, thread
from potret.pages.written import written
from potret.places import Place
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.thread import budget


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make all pages of all cycle years."""
    for cycle in school.cycles:
        yield _overview(school, cycle, reader)
        for stage in cycle.stages.values():
            yield _stage(school, cycle, stage, reader)


def _overview(school: School, cycle: Cycle, reader: Reader) -> SiteFile:
    place = places.cycle(school.slug, cycle.year)
    label = reader.t("nav.cycle", year=cycle.year)
    body = reader.body(
        "cycle",
        place,
        title=label,
        school=school,
        cycle=cycle,
        years=[cards.year(school, other, reader, place) for other in school.cycles],
        steps=cards.steps(school, cycle, reader, place),
        summaries=[_summary(stage, reader) for stage in cycle.stages.values()],
        **_thread(school, cycle, reader, place),
        codes=_codes(school, cycle, reader, place),
        label=catalogue.label,
        places=places,
    )
    description = reader.t("cycle.description", year=cycle.year, name=school.profile.nama)
    return reader.school_page(school, place, label=label, menu=label, description=description, body=body)


def _thread(school: School, cycle: Cycle, reader: Reader, place: Place) -> dict[str, object]:
    """Give what the page says of the year's plan."""
    added = budget(cycle.thread) if cycle.thread else None
    return {
        "views": thread.views(school, cycle, reader, place),
        "loose": thread.loose_ends(school, cycle, reader, place),
        "budget": added,
        "sources": thread.sources(added, reader) if added else [],
        "standards": thread.standards(added, reader) if added else [],
        "funds": catalogue.profile()["funds"],
    }


def _codes(school: School, cycle: Cycle, reader: Reader, place: Place) -> dict[str, list[proofs.Code]]:
    """Link the indicators of each problem to their rows of the checklist."""
    concerns = cycle.thread.masalah if cycle.thread else ()
    return {one.kunci: proofs.codes(one.indikator, school, reader, place, year=cycle.year) for one in concerns}


def _summary(stage: Stage, reader: Reader) -> tuple[str, str, str]:
    """Give key, summary and its language."""
    writing, locale = stage.article.of(reader.locale)
    return stage.key, writing.summary or stage.article.source.summary or "", locale


def _stage(school: School, cycle: Cycle, stage: Stage, reader: Reader) -> SiteFile:
    place = places.stage(school.slug, cycle.year, stage.number, stage.key)
    row = catalogue.stage(stage.key)
    name = catalogue.label(row, reader.locale)
    writing, text_locale = stage.article.of(reader.locale)
    here = (cycle.year, stage.key)
    photos = [s for s in reader.shown(school) if (s.photo.front.tahun, s.photo.front.tahap) == here]
    present = {entry.jenis for entry in stage.front.dokumen} | ({"foto"} if photos else set())
    body = reader.body(
        "stage",
        place,
        title=name,
        year=cycle.year,
        school=school,
        stage=stage,
        purpose=row.get(f"purpose_{reader.locale}", row["purpose_id"]),
        summary=writing.summary,
        text_locale=text_locale,
        article=written(stage.article, school, reader, place),
        **_register(school, cycle, stage, reader, place),
        required=[(kind, kind in present) for kind in row["evidence"]["required"]],
        photos=photos,
        steps=cards.steps(school, cycle, reader, place),
        before=_beside(school, (cycle.year, stage.key), -1, reader, place),
        after=_beside(school, (cycle.year, stage.key), +1, reader, place),
        label=catalogue.label,
        places=places,
    )
    description = writing.summary or reader.t("stage.description", stage=name, year=cycle.year)
    return reader.school_page(
        school,
        place,
        label=name,
        title=f"{name} {cycle.year}",
        menu=reader.t("nav.cycle", year=cycle.year),
        description=description,
        body=body,
        article=stage.article,
    )


def _register(school: School, cycle: Cycle, stage: Stage, reader: Reader, place: Place) -> dict[str, object]:
    """Give the documents' kinds and the links to their indicators."""
    entries = stage.front.dokumen
    codes = [proofs.codes(entry.indikator, school, reader, place, year=cycle.year) for entry in entries]
    return {"kinds": catalogue.cycle()["documents"], "indicators": codes}


def _beside(school: School, here: tuple[int, str], step: int, reader: Reader, at: Place) -> tuple[str, str] | None:
    """Find the stage before or after, across years: after the strategy comes the next year's mapping."""
    line = [(other.year, key) for other in school.cycles for key in STAGES if key in other.stages]
    position = line.index(here) + step
    if not 0 <= position < len(line):
        return None
    year, key = line[position]
    name = catalogue.label(catalogue.stage(key), reader.locale)
    return f"{name} {year}", reader.links(at).to(places.stage(school.slug, year, STAGES.index(key) + 1, key))

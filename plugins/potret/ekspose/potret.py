"""The booklet "Potret Sekolah", in the order of domain.md section 5: from the cover to the photographs."""

from collections.abc import Iterator, Mapping

from potret import catalogue
from potret.ekspose import story, strand
from potret.ekspose.darkroom import Box
from potret.ekspose.odner import years
from potret.ekspose.printing import Artefact, PrintContext
from potret.model import School
from potret.wording import shorten

PHOTOS = 24
"""Photos at the end: four pages; the binder has them all."""
COVER, PRACTICE = Box(215, 192), Box(175, 68)
"""Across F4, 58 % of its height; between its margins."""


def data(one: School, context: PrintContext) -> story.Data:
    """Give the booklet's data."""
    profile, say = one.profile, context.say
    photos = context.photos(one)
    cover = one.cover if context.may_print(one.cover) else next(iter(photos), None)
    return {
        "title": f"{context.t('print.portrait')} – {story.name(one)}",
        "school": story.school(one, context),
        "years": years(one),
        "cover": context.photo(cover, COVER) if cover else None,
        "identity": story.identity(one, context),
        "people": story.people(one, context),
        "about": story.article(one.portrait, context),
        "vision": say(profile.visi),
        "mission": story.names(profile.misi, context),
        "goals": story.names(profile.tujuan, context),
        "model": _model(one, context),
        "strengths": story.names(profile.kekuatan, context),
        "weaknesses": story.names(profile.kelemahan, context),
        "results": story.results(one, context),
        "stages": [_stage(row, one, context) for row in catalogue.cycle()["stages"]],
        "achievements": list(_achievements(one, context)),
        "practices": list(_practices(one, context)),
        "imbas": list(_imbas(one, context)),
        "obstacles": [strand.told(one, cycle, context) for cycle in one.cycles[-1:]],
        "photos": story.gallery([photo for photo in photos if photo is not cover][:PHOTOS], context),
    }


def _model(one: School, context: PrintContext) -> list[story.Data]:
    """Tell how it became a model school."""
    decree = one.profile.sekolah_model
    told = (decree.kriteria.belum_snp, decree.kriteria.komitmen, decree.kriteria.dukungan_pemda)
    criteria = zip(catalogue.cycle()["criteria"], told, strict=True)
    rows = [
        (context.t("print.decree"), f"{decree.sk_nomor}, {story.day(decree.sk_tanggal, context)}"),
        (context.t("print.start"), str(decree.tahun_mulai)),
        (context.t("print.mentor"), decree.lpmp),
        *((catalogue.label(row, context.locale), context.say(text)) for row, text in criteria),
    ]
    return [{"label": label, "value": shorten(value, story.LINE)} for label, value in rows]


def _stage(row: Mapping[str, object], one: School, context: PrintContext) -> story.Data:
    key = str(row["key"])
    found = [(cycle, cycle.stages[key]) for cycle in one.cycles if key in cycle.stages]
    return {
        "name": catalogue.label(row, context.locale),
        "purpose": str(row.get(f"purpose_{context.locale}", row["purpose_id"])),
        "years": [
            {
                "year": cycle.year,
                "summary": story.summary(stage.article, context),
                "documents": story.register(stage.front.dokumen, context),
            }
            for cycle, stage in found
        ],
    }


def _achievements(one: School, context: PrintContext) -> Iterator[story.Data]:
    for prize in sorted(one.profile.prestasi, key=lambda prize: -prize.tahun):
        level = context.t(f"level.{prize.tingkat}")
        field, won = context.say(prize.bidang), context.say(prize.juara)
        yield {"year": prize.tahun, "level": level, "field": field, "prize": won}


def _practices(one: School, context: PrintContext) -> Iterator[story.Data]:
    for practice in one.practices:
        writing, _ = practice.article.of(context.locale)
        chosen = one.photo(practice.front.sampul)
        own = [photo for photo in context.photos(one) if photo.front.praktik == practice.slug]
        photo = chosen if chosen and context.may_print(chosen) else next(iter(own), None)
        yield {
            "title": writing.title or practice.front.judul,
            "year": practice.front.tahun,
            "summary": story.summary(practice.article, context) or practice.front.ringkasan,
            "article": story.article(practice.article, context),
            "photo": context.photo(photo, PRACTICE) if photo else None,
        }


def _imbas(one: School, context: PrintContext) -> Iterator[story.Data]:
    for each in sorted(one.profile.imbas, key=lambda each: (each.hubungan, each.nama)):
        yield {
            "name": shorten(each.nama, story.LINE),
            "npsn": each.npsn,
            "relation": context.t(f"relation.{each.hubungan}"),
            "joined": story.names(tuple(strand.joined(one, each.npsn)), context),
        }


PORTRAIT = Artefact("potret", "potret.typ", data)

"""The assessors' sheet: what they look for at a stand, with columns to fill in by hand."""

from collections.abc import Mapping

from potret import catalogue, strings
from potret.ekspose import highlights
from potret.ekspose.highlights import Data
from potret.ekspose.printing import Artefact, PrintContext
from potret.model import STAGES, Cycle, School
from potret.model.photo import Photo
from potret.thread import Score, Strand, strands

KEYS = (
    "lead", "materials", "material", "seen", "note", "stages", "stage", "documents", "signed", "photos", "standards",
    "standard", "threads", "problem", "program", "change", "practices", "imbas", "assessor", "signature",
)  # fmt: skip


def data(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the rows of the sheet; every number is that of the pages."""
    locale, t = context.locale, context.t
    cycle = school.cycles[-1] if school.cycles else None
    year = cycle.year if cycle else ""
    decree = school.profile.sekolah_model
    return highlights.frame(school, t("artefact.penilai"), locale) | {
        "heading": t("handout.assess.title"),
        "labels": {key: t(f"handout.assess.{key}", year=year, count="", total="") for key in KEYS},
        "npsn": school.profile.npsn,
        "decree": t("handout.decree", number=decree.sk_nomor, date=strings.day(decree.sk_tanggal, locale)),
        "materials": [catalogue.label(row, locale) for row in catalogue.cycle()["ekspose"]["materials"]],
        "stages": _stages(school, cycle, context) if cycle else [],
        "score": highlights.score(school, locale),
        "threads": [_thread(one, locale) for one in strands(school, cycle)] if cycle else [],
        "practices": highlights.practices(school, locale, len(school.practices)),
        "imbas": [f"{one.nama} ({t(f'relation.{one.hubungan}')})" for one in school.profile.imbas],
        "foot": highlights.foot(school, locale),
    }


def _stages(school: School, cycle: Cycle, context: PrintContext) -> list[Data]:
    photos = context.photos(school)
    return [_stage(key, cycle, photos, context) for key in STAGES]


def _stage(key: str, cycle: Cycle, photos: list[Photo], context: PrintContext) -> Data:
    """Count a stage's documents, those that are signed of those that need to be, and its photos."""
    stage = cycle.stages.get(key)
    documents = stage.front.dokumen if stage else ()
    needed = [one for one in documents if one.ttd != "tidak-perlu"]
    signed = sum(one.ttd == "ya" for one in needed)
    shown = sum(photo.front.tahun == cycle.year and photo.front.tahap == key for photo in photos)
    return {
        "name": catalogue.label(catalogue.stage(key), context.locale),
        "documents": str(len(documents)),
        "signed": context.t("handout.assess.of", count=signed, total=len(needed)) if needed else "–",
        "photos": str(shown),
    }


def _thread(strand: Strand, locale: str) -> Data:
    """Give a problem, its programme and the change of its indicators."""
    concern = strand.concern
    return {
        "problem": highlights.said(concern.masalah, locale),
        "program": highlights.said(concern.program, locale) if concern.program else None,
        "changes": [_change(score, locale) for score in strand.scores],
    }


def _change(score: Score, locale: str) -> str:
    ends = [
        strings.number(end.value, locale) if end and end.value is not None else "–"
        for end in (score.before, score.after)
    ]
    return f"{score.item.code}: {ends[0]} → {ends[1]}"


ASSESSORS = Artefact("penilai", "penilai.typ", data, is_fitted=True)

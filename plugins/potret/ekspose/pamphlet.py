"""The tri-fold pamphlet: A4 across, three panels outside and three inside."""

from collections.abc import Mapping

from potret import catalogue, strings
from potret.ekspose import highlights
from potret.ekspose.banner import BLEED, OWN_SIZE, size
from potret.ekspose.darkroom import Box
from potret.ekspose.highlights import Data
from potret.ekspose.printing import Artefact, PrintContext
from potret.ekspose.qr import code
from potret.model import STAGES, School

PRACTICES = 4
IMBAS = 6
"""More would not be read on a panel of 10 cm."""
COVER = Box(103, 121)
PICTURES = (Box(84, 66), Box(84, 36), Box(84, 40))
"""Inside left, inside middle, back: as wide as a panel within its margins."""


def data(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of the six panels."""
    locale, t = context.locale, context.t
    width, height = size("pamflet")
    others = highlights.other_photos(school, context, len(PICTURES))
    return (
        highlights.frame(school, t("artefact.pamflet"), locale)
        | highlights.aims(school, locale)
        | {
            "width": width,
            "height": height,
            "photo": highlights.cover(school, context, COVER),
            "photos": [context.photo(photo, box) for photo, box in zip(others, PICTURES, strict=False)],
            "summary": highlights.summary_of(school, locale),
            "score": highlights.score(school, locale),
            "stages": stages(school, locale),
            "practices": highlights.practices(school, locale, PRACTICES),
            "imbas": imbas(school, IMBAS),
            "contact": contact(school, context),
            "foot": highlights.foot(school, locale),
            "qr": code(school, context),
            "labels": {
                "mission": t("portrait.mission"),
                "goals": t("portrait.goals"),
                "about": t("handout.about"),
                "vision": t("handout.vision"),
                "score": t("handout.before_after"),
                "no_score": t("handout.no_score"),
                "practices": t("handout.practices"),
                "no_practices": t("handout.no_practices"),
                "imbas": t("handout.imbas"),
                "contact": t("handout.find_us"),
                "scan": t("handout.scan"),
            },
        }
    )


def stages(school: School, locale: str) -> Data | None:
    """Give the five stages of the latest year with what was written of each; None without a year."""
    if not school.cycles:
        return None
    cycle = school.cycles[-1]
    rows = []
    for key in STAGES:
        stage = cycle.stages.get(key)
        rows.append(
            {
                "name": catalogue.label(catalogue.stage(key), locale),
                "lead": highlights.lead_in(stage.article, locale) if stage else None,
                "opening": highlights.opening(stage.article, locale) if stage else None,
            }
        )
    return {
        "title": strings.text("handout.stages", locale, year=cycle.year),
        "rows": rows,
        "none": strings.text("handout.no_stage", locale),
    }


def imbas(school: School, count: int) -> list[str]:
    """Name the imbas schools in the school's own order; an ellipsis stands for those left out."""
    names = [" ".join(one.nama.split()) for one in school.profile.imbas if one.hubungan == "imbas"]
    return [*names[:count], "…"] if len(names) > count else names


def contact(school: School, context: PrintContext) -> list[str]:
    """Give address, phone, mail and site, and the decree that made it a model school."""
    profile, place, decree = school.profile, school.profile.alamat, school.profile.sekolah_model
    address = ", ".join(part for part in (place.jalan, place.desa, place.kecamatan, place.kode_pos) if part)
    lines = [address, f"{place.kabupaten}, {place.provinsi}", profile.telepon, profile.email, profile.website]
    day = strings.day(decree.sk_tanggal, context.locale)
    lines += [
        context.t("handout.decree", number=decree.sk_nomor, date=day),
        context.t("handout.mentored", lpmp=decree.lpmp),
    ]
    return [line for line in lines if line]


PAMPHLET = Artefact("pamflet", "pamflet.typ", data, papers=OWN_SIZE, bleed=BLEED, is_fitted=True)

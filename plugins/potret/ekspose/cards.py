"""Sheets for the stand: a card for each good practice, and the label of the stand."""

from collections.abc import Mapping

from potret import catalogue, strings
from potret.ekspose import highlights
from potret.ekspose.darkroom import Box
from potret.ekspose.highlights import Data
from potret.ekspose.plaintext import BREAK, passages, plain
from potret.ekspose.printing import Artefact, PrintContext
from potret.ekspose.qr import code
from potret.ekspose.richtext import from_markdown
from potret.model import Article, Photo, Practice, School
from potret.places import portrait
from potret.places import practice as place_of

STEPS = 4
"""Situation, challenge, action, reflection."""
PICTURE = Box(96, 56)
"""Beside the facts, on F4."""


def cards(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give one card for each practice."""
    t = context.t
    return highlights.frame(school, t("artefact.kartu"), context.locale) | {
        "cards": [_card(school, one, context) for one in school.practices],
        "none": t("handout.no_practices"),
        "label": t("nav.practices"),
        "empty": t("handout.card.none"),
        "scan": t("handout.scan"),
        "foot": highlights.foot(school, context.locale),
    }


def _card(school: School, practice: Practice, context: PrintContext) -> Data:
    shown = photo_of(school, practice, context)
    return {
        "title": highlights.title_of(practice, context.locale),
        "lead": highlights.lead_in(practice.article, context.locale),
        "year": str(practice.front.tahun),
        "photo": context.photo(shown, PICTURE) if shown else None,
        "facts": _facts(practice, context),
        "steps": steps(practice.article, context.locale),
        "qr": code(school, context, place_of(school.slug, practice.slug)),
    }


def photo_of(school: School, practice: Practice, context: PrintContext) -> Photo | None:
    """Find a practice's cover, else a photo that names it; only what may be printed."""
    own = school.photo(practice.front.sampul) if practice.front.sampul else None
    if own and context.may_print(own):
        return own
    return next((photo for photo in context.photos(school) if photo.front.praktik == practice.slug), None)


def _facts(practice: Practice, context: PrintContext) -> list[Data]:
    front, t = practice.front, context.t
    roles = catalogue.cycle()["roles"]
    people = [catalogue.label(roles[key], context.locale) if key in roles else key for key in front.pelaku]
    rows = [
        ("cost", strings.rupiah(front.biaya, context.locale) if front.biaya is not None else ""),
        ("time", context.say(front.waktu)),
        ("people", ", ".join(people)),
        ("indicators", ", ".join(front.indikator)),
    ]
    return [{"label": t(f"handout.card.{key}"), "value": value} for key, value in rows if value]


def steps(article: Article, locale: str) -> list[Data]:
    """Give the four parts of a practice with their words; a part without a heading goes with the one before."""
    writing, found = article.of(locale)
    parts: list[tuple[str, list[str]]] = []
    for node in from_markdown(writing.body):
        if node["k"] == "h" and (node["n"] == 1 or not parts):
            parts.append((plain(node["c"]), []))
        elif parts:
            parts[-1][1].extend(passages([node]))
        else:
            parts.append(("", passages([node])))
    return [
        {"title": highlights.words(title, found), "words": highlights.words(BREAK.join(said), found)}
        for title, said in parts[:STEPS]
    ]


def label(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of the stand's label."""
    chosen = highlights.frame(school, context.t("artefact.label"), context.locale)
    return chosen | {
        "score": highlights.score(school, context.locale),
        "stand": context.t("kiosk.stand", number=context.stand) if context.stand else "",
        "qr": code(school, context, portrait(school.slug)),
        "scan": context.t("handout.scan"),
        "foot": highlights.foot(school, context.locale),
    }


CARDS = Artefact("kartu", "kartu.typ", cards, is_fitted=True)
LABEL = Artefact("label", "label.typ", label, is_fitted=True)

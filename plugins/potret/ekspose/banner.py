"""X-banner, roll-up and spanduk: few words, to be read from three metres."""

from collections.abc import Mapping

from potret import catalogue, strings
from potret.ekspose import highlights
from potret.ekspose.darkroom import WALL, Box
from potret.ekspose.highlights import Data
from potret.ekspose.printing import Artefact, PrintContext
from potret.ekspose.qr import code
from potret.model import School

PRACTICES = 3
BLEED = 3
"""Millimetres on each side, as `bleed` in print/pieces.typ."""
_CASSETTE = {"x-banner": 0, "roll-up": 60, "spanduk": 0}
"""Millimetres at the foot that a roll-up's case may hide."""


def x_banner(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of an X-banner, 60 × 160 cm."""
    return _banner("x-banner", school, context)


def roll_up(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of a roll-up, 85 × 200 cm."""
    return _banner("roll-up", school, context)


def spanduk(school: School, context: PrintContext) -> Mapping[str, object]:
    """Give the words of a spanduk, 3 × 1 m."""
    return _banner("spanduk", school, context)


def size(key: str) -> tuple[int, int]:
    """Give width and height of a format in millimetres, as trimmed: the largest roll-up, else the usual size."""
    row = next(row for row in catalogue.cycle()["ekspose"]["formats"] if row["key"] == key)
    width, height = max(row["sizes"]) if key == "roll-up" else row["sizes"][0]
    return int(width), int(height)


def picture(key: str, *, has_score: bool, has_practices: bool) -> tuple[float, float]:
    """Give width and height of a format's photo, as trimmed; the less there is to say, the larger it is."""
    width, height = size(key)
    if key == "spanduk":
        return 0.9 * height, height
    unit = min(width / 600, (height - _CASSETTE[key]) / 1600)
    return width, unit * (400 if has_score else 520 if has_practices else 820)


def _banner(key: str, school: School, context: PrintContext) -> Data:
    locale = context.locale
    width, height = size(key)
    score = highlights.score(school, locale)
    across, high = picture(key, has_score=score is not None, has_practices=bool(school.practices))
    return highlights.frame(school, strings.text(f"artefact.{key}", locale), locale) | {
        "width": width,
        "height": height,
        "cassette": _CASSETTE[key],
        "picture": [across, high],
        "photo": highlights.cover(school, context, Box(across + 2 * BLEED, high + 2 * BLEED, WALL)),
        "score": score,
        "practices": highlights.practices(school, locale, PRACTICES),
        "practices-label": strings.text("handout.practices", locale),
        "foot": highlights.foot(school, locale),
        "qr": code(school, context),
        "scan": context.t("handout.scan"),
    }


OWN_SIZE = ("a4",)
"""A sheet with a size of its own is made once, whatever the paper in the office."""
X_BANNER = Artefact("x-banner", "banner.typ", x_banner, papers=OWN_SIZE, bleed=BLEED, is_fitted=True)
ROLL_UP = Artefact("roll-up", "banner.typ", roll_up, papers=OWN_SIZE, bleed=BLEED, is_fitted=True)
SPANDUK = Artefact("spanduk", "spanduk.typ", spanduk, papers=OWN_SIZE, bleed=BLEED, is_fitted=True)

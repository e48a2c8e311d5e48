"""The attract loop of a kiosk: which slides of a school pass by, and how fast."""

from potret import slides
from potret.model import School
from potret.reader import Reader
from potret.slides import Slide

LOOP_SECONDS = 120
"""How long the attract loop lasts, both languages together."""
SHORTEST, LONGEST = 5, 8
"""Seconds a slide stays at least and at most in the loop."""
PHOTOS, PRACTICES = 2, 2


def seconds(count: int) -> float:
    """Give each slide of a loop its time, so that the whole takes about two minutes."""
    return round(min(max(LOOP_SECONDS / max(count, 1), SHORTEST), LONGEST), 1)


def loop(school: School, reader: Reader) -> list[Slide]:
    """Make the attract loop of a school that stands alone; `turns` makes that of several."""
    made = [slides.cover(school, reader), slides.figures(school, reader)]
    made += [*slides.stages(school, reader), *slides.standards(school, reader)]
    made += [slides.practice(school, one, reader) for one in school.practices[:PRACTICES]]
    photos = [one for one in slides.best_photos(school, reader) if one != made[0].photo]
    return made + [slides.photo(one, reader) for one in photos[:PHOTOS]]

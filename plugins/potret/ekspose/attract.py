"""The attract loop of a kiosk: which slides of a school pass by, and how fast."""

from potret import slides
from potret.model import School
from potret.reader import Reader
from potret.slides import Slide

LOOP_SECONDS = 120
"""How long the attract loop lasts, both languages together."""
SHORTEST, LONGEST = 5, 8
"""Seconds a slide stays at least and at most in the loop."""
MANY = 4
"""Beside so many other schools a school is only its cover: sixteen of them pass in under three minutes."""
PHOTOS, PRACTICES = 2, 2


def seconds(count: int) -> float:
    """Give each slide of a loop its time, so that the whole takes about two minutes."""
    return round(min(max(LOOP_SECONDS / max(count, 1), SHORTEST), LONGEST), 1)


def loop(school: School, reader: Reader, others: int) -> list[Slide]:
    """Make a school's part of the attract loop; beside many others it is only its cover."""
    made = [slides.cover(school, reader)]
    if others >= MANY:
        return made
    made += [slides.figures(school, reader), *slides.stages(school, reader)]
    if others:
        return [*made, *(slides.practice(school, one, reader) for one in school.practices[:1])]
    made += [*slides.standards(school, reader)]
    made += [slides.practice(school, one, reader) for one in school.practices[:PRACTICES]]
    photos = [one for one in slides.best_photos(school, reader) if one != made[0].photo]
    return made + [slides.photo(one, reader) for one in photos[:PHOTOS]]

"""Slides of a school and of its practices, as the site, the kiosk and print show them; no file format is known here."""

from potret.slides.deck import (
    best_photos,
    cover,
    end,
    figures,
    photo,
    practice,
    practice_show,
    show,
    stages,
    standards,
)
from potret.slides.slide import Slide, Words, cut

__all__ = [
    "Slide",
    "Words",
    "best_photos",
    "cover",
    "cut",
    "end",
    "figures",
    "photo",
    "practice",
    "practice_show",
    "show",
    "stages",
    "standards",
]

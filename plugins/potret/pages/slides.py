"""Slide shows of a school and of its practices: a plain page, slide after slide; slide.js shows them one at a time."""

from collections.abc import Iterator
from dataclasses import replace

from potret import places, slides
from potret.model import School
from potret.places import Place
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.slides import Slide


def compose(school: School, reader: Reader) -> SiteFile:
    """Make the slide show of a school."""
    at = places.slides(school.slug), places.portrait(school.slug)
    return _page(at, reader.t("slides.label"), slides.show(school, reader), school, reader)


def practices(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the slide show of each practice; its page leads there, the menu does not."""
    for one in school.practices:
        made = slides.practice_show(school, one, reader)
        label = reader.t("slides.of", name=made[0].title.text)
        at = places.practice_slides(school.slug, one.slug), places.practice(school.slug, one.slug)
        page = _page(at, label, made, school, reader)
        yield replace(page, menu=reader.t("nav.practices"), is_listed=False)


def _page(at: tuple[Place, Place], label: str, deck: list[Slide], school: School, reader: Reader) -> SiteFile:
    """Make the page of a show; `at` is its place and that of the page that tells it in full."""
    place, full = at
    lead = reader.t("slides.lead", count=len(deck), name=school.profile.nama)
    body = reader.body("slides", place, title=label, lead=lead, deck=deck, full=full)
    page = reader.school_page(school, place, label=label, description=lead, body=body)
    return replace(page, front={"hide": ["toc"], "scripts": ["slide"]})

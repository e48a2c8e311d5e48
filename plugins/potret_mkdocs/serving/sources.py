"""Pages of schools to which the office's pages and the portal may link, known without composing them."""

from collections.abc import Iterator

from potret import places
from potret.model import School
from potret.places import Place
from potret.sitefile import localised
from potret_mkdocs.frame import Frame
from potret_mkdocs.record import Record
from potret_mkdocs.serving.gathered import Gathered


def sources(gathered: Gathered, frame: Frame) -> Record:
    """List the pages by the path in the repository, as records of shards do."""
    found: dict[str, list[tuple[str, str]]] = {}
    for language in frame.languages:
        prefix = "" if language is frame.languages[0] else f"{language.locale}/"
        found[language.locale] = [
            (localised(place, locale), f"{prefix}{place.url}index.html")
            for school in gathered.schools.portfolio.schools
            for place in _places(school)
            for locale in frame.locales
        ]
    return Record(None, (), (), {}, {}, {}, found, ())


def _places(school: School) -> Iterator[Place]:
    yield places.portrait(school.slug)
    yield places.quality(school.slug)
    yield places.school_practices(school.slug)
    yield from (places.cycle(school.slug, cycle.year) for cycle in school.cycles)
    yield from (places.practice(school.slug, practice.slug) for practice in school.practices)

"""The menu of an exported tree: the office's own entries, and the schools below theirs."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from potret.places import SCHOOLS
from potret_mkdocs.edition import Edition

MOST_SCHOOLS = 24
"""Above that, schools are found by their list: other engines write the whole menu into every page."""


def menu(
    nav: list[Any], mapped: Mapping[str, str], edition: Edition, locale: str, words: Mapping[str, str]
) -> list[Any]:
    """Give the menu with the paths and words of one language."""
    schools = list(_schools(edition, locale, mapped)) if len(edition.portfolio.schools) <= MOST_SCHOOLS else []

    def entry(one: Any) -> Any:  # noqa: ANN401 - as YAML gives it
        if isinstance(one, str):
            return mapped.get(one, one)
        title, target = next(iter(one.items()))
        title = words.get(title, title)
        if isinstance(target, list):
            return {title: [entry(below) for below in target]}
        if target == SCHOOLS.source and schools:
            return {title: [mapped[target], *schools]}
        return {title: mapped.get(target, target)}

    return [entry(one) for one in nav]


def _schools(edition: Edition, locale: str, mapped: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    names = {school.slug: school.profile.nama for school in edition.portfolio.schools}
    listed = (page for page in edition.pages[locale].values() if page.school and page.is_listed)
    for slug, pages in groupby(listed, key=attrgetter("school")):
        below: list[Any] = []
        for title, group in groupby(pages, key=attrgetter("menu")):
            paths = [mapped[page.place.source] for page in group]
            below += [{title: paths}] if title else paths
        yield {names[slug]: below}

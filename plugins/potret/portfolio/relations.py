"""Relations between schools: one that passes its practice on in a circle is named, nothing is hidden."""

from collections.abc import Mapping, Sequence

from potret.model import School
from potret.problems import Problem, Severity
from potret.reading import SchoolFolder, read_yaml


def circles(schools: Sequence[School], folders: Mapping[str, SchoolFolder]) -> list[Problem]:
    """Warn where model schools name each other as imbas schools, directly or through others.

    One warning for each entry of such a circle, at its line; partners (mitra) may name each other.
    """
    slugs = {school.profile.npsn: school.slug for school in schools}
    named = {
        school.slug: [
            (number, slugs[one.npsn])
            for number, one in enumerate(school.profile.imbas)
            if one.hubungan == "imbas" and slugs.get(one.npsn, school.slug) != school.slug
        ]
        for school in schools
    }
    ways = {slug: [other for _, other in entries] for slug, entries in named.items()}
    return [
        _problem(folders, slug, number, way)
        for slug, entries in named.items()
        for number, other in entries
        if (way := _way(other, slug, ways))
    ]


def _way(start: str, goal: str, ways: Mapping[str, Sequence[str]]) -> list[str]:
    """Find the shortest way from one school to another along its imbas schools; empty if there is none."""
    found: dict[str, list[str]] = {start: [start]}
    queue = [start]
    for slug in queue:
        for other in ways[slug]:
            if other not in found:
                found[other] = [*found[slug], other]
                queue.append(other)
    return found.get(goal, [])


def _problem(folders: Mapping[str, SchoolFolder], slug: str, number: int, way: Sequence[str]) -> Problem:
    """Report at the entry's NPSN. The model knows no lines, so the one file is read again: circles are rare."""
    file = folders[slug].root / "sekolah.yml"
    others = [f"{folders[one].name}/sekolah.yml" for one in way[:-1]]
    document = read_yaml(file, folders[slug].path(file))
    loc = ("imbas", number, "npsn")
    return document.problem("imbas-circle", loc, Severity.WARNING, value=way[0], files=", ".join(others))

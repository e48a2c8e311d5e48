"""A site of some schools only: for a look while writing, and for a school's own bundle."""

from collections.abc import Sequence

from potret.model import Portfolio
from potret.problems import Problem
from potret.wording import nearest


def narrowed(
    portfolio: Portfolio, problems: Sequence[Problem], slugs: Sequence[str], name: str
) -> tuple[Portfolio, list[Problem]]:
    """Keep the named schools and what was found in them; all where none is named.

    `name` is how messages call the folder of schools. All are read first: a photo one school has taken back stays away
    from every other school too.
    """
    if not slugs:
        return portfolio, list(problems)
    schools = tuple(school for school in portfolio.schools if school.slug in slugs)
    broken = tuple(one for one in portfolio.quarantined if one.slug in slugs)
    found = concerned(problems, slugs, name)
    known = [school.slug for school in portfolio.schools]
    for slug in slugs:
        if slug not in {*known, *(one.slug for one in portfolio.quarantined)}:
            values = {"value": slug, "near": nearest(slug, known)}
            found.append(Problem(name, 0, 0, "only-unknown", values=values))
    return Portfolio(schools, broken), found


def concerned(problems: Sequence[Problem], slugs: Sequence[str], name: str) -> list[Problem]:
    """Keep what was found in the named schools or in none; all where none is named."""
    return [problem for problem in problems if not slugs or _folder(problem.path, name) in {*slugs, ""}]


def _folder(path: str, name: str) -> str:
    """Name the school a problem is about; nothing where it is about the folder of schools itself."""
    return path.removeprefix(f"{name}/").partition("/")[0] if path.startswith(f"{name}/") else ""

"""Load every school folder."""

from datetime import date
from pathlib import Path

from potret.model import Portfolio, Quarantined, School, Scope
from potret.portfolio.imbas import Elsewhere, missing
from potret.portfolio.moved import settle
from potret.portfolio.relations import circles
from potret.portfolio.school import load_school
from potret.portfolio.withdrawn import ledgers
from potret.problems import Problem, Severity, ordered
from potret.reading import school_folders
from potret.trial import Trial


def load(  # noqa: PLR0913 - what is read, and for whom
    schools_dir: Path,
    *,
    day: date | None = None,
    name: str = "schools",
    sensitive: bool = False,
    scope: Scope = "web",
    trial: Trial | None = None,
) -> tuple[Portfolio, list[Problem]]:
    """Read all schools below a folder.

    `day` decides whether a consent still holds (today if not given); `name` is how messages call the folder;
    `sensitive` keeps scores the catalogue calls sensitive, which otherwise no page and no file can show; `scope` is the
    edition the portfolio is for: photos that may not be shown there are not in it; `trial` tries texts before.
    Returns the portfolio, schools in the order of their folders, and every problem, sorted by path and line.
    """
    folders, problems = school_folders(schools_dir, name)
    folders = trial.tried(folders) if trial else folders
    schools: list[School] = []
    quarantined: list[Quarantined] = []
    by_npsn: dict[str, str] = {}
    today = day or date.today()  # noqa: DTZ011 - a consent ends at local midnight
    taken_back, elsewhere = ledgers(folders), list[Elsewhere]()
    for folder in folders:
        school, found = load_school(folder, today, taken_back, elsewhere, sensitive=sensitive, scope=scope)
        if school is not None and (first := by_npsn.setdefault(school.profile.npsn, folder.name)) != folder.name:
            values = {"value": school.profile.npsn, "first": first}
            found.append(Problem(f"{folder.name}/sekolah.yml", 0, 0, "npsn-twice", key="npsn", values=values))
            school = None
        if school is None:
            errors = sum(problem.severity is Severity.ERROR for problem in found)
            quarantined.append(Quarantined(folder.slug, errors))
        else:
            schools.append(school)
        problems += found
    problems += circles(schools, {folder.slug: folder for folder in folders})
    problems += missing(elsewhere, schools)
    schools, found = settle(schools, {folder.slug: folder for folder in folders})
    problems += found
    return Portfolio(tuple(schools), tuple(quarantined)), ordered(problems)

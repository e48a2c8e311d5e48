"""Old addresses: nobody takes one that another school has, had, or claims too."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from potret.model import Practice, School
from potret.problems import Problem
from potret.reading import Document, SchoolFolder, read_markdown, read_yaml

_KEY = "alamat_lama"


def settle(schools: Sequence[School], folders: Mapping[str, SchoolFolder]) -> tuple[list[School], list[Problem]]:
    """Give the schools with the old addresses each may have, and a warning for each other one.

    A folder that cannot be shown keeps its address all the same. Two schools that claim the same name both go
    without it: nobody but the office can tell whose it was.
    """
    problems: list[Problem] = []
    claims = {school.slug: frozenset(school.profile.alamat_lama) for school in schools}
    settled = [_settled(school, folders, claims, problems) for school in schools]
    return settled, problems


def _settled(
    school: School, folders: Mapping[str, SchoolFolder], claims: Mapping[str, frozenset[str]], problems: list[Problem]
) -> School:
    """Look at one school. The model knows no lines, so a file with a wrong address is read again: that is rare."""
    folder = folders[school.slug]
    file = folder.root / "sekolah.yml"

    def owner(old: str) -> str:
        others = [slug for slug, claimed in claims.items() if old in claimed and slug != school.slug]
        return folders[old].name if old in folders else folders[others[0]].name if others else ""

    found = _judged(school.profile.alamat_lama, school.slug, owner)
    profile = school.profile
    if any(code for code, _ in found.values()):
        problems += _said(found, read_yaml(file, folder.path(file)), profile.alamat_lama)
        profile = profile.model_copy(update={_KEY: _allowed(found)})
    practices = tuple(_practice(one, school.practices, folder, problems) for one in school.practices)
    return replace(school, profile=profile, practices=practices)


def _practice(
    practice: Practice, all_of_them: Sequence[Practice], folder: SchoolFolder, problems: list[Problem]
) -> Practice:
    slugs = {one.slug for one in all_of_them}

    def owner(old: str) -> str:
        claimed = [one.slug for one in all_of_them if old in one.front.alamat_lama and one is not practice]
        return f"praktik/{old}.md" if old in slugs else f"praktik/{claimed[0]}.md" if claimed else ""

    found = _judged(practice.front.alamat_lama, practice.slug, owner)
    if not any(code for code, _ in found.values()):
        return practice
    file = folder.root / "praktik" / f"{practice.slug}.md"
    problems += _said(found, read_markdown(file, folder.path(file)).front, practice.front.alamat_lama)
    return replace(practice, front=practice.front.model_copy(update={_KEY: _allowed(found)}))


def _judged(names: Iterable[str], slug: str, owner: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    """Give for each name the code of what is wrong with it and who has it; empty where nothing is wrong."""
    found: dict[str, tuple[str, str]] = {}
    for old in names:
        taken = "" if old == slug else owner(old)
        code = "moved-self" if old == slug else "moved-taken" if taken else ""
        found[old] = (code, taken)
    return found


def _allowed(found: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(old for old, (code, _) in found.items() if not code)


def _said(found: Mapping[str, tuple[str, str]], document: Document, names: Sequence[str]) -> Iterator[Problem]:
    for number, old in enumerate(names):
        code, owner = found[old]
        if code:
            yield document.warning(code, (_KEY, number), value=old, owner=owner)

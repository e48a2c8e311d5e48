"""One school folder to a school."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from potret import thread
from potret.model import (
    Article,
    Attachment,
    Cycle,
    OwnSlide,
    PortraitFront,
    Practice,
    PracticeFront,
    Profile,
    School,
    Scope,
)
from potret.portfolio.albums import load_albums
from potret.portfolio.article import load_article
from potret.portfolio.attachments import load_attachments
from potret.portfolio.cycles import documents, load_cycles
from potret.portfolio.filed import unnamed
from potret.portfolio.guarding import guard_document, unused, watched
from potret.portfolio.imbas import Elsewhere, evidence, load_imbas
from potret.portfolio.reports import load_reports
from potret.portfolio.review import review
from potret.problems import Problem, Severity
from potret.reading import MarkdownFile, SchoolFolder
from potret.validation import Known, build, check_practice, check_profile, check_slides
from potret.wording import nearest


def load_school(  # noqa: PLR0913 - what is read, and for whom
    folder: SchoolFolder,
    day: date,
    taken_back: Mapping[str, frozenset[str]],
    elsewhere: list[Elsewhere],
    *,
    sensitive: bool = False,
    scope: Scope = "web",
) -> tuple[School | None, list[Problem]]:
    """Read one school; None if its sekolah.yml cannot be used. Any other broken file is left out and named.

    `taken_back` are the digests of withdrawn photos by the school that withdrew them; `elsewhere` takes what its imbas
    schools say of other model schools' practices; `scope` is the edition, which decides over the photos.
    """
    problems = list(folder.misplaced())
    folder = watched(folder, day, problems)
    profile = _profile(folder, problems)
    albums = load_albums(folder, day, taken_back, problems, scope)
    photos = frozenset(photo.reference for album in albums for photo in album.photos)
    practices = _practices(folder, photos, problems)
    references = {f"foto:{reference}" for reference in photos}
    references |= {f"praktik:{practice.slug}" for practice in practices}
    known = Known(references, imbas=frozenset(one.npsn for one in profile.imbas) if profile else None)
    cycles: tuple[Cycle, ...] = load_cycles(folder, albums, known, problems)
    slides, portrait = _portrait(folder, photos, problems)
    files = load_reports(folder, day, problems, sensitive=sensitive)
    if profile is None:
        return None, problems
    adoptions = load_imbas(folder, profile, practices, evidence(cycles, albums), problems, elsewhere)
    reports = {year: report for year, (report, _) in files.items()}
    rest = _imbas_files(folder), scope, slides, documents(folder)
    school = School(folder.slug, profile, portrait, reports, cycles, practices, albums, adoptions, *rest)
    problems += [*_loose_ends(school, folder), *unnamed(school, folder.name), *thread.findings(school, folder.name)]
    problems += review(school, folder, {year: document for year, (_, document) in files.items()})
    problems += list(unused(folder, problems))
    return school, problems


def _profile(folder: SchoolFolder, problems: list[Problem]) -> Profile | None:
    file = folder.root / "sekolah.yml"
    if not file.is_file():
        problems.append(Problem(folder.path(file), 0, 0, "profile-missing"))
        return None
    document = folder.yaml(file)
    profile, found = build(Profile, document)
    found += guard_document(folder, document)
    if profile is not None:
        found += check_profile(profile, document)
    problems += found
    return None if any(problem.severity is Severity.ERROR for problem in found) else profile


def _imbas_files(folder: SchoolFolder) -> frozenset[str]:
    """List the imbas schools that have a report of their own; its text is not read yet."""
    return frozenset(file.stem.upper() for file in folder.named("imbas", ".yml"))


def _portrait(
    folder: SchoolFolder, photos: frozenset[str], problems: list[Problem]
) -> tuple[tuple[OwnSlide, ...], Article | None]:
    """Read the portrait and the slides its front matter may hold."""
    file = folder.root / "potret.md"
    if not file.is_file():
        problems.append(Problem(folder.path(file), 0, 0, "portrait-missing", Severity.WARNING))
        return (), None

    def check(front: PortraitFront, read: MarkdownFile) -> Iterator[Problem]:
        return check_slides(front.slide, photos, read.front)

    found = load_article(folder, file, PortraitFront, check, problems)
    return (found[0].slide, found[1]) if found else ((), None)


def _practices(folder: SchoolFolder, photos: frozenset[str], problems: list[Problem]) -> tuple[Practice, ...]:
    practices: list[Practice] = []
    for file in folder.named("praktik", ".md"):
        files: list[Attachment] = []
        rules = _practice_rules(folder, file.stem, photos, files, problems)
        found = load_article(folder, file, PracticeFront, rules, problems)
        if found:
            practices.append(Practice(file.stem, *found, tuple(files)))
    return tuple(sorted(practices, key=lambda practice: (-practice.front.tahun, practice.slug)))


def _practice_rules(
    folder: SchoolFolder, slug: str, photos: frozenset[str], files: list[Attachment], problems: list[Problem]
) -> Callable[[PracticeFront, MarkdownFile], list[Problem]]:
    def check(front: PracticeFront, file: MarkdownFile) -> list[Problem]:
        # What speaks against a document costs the document, not the practice: it is not among the page's findings.
        files.extend(load_attachments(folder, slug, front, file.front, problems))
        return [*check_practice(front, file), *check_slides(front.slide, photos, file.front)]

    return check


def _loose_ends(school: School, folder: SchoolFolder) -> list[Problem]:
    """Check what needs the whole school: the cover, photos that name a practice, a school without photos."""
    path, found = f"{folder.name}/sekolah.yml", []
    chosen = school.profile.foto_sampul
    if chosen and school.photo(chosen) is None:
        near = nearest(chosen, [f"foto/{photo.reference}" for photo in school.photos])
        values = {"value": chosen, "near": near}
        found.append(Problem(path, 0, 0, "cover-unknown", Severity.WARNING, "foto_sampul", values))
    if not any(True for _ in school.photos):
        found.append(Problem(f"{folder.name}/foto", 0, 0, "photos-none", Severity.NOTE))
    slugs = {practice.slug for practice in school.practices}
    for photo in school.photos:
        if photo.front.praktik and photo.front.praktik not in slugs:
            album = f"{folder.name}/foto/{photo.album}/album.yml"
            near = nearest(photo.front.praktik, sorted(slugs))
            values = {"value": photo.front.praktik, "photo": photo.front.berkas, "near": near}
            found.append(Problem(album, 0, 0, "practice-unknown", Severity.WARNING, "praktik", values))
    return found

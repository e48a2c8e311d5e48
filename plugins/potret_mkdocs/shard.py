"""One school's part of the site: a pure function of its folder and of what its key holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.plugins import PluginCollection

from potret.checks.evidence import check_evidence
from potret.checks.metadata import check_site
from potret.kit import KitStore
from potret.media import PhotoStore, Workshop
from potret.model import Portfolio, School
from potret.packing import kits
from potret.pages import written
from potret.portfolio.imbas import Elsewhere
from potret.portfolio.school import load_school
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.site import compose_school
from potret.translation import findings
from potret_mkdocs.edition import Edition, is_sensitive, pictures, urls
from potret_mkdocs.frame import Frame, reader
from potret_mkdocs.prints import prints
from potret_mkdocs.record import Record
from potret_mkdocs.rendering import listening, write
from potret_mkdocs.searchparts import index_shard


def make(  # noqa: PLR0913, PLR0917 - what a key holds
    frame: Frame,
    folder: SchoolFolder,
    withdrawn: Mapping[str, frozenset[str]],
    day: date,
    workshop: Workshop,
    tree: Path,
) -> Record:
    """Write a school's pages and files below a folder; give its record."""
    elsewhere: list[Elsewhere] = []
    config = frame.languages[0].config
    school, problems = load_school(folder, day, withdrawn, elsewhere, sensitive=is_sensitive(config))
    if school is None:
        return Record(None, tuple(problems), (), {}, {}, {}, {}, ())
    edition = compose(school, frame, folder, Tools(day, workshop, tree.parent))
    with listening() as said:
        entries, sources = write(frame, edition, tree)
    index_shard(frame, tree, school.slug)
    problems += [*findings(edition.portfolio, frame.locales), *written.findings(edition.portfolio), *edition.problems]
    problems += _checked(config.plugins, tree)
    made, packed = edition.pictures[school.slug], next(iter(edition.readers.values())).kits
    own = {locale: urls(pages) for locale, pages in edition.pages.items()}
    return Record(school, tuple(problems), tuple(elsewhere), made, packed, entries, sources, tuple(said), own)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a school's photos and PDFs are made with."""

    day: date
    workshop: Workshop
    scratch: Path


def compose(school: School, frame: Frame, folder: SchoolFolder, tools: Tools) -> Edition:
    """Compose a school's pages in every language, after its photos, PDFs and kits are made."""
    first = frame.languages[0]
    cache, portfolio = Path(first.schools.config.cache_dir), Portfolio((school,), ())
    store = PhotoStore(cache / "renditions", tools.workshop)
    made, unreadable = pictures(portfolio, store, folder.root.parent.name)
    printed = prints(portfolio, made, first.schools.config, frame.locales, first.config, tools.day, tools.scratch)
    bare = [replace(reader(language), pictures=made, prints=printed.prints) for language in frame.languages]
    taken = kits(portfolio, bare, KitStore(cache / "kits"), printed.cards)
    readers = {one.locale: replace(one, kits=taken) for one in bare}
    composed = {locale: {page.source: page for page in compose_school(school, one)} for locale, one in readers.items()}
    return Edition(portfolio, composed, readers, made, Path(), {}, (*unreadable, *printed.problems))


def _checked(plugins: PluginCollection, tree: Path) -> Iterator[Problem]:
    """Check what two plugins check on a finished site: both look no further than one school."""
    if "potret/gallery" in plugins:
        yield from check_site(tree)
    if "potret/checklist" in plugins:
        yield from check_evidence(tree)

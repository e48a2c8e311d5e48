"""One build's worth of composed pages: made once, handed over language by language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from potret.font import subset_font
from potret.kit import KitStore
from potret.media import PhotoStore, Picture, Workshop
from potret.model import Portfolio
from potret.packing import kits
from potret.pages import feed, written
from potret.problems import Problem, Severity
from potret.publishing.moved import left_behind
from potret.reader import Reader
from potret.site import compose, data_files
from potret.sitefile import DataFile, SiteFile
from potret.translation import findings
from potret_mkdocs import setting
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.prints import prints
from potret_mkdocs.reference import reference
from potret_mkdocs.trying import loaded


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything the domain gives for one build."""

    portfolio: Portfolio
    pages: Mapping[str, Mapping[str, SiteFile]]
    """Pages by reader's language, then by source path."""
    readers: Mapping[str, Reader]
    pictures: Mapping[str, Mapping[str, Picture]]
    font: Path
    feeds: Mapping[str, str]
    """Atom feeds by their place in the site; none where the site does not know its address."""
    problems: tuple[Problem, ...]
    data: tuple[DataFile, ...] = ()
    """Open data, the same for every language."""
    moved: tuple[DataFile, ...] = ()
    """Pages at old addresses that lead to the present ones."""
    is_portal: bool = False
    """Whether the schools' own files come from elsewhere: `potret build` has them in its shards."""


def prepare(config: SchoolsConfig, locales: list[str], site: MkDocsConfig) -> Edition:
    """Read the schools, make their pictures and compose every page in every language."""
    schools_dir, cache_dir = Path(config.schools_dir), Path(config.cache_dir)
    portfolio, problems = loaded(config, site, sensitive=is_sensitive(site))
    problems += [*findings(portfolio, locales), *written.findings(portfolio)]
    with Workshop() as workshop:
        made, unreadable = pictures(portfolio, PhotoStore(cache_dir / "renditions", workshop), schools_dir.name)
    printed = prints(portfolio, made, config, locales, site)
    url, is_folders = site.site_url or "", site.use_directory_urls
    bare = [Reader(locale, made, is_folders, prints=printed.prints, site_url=url) for locale in locales]
    packed = kits(portfolio, bare, KitStore(cache_dir / "kits"), printed.cards)
    readers = {reader.locale: replace(reader, kits=packed) for reader in bare}
    pages = {
        locale: _by_source((*compose(portfolio, locales, one), *reference(one, config)))
        for locale, one in readers.items()
    }
    feeds = {feed.uri(one): text for one in readers.values() if (text := feed.compose(portfolio, one)) is not None}
    found = (*problems, *unreadable, *printed.problems, *setting.findings(config, site))
    font, data = subset_font(cache_dir / "font"), tuple(data_files(portfolio))
    moved = tuple(left_behind(portfolio, {locale: urls(of) for locale, of in pages.items()}, readers))
    return Edition(portfolio, pages, readers, made, font, feeds, found, data, moved)


def urls(pages: Mapping[str, SiteFile]) -> list[str]:
    """Give the addresses of pages, without the language's folder."""
    return [page.place.url for page in pages.values()]


def is_sensitive(site: MkDocsConfig) -> bool:
    """Tell whether sensitive rows are published: only if `potret/checklist` is listed and says so."""
    plugin = site.plugins.get("potret/checklist")
    return plugin is not None and bool(plugin.config["sensitive"])


def _by_source(pages: Iterable[SiteFile]) -> dict[str, SiteFile]:
    return {page.source: page for page in pages}


def pictures(portfolio: Portfolio, store: PhotoStore, name: str) -> tuple[dict[str, dict[str, Picture]], list[Problem]]:
    """Make or find the photos of all schools; give them by school and reference, and what could not be read."""
    made: dict[str, dict[str, Picture]] = {}
    problems: list[Problem] = []
    for school in portfolio.schools:
        made[school.slug], failed = store.pictures(school.slug, school.photos)
        for place, reason in failed.items():
            album, _, file = place.partition("/")
            path = f"{name}/{school.slug}/foto/{album}/{file}"
            values = {"value": file, **reason.values}
            problems.append(Problem(path, 0, 0, reason.code, Severity.WARNING, values=values))
    return made, problems

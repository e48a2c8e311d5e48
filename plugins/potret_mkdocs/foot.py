"""What stands at the foot of every page, and the files programs look for; from the settings in mkdocs.yml."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from potret import places, strings
from potret.problems import Problem
from potret.publishing.wellknown import check_contact, contact, robots, security_txt
from potret.sitefile import DataFile
from potret_mkdocs.languages import languages

_PAGES = ((places.REPORT, "foot.report"), (places.LICENCES, "foot.licences"))


@dataclass(frozen=True, slots=True)
class FootLink:
    """One link at the foot."""

    label: str
    url: str
    is_outside: bool = False


def offer(files: Files, config: MkDocsConfig) -> None:
    """Hand the links to the theme, in the language being built; a page the office took out is not linked."""
    locale = languages(config).current
    found = [(_file(files, place), key) for place, key in _PAGES]
    links = [FootLink(strings.text(key, locale), file.url) for file, key in found if file is not None]
    if address := contact(config.extra.get("kontak") or ""):
        links.append(FootLink(strings.text("foot.contact", locale), address, is_outside=True))
    config.extra["potret_footer"] = links


def known_files(files: Files, config: MkDocsConfig) -> Iterator[DataFile]:
    """Write robots.txt and security.txt, unless the office has its own."""
    extra, site_url = config.extra, config.site_url or ""
    report = _file(files, places.REPORT)
    address = report.url if report is not None else ""
    made = (robots(site_url), security_txt(extra.get("kontak"), extra.get("kontak_sampai"), site_url, address))
    yield from (one for one in made if one is not None and one.uri not in files.src_uris)


def findings(config: MkDocsConfig) -> Iterator[Problem]:
    """Check the settings."""
    yield from check_contact(config.extra.get("kontak"), config.extra.get("kontak_sampai"), "mkdocs.yml")


def _file(files: Files, place: places.Place) -> File | None:
    """Find a page of the language being built; static-i18n keeps one file of each page, lapor.md or lapor.en.md."""
    found = (file for file in files.documentation_pages() if _bare(file.src_uri) == place.source)
    return next(found, None)


def _bare(source: str) -> str:
    stem, _, suffix = source.removesuffix(".md").rpartition(".")
    return f"{stem}.md" if stem and suffix in strings.locales() else source

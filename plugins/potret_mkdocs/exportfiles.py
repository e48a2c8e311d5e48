"""The files of an exported tree: composed pages, the office's own, photos, documents and what they look like."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.utils.meta import get_data

from potret import strings
from potret.directives import expand
from potret.exporting.addresses import Addresses, address, composed
from potret.exporting.page import composed_page, office_page
from potret.pages.blocks import handlers
from potret.places import SEARCH, Place
from potret.reader import Reader
from potret.sitefile import Body
from potret.styles import STYLE_URI, stylesheet
from potret.templates import theme_dir
from potret_mkdocs import carried
from potret_mkdocs.edition import Edition
from potret_mkdocs.office import TRUSTED

Content = str | bytes | Path
SCRIPTS = tuple(f"assets/potret/{name}.js" for name in ("filter", "lightbox", "slide", "balas"))
_ICON = "assets/potret/ikon.svg"


def paths(config: MkDocsConfig, edition: Edition, locale: str) -> Mapping[str, str]:
    """Give each page's path in the tree by its source without language; the engine brings a search of its own."""
    pages = edition.pages[locale].values()
    written = {page.place.source: composed(page.place.url) for page in pages if page.place != SEARCH}
    return {**{source: source for source in map(_bare, _office(config, edition, locale))}, **written}


def docs(config: MkDocsConfig, edition: Edition, locale: str) -> Iterator[tuple[str, Content]]:
    """Give each file below docs/ of one language."""
    reader, mapped = edition.readers[locale], paths(config, edition, locale)
    is_trusted = config.plugins["potret/schools"].config["kantor"] == TRUSTED
    for page in edition.pages[locale].values():
        if page.place != SEARCH:
            file, source = mapped[page.place.source], page.place.source
            seen = Addresses(page.place.url, source, file, mapped, reader.prefix)
            yield file, composed_page(page.front_matter, page.body, seen)
    office = _office(config, edition, locale)
    for uri, path in office.items():
        source = _bare(uri)
        translated = f"{source.removesuffix('.md')}.{locale}.md"
        if not uri.endswith(".md"):
            yield uri, path
        elif uri == (translated if translated in office else source):
            place = Place(source, address(source))
            seen = Addresses(place.url, source, source, mapped, reader.prefix)
            yield source, office_page(*_written(path, place, edition, reader), seen, is_trusted=is_trusted)
    yield from _assets(edition, reader)


def _office(config: MkDocsConfig, edition: Edition, locale: str) -> dict[str, Path]:
    files = (file for file in get_files(config) if file.src_uri not in edition.pages[locale])
    return {file.src_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}


def _written(path: Path, place: Place, edition: Edition, reader: Reader) -> tuple[Mapping[str, object], Body]:
    text, front = get_data(path.read_text(encoding="utf-8-sig"))
    return front, expand(text, handlers(edition.portfolio, reader, place), place.source)[0].body


def _assets(edition: Edition, reader: Reader) -> Iterator[tuple[str, Content]]:
    yield STYLE_URI, stylesheet()
    yield from (*carried.common(edition), *carried.assets(edition).items())
    for name in (_ICON, *SCRIPTS):
        yield name, theme_dir() / name
    yield from ((data.uri, data.text) for data in edition.data)
    others = tuple(f"{locale}/" for locale in edition.readers)
    for uri, text in (*edition.feeds.items(), *((moved.uri, moved.text) for moved in edition.moved)):
        mine = uri.removeprefix(reader.prefix)
        if uri.startswith(reader.prefix) and not mine.startswith(others):
            yield mine, text


def _bare(source: str) -> str:
    """Take the language out of a page's name: lapor.en.md is a page of lapor.md."""
    stem, _, suffix = source.removesuffix(".md").rpartition(".")
    return f"{stem}.md" if source.endswith(".md") and stem and suffix in strings.locales() else source

"""The two-phase handover of composed pages to MkDocs and static-i18n.

static-i18n (-100) crashes on an in-memory File it finds at its `on_files`, and drops generated pages that lie outside
docs_dir (its issue #263). So pages are *announced* before it, as plain files that need not exist, and *filled* after
it, on those it kept; files that all languages share are added last.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from potret import places
from potret.font import font_licence
from potret.places import Place
from potret.sitefile import SiteFile, localised
from potret.styles import STYLE_URI, stylesheet
from potret_mkdocs.edition import Edition
from potret_mkdocs.unused import drop_unused

FONT_URI = "assets/potret/plus-jakarta-sans.woff2"
OWNER = "potret/schools"


def announce(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Tell MkDocs which pages there will be, in which languages, and at which address."""
    drop_unused(files)
    known = {file.src_uri for file in files}
    for pages in edition.pages.values():
        for source, page in pages.items():
            if source not in known:
                known.add(source)
                files.append(announced(page.place, page.text_locale, config))


def announced(place: Place, locale: str, config: MkDocsConfig) -> File:
    """Make a page known before it has a text."""
    source = localised(place, locale)
    dest = f"{place.url}index.html"
    return File(source, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=dest)


def fill(files: Files, edition: Edition, locale: str, config: MkDocsConfig) -> None:
    """Give the announced pages of a language their content, and add photos and the font."""
    fill_pages(files, edition, locale)
    files.append(File.generated(config, STYLE_URI, content=stylesheet()))
    for uri, text in edition.feeds.items():
        files.append(File.generated(config, uri, content=text))
    own = assets(edition) if edition.is_portal else {}
    for uri, path in _shared(edition):
        if uri not in own:
            files.append(_asset(uri, path, config))
    for data in edition.data:
        files.append(File.generated(config, data.uri, content=data.text))


def fill_pages(files: Files, edition: Edition, locale: str) -> None:
    """Give the announced pages of a language their content."""
    for source, page in edition.pages[locale].items():
        file = files.src_uris.get(source)
        if file is not None:
            file.content_string = _text(page)
            file.generated_by = OWNER
            file.edit_uri = page.edit_uri


def assets(edition: Edition) -> dict[str, Path]:
    """Give the files that come with the schools, without those of the site itself."""
    return {uri: path for uri, path in _shared(edition) if not uri.startswith("assets/potret/plus-jakarta-sans")}


def _text(page: SiteFile) -> str:
    """Write the page for MkDocs. Material prints the title unescaped in menus, so it goes in escaped."""
    front = {**page.front_matter, "title": escape(page.label)}
    header = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{page.body.markdown}\n"


def _shared(edition: Edition) -> Iterable[tuple[str, Path]]:
    yield FONT_URI, edition.font
    yield "assets/potret/plus-jakarta-sans-OFL.txt", font_licence()
    kits = next(iter(edition.readers.values())).kits  # every language's readers have the same
    yield from ((kit.uri, kit.path) for kit in kits.values())
    for pictures in edition.pictures.values():
        for picture in pictures.values():
            yield from ((file.uri, file.path) for file in picture.files)
    for school in edition.portfolio.schools:
        for practice in school.practices:
            for one in practice.attachments:
                yield places.attachment(school.slug, practice.slug, one.name), one.path


def _asset(uri: str, path: Path, config: MkDocsConfig) -> File:
    return File.generated(config, uri, abs_src_path=str(path))

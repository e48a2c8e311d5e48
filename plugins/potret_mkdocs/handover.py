"""The two-phase handover of composed pages to MkDocs and static-i18n.

static-i18n (-100) crashes on an in-memory File it finds at its `on_files`, and drops generated pages that lie outside
docs_dir (its issue #263). So pages are *announced* before it, as plain files that need not exist, and *filled* after
it, on those it kept; files that all languages share are added last.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from potret import places
from potret.font import font_licence
from potret.licences import published_texts
from potret.sitefile import SiteFile
from potret.styles import STYLE_URI, stylesheet
from potret.templates import theme_dir
from potret_mkdocs import foot
from potret_mkdocs.edition import Edition

FONT_URI = "assets/potret/plus-jakarta-sans.woff2"
OWNER = "potret/schools"

# 5 MB of search workers for 30 languages, a 2 MB word list for Thai, maps for debuggers, a palette we define ourselves.
_UNUSED = re.compile(r"assets/(javascripts/|images/|stylesheets/(palette|.*\.map$))")


def announce(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Tell MkDocs which pages there will be, in which languages, and at which address."""
    _drop_unused(files)
    known = {file.src_uri for file in files}
    for pages in edition.pages.values():
        for source, page in pages.items():
            if source not in known:
                known.add(source)
                dest = f"{page.place.url}index.html"
                urls = config.use_directory_urls
                files.append(File(source, config.docs_dir, config.site_dir, urls, dest_uri=dest))


def fill(files: Files, edition: Edition, locale: str, config: MkDocsConfig) -> None:
    """Give the announced pages of a language their content, and add photos and the font."""
    for source, page in edition.pages[locale].items():
        file = files.src_uris.get(source)
        if file is not None:
            file.content_string = _text(page)
            file.generated_by = OWNER
            file.edit_uri = page.edit_uri
    files.append(File.generated(config, STYLE_URI, content=stylesheet()))
    for uri, text in edition.feeds.items():
        files.append(File.generated(config, uri, content=text))
    for uri, path in shared(edition):
        files.append(_asset(uri, path, config))
    for data in (*edition.data, *edition.moved, *foot.known_files(files, config)):
        file = File.generated(config, data.uri, content=data.text)
        file.inclusion = InclusionLevel.INCLUDED  # .well-known too, which begins with a dot
        files.append(file)
    foot.offer(files, config)


def _text(page: SiteFile) -> str:
    """Write the page for MkDocs. Material prints the title unescaped in menus, so it goes in escaped."""
    front = {**page.front_matter, "title": escape(page.label)}
    header = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{page.body.markdown}\n"


def shared(edition: Edition) -> Iterable[tuple[str, Path]]:
    """Give the files that all languages share, by their address below the root."""
    yield FONT_URI, edition.font
    yield "assets/potret/plus-jakarta-sans-OFL.txt", font_licence()
    yield from published_texts()
    reader = next(iter(edition.readers.values()))  # every language's readers have the same
    yield from ((kit.uri, kit.path) for kit in reader.kits.values())
    yield from ((one.uri, one.path) for printed in reader.prints.values() for one in printed)
    for pictures in edition.pictures.values():
        for picture in pictures.values():
            yield from ((file.uri, file.path) for file in picture.files)
    for school in edition.portfolio.schools:
        for practice in school.practices:
            for one in practice.attachments:
                yield places.attachment(school.slug, practice.slug, one.name), one.path


def _asset(uri: str, path: Path, config: MkDocsConfig) -> File:
    return File.generated(config, uri, abs_src_path=str(path))


def _drop_unused(files: Files) -> None:
    """Keep templates from being published as pages, and Material's scripts and source maps at all."""
    for file in list(files):
        is_ours = file.src_dir is not None and Path(file.src_dir) == theme_dir()
        is_source = is_ours and (not file.src_uri.startswith("assets/") or file.src_uri.endswith(".css"))
        if is_source or _UNUSED.match(file.src_uri):
            files.remove(file)

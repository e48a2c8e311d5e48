"""The two-phase handover of composed pages to MkDocs and static-i18n.

static-i18n (-100) crashes on an in-memory File it finds at its `on_files`, and drops generated pages that lie outside
docs_dir (its issue #263). So pages are *announced* before it, as plain files that need not exist, and *filled* after
it, on those it kept; files that all languages share are added last.
"""

from html import escape
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from potret.places import Place
from potret.sitefile import SiteFile, localised
from potret.styles import STYLE_URI, stylesheet
from potret_mkdocs import carried, foot
from potret_mkdocs.edition import Edition
from potret_mkdocs.unused import drop_unused

OWNER = "potret/schools"
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""libyaml's where it is there, in a tenth of the time."""


def announce(files: Files, edition: Edition, config: MkDocsConfig) -> Files:
    """Tell MkDocs which pages there will be, in which languages, and at which address."""
    drop_unused(files)
    known = {file.src_uri for file in files}
    for pages in edition.pages.values():
        for source, page in pages.items():
            if source not in known:
                known.add(source)
                files.append(announced(page.place, page.text_locale, config))
    return files


def announced(place: Place, locale: str, config: MkDocsConfig) -> File:
    """Make a page known before it has a text."""
    source = localised(place, locale)
    dest = f"{place.url}index.html"
    return File(source, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=dest)


def fill(files: Files, edition: Edition, locale: str, config: MkDocsConfig) -> Files:
    """Give the announced pages of a language their content, and add photos and the font."""
    fill_pages(files, edition, locale)
    files.append(File.generated(config, STYLE_URI, content=stylesheet()))
    for uri, text in edition.feeds.items():
        files.append(File.generated(config, uri, content=text))
    for uri, path in (*carried.common(edition), *({} if edition.is_portal else carried.assets(edition)).items()):
        files.append(_asset(uri, path, config))
    for data in (*edition.data, *edition.moved, *foot.known_files(files, config)):
        file = File.generated(config, data.uri, content=data.text)
        file.inclusion = InclusionLevel.INCLUDED  # .well-known too, which begins with a dot
        files.append(file)
    foot.offer(files, config)
    return files


def fill_pages(files: Files, edition: Edition, locale: str) -> None:
    """Give the announced pages of a language their content."""
    for source, page in edition.pages[locale].items():
        file = files.src_uris.get(source)
        if file is not None:
            file.content_string = _text(page)
            file.generated_by = OWNER
            file.edit_uri = page.edit_uri


def _text(page: SiteFile) -> str:
    """Write the page for MkDocs. Material prints the title unescaped in menus, so it goes in escaped."""
    front = {**page.front_matter, "title": escape(page.label)}
    header = yaml.dump(front, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{page.body.markdown}\n"


def _asset(uri: str, path: Path, config: MkDocsConfig) -> File:
    return File.generated(config, uri, abs_src_path=str(path))

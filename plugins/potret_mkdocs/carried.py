"""Files that come with the pages: photos, kits, PDFs and attachments of schools, and what the site brings itself."""

from collections.abc import Iterable
from pathlib import Path

from potret import places
from potret.font import font_licence
from potret.licences import published_texts
from potret_mkdocs.edition import Edition

FONT_URI = "assets/potret/plus-jakarta-sans.woff2"


def assets(edition: Edition) -> dict[str, Path]:
    """Give the files that come with the schools, without those of the site itself."""
    return dict(_schools(edition))


def common(edition: Edition) -> Iterable[tuple[str, Path]]:
    """Give the files of the site itself."""
    yield FONT_URI, edition.font
    yield "assets/potret/plus-jakarta-sans-OFL.txt", font_licence()
    yield from published_texts()


def _schools(edition: Edition) -> Iterable[tuple[str, Path]]:
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

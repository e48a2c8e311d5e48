"""What a school offers to print, as a reader on a slow phone has to know it."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret.model import School
from potret.pages.practices import size_text
from potret.places import Place
from potret.printed import Printed
from potret.reader import Reader


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One PDF in one language."""

    name: str
    """Artefact and language, in the reader's words."""
    says: str
    """Kind, pages, size, paper."""
    href: str
    locale: str
    file: str


def offers(school: School, reader: Reader, at: Place) -> list[list[PrintFile]]:
    """Give a school's PDFs by artefact, each with the reader's language first."""
    found: dict[str, list[Printed]] = {}
    for one in reader.prints.get(school.slug, ()):
        found.setdefault(one.artefact, []).append(one)
    return [list(_files(files, reader, at)) for files in found.values()]


def paper(school: School, reader: Reader) -> str:
    """Name the paper of the PDFs that have one."""
    return next((one.paper.upper() for one in reader.prints.get(school.slug, ()) if one.paper), "A4")


def _files(files: list[Printed], reader: Reader, at: Place) -> Iterator[PrintFile]:
    links = reader.links(at)
    for one in sorted(files, key=lambda file: file.locale != reader.locale):
        language = reader.t(f"language.{one.locale}")
        name = reader.t("downloads.name", artefact=reader.t(f"artefact.{one.artefact}"), language=language)
        key = "downloads.file_one" if one.pages == 1 else "downloads.file"
        says = reader.t(key, pages=one.pages, size=size_text(one.size, reader), paper=one.format)
        yield PrintFile(name, says, links.asset(one.uri), one.locale, one.name)

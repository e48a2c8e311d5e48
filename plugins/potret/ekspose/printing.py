"""Artefacts on paper: data as JSON to Typst, a tagged PDF back. A template gets data only, never markup."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import typst

from potret import strings
from potret.annex import Annex
from potret.ekspose.darkroom import Box, Darkroom, Shot
from potret.ekspose.fonts import print_fonts, signs
from potret.ekspose.shortening import shortened
from potret.ekspose.signs import Signs, cleaned
from potret.ekspose.trimming import trimmed
from potret.media import PhotoStore, Picture, Workshop
from potret.model import Photo, School, Scope, Text
from potret.problems import Problem, Severity
from potret.templates import theme_dir
from potret.wording import shorten

_PAGE = re.compile(rb"/Type\s*/Page\b")
"""Typst writes page objects outside of compressed streams."""
SCOPE: Scope = "cetak"
PRINTED: tuple[Scope, ...] = (SCOPE,)
PUBLISHED: tuple[Scope, ...] = ("web", SCOPE)
"""What a consent has to cover: for paper handed out by the school, and for a PDF that anybody can fetch and print."""
_CAPTION = 280
"""Letters of a caption: a photo and its caption stay together on one page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright; millimetres."""

    name: str
    width: int
    height: int


PAPERS = MappingProxyType({"a4": Paper("a4", 210, 297), "f4": Paper("f4", 215, 330)})
"""F4 (folio) is what Indonesian school offices print on as much as A4."""


@dataclass(frozen=True, slots=True)
class PrintContext:
    """For whom an artefact is made, and with which photos."""

    locale: str
    day: date
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Pictures of one school by the photo's reference."""
    site_url: str = ""
    """Address of the public site with a slash at the end; empty where there is none yet."""
    stand: str = ""
    """Number of the school's stand at an ekspose; empty where no event was named."""
    scopes: tuple[Scope, ...] = PRINTED
    """What a consent has to cover, all of it."""
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    """Cleaned evidence by its file name in `dokumen/`."""
    printed: date | None = None
    """Date on the newsletter; the newest dated event of the school's data if not given."""

    def t(self, key: str, **values: object) -> str:
        """Look an interface string up."""
        return strings.text(key, self.locale, **values)

    def say(self, text: Text | None) -> str:
        """Give a text as plain words, in Indonesian where it is not translated."""
        return text.of(self.locale)[0] if text else ""

    def photos(self, school: School) -> list[Photo]:
        """List the photos that may be printed and could be read."""
        return [photo for photo in school.photos if self.may_print(photo)]

    def may_print(self, photo: Photo | None) -> bool:
        """Tell whether a photo may be printed: nobody can be recognised, or consent is recorded for print."""
        if photo is None or photo.reference not in self.pictures:
            return False
        return all(photo.front.may_show(scope, self.day) for scope in self.scopes)

    def photo(self, photo: Photo, box: Box) -> dict[str, object]:
        """Describe a photo to a template that gives it this room: file, alt text and caption."""
        front = photo.front
        return {
            "file": Shot(photo, self.pictures[photo.reference], box),
            "alt": self.say(front.alt),
            "caption": shorten(self.say(front.keterangan), _CAPTION),
            "day": strings.day(front.tanggal, self.locale) if front.tanggal else "",
            "place": shorten(self.say(front.tempat)),
            "credit": shorten(front.kredit or ""),
        }


@dataclass(frozen=True, slots=True)
class Artefact:
    """One thing to print: what it is called, the file in `theme/…/print/`, and the data for it."""

    name: str
    """Word for `--apa` and in the file's name; its title stands in locales under `artefact.<name>`."""
    template: str
    data: Callable[[School, PrintContext], Mapping[str, object]]
    """Must hold `title`, the title of the document."""
    papers: tuple[str, ...] = ("a4", "f4")
    """Papers it can be made for; a banner has its own size and only one row here: ("a4",)."""
    is_accessible: bool = True
    """Whether PDF/UA-1 is demanded; a banner too, as long as nothing in it forbids that."""
    bleed: int = 0
    """Millimetres the page is larger than the trimmed sheet on each side."""
    is_fitted: bool = False
    """Whether texts are cut to fit their boxes (`fit` of pieces.typ); then what was cut is reported."""
    finish: "Callable[[bytes, PrintContext, School, Paper], bytes] | None" = None
    """What is done to the finished document."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished document."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Typst over a private folder that holds templates and photos and nothing else."""

    root: Path
    fonts: Path
    compiler: typst.Compiler
    signs: Signs
    darkroom: Darkroom

    def make(self, artefact: Artefact, school: School, context: PrintContext, paper: Paper) -> Pdf:
        """Print an artefact of a school."""
        pdf = self.compile(artefact, artefact.data(school, context), paper, context.locale, school.slug)
        if artefact.finish is None or not pdf.data:
            return pdf
        return replace(pdf, data=artefact.finish(pdf.data, context, school, paper))

    def compile(self, artefact: Artefact, data: Mapping[str, object], paper: Paper, locale: str, name: str = "") -> Pdf:
        """Compile a template with data; whatever Typst warns of is a problem, and a failure gives no pages."""
        self.signs.missing.clear()
        page = {"name": paper.name, "width": paper.width, "height": paper.height}
        place = f"{name}/{artefact.name}" if name else artefact.name
        shown, problems = self.darkroom.developed(data, place)
        doc = cleaned({"locale": locale, "paper": page, "words": words(locale), "data": shown}, self.signs)
        problems += _missing(self.signs, place)
        template = self.root / "print" / artefact.template
        inputs = {"doc": json.dumps(doc, ensure_ascii=False, sort_keys=True)}
        try:
            made, warnings = self.compiler.compile_with_warnings(
                input=str(template),
                sys_inputs=inputs,
                pdf_standards=["ua-1"] if artefact.is_accessible else [],
            )
        except typst.TypstError as error:
            return Pdf(b"", 0, (*problems, Problem(place, 0, 0, "print-failed", values={"value": shorten(error, 200)})))
        problems += [
            Problem(place, 0, 0, "print-warning", Severity.WARNING, values={"value": shorten(one.message, 200)})
            for one in warnings
        ]
        problems += shortened(self.compiler, place) if artefact.is_fitted else []
        whole = made if isinstance(made, bytes) else b""
        boxed = trimmed(whole, artefact.bleed) if artefact.bleed else whole
        return Pdf(boxed, pages_of(whole), tuple(problems))


def pages_of(data: bytes) -> int:
    """Count the pages of what Typst made."""
    return len(_PAGE.findall(data))


@contextmanager
def press(cache: Path, workshop: Workshop | None = None, folder: Path | None = None) -> Iterator[Press]:
    """Open a press for one school, below `folder` or the system's own; its files are gone afterwards."""
    fonts = print_fonts(cache / "fonts")
    with TemporaryDirectory(prefix="potret-print-", dir=folder) as name:
        root = Path(name)
        shutil.copytree(theme_dir() / "print", root / "print", ignore=shutil.ignore_patterns("*.md"))
        (root / "foto").mkdir()
        # No system fonts: every machine gives the same bytes. No packages: nothing is fetched from the network.
        compiler = typst.Compiler(
            input=None,
            root=root,
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            package_path=root / "paket",
            package_cache_path=root / "paket",
        )
        darkroom = Darkroom(root, PhotoStore(cache / "renditions", workshop))
        yield Press(root, fonts, compiler, Signs(signs(fonts), lambda sign: _shows(compiler, sign)), darkroom)


def words(locale: str) -> dict[str, str]:
    """Give templates their interface strings: everything below `print` in the locale, without that word."""
    return {key.removeprefix("print."): strings.find(key, locale) or "" for key in _keys()}


def _keys() -> list[str]:
    return sorted(key for key in strings.keys(strings.FALLBACK) if key.startswith("print."))


def _shows(compiler: typst.Compiler, sign: str) -> bool:
    """Try one sign: PDF/UA-1 fails where no typeface has it."""
    source = b'#set document(title: "x", date: none)\n#set text(lang: "id")\n#sys.inputs.doc'
    try:
        compiler.compile(input=source, sys_inputs={"doc": sign}, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


def _missing(signs: Signs, place: str) -> list[Problem]:
    if not signs.missing:
        return []
    shown = " ".join(f"U+{ord(sign):04X}" for sign in sorted(signs.missing)[:12])
    return [Problem(place, 0, 0, "print-signs", Severity.NOTE, values={"value": shown})]

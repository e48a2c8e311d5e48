"""One truth: site, slides, kiosk, PDFs and data files say the same numbers, in both languages."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

import truth
from building import REPO, Site
from exhibits import DAY, Make
from minimal import SCHOOL, write
from potret import places
from potret.ekspose.printing import PAPERS, PrintContext, press
from potret.ekspose.shelf import ARTEFACTS
from potret.model import School
from potret.opendata import school_uri
from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose_school, data_files

pytestmark = pytest.mark.site

COUNTS = ("pupils", "teachers", "groups", "practices", "imbas")
STANDARDS = ("value", "class")
# What each source has to say at least; what it says beside that has to be true too.
SOURCES: Mapping[str, tuple[truth.Reader, tuple[str, ...]]] = {
    "portrait": (truth.of_portrait, (*COUNTS, "staff")),
    "quality": (truth.of_quality, STANDARDS),
    "cycle": (truth.of_cycle, ("documents", "budget")),
    "slides": (truth.of_slides, (*COUNTS, "documents", *STANDARDS)),
    "kiosk-portrait": (truth.of_portrait, (*COUNTS, "staff")),
    "kiosk-quality": (truth.of_quality, STANDARDS),
    "kiosk-cycle": (truth.of_cycle, ("documents", "budget")),
    "kiosk-slides": (truth.of_slides, (*COUNTS, "documents", *STANDARDS)),
    "pdf-potret": (truth.of_booklet, ("pupils", "teachers", "staff", "groups", *STANDARDS)),
    "pdf-pamflet": (truth.of_print, (*COUNTS, "value")),
    "pdf-x-banner": (truth.of_banner, ("value",)),
    "pdf-odner": (truth.of_binder, ("budget",)),
    "pdf-slide": (truth.of_print, (*COUNTS, "documents", *STANDARDS)),
    "json": (truth.of_json, ("pupils", "teachers", "staff", "groups", "imbas", *STANDARDS)),
    "csv": (truth.of_csv, STANDARDS),
}
WANTED = {name: kinds for name, (_, kinds) in SOURCES.items()}
Texts = Mapping[str, str]


def printed(school: School, locale: str, cache: Path) -> Iterator[tuple[str, str]]:
    """Print what has numbers and take the words out again; photos say none."""
    with press(cache) as opened:
        for name in (one.removeprefix("pdf-") for one in SOURCES if one.startswith("pdf-")):
            pdf = opened.make(ARTEFACTS[name], school, PrintContext(locale, DAY), PAPERS["a4"])
            pages = PdfReader(io.BytesIO(pdf.data)).pages
            yield f"pdf-{name}", " @@@\n".join(page.extract_text() for page in pages)


def shown(school: School, site: Callable[[str], str], kiosk: Path, locale: str) -> Iterator[tuple[str, str]]:
    """Take the pages with numbers out of a site and out of a kiosk."""
    prefix = "" if locale == "id" else "en/"
    last = places.cycle(school.slug, school.cycles[-1].year)
    found = {"portrait": places.portrait(school.slug), "quality": places.quality(school.slug), "cycle": last}
    for name, place in found.items():
        yield name, site(prefix + place.url)
        yield f"kiosk-{name}", (kiosk / prefix / place.url / "index.html").read_text(encoding="utf-8")
    yield "slides", site(prefix + places.slides(school.slug).url)
    yield "kiosk-slides", (kiosk / prefix / f"tayangan/{school.slug}/index.html").read_text(encoding="utf-8")


def readings(texts: Texts, folder: Path, locale: str) -> dict[str, truth.Reading]:
    found: dict[str, truth.Reading] = {name: SOURCES[name][0](text, locale) for name, text in texts.items()}
    folders = dict(truth.of_folder(folder))
    # The class of a score is the one thing no file of a school holds; the data files are held against all others.
    last = max(int(key[2]) for key in folders if key[0] == "value")
    folders |= {key: said for key, said in found["json"].items() if key[0] == "class" and key[2] == last}
    return found | {"folder": folders}


@pytest.fixture(scope="module")
def schools() -> dict[str, School]:
    return {school.slug: school for school in load(REPO / "schools", day=DAY)[0].schools}


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("slug", ["sd-cahaya-wolasi", "smp-bahari-lohia"])
def test_every_material_of_a_school_says_the_same(
    site: Site, folder: Path, schools: dict[str, School], slug: str, locale: str
) -> None:
    school = schools[slug]
    texts = dict(shown(school, site.page, folder, locale)) | dict(printed(school, locale, REPO / ".cache/test"))
    texts |= {kind: site.page(school_uri(school.profile.npsn, kind)) for kind in ("json", "csv")}
    found = readings(texts, REPO / "schools" / slug, locale)
    assert truth.faults(found, WANTED) == []
    assert len(found["folder"]) >= 6 + 5 + 1 + 16


@pytest.fixture(scope="module", params=["id", "en"])
def small(
    request: pytest.FixtureRequest, make: Make, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Texts, Path, str]:
    """The golden school, which has a score of zero, one that does not apply, and stages that are still to come."""
    root = tmp_path_factory.mktemp("golden") / "schools"
    write(root / "sd-contoh", SCHOOL)
    write(root / "sd-contoh", (REPO / "tests/golden/school.txt").read_text(encoding="utf-8"))
    portfolio, _ = load(root, day=DAY)
    school, locale = portfolio.schools[0], request.param
    reader = Reader(locale, {})
    pages = {f"{reader.prefix}{page.place.url}": page.body.inlined for page in compose_school(school, reader)}
    kiosk = make(root)
    texts = dict(shown(school, pages.__getitem__, kiosk, locale)) | dict(printed(school, locale, REPO / ".cache/test"))
    files = {file.uri: file.text for file in data_files(portfolio)}
    texts |= {kind: files[school_uri(school.profile.npsn, kind)] for kind in ("json", "csv")}
    return texts, root / "sd-contoh", locale


def test_every_material_of_a_small_school_says_the_same(small: tuple[Texts, Path, str]) -> None:
    texts, folder, locale = small
    assert truth.faults(readings(texts, folder, locale), WANTED) == []


@pytest.mark.parametrize("name", list(SOURCES))
def test_a_number_that_is_altered_anywhere_is_found(small: tuple[Texts, Path, str], name: str) -> None:
    """Alter each number a source says, there alone: every time something no longer agrees."""
    texts, folder, locale = small
    read = SOURCES[name][0](texts[name], locale)
    latest = max(int(key[2]) for key in read if key[0] == "value") if any(key[0] == "value" for key in read) else 0
    assert read
    for key, value in read.items():
        if isinstance(value, str) or (key[0] == "value" and key[2] != latest):
            continue
        form = str(value.normalize() if value else 0) if name in {"json", "csv"} else truth.shown(value, key, locale)
        other = form[:-1] + str((int(form[-1]) + 1) % 10)
        before = r"(?<![\w.-])" if name in {"json", "csv"} else r"(?:(?<=Rp)|(?<![\w-]))(?<!\d[.,])"
        doctored = re.sub(rf"{before}{re.escape(form)}(?!\d)", other, texts[name])
        assert doctored != texts[name], (key, form)
        assert truth.faults(readings({**texts, name: doctored}, folder, locale), WANTED) != [], (key, form)


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [("1.234,50", "id", "1234.5"), ("1,234.50", "en", "1234.5"), ("166", "id", "166"), ("6,18", "id", "6.18")],
)
def test_numbers_are_read_as_their_language_writes_them(text: str, locale: str, value: str) -> None:
    assert str(truth.amount(text, locale).normalize()) == value

import io
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from pypdf import PdfReader

from hostile import EVIL, HOSTILE
from minimal import DAY, PRACTICE, PROFILE, edited, write
from pictures import CANARY, phone_of_all_sorts
from potret import strings
from potret.attainment import changes, trend
from potret.ekspose.fonts import print_fonts
from potret.ekspose.printing import PAPERS, Artefact, Pdf, Press, PrintContext, press, words
from potret.ekspose.richtext import from_markdown
from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore, Picture, Workshop
from potret.model import School
from potret.portfolio import load

BIG = ("potret", "odner")
TYPST = '#read("/etc/passwd") $x$ @ref <label> \\\\ // /* #import "a" [*b*] = h `r` \U0001f600'
REPORTS = """\
-- mutu/2016.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2016
nilai: {"1": 4.21, "2": 3.615, "3": 4.9, "4": 5, "5": 0, "6": 2.045, "7": 6, "8": {berlaku: false}}
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai: {"1": 5.21, "2": 4.61, "3": 5.9, "4": 6.66, "5": 1.5, "6": 3.7, "7": 6.005, "8": {berlaku: false}}
target: {"1": 6, "5": 2.25}
"""
RICH = Artefact("uji", "uji.typ", lambda _school, _context: {})
TEMPLATE = '#import "base.typ": *\n#show: sheet\n= Uji\n#data.text\n#rich(data.nodes)\n'
PEOPLE = """\
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - {berkas: pohon.jpg, keterangan: Pohon, alt: Pohon, orang: tidak_ada}
  - berkas: anak.jpg
    keterangan: Anak membaca
    alt: Anak
    orang: dikenali
    izin: {status: diberikan, dasar: Formulir, tanggal: 2018-01-01, cakupan: [SCOPES]}
-- foto/halaman/anak.jpg --
x
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fonts are cut once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def opened(cache: Path) -> Iterator[Press]:
    with press(cache) as found:
        (found.root / "print" / "uji.typ").write_text(TEMPLATE, encoding="utf-8")
        yield found


@pytest.fixture
def make(cache: Path) -> Callable[..., Pdf]:
    def made(school: School, name: str, *, locale: str = "id", pictures: Mapping[str, Picture] | None = None) -> Pdf:
        with press(cache) as found:
            context = PrintContext(locale, DAY, pictures or {})
            return found.make(ARTEFACTS[name], school, context, PAPERS["f4"])

    return made


def read(pdf: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.data))


def text(pdf: Pdf) -> str:
    joined = " ".join(page.extract_text() for page in read(pdf).pages)
    return " ".join(joined.replace("\u200b", "").replace("\u2060", "").split())


def tried(opened: Press, data: Mapping[str, Any]) -> Pdf:
    return opened.compile(RICH, {"title": "Uji", "nodes": [], "text": "", **data}, PAPERS["a4"], "id")


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("name", BIG)
def test_a_pdf_is_tagged_titled_and_in_its_language(
    load_school: Callable[..., School], make: Callable[..., Pdf], name: str, locale: str
) -> None:
    school = load_school(REPORTS)
    pdf = make(school, name, locale=locale)
    found: Any = read(pdf)
    assert pdf.problems == ()
    assert pdf.pages == len(found.pages)
    assert school.profile.nama in found.metadata.title
    assert found.trailer["/Root"]["/Lang"].startswith(locale)
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert found.outline
    assert b"pdfuaid" in found.trailer["/Root"]["/Metadata"].get_data()
    assert found.metadata.creation_date is None
    assert [float(side) for side in found.pages[0].mediabox[2:]] == pytest.approx([215 / 25.4 * 72, 330 / 25.4 * 72])
    fonts = {str(font) for page in found.pages for font in page["/Resources"].get("/Font", {})}
    assert fonts


@pytest.mark.parametrize("name", BIG)
def test_the_same_school_gives_the_same_bytes(
    load_school: Callable[..., School], make: Callable[..., Pdf], name: str
) -> None:
    school = load_school(REPORTS)
    assert make(school, name).data == make(school, name).data


@pytest.mark.parametrize("locale", ["id", "en"])
def test_numbers_are_those_of_attainment(
    load_school: Callable[..., School], make: Callable[..., Pdf], locale: str
) -> None:
    school = load_school(REPORTS)
    words_of = text(make(school, "potret", locale=locale))
    series = trend(school.reports, "snp-2016")
    for number, (row, change) in enumerate(changes(series)):
        if row.measure.value is None:
            continue
        before, now = (one.standards[number].measure.value for one in (series[0], series[-1]))
        parts = [strings.number(value, locale) for value in (before, now) if value is not None]
        target = strings.number(row.target, locale) if row.target is not None else "–"
        step = strings.number(abs(change or 0), locale)
        line = f"{parts[0]} {parts[1]} {target} {'−' if (change or 0) < 0 else '+'}{step}"
        assert f"{row.item.name(locale)} {line}" in words_of
    overall = series[-1].overall.value
    assert overall is not None
    assert strings.number(overall, locale) in words_of


@pytest.mark.parametrize("name", BIG)
@pytest.mark.parametrize("evil", [EVIL, TYPST, "sangat panjang " * 300, "X" * 2000])
def test_hostile_texts_are_printed_as_words(
    load_school: Callable[..., School], make: Callable[..., Pdf], name: str, evil: str
) -> None:
    quoted = [one.replace("\\", "\\\\").replace('"', '\\"') for one in (EVIL, evil)]
    pdf = make(load_school(HOSTILE.replace(EVIL.replace('"', '\\"'), quoted[1]).replace(EVIL, evil)), name)
    assert pdf.data
    assert {problem.code for problem in pdf.problems} <= {"print-signs"}
    assert "root:" not in text(pdf)
    assert b"/JavaScript" not in pdf.data
    if evil == TYPST:
        assert '#read("/etc/passwd") $x$ @ref <label>' in text(pdf)


def test_markup_of_typst_in_every_kind_of_node_stays_text(opened: Press) -> None:
    body = f"## {TYPST}\n\n- *{TYPST}*\n\n> {TYPST}\n\n| {TYPST} |\n|---|\n| {TYPST} |\n\n~~~\n{TYPST}\n~~~\n"
    pdf = tried(opened, {"nodes": from_markdown(body), "text": TYPST})
    assert {problem.code for problem in pdf.problems} == {"print-signs"}
    assert text(pdf).count('#read("/etc/passwd")') >= 5


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_gives_a_pdf(opened: Press, written: str) -> None:
    pdf = tried(opened, {"nodes": from_markdown(written), "text": written})
    assert pdf.data, [problem.values for problem in pdf.problems]


@settings(max_examples=60)
@given(st.text(alphabet="#*_-`>|[]()<>!$@\\/{}&=+~ \n1.abc", max_size=120))
def test_any_markup_gives_a_pdf(opened: Press, written: str) -> None:
    pdf = tried(opened, {"nodes": from_markdown(written), "text": written})
    assert pdf.data, [problem.values for problem in pdf.problems]


def test_a_template_that_fails_is_a_problem_and_not_a_traceback(opened: Press) -> None:
    pdf = opened.compile(RICH, {"title": "Uji"}, PAPERS["a4"], "id", "sd-contoh")
    assert (pdf.data, pdf.pages) == (b"", 0)
    assert [(problem.path, problem.code) for problem in pdf.problems] == [("sd-contoh/uji", "print-failed")]


def test_a_warning_of_typst_is_a_problem(opened: Press) -> None:
    (opened.root / "print" / "ragu.typ").write_text(
        '#import "base.typ": *\n#show: sheet\n= Uji\n#text(font: "Tidak Ada")[x]\n', encoding="utf-8"
    )
    pdf = opened.compile(Artefact("ragu", "ragu.typ", lambda *_: {}), {"title": "Uji"}, PAPERS["a4"], "id")
    assert [problem.code for problem in pdf.problems] == ["print-warning"]
    assert pdf.data


def test_every_word_has_both_languages_and_no_hole() -> None:
    assert all(words("id").values())
    assert all(words("en").values())


@pytest.mark.parametrize(("scopes", "is_shown"), [("web, cetak", True), ("web", False)])
def test_a_photo_needs_consent_for_print(
    schools_dir: Path,
    school_folder: Callable[..., Path],
    workshop: Workshop,
    cache: Path,
    make: Callable[..., Pdf],
    scopes: str,
    is_shown: bool,  # noqa: FBT001 - a column of the table
) -> None:
    folder = school_folder(PEOPLE.replace("SCOPES", scopes))
    for name in ("pohon", "anak"):
        (folder / "foto" / "halaman" / f"{name}.jpg").write_bytes(phone_of_all_sorts())
    school = load(schools_dir, day=DAY)[0].schools[0]
    (cache / "renditions").mkdir(exist_ok=True)
    pictures, failed = PhotoStore(cache / "renditions", workshop).pictures(school.slug, school.photos)
    assert failed == {}
    for name in BIG:
        pdf = make(school, name, pictures=pictures)
        assert {problem.code for problem in pdf.problems} <= {"print-coarse"}
        assert ("Anak membaca" in text(pdf)) is is_shown
        assert CANARY.encode() not in pdf.data


def test_a_school_with_nothing_but_its_profile_is_printed(
    load_school: Callable[..., School], make: Callable[..., Pdf]
) -> None:
    school = load_school("", drop=("potret.md", "foto/halaman/album.yml", "foto/halaman/pohon.jpg"))
    for name in BIG:
        pdf = make(school, name)
        assert pdf.problems == ()
        assert pdf.pages > 3


def test_an_untranslated_article_says_so(load_school: Callable[..., School], make: Callable[..., Pdf]) -> None:
    school = load_school(f"-- praktik/kebun.md --\n{edited(PRACTICE)}")
    assert strings.text("print.other_language", "en") in text(make(school, "potret", locale="en"))
    assert strings.text("print.other_language", "id") not in text(make(school, "potret", locale="id"))


def test_a_consent_that_ended_counts_no_more() -> None:
    context = PrintContext("id", date(2019, 1, 1), {})
    assert not context.may_print(None)
    assert json.dumps(context.t("print.credit", name="A"))


def test_titles_of_two_hundred_letters_stay_in_their_box(
    schools_dir: Path, make: Callable[..., Pdf], school_folder: Callable[..., Path]
) -> None:
    root = school_folder()
    write(root, f"-- sekolah.yml --\n{(root / 'sekolah.yml').read_text().replace('SD Negeri 1 Contoh', 'W' * 200)}")
    school = load(schools_dir, day=DAY)[0].schools[0]
    for name in BIG:
        pdf: Any = read(make(school, name))
        for page in pdf.pages:
            right = float(page.mediabox.right)
            ends: list[float] = []
            page.extract_text(visitor_text=lambda _t, _cm, tm, *_, ends=ends: ends.append(tm[4]))
            assert all(0 <= end <= right for end in ends)


@pytest.mark.parametrize(
    "name", ["W" * 200, "Penyelenggara Ketidakbertanggungjawaban " * 4, "SekolahDasarNegeriTerpadu"]
)
def test_no_word_is_wider_than_its_page(
    load_school: Callable[..., School], make: Callable[..., Pdf], cache: Path, name: str
) -> None:
    bold = ImageFont.truetype(str(print_fonts(cache / "fonts") / "upright-700.ttf"), 100)
    school = load_school(f"-- sekolah.yml --\n{PROFILE.replace('SD Negeri 1 Contoh', name.strip())}")
    for kind in BIG:
        pdf: Any = read(make(school, kind))
        for page in pdf.pages[:1]:  # the cover, where letters are largest
            lines: list[tuple[str, float, float]] = []
            page.extract_text(
                visitor_text=lambda said, cm, tm, _font, size, lines=lines: lines.append(
                    (said.strip().replace("\u200b", ""), cm[0] * tm[4] + cm[4], abs(cm[0] * tm[0]) * size)
                )
            )
            said = [line for line in lines if line[0]]
            assert said
            widest = max(start + bold.getlength(words) * size / 100 for words, start, size in said)
            assert widest <= float(page.mediabox.right) - 10 / 25.4 * 72, "a centimetre is left of the margin"

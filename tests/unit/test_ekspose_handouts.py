"""Banners, pamphlet, newsletter, cards, label, QR sheet and assessors' sheet, read back from the finished PDF."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from building import REPO
from hostile import HOSTILE
from minimal import DAY, PRACTICE, PROFILE, edited
from potret import attainment, strings
from potret.ekspose import banner, cards, highlights, newsletter, pamphlet, qr
from potret.ekspose.plaintext import passages
from potret.ekspose.printing import PAPERS, Pdf, Press, PrintContext, press
from potret.ekspose.richtext import from_markdown
from potret.ekspose.shelf import ARTEFACTS
from potret.ekspose.trimming import trimmed
from potret.media import File, PhotoStore, Picture, Workshop
from potret.model import School
from potret.portfolio import load
from potret.problems import Severity
from potret.slides.numbers import figure

SITE = "https://contoh.go.id/potret/"
MM = 72 / 25.4
BLEED = 2 * 3
"""Millimetres on both sides together."""
SAMPLES = ("sd-cahaya-wolasi", "smk-samudra-baubau", "smp-bahari-lohia")
SIZES = {
    "x-banner": (600 + BLEED, 1600 + BLEED),
    "roll-up": (850 + BLEED, 2000 + BLEED),
    "spanduk": (3000 + BLEED, 1000 + BLEED),
    "pamflet": (297 + BLEED, 210 + BLEED),
    "buletin": (210, 297),
    "kartu": (210, 297),
    "label": (297, 210),
    "qr": (210, 297),
    "penilai": (210, 297),
}
"""Millimetres of a page on A4; those with bleed are trimmed by the printer."""
PAGES = {"x-banner": {1}, "roll-up": {1}, "spanduk": {1}, "pamflet": {2}, "buletin": {8}, "label": {1}, "qr": {1}}
NAME = "Sekolah Dasar Negeri Terpadu " * 7
SENTENCES = "Kalimat yang panjang sekali tentang mutu. " * 60
UNBROKEN = "x" * 200
LONG = f"""\
-- sekolah.yml --
{edited(PROFILE, ("SD Negeri 1 Contoh", NAME), ("{id: Maju bersama, en: Forward together}", f'"{SENTENCES}"'))}
-- potret.md --
---
ringkasan: {SENTENCES}
---
{SENTENCES}
-- praktik/kebun.md --
{edited(PRACTICE, ("Kebun gizi", UNBROKEN), ("Sayur dari kebun sendiri.", SENTENCES), ("Menanam.", SENTENCES))}
-- siklus/2018/1-pemetaan.md --
---
ringkasan: {SENTENCES}
---
{SENTENCES}
"""
TYPST = '#read("/etc/passwd") $x^2$ @nama <shortened> \\\\ [*a*] ¶ #metadata("x")'


@dataclass(frozen=True, slots=True)
class Shop:
    """A school and a press that is open for it."""

    school: School
    press: Press
    pictures: dict[str, Picture]
    made: dict[tuple[str, ...], Pdf] = field(default_factory=dict)

    def make(self, name: str, locale: str = "id", *, paper: str = "a4", site: str = SITE) -> Pdf:
        """Print an artefact, once for all tests."""
        key = (name, locale, paper, site)
        if key not in self.made:
            context = PrintContext(locale, DAY, self.pictures, site)
            self.made[key] = self.press.make(ARTEFACTS[name], self.school, context, PAPERS[paper])
        return self.made[key]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", params=SAMPLES)
def shop(request: pytest.FixtureRequest, cache: Path, workshop: Workshop) -> Iterator[Shop]:
    """Each sample school with its photos."""
    portfolio, _ = load(REPO / "schools", day=DAY)
    school = next(one for one in portfolio.schools if one.slug == request.param)
    pictures, _ = PhotoStore(cache / "renditions", workshop).pictures(school.slug, school.photos)
    with press(cache, workshop) as opened:
        yield Shop(school, opened, pictures)


@pytest.fixture
def bare(load_school: Callable[..., School], cache: Path) -> Iterator[Callable[..., Shop]]:
    """A school from a text, without photos."""
    with press(cache) as opened:
        yield lambda text="": Shop(load_school(text), opened, {})


def words_of(pdf: Pdf, page: int | None = None) -> str:
    pages = PdfReader(io.BytesIO(pdf.data)).pages
    shown = pages if page is None else [pages[page]]
    return re.sub(r"\s+", " ", " ".join(one.extract_text() for one in shown).replace("\u200b", ""))


def positions(pdf: Pdf, page: int) -> list[tuple[str, float, float]]:
    """Give each piece of text with its place in millimetres from the lower left corner."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, matrix: list[float], place: list[float], _font: object, _size: object) -> None:
        if text.strip():
            x = matrix[0] * place[4] + matrix[2] * place[5] + matrix[4]
            y = matrix[1] * place[4] + matrix[3] * place[5] + matrix[5]
            found.append((text.strip(), x / MM, y / MM))

    PdfReader(io.BytesIO(pdf.data)).pages[page].extract_text(visitor_text=visit)
    return found


def left_of(words: str, pdf: Pdf, page: int) -> float:
    return min(x for text, x, _ in positions(pdf, page) if words.startswith(text) or text.startswith(words))


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("name", SIZES)
def test_every_artefact_of_every_sample(shop: Shop, name: str, locale: str) -> None:
    pdf = shop.make(name, locale)
    assert {problem.code for problem in pdf.problems} <= {"print-coarse"}  # the samples' photos are no banners
    reader = PdfReader(io.BytesIO(pdf.data))
    sizes = {(round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) for page in reader.pages}
    assert sizes == {SIZES[name]}
    assert len(reader.pages) == pdf.pages
    assert pdf.pages in PAGES.get(name, {pdf.pages})
    assert shop.school.profile.nama in words_of(pdf)
    assert str(reader.trailer["/Root"]["/Lang"]).startswith(locale)


@pytest.mark.parametrize("name", ["kartu", "label", "qr", "penilai"])
def test_office_sheets_are_made_for_folio_too(shop: Shop, name: str) -> None:
    pdf = shop.make(name, paper="f4")
    width, height = (float(side) / MM for side in PdfReader(io.BytesIO(pdf.data)).pages[0].mediabox[2:])
    assert {round(width), round(height)} == {215, 330}
    assert pdf.problems == ()


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("name", ["x-banner", "roll-up", "spanduk", "pamflet", "buletin", "penilai"])
def test_the_numbers_are_those_of_the_pages(shop: Shop, name: str, locale: str) -> None:
    series = attainment.trend(shop.school.reports, "snp-2016")
    first, last = series[0].overall.value, series[-1].overall.value
    assert first is not None
    assert last is not None
    text = words_of(shop.make(name, locale))
    assert strings.number(first, locale) in text
    assert strings.number(last, locale) in text
    if name != "spanduk":
        assert all(figure(row.measure, locale) in text for row in series[-1].standards)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_panels_of_the_pamphlet_lie_where_they_fold(shop: Shop, locale: str) -> None:
    pdf = shop.make("pamflet", locale)
    t = PrintContext(locale, DAY).t
    year = shop.school.cycles[-1].year
    outside = [
        t("handout.practices"),
        t("handout.imbas"),
        t("handout.since", year=shop.school.profile.sekolah_model.tahun_mulai),
    ]
    inside = [t("handout.about"), t("handout.before_after"), t("handout.stages", year=year)]
    # Outside, from the left: the panel that folds in (97 mm), the back, the cover. Inside: 100, 100 and 97 mm.
    for page, titles, edges in ((0, outside, (0, 97, 197, 297)), (1, inside, (0, 100, 200, 297))):
        panels = [(near + 3, far + 3) for near, far in pairwise(edges)]
        for title, (near, far) in zip(titles, panels, strict=True):
            assert near + 5 < left_of(title, pdf, page) < far - 20, title


def test_no_text_of_a_pamphlet_crosses_a_fold_or_the_edge(shop: Shop) -> None:
    pdf = shop.make("pamflet")
    for page, edges in ((0, (0, 97, 197, 297)), (1, (0, 100, 200, 297))):
        for text, x, y in positions(pdf, page):
            assert any(near + 3 + 5 < x < far + 3 for near, far in pairwise(edges)), text
            assert 6 < y < 210, text


def test_a_school_with_all_its_material_fills_eight_pages_one_with_less_fewer(
    bare: Callable[..., Shop], shop: Shop
) -> None:
    assert newsletter.pages_of(shop.school, PrintContext("id", DAY, shop.pictures)) == 8
    assert bare().make("buletin").pages == 2
    assert bare(f"-- praktik/kebun.md --\n{PRACTICE}").make("buletin").pages == 4


def test_a_card_for_each_practice(shop: Shop) -> None:
    pdf = shop.make("kartu")
    assert pdf.pages == len(shop.school.practices)
    for number, practice in enumerate(shop.school.practices):
        assert practice.front.judul in words_of(pdf, number)


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("name", SIZES)
def test_a_school_with_almost_nothing(bare: Callable[..., Shop], name: str, locale: str) -> None:
    pdf = bare().make(name, locale, site="")
    assert pdf.problems == ()
    assert "SD Negeri 1 Contoh" in words_of(pdf)


@pytest.mark.parametrize("name", SIZES)
def test_texts_that_are_far_too_long_are_cut_and_told(bare: Callable[..., Shop], name: str) -> None:
    shop = bare(LONG)
    pdf = shop.make(name)
    assert {problem.code for problem in pdf.problems} <= {"print-shortened"}
    assert {problem.severity for problem in pdf.problems} <= {Severity.NOTE}
    if name in {"x-banner", "roll-up", "spanduk", "pamflet"}:
        assert "visi" in {problem.key for problem in pdf.problems}
        assert "…" in words_of(pdf)
    assert all(problem.path.endswith(f"/{name}") for problem in pdf.problems)
    assert all(problem.message(locale) for problem in pdf.problems for locale in ("id", "en"))
    width, height = SIZES[name]
    for page in range(pdf.pages):
        assert all(0 < x < width and 0 < y < height for _, x, y in positions(pdf, page))
    assert "Terpadu Sekolah" in words_of(pdf)
    assert "x x x" not in words_of(pdf), "a word that is broken stays one word"


@pytest.mark.parametrize("name", SIZES)
def test_hostile_texts_are_printed_as_they_stand(bare: Callable[..., Shop], name: str) -> None:
    pdf = bare(HOSTILE).make(name)
    assert {problem.code for problem in pdf.problems} <= {"print-shortened"}
    assert "<script>alert(1)</script>" in words_of(pdf).replace(" ", "").replace("<imgsrc", " <imgsrc")
    assert b"/JavaScript" not in pdf.data


@pytest.mark.parametrize("name", SIZES)
def test_typst_code_in_a_name_is_only_words(bare: Callable[..., Shop], name: str) -> None:
    quoted = "'" + TYPST.replace("'", "''") + "'"
    pdf = bare(f"-- sekolah.yml --\n{edited(PROFILE, ('nama: SD Negeri 1 Contoh', f'nama: {quoted}'))}").make(name)
    assert {problem.code for problem in pdf.problems} <= {"print-shortened"}
    assert '#read("/etc/passwd")' in words_of(pdf)
    assert "root:" not in words_of(pdf)


def test_a_title_without_english_is_in_indonesian_and_says_so(bare: Callable[..., Shop]) -> None:
    shop = bare(f"-- praktik/kebun.md --\n{PRACTICE}")
    for name in ("x-banner", "pamflet", "buletin", "kartu"):
        english, own = words_of(shop.make(name, "en")), words_of(shop.make(name, "id"))
        assert "Kebun gizi" in english
        assert "(in Indonesian)" in english
        assert "(bahasa Indonesia)" not in own


@pytest.mark.parametrize(("scope", "count"), [("web", 0), ("web, cetak", 1)])
def test_a_photo_without_consent_for_print_is_nowhere(
    load_school: Callable[..., School], scope: str, count: int
) -> None:
    album = f"""\
judul: Halaman
foto:
  - berkas: pohon.jpg
    keterangan: Anak
    alt: Anak
    orang: dikenali
    praktik: kebun
    izin: {{status: diberikan, dasar: F, tanggal: 2018-01-01, cakupan: [{scope}]}}
"""
    practice = edited(PRACTICE, ("tahun: 2018", "tahun: 2018\nsampul: foto/halaman/pohon.jpg"))
    school = load_school(f"-- foto/halaman/album.yml --\n{album}-- praktik/kebun.md --\n{practice}")
    file = File(960, 640, Path("a.jpg"), "a.jpg")
    context = PrintContext("id", DAY, {"halaman/pohon.jpg": Picture((file,), file, "#000000")})
    for make in (banner.x_banner, pamphlet.data, newsletter.data, cards.cards):
        assert len({one["file"].photo.reference for one in _photos(make(school, context))}) == count


def _photos(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "file" in value:
            yield value
        for one in value.values():
            yield from _photos(one)
    elif isinstance(value, list):
        for one in value:
            yield from _photos(one)


def test_a_code_holds_exactly_the_address() -> None:
    address = f"{SITE}en/sekolah/sd-contoh/praktik/kebun/"
    expected = segno.make_qr(address, error="m", boost_error=False).matrix
    assert [[int(module) for module in row] for row in qr.matrix(address)] == [list(row) for row in expected]


def test_no_code_without_an_address(shop: Shop) -> None:
    assert qr.code(shop.school, PrintContext("id", DAY, shop.pictures)) is None
    found = qr.code(shop.school, PrintContext("en", DAY, shop.pictures, SITE))
    assert found is not None
    assert found["url"] == f"{SITE}en/sekolah/{shop.school.slug}/"


def test_a_printed_code_is_the_code_with_four_empty_modules_around(cache: Path) -> None:
    rows = qr.matrix(f"{SITE}sekolah/sd-contoh/")
    side = len(rows) + 8
    source = (
        f'#import "pieces.typ": *\n#show: handout\n#set page(width: {side}mm, height: {side}mm, margin: 0mm)\n'
        f'#qr(data.modules, {side}mm, "QR")'
    )
    doc = {
        "locale": "id",
        "paper": {"name": "", "width": 1, "height": 1},
        "words": {},
        "data": {"title": "QR", "modules": rows},
    }
    with press(cache) as opened:
        (opened.root / "print" / "uji.typ").write_text(source, encoding="utf-8")
        made = opened.compiler.compile(
            input=str(opened.root / "print" / "uji.typ"),
            format="png",
            ppi=25.4 * 4,
            sys_inputs={"doc": json.dumps(doc)},
        )
    assert isinstance(made, bytes)
    picture = Image.open(io.BytesIO(made)).convert("L")
    seen = [[int(picture.getpixel((4 * x + 2, 4 * y + 2)) < 128) for x in range(side)] for y in range(side)]
    empty = [0] * side
    drawn = [[0] * 4 + [int(module) for module in row] + [0] * 4 for row in rows]
    assert seen == [empty] * 4 + drawn + [empty] * 4


@pytest.mark.parametrize("name", ["x-banner", "roll-up", "spanduk", "pamflet"])
def test_the_printer_is_told_where_to_cut(shop: Shop, name: str) -> None:
    for page in PdfReader(io.BytesIO(shop.make(name).data), strict=True).pages:
        trim, bleed, media = (
            [float(side) / MM for side in box] for box in (page.trimbox, page.bleedbox, page.mediabox)
        )
        assert trim == pytest.approx([media[0] + 3, media[1] + 3, media[2] - 3, media[3] - 3], abs=0.01)
        assert bleed == pytest.approx(media)


def test_what_is_no_pdf_of_typst_stays_as_it_is() -> None:
    assert trimmed(b"%PDF-1.7 broken", 3) == b"%PDF-1.7 broken"
    assert trimmed(b"", 3) == b""


def test_a_roll_up_is_the_widest_the_trade_knows_an_x_banner_the_usual() -> None:
    assert banner.size("x-banner") == (600, 1600)
    assert banner.size("roll-up") == (850, 2000)
    assert banner.size("spanduk") == (3000, 1000)


def test_paragraphs_and_lists_become_plain_words() -> None:
    nodes = from_markdown("Satu *dua*.\n\n1. tiga\n2. `empat`\n\nAntara.\n\n- lima\n\n| a |\n|---|\n| b |\n")
    assert passages(nodes) == ["Satu dua.", "1. tiga", "2. empat", "Antara.", "• lima"]


def test_scores_say_why_there_is_no_value(load_school: Callable[..., School]) -> None:
    text = '-- mutu/2018.yml --\nedisi: snp-2016\nskala: 0-7\nsumber: R\nnilai: {"1": 0, "2": {berlaku: false}}\n'
    found = highlights.score(load_school(text), "id")
    assert found is not None
    rows = found["rows"]
    assert isinstance(rows, list)
    assert [row["now"] for row in rows[:3]] == ["0,00", "tak berlaku", "tanpa data"]
    assert found["mean"] is None

"""The page of the eight standards, as a visitor finds it: charts with their words, tables, figures of areas."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import PROFILE, edited
from potret.model import School
from potret.pages import figures, quality, rapor
from potret.reader import Reader
from potret.standard import Status, catalogue
from rendering import shown

HEAD = "edisi: snp-2016\nskala: 0-7\nsumber: Rapor mutu {}\n"
RAPOR = "edisi: snp-2021\nskala: 0-100\nsumber: Rapor Pendidikan {}\n"

# overall_stars: LPMP Sulawesi Tenggara, "Profil Mutu Sekolah 2017" (online.flipbuilder.com/zdjg/ifto): Kabupaten
# Konawe Selatan 2017, printed value and stars of the levels
STARS = {"sd": ("5.15", 4), "sma": ("4.88", 3), "smk": ("4.98", 3), "smp": ("5.25", 4)}
# rollup_check, same source: Kota Baubau 2017, standard 8 from its sub-indicators
BAUBAU = '"8.1.1": 7.00, "8.1.2": 7.00, "8.1.3": 7.00, "8.2.1": 6.65, "8.3.1": 0.00, "8.3.2": 6.08, "8.3.3": 5.57'


def mutu(year: int, values: str, more: str = "", head: str = HEAD) -> str:
    return f"-- mutu/{year}.yml --\n{head.format(year)}nilai: {{{values}}}\n{more}"


def eight(value: str) -> str:
    return ", ".join(f'"{number}": {value}' for number in range(1, 9))


@pytest.fixture
def page(load_school: Callable[..., School]) -> Callable[..., str]:
    """Compose the page of a school with some years of scores."""

    def make(*years: str, locale: str = "id") -> str:
        return quality.compose(load_school("".join(years)), Reader(locale, {})).body.inlined

    return make


@pytest.mark.parametrize(("value", "stars"), STARS.values(), ids=STARS.keys())
def test_printed_stars_are_shown(page: Callable[..., str], value: str, stars: int) -> None:
    words = shown(page(mutu(2017, eight(value))))
    category = catalogue("snp-2016").categories[stars - 1].names["id"]
    assert f"{value.replace('.', ',')} rata-rata SNP 2017 {'●' * stars}{'○' * (5 - stars)} {category}" in words


@pytest.mark.parametrize(("locale", "printed"), [("id", "5,84"), ("en", "5.84")])
def test_the_printed_branch_stands_in_the_table(page: Callable[..., str], locale: str, printed: str) -> None:
    html = page(mutu(2017, BAUBAU), locale=locale)
    row = re.search(r"<th[^>]*><span[^>]*>8</span>.*?</tr>", html, re.DOTALL)
    assert row is not None
    assert f">{printed}<" in row[0]


@pytest.mark.parametrize(
    ("value", "category", "printed"),
    [
        ("2.04", "Menuju SNP 1", "2,04"),
        ("2.045", "Menuju SNP 2", "2,05"),
        ("3.70", "Menuju SNP 2", "3,70"),
        ("3.705", "Menuju SNP 3", "3,71"),
        ("5.06", "Menuju SNP 3", "5,06"),
        ("5.065", "Menuju SNP 4", "5,07"),
        ("6.66", "Menuju SNP 4", "6,66"),
        ("6.665", "SNP", "6,67"),
    ],
)
def test_classes_at_the_bounds_are_shown(page: Callable[..., str], value: str, category: str, printed: str) -> None:
    assert re.search(rf"{printed} rata-rata SNP 2017 [●○]+ {category}(?! \d)", shown(page(mutu(2017, eight(value)))))


def test_without_all_eight_there_is_no_mean_and_the_missing_ones_are_named(page: Callable[..., str]) -> None:
    html = page(mutu(2018, '"1": 5, "2": 4'))
    head = html[: html.index("## ")]
    assert "tidak dihitung" in head
    assert "<strong>" not in head
    assert "8 Standar Pembiayaan." in shown(head)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_chart_has_its_words_and_ids_are_unique(page: Callable[..., str], locale: str) -> None:
    areas = "".join(f'\n  {area}: {{sumber: x, nilai: {{"1": 5}}}}' for area in figures.AREAS)
    html = page(
        mutu(2016, '"1": 3, "2": 4'), mutu(2018, eight("5"), f'target: {{"1": 6}}\npembanding: {areas}'), locale=locale
    )
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    charts = re.findall(r"<svg[^>]*role=\"img\".*?</svg>", html, re.DOTALL)
    assert len(charts) == 1 + 8 + 8 + 8  # radar, meters, trends, meters beside areas
    for chart in charts:
        named = re.search(r'aria-labelledby="(\S+) (\S+)"', chart)
        assert named is not None
        assert re.search(rf'<title id="{re.escape(named[1])}">[^<]+</title>', chart)
        assert re.search(rf'<desc id="{re.escape(named[2])}">[^<]+</desc>', chart)
    silent = [svg for svg in re.findall(r"<svg[^>]*>", html) if 'role="img"' not in svg]
    assert all('aria-hidden="true"' in svg for svg in silent)
    assert "style=" not in html


def test_the_radar_s_numbers_stand_in_a_table(page: Callable[..., str]) -> None:
    html = page(mutu(2016, '"1": 3'), mutu(2018, eight("5"), 'target: {"1": 6.5}'))
    (table,) = re.findall(r'<table class="potret-numbers">.*?</table>', html, re.DOTALL)
    rows = [shown(row) for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)]
    assert rows[0] == "Standar20182016target"
    assert rows[1] == "1 SKL 5,003,006,50"
    assert rows[2] == "2 Isi 5,00––"


def test_no_data_and_not_applicable_are_two_things_and_zero_is_a_third(page: Callable[..., str]) -> None:
    words = shown(page(mutu(2018, '"1": 5, "2": 0, "3": {berlaku: tidak}')))
    assert "Isi0,00" in words
    assert "Prosestak berlaku" in words
    assert "Penilaiantanpa data" in words


def test_a_school_without_any_value_has_no_radar(page: Callable[..., str]) -> None:
    assert "potret-radar" not in page(mutu(2018, '"1": {berlaku: tidak}'))


def test_a_year_nobody_reported_is_a_gap(load_school: Callable[..., School]) -> None:
    school = load_school(mutu(2016, '"1": 3') + mutu(2018, '"1": 5', 'target: {"1": 6}'))
    series = quality.attainment.trend(school.reports, "snp-2016")
    first, second = figures.journeys(series, catalogue("snp-2016"))[:2]
    assert first.silent == (2017,)
    assert first.panel.lines == ()
    assert (first.base and first.base.year, first.now and first.now.year, first.target_year) == (2016, 2018, 2018)
    assert (second.base, second.now, second.target) == (None, None, None)
    assert second.silent == (2016, 2017, 2018)


@pytest.mark.parametrize(
    ("target", "words"),
    [("4.5", "Target tercapai."), ("5", "Target tercapai."), ("6", "Kurang 1,00 dari target."), (None, None)],
)
def test_the_way_from_baseline_to_target_to_now_in_words(
    page: Callable[..., str], target: str | None, words: str | None
) -> None:
    aim = f'target: {{"1": {target}}}' if target else ""
    found = shown(page(mutu(2016, '"1": 3'), mutu(2018, '"1": 5', aim)))
    if words is None:
        assert "3,00 (2016) → 5,00 (2018)" in found
        assert "Target tercapai." not in found
    else:
        assert f"3,00 (2016) → target {target.replace('.', ',') if '.' in target else target + ',0'}" in found
        assert words in found


def test_figures_of_areas_stand_beside_with_source_date_and_caveat(page: Callable[..., str]) -> None:
    more = (
        "pembanding:\n"
        '  nasional: {sumber: Buku N, nilai: {"2": 6.1}}\n'
        '  kabupaten: {sumber: Buku K, tanggal: 2018-12-31, catatan: Hanya SD., nilai: {"1": 6.25}}\n'
    )
    html = page(mutu(2016, eight("4")), mutu(2017, eight("5"), more), mutu(2018, eight("5")))
    words = shown(html)
    assert "Nilai 2017 di samping angka yang diterbitkan" in words
    assert "Kabupaten/kota: Buku K (31 Desember 2018). Hanya SD." in words
    assert "Nasional: Buku N. Tidak ada catatan khusus." in words
    assert words.index("Kabupaten/kota: Buku K") < words.index("Nasional: Buku N")
    assert "Kabupaten/kota 6,25." in shown(html)


@pytest.mark.parametrize(
    ("form", "count"), [("SD", 6), ("SMA", 6), ("SMK", 8), ("MI", 6)], ids=["sd", "sma", "smk", "mi"]
)
def test_priority_rows_come_first_known_or_not(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded], form: str, count: int
) -> None:
    profile = edited(PROFILE, ("bentuk: SD", f"bentuk: {form}"))
    school_folder(f"-- sekolah.yml --\n{profile}" + mutu(2023, "A.3: 50, D.2: 60", head=RAPOR))
    (year,) = rapor.years(load_all()[0].schools[0])
    assert len(year.priority) == count
    assert [line.score is None for line in year.priority[:4]] == [True, True, False, True]
    assert [line.item.code for line in year.others] == ["D.2"]


@pytest.mark.parametrize(
    ("code", "label", "status"),
    [
        ("A.1", "baik", Status.MET),
        ("A.1", "sedang", Status.PARTLY),
        ("A.1", "kurang", Status.OPEN),
        ("A.1", "tidak-tersedia", None),
        ("B.1", "tinggi", Status.OPEN),  # a gap: high is bad
        ("B.1", "rendah", Status.MET),
        ("B.4", "tinggi", Status.MET),  # enrolment: high is good
        ("B.4", "rendah", Status.OPEN),
    ],
)
def test_a_label_means_what_its_row_says(
    load_school: Callable[..., School], page: Callable[..., str], code: str, label: str, status: Status | None
) -> None:
    text = mutu(2023, f"{code}: {{label: {label}}}", head=RAPOR)
    (year,) = rapor.years(load_school(text))
    (line,) = [line for line in (*year.priority, *year.others) if line.item.code == code]
    assert line.status is status
    sign = {Status.MET: "●", Status.PARTLY: "◐", Status.OPEN: "○", None: "–"}[status]
    assert f"{sign} {label.replace('-', ' ').title()}" in shown(page(text))


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("60", "62.5", "▲ Naik 2,50"),
        ("60", "58", "▼ Turun 2,00"),
        ("60", "60", "= Tidak berubah"),
        ("0", "1", "▲ Naik 1,00"),
        ("{label: sedang}", "60", "Tidak Tersedia"),
        ("60", "{label: sedang}", "Tidak Tersedia"),
    ],
)
def test_change_against_the_year_before(page: Callable[..., str], before: str, now: str, words: str) -> None:
    html = page(mutu(2022, f"A.1: {before}", head=RAPOR), mutu(2023, f"A.1: {now}", head=RAPOR))
    row = re.search(r"A\.1</span>.*?</tr>", html, re.DOTALL)
    assert row is not None
    assert words in shown(row[0])


def test_a_year_without_the_one_before_it_shows_no_change(page: Callable[..., str]) -> None:
    html = page(mutu(2021, "A.1: 50", head=RAPOR), mutu(2023, "A.1: 60", head=RAPOR))
    assert "Dibanding" not in shown(html)


def test_rapor_pendidikan_has_figures_of_areas_too(page: Callable[..., str]) -> None:
    more = "pembanding: {provinsi: {sumber: Buku P, catatan: Semua jenjang., nilai: {A.1: 55.5}}}\n"
    html = page(mutu(2023, "A.1: 60, A.2: 50", more, head=RAPOR))
    rows = re.findall(r"<tr role.*?</tr>", html, re.DOTALL)
    assert shown(rows[0]).endswith("55,50")
    assert shown(rows[1]).endswith("–")
    assert "Provinsi: Buku P. Semua jenjang." in shown(html)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'\sid="([^"]+)"', html))


OLD = mutu(2018, eight("5") + ', "1.1": 4')
NEW = mutu(2023, "A.3: {nilai: 56, label: sedang}", head=RAPOR)


def test_neighbouring_topics_stand_side_by_side_with_a_plain_warning(page: Callable[..., str]) -> None:
    words = shown(page(OLD, NEW))
    assert "bukan angka yang sama" in words
    assert "bukan padanan resmi" in words
    assert "sikap dan karakter lulusan" in words


@pytest.mark.parametrize("alone", [OLD, NEW], ids=["old", "new"])
def test_one_edition_alone_has_no_neighbours(page: Callable[..., str], alone: str) -> None:
    assert "bukan angka yang sama" not in shown(page(alone))


def test_a_school_without_scores_says_so(page: Callable[..., str]) -> None:
    assert "belum menyerahkan" in page()

"""The checklist as a page and as a form."""

import re
from collections.abc import Callable

import pytest

from hostile import HOSTILE
from minimal import PRACTICE, edited
from potret import places
from potret.model import School
from potret.pages import checklist, checklistform
from potret.reader import Reader

Load = Callable[..., School]

REPORT = """\
-- mutu/2017.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2017
nilai: {"1": 5}
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai:
  "8.1.1": 7.00
  "8.1.2": {nilai: 0, catatan: Nol yang sebenarnya}
  "8.1.3": 5.06
  "6.2.5": {berlaku: false}
target: {"8.1.3": 6.5}
-- siklus/2017/1-pemetaan.md --
---
ringkasan: Pemetaan
dokumen: [{kunci: lama, jenis: instrumen-eds, indikator: ["8.1.3"]}]
---
Teks.
-- siklus/2018/1-pemetaan.md --
---
ringkasan: Pemetaan
dokumen: [{kunci: baru, jenis: notulen, indikator: ["8.1.2", "1.1.6"]}, {jenis: instrumen-eds}]
---
Teks.
-- siklus/2019/rencana.yml --
masalah: [{kunci: dana, indikator: ["8.1.2"], masalah: Dana}]
"""
RAPOR = """\
-- mutu/2022.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2022
nilai:
  A.1: {nilai: 70, label: baik}
  A.1.1: 68
  D.1: {nilai: 20, label: kurang}
"""


def page(school: School, year: int, locale: str = "id") -> str:
    found = {file.place: file for file in checklist.compose(school, Reader(locale, {}))}
    return found[places.checklist(school.slug, year)].body.inlined


def row(html: str, code: str) -> str:
    """Give what stands between a row's id and the next one's."""
    match = re.search(rf'<(?:li|details)[^>]*id="i-{re.escape(code)}"(.*?)(?=id="i-|\Z)', html, re.DOTALL)
    assert match, code
    return match[1]


@pytest.mark.parametrize(
    ("code", "state", "says"),
    [
        ("8.1.1", "terpenuhi", "7,00"),
        ("8.1.2", "belum", "Nol yang sebenarnya"),
        ("8.1.3", "sebagian", "target 6,50"),
        ("6.2.5", "tidak-berlaku", "tidak berlaku"),
        ("1.1.6", "belum-ada-data", "belum ada data"),
    ],
)
def test_each_of_the_five_states_is_said_in_words(load_school: Load, code: str, state: str, says: str) -> None:
    shown = row(page(load_school(REPORT), 2018), code)
    assert f'data-keadaan="{state}"' in shown
    assert says in shown


def test_every_row_of_the_catalogue_has_its_anchor_once(load_school: Load) -> None:
    ids = re.findall(r'id="(i-[^"]+)"', page(load_school(REPORT), 2018))
    assert len(ids) == len(set(ids)) == 8 + 29 + 189


def test_evidence_stands_in_its_own_year_and_later_years_point_there(load_school: Load) -> None:
    school = load_school(REPORT)
    assert "dokumen-lama" in row(page(school, 2017), "8.1.3")
    later = row(page(school, 2018), "8.1.3")
    assert "dokumen-lama" not in later
    assert 'href="../2017/#i-8.1.3"' in later


def test_a_row_leads_to_the_problem_of_the_plan_that_sets_out_from_it(load_school: Load) -> None:
    school = load_school(REPORT)
    assert 'href="../../siklus/2019/#masalah-dana"' in row(page(school, 2018), "8.1.2")
    assert "masalah-dana" not in page(school, 2017)  # two years later: another report lies between


def test_findings_link_to_rows_and_to_the_pages_of_loose_evidence(load_school: Load) -> None:
    html = page(load_school(REPORT), 2018).partition('class="potret-findings"')[2].partition("</ul>")[0]
    assert "Dinilai terpenuhi tetapi tanpa bukti (1)" in html
    assert 'href="#i-8.1.1"' in html
    assert "Bukti ada, nilai belum ada (1)" in html
    assert 'href="#i-1.1.6"' in html
    assert "Bukti tanpa indikator (1)" in html
    assert 'href="../../siklus/2018/pemetaan/"' in html


def test_standards_open_only_when_they_have_something_to_say(load_school: Load) -> None:
    html = page(load_school(REPORT), 2018)
    opened = {code: "open" in attrs for code, attrs in re.findall(r'<details[^>]*id="i-(\d)"([^>]*)>', html)}
    assert opened == {str(code): code in {1, 6, 8} for code in range(1, 9)}


def test_bars_add_up_to_the_rows_of_a_standard(load_school: Load) -> None:
    school = load_school(REPORT)
    view = checklist.View.of(school, 2018, Reader("id", {}), places.checklist(school.slug, 2018))
    for one in checklist.summary(view):
        assert sum(share.length for share in one.shares) == one.coverage.rows
        assert [share.start for share in one.shares] == sorted({share.start for share in one.shares})


def test_rapor_pendidikan_has_its_own_tree_and_labels(load_school: Load) -> None:
    html = page(load_school(REPORT + RAPOR), 2022)
    assert re.findall(r'<details[^>]*id="i-(\w)"', html) == ["A", "C", "D", "E"]
    assert "Baik" in row(html, "A.1")
    assert "skor tanpa label" in row(html, "A.1.1")
    assert 'data-keadaan="belum"' in row(html, "D.1")
    assert "data-keadaan" not in row(html, "A").partition("</summary>")[0], "a dimension has no state of its own"
    assert "Menuju SNP" not in html.partition('class="potret-check"')[2]
    assert 'id="i-8.1.1"' not in html


def test_sensitive_rows_of_a_report_never_reach_the_page(load_school: Load) -> None:
    text = edited(RAPOR, ("  D.1:", "  D.4.6: {nilai: 13, label: kurang}\n  D.1:"))
    html = page(load_school(text), 2022)
    assert "13,00" not in html
    assert "data-keadaan" not in row(html, "D.4.6")


def test_a_practice_is_evidence_for_its_own_edition_only(load_school: Load) -> None:
    practice = edited(PRACTICE, ('indikator: ["1.1.6"]', 'edisi: snp-2021\nindikator: ["A.1"]'), ("2018", "2022"))
    school = load_school(f"{REPORT}{RAPOR}-- praktik/kebun.md --\n{practice}")
    assert "praktik/kebun/" in row(page(school, 2022), "A.1")
    assert "praktik/kebun/" not in page(school, 2018)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_hostile_words_stay_words(load_school: Load, locale: str) -> None:
    school = load_school(HOSTILE)
    for file in (*checklist.compose(school, Reader(locale, {})), *checklistform.compose(school, Reader(locale, {}))):
        assert "<script" not in file.body.inlined
        assert "<img src=x" not in file.body.inlined


def form(school: School, year: int) -> str:
    found = {file.place: file for file in checklistform.compose(school, Reader("id", {}))}
    file = found[places.checklist_form(school.slug, year)]
    assert not file.is_listed
    return file.body.inlined


def test_the_filled_form_ticks_one_box_a_row(load_school: Load) -> None:
    html = form(load_school(REPORT), 2018)
    rows = re.findall(r"<tr(?: class=\"[^\"]*\")?><td>([\d.]+)</td>(.*?)</tr>", html, re.DOTALL)
    assert len(rows) == 8 + 29 + 189
    assert {cells.count("☑") for _, cells in rows} == {1}
    assert {cells.count("☐") for _, cells in rows} == {4}
    cells = dict(rows)["8.1.2"]
    assert re.findall("[☐☑]", cells) == ["☐", "☐", "☑", "☐", "☐"]
    assert "1 dokumen" in cells
    assert "Nol yang sebenarnya" in cells


def test_the_empty_form_has_no_tick_and_no_school() -> None:
    html = checklistform.empty(Reader("id", {})).body.inlined
    assert "☑" not in html
    assert html.count("☐") == 5 * (8 + 29 + 189)
    for who in ("Disusun oleh", "Diverifikasi oleh", "Divalidasi oleh"):
        assert who in html

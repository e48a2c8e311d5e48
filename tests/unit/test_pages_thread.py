"""The thread on the page of a cycle year: drawings, links both ways, loose ends, money."""

import re
from pathlib import Path

import pytest

from minimal import DAY, PRACTICE, REPORT, SCHOOL, edited, write
from potret import places
from potret.model import School
from potret.pages import cycle, thread
from potret.portfolio import load
from potret.reader import Reader
from potret.thread import ends, scores

FILES = f"""\
-- mutu/2017.yml --
{edited(REPORT, ('"1": 5.21', '"1": 3.5'))}
-- mutu/2018.yml --
{REPORT}target: {{"1": 7}}
-- praktik/kebun.md --
{PRACTICE}
-- siklus/2017/rencana.yml --
masalah:
  - {{kunci: awal, masalah: Masalah awal, program: Program awal}}
-- siklus/2018/1-pemetaan.md --
---
ringkasan: Memetakan.
dokumen:
  - {{kunci: sk, jenis: sk-tpmps}}
---
Isi.
-- siklus/2018/rencana.yml --
anggaran: {{total: 900}}
masalah:
  - kunci: literasi
    lanjutan_dari: awal
    indikator: ["1.2.1", "3.1"]
    masalah: "<b>*Jarang*</b> membaca"
    program: Pojok baca
    kegiatan:
      - nama: Rak
        biaya: 1000
        sumber_dana: bos-reguler
        imbas: ["40401001"]
        bukti: ["dokumen:sk", "foto:halaman/pohon.jpg", "praktik:kebun", "dokumen:hilang"]
      - {{nama: Tanpa bukti}}
"""
PLACE = places.cycle("sd-contoh", 2018)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    root = tmp_path_factory.mktemp("thread") / "schools"
    write(root / "sd-contoh", SCHOOL)
    write(root / "sd-contoh", FILES)
    return load(root, day=DAY)[0].schools[0]


def page(school: School, reader: Reader, year: int = 2018) -> str:
    made = cycle.compose(school, reader)
    return next(one for one in made if one.place.url.endswith(f"/siklus/{year}/")).body.inlined


def test_every_piece_of_evidence_is_a_link_to_where_it_stands(school: School) -> None:
    html = page(school, Reader("id", {}))
    assert 'href="pemetaan/#dokumen-sk"' in html
    assert 'href="../../praktik/kebun/"' in html
    assert ">hilang<" not in html.replace("</span>", "")  # not a link
    assert "hilang" in html


def test_a_photo_is_a_link_only_where_it_is_shown(school: School) -> None:
    address = "../../galeri/halaman/#foto-pohon"
    assert address not in page(school, Reader("id", {}))
    reader = Reader("id", {"sd-contoh": {"halaman/pohon.jpg": None}})  # type: ignore[dict-item]
    (view,) = thread.views(school, school.cycles[-1], reader, PLACE)
    assert [one.href for one in view.pieces[0] if one.kind == "foto"] == [address]


def test_the_way_leads_on_and_back(school: School) -> None:
    html = page(school, Reader("id", {}))
    assert 'href="../../mutu/2017/#i-1"' in html
    assert 'href="../../mutu/2018/#i-1"' in html
    assert 'href="../2017/#masalah-awal"' in html
    assert 'href="../2018/#masalah-literasi"' in page(school, Reader("id", {}), 2017)
    for anchor in ("masalah-literasi", "kegiatan-literasi-1", "kegiatan-literasi-2"):
        assert html.count(f'id="{anchor}"') == 1


def test_words_say_what_the_drawing_shows(school: School) -> None:
    text = " ".join(re.sub(r"<[^>]*>", " ", page(school, Reader("id", {}))).split())
    assert "2017 3,50 Menuju SNP 2" in text
    assert "2018 5,21 Menuju SNP 4" in text
    assert "▲ naik 1,71 target 7,00: belum tercapai" in text
    assert "Nilai 1 dipakai: baris terdekat di atas 1.2.1 yang bernilai pada kedua tahun." in text
    assert "3.1" in text  # no value in either year, and named all the same


def test_imbas_schools_that_took_part_are_named(school: School) -> None:
    assert "Sekolah imbas yang ikut: SD Imbas 1<" in page(school, Reader("id", {}))


def test_steps_that_are_not_written_stay_open_in_the_line(school: School) -> None:
    html = page(school, Reader("id", {}))
    knots = re.findall(r"<li( data-open)?><div class=\"potret-strand__label\">", html)
    assert [bool(open_) for open_ in knots] == [False, True, True, False, False, True, True]


def test_loose_ends_are_grouped_and_lead_to_their_place(school: School) -> None:
    groups = thread.loose_ends(school, school.cycles[-1], Reader("id", {}), PLACE)
    assert {code: len(found) for code, found in groups.items()} == {"thread-evidence": 1, "thread-stage": 4}
    assert groups["thread-evidence"][0].href == "#kegiatan-literasi-2"
    assert [one.href for one in groups["thread-stage"]] == [None] * 4


def test_a_budget_that_differs_is_said_with_its_difference(school: School) -> None:
    text = re.sub(r"<[^>]*>", " ", page(school, Reader("id", {})))
    assert "Rp1.000; kegiatan berbiaya: 1." in text
    assert "Biaya belum disebut: 1 kegiatan." in text
    assert "Sekolah menulis anggaran Rp900; selisihnya Rp100." in text


def test_what_a_school_writes_stays_text(school: School) -> None:
    html = page(school, Reader("id", {}))
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_marks_stand_where_their_values_are(school: School) -> None:
    (score,) = scores(ends(school, 2018), ["1"])
    plot = thread.plot(score)
    span = thread.WIDTH - 2 * thread.MARGIN
    assert plot.before == f"{thread.MARGIN + 3.5 / 7 * span:.1f}"
    assert plot.target == f"{thread.WIDTH - thread.MARGIN:.1f}"  # the top of the scale
    assert sum(float(width) for _, width, _ in plot.bands) == pytest.approx(span, abs=0.3)
    assert float(plot.before) < float(plot.after or 0) < float(plot.target)


def test_every_language_has_every_strand(school: School) -> None:
    assert page(school, Reader("en", {})).count('class="potret-strand"') == 1
    assert "Threads not joined yet" in page(school, Reader("en", {}))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("kunci: awal", "lanjutan_dari: literasi", ("thread-before", ""), id="never a later year"),
        pytest.param("lanjutan_dari: awal", "lanjutan_dari: awl", ("thread-before", "awal"), id="did you mean"),
    ],
)
def test_a_problem_carries_on_only_an_earlier_one(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str]
) -> None:
    write(tmp_path / "schools" / "sd-contoh", SCHOOL)
    text = f"{before}, {after}" if before == "kunci: awal" else after
    write(tmp_path / "schools" / "sd-contoh", edited(FILES, (before, text)))
    _, problems = load(tmp_path / "schools", day=DAY)
    found = [(one.code, one.values.get("near", "")) for one in problems if one.code == "thread-before"]
    assert found == [expected]

from pathlib import Path

import pytest

from minimal import DAY, PRACTICE, SCHOOL, write
from potret.model import Photo, Practice, School
from potret.portfolio import load
from potret.thread import Filed, Strand, Tie, strands

FILES = f"""\
-- praktik/kebun.md --
{PRACTICE}
-- siklus/2017/1-pemetaan.md --
---
ringkasan: Memetakan.
dokumen:
  - {{kunci: sk, jenis: sk-tpmps}}
---
Isi.
-- siklus/2017/rencana.yml --
masalah:
  - {{kunci: literasi, masalah: Jarang membaca}}
-- siklus/2018/rencana.yml --
masalah:
  - {{kunci: literasi, lanjutan_dari: literasi, masalah: Buku habis dibaca}}
  - kunci: kebun
    indikator: ["1.1.8"]
    masalah: Belajar di dalam
    kegiatan:
      - nama: Menanam
        bukti: ["dokumen:sk", "foto:halaman/pohon.jpg", "praktik:kebun", "dokumen:hilang"]
      - {{nama: Panen}}
-- siklus/2019/rencana.yml --
masalah:
  - {{kunci: kotak, lanjutan_dari: literasi, masalah: Kotak buku}}
  - {{kunci: orang-tua, lanjutan_dari: literasi, masalah: Pencatat}}
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    root = tmp_path_factory.mktemp("strands") / "schools"
    write(root / "sd-contoh", SCHOOL)
    write(root / "sd-contoh", FILES)
    return load(root, day=DAY)[0].schools[0]


def of(school: School, year: int) -> tuple[Strand, ...]:
    return strands(school, next(cycle for cycle in school.cycles if cycle.year == year))


def ties(found: tuple[Tie, ...]) -> list[tuple[int, str]]:
    return [(tie.year, tie.concern.kunci) for tie in found]


def test_a_strand_goes_on_from_the_latest_earlier_year(school: School) -> None:
    first, second, *_ = of(school, 2017)[0], of(school, 2018)[0]
    assert first.before is None
    assert ties(first.after) == [(2018, "literasi")]  # not 2019, which carries on 2018
    assert second.before == Tie(2017, first.concern)
    assert ties(second.after) == [(2019, "kotak"), (2019, "orang-tua")]


def test_evidence_is_what_it_names(school: School) -> None:
    step, bare = of(school, 2018)[1].steps
    filed, photo, practice, lost = (piece.target for piece in step.pieces)
    assert isinstance(filed, Filed)
    assert (filed.year, filed.stage.key, filed.entry.kunci) == (2017, "pemetaan", "sk")
    assert isinstance(photo, Photo)
    assert isinstance(practice, Practice)
    assert lost is None
    assert (step.number, bare.number, bare.pieces) == (1, 2, ())


def test_a_year_without_a_plan_has_no_strands(tmp_path: Path) -> None:
    root = tmp_path / "schools"
    write(root / "sd-contoh", SCHOOL)
    write(root / "sd-contoh", "-- siklus/2018/1-pemetaan.md --\n---\nringkasan: Isi.\n---\nIsi.\n")
    (school,) = load(root, day=DAY)[0].schools
    assert of(school, 2018) == ()

"""The grade of a practice, from what lies in the folder."""

from collections.abc import Callable

import pytest

from minimal import PRACTICE, edited
from potret.evidence import Grade, standing
from potret.model import School

LoadSchool = Callable[..., School]

PHOTO = """\
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - {berkas: pohon.jpg, keterangan: x, alt: x, orang: tidak_ada, praktik: kebun}
"""
PLAN = "-- siklus/2018/rencana.yml --\nmasalah: [{kunci: a, masalah: x, kegiatan: [{nama: y, bukti: [BUKTI]}]}]\n"
FILE = "-- praktik/kebun/a.csv --\na,b\n"
REPORT = """\
-- imbas/40401001.yml --
adopsi:
  - {praktik: kebun, status: STATUS, mulai: 2018-01-01, tanggal: 2018-12-08HASIL}
"""


def practice(*lines: str) -> str:
    return "-- praktik/kebun.md --\n" + edited(PRACTICE, ("tahun: 2018", "\n".join(("tahun: 2018", *lines))))


def confirmed(role: str) -> str:
    return f"konfirmasi: [{{oleh: {role}, tanggal: 2018-10-11, dasar: Melihat}}]"


def report(status: str, result: str = ", hasil: Panen") -> str:
    return REPORT.replace("STATUS", status).replace("HASIL", result)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        pytest.param(practice(), Grade.TOLD, id="a text only"),
        pytest.param(practice("sampul: foto/halaman/pohon.jpg"), Grade.TOLD, id="a cover shows nothing by itself"),
        pytest.param(practice() + PHOTO, Grade.SHOWN, id="a photo"),
        pytest.param(practice() + PHOTO.replace("kebun}", "lain}"), Grade.TOLD, id="a photo of another practice"),
        pytest.param(practice() + PHOTO.replace("tidak_ada", "dikenali"), Grade.TOLD, id="a photo without consent"),
        pytest.param(practice("lampiran: [a.csv]") + FILE, Grade.SHOWN, id="an attachment"),
        pytest.param(practice("lampiran: [b.csv]") + FILE, Grade.TOLD, id="an attachment that is not there"),
        pytest.param(practice() + PLAN.replace("BUKTI", "praktik:kebun"), Grade.SHOWN, id="a planned activity"),
        pytest.param(practice() + PLAN.replace("BUKTI", "praktik:lain"), Grade.TOLD, id="another activity"),
        pytest.param(practice(confirmed("pengawas")), Grade.CONFIRMED, id="the supervisor"),
        pytest.param(practice(confirmed("guru")), Grade.TOLD, id="its own teachers"),
        pytest.param(practice() + report("berjalan"), Grade.CONFIRMED, id="used with a result"),
        pytest.param(practice() + report("dicoba"), Grade.CONFIRMED, id="tried with a result"),
        pytest.param(practice() + report("disesuaikan"), Grade.CONFIRMED, id="adapted with a result"),
        pytest.param(practice() + report("berjalan", ""), Grade.TOLD, id="used, no result yet"),
        pytest.param(practice() + report("berhenti"), Grade.TOLD, id="stopped"),
        pytest.param(practice() + report("direncanakan"), Grade.TOLD, id="planned"),
        pytest.param(practice() + PHOTO + report("berhenti"), Grade.SHOWN, id="shown, and stopped elsewhere"),
    ],
)
def test_the_grade_follows_from_the_folder(load_school: LoadSchool, text: str, grade: Grade) -> None:
    school = load_school(text)
    assert standing(school.practices[0], school).grade is grade


def test_everything_that_speaks_for_a_practice_is_counted(load_school: LoadSchool) -> None:
    plan = PLAN.replace("BUKTI", 'praktik:kebun, "foto:halaman/pohon.jpg"')
    text = practice("lampiran: [a.csv]", confirmed("fasda")) + FILE + PHOTO + plan + report("dicoba")
    school = load_school(text + report("berjalan").replace("40401001", "40401002"))
    found = standing(school.practices[0], school)
    assert (found.photos, found.attachments, found.activities, found.confirmations, found.adoptions) == (1, 1, 1, 1, 2)

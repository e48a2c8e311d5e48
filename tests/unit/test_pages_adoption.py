"""What other schools took over, on the page of the practice and for the page of the imbas schools."""

from collections.abc import Callable

import pytest

from minimal import PRACTICE, PROFILE, edited
from potret import places
from potret.model import STATUSES, Portfolio, School
from potret.pages import adoption, proof
from potret.reader import Reader
from potret.site import compose
from potret.templates import Templates

LoadSchool = Callable[..., School]

PAGE = "-- praktik/kebun.md --\n" + edited(PRACTICE, ("tahun: 2018", "tahun: 2018\nlampiran: [a.csv]\nLINES"))
FILE = "-- praktik/kebun/a.csv --\na,b\n"
STAGE = "-- siklus/2018/1-pemetaan.md --\n---\ndokumen: [{kunci: sk, jenis: sk-tpmps}]\n---\nTeks.\n"
ROWS = """\
-- imbas/40401002.yml --
adopsi:
  - {praktik: kebun, status: berhenti, mulai: 2018-01-15, sampai: 2018-06-20, hasil: Sumur surut, tanggal: 2018-12-08}
-- imbas/40401001.yml --
adopsi:
  - praktik: kebun
    status: disesuaikan
    mulai: 2018-01-15
    perubahan: {id: Karung <bekas>, en: Sacks}
    hasil: Panen
    bukti: ["dokumen:sk", "foto:halaman/pohon.jpg"]
    dilaporkan: guru
    tanggal: 2018-12-08
  - {praktik: sd-lain/membatik, status: direncanakan, mulai: 2019-01-15, tanggal: 2018-12-08}
"""
TEXT = PAGE.replace("LINES\n", "") + FILE + STAGE + ROWS


def html(school: School, locale: str, url: str) -> str:
    reader = Reader(locale, {})
    (page,) = [page for page in compose(Portfolio((school,)), ["id", "en"], reader) if page.place.url == url]
    return page.body.inlined


def test_adoptions_come_in_the_order_of_the_school_s_list(load_school: LoadSchool) -> None:
    school, reader = load_school(TEXT), Reader("id", {})
    at = places.practice("sd-contoh", "kebun")
    found = adoption.of_school(school, reader, at)
    assert [(one.school.npsn, one.practice, one.href is None) for one in found] == [
        ("40401001", "Kebun gizi", False),
        ("40401001", "sd-lain/membatik", True),
        ("40401002", "Kebun gizi", False),
    ]
    own = adoption.of_practice(school, school.practices[0], reader, at)
    assert [one.adoption.status for one in own] == ["disesuaikan", "berhenti"]
    assert [one.when for one in own] == ["sejak 15 Januari 2018", "15 Januari 2018 sampai 20 Juni 2018"]
    assert adoption.title(own, reader) == "Dipakai di 1 sekolah"
    assert adoption.title(own[1:], reader) == "Kabar dari sekolah lain"


def test_evidence_leads_to_the_document_and_the_album(load_school: LoadSchool) -> None:
    school = load_school(TEXT)
    (first, *_) = adoption.of_school(school, Reader("id", {}), places.practice("sd-contoh", "kebun"))
    assert [(str(name), href) for name, href in first.evidence] == [
        ("SK Tim TPMPS", "../../siklus/2018/pemetaan/#dokumen-sk"),
        ("Pohon di halaman", "../../galeri/halaman/"),
    ]
    assert 'id="dokumen-sk"' in html(school, "id", "sekolah/sd-contoh/siklus/2018/pemetaan/")


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_practice_page_shows_who_uses_it(load_school: LoadSchool, locale: str) -> None:
    page = html(load_school(TEXT), locale, "sekolah/sd-contoh/praktik/kebun/")
    for words in ("SD Imbas 1", "SD Imbas 2", 'a.csv" download>', "imbas/balas.md"):
        assert words in page
    assert ("Sacks" if locale == "en" else "Karung &lt;bekas&gt;") in page
    assert "membatik" not in page


def test_a_school_that_names_no_imbas_school_has_no_form(load_school: LoadSchool) -> None:
    profile = PROFILE[: PROFILE.index("imbas:")]
    school = load_school(f"-- sekolah.yml --\n{profile}-- praktik/kebun.md --\n{PRACTICE}")
    urls = {page.place.url for page in compose(Portfolio((school,)), ["id"], Reader("id", {}))}
    assert "sekolah/sd-contoh/imbas/balas/" not in urls
    assert "balas.md" not in html(school, "id", "sekolah/sd-contoh/praktik/kebun/")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("locale", ["id", "en"])
def test_each_state_has_a_sign_and_a_word_of_its_own(load_school: LoadSchool, status: str, locale: str) -> None:
    school = load_school(TEXT.replace("status: disesuaikan", f"status: {status}"))
    found = adoption.of_school(school, Reader(locale, {}), places.practice("sd-contoh", "kebun"))[:1]
    shown = Templates(locale).component("adoptions", adopted=found)
    sign = shown.split('aria-hidden="true">')[1][0]
    assert {"○": "direncanakan", "◐": "dicoba", "●": "berjalan", "◆": "disesuaikan", "■": "berhenti"}[sign] == status


def test_proof_says_what_is_claimed_shown_and_confirmed(load_school: LoadSchool) -> None:
    rows = ["{oleh: guru, tanggal: 2018-10-11, dasar: Kami}", "{oleh: fasda, tanggal: 2018-10-12, dasar: Jurnal}"]
    line = f"konfirmasi: [{', '.join(rows)}]"
    school = load_school(TEXT.replace("tahun: 2018\n", f"tahun: 2018\n{line}\n", 1))
    found = proof.of(school.practices[0], school, Reader("id", {}))
    assert (found.grade, found.shown) == ("dikuatkan", ["1 lampiran"])
    assert [(who, str(ground)) for who, ground in found.confirmed] == [
        ("Fasilitator Daerah (Fasda), 12 Oktober 2018", "Jurnal")
    ]
    assert found.adopted == "1 sekolah memakai dan melaporkan hasilnya"


@pytest.mark.parametrize(("lines", "shown"), [("", "seizin sekolah"), ("lisensi: CC BY 4.0", "CC BY 4.0")])
def test_an_open_licence_is_never_assumed(load_school: LoadSchool, lines: str, shown: str) -> None:
    school = load_school(PAGE.replace("LINES", lines) + FILE)
    assert f"<dd>{shown}</dd>" in html(school, "id", "sekolah/sd-contoh/praktik/kebun/")

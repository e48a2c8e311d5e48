"""What the guard finds in a text, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.guard import scan, scan_name
from potret.guard.contacts import own_contacts
from potret.guard.hit import masked, veiled
from potret.model import GUARD_CODES
from potret.problems import Severity

NIK, WOMAN = "7405010305100001", "7471054312090012"
NIP, PPPK = "197501012000031001", "198507122023212034"

FOUND = [
    (f"NIK {NIK}", "guard-nik"),
    (f"NIK: {NIK}", "guard-nik"),
    (NIK, "guard-nik"),
    (f"perempuan {WOMAN}, kelas 5", "guard-nik"),
    ("7405 0103 0510 0001", "guard-nik"),
    ("740501-030510-0001", "guard-nik"),
    ("No. KK: 7405 01 030510 0001", "guard-nik"),
    ("NIK **9999999999999999**", "guard-nik"),
    ("| NIK | 7405.0103.0510.0001 |", "guard-nik"),
    ("NIK\u00a07405\u200b010305100001", "guard-nik"),
    ("NIK ７４０５０１０３０５１０００01", "guard-nik"),
    ("kartu keluarga 7405010101100002", "guard-nik"),
    ("NISN 0051234567", "guard-nisn"),
    ("NISN: 3104567890", "guard-nisn"),
    ("(NISN. 0098765432)", "guard-nisn"),
    ("Daftar NISN\n\n- 0051234567\n", "guard-nisn"),
    ("nomor induk siswa nasional 0051234567", "guard-nisn"),
    (f"NIP {NIP}", "guard-nip"),
    ("NIP. 19750101 200003 1 001", "guard-nip"),
    ("19750101 200003 1 001", "guard-nip"),
    ("Kepala Sekolah,\n\n19750101 200003 1001", "guard-nip"),
    (PPPK, "guard-nip"),
    ("NIP 131234567", "guard-nip"),
    ("NI PPPK: 198507122023212034", "guard-nip"),
    ("NUPTK 1234567890123456", "guard-nuptk"),
    ("NUPTK: 4534 7586 5930 0013", "guard-nuptk"),
    ("NPWP 01.234.567.8-901.000", "guard-npwp"),
    ("01.234.567.8-901.000", "guard-npwp"),
    ("NPWP: 012345678901000", "guard-npwp"),
    ("TTL: Kendari, 3 Mei 2010", "guard-birth"),
    ("Tanggal lahir: 03-05-2010", "guard-birth"),
    ("Tempat/Tanggal Lahir : Wolasi, 12 Desember 2009", "guard-birth"),
    ("tgl lahir 2010-05-03", "guard-birth"),
    ("Ani lahir di Kendari pada 3 Mei 2010", "guard-birth"),
    ("Date of birth: 3 May 2010", "guard-birth"),
    ("Born on 3 May 2010 in Kendari", "guard-birth"),
    ("0812-3456-7890", "guard-phone"),
    ("HP 081234567890", "guard-phone"),
    ("0852 4155 6677", "guard-phone"),
    ("+62 812 3456 7890", "guard-phone"),
    ("+6281234567890", "guard-phone"),
    ("https://wa.me/6281234567890", "guard-phone"),
    ("WA:082187654321", "guard-phone"),
    ("+62 401 3121234", "guard-phone"),
    ("ani.budi@gmail.com", "guard-email"),
    ("surel: guru_1@belajar.id.", "guard-email"),
    ("rumah siswa: -4.01234, 122.51234", "guard-home"),
    ("titik -4.01234,122.51234 adalah tempat tinggal Ani", "guard-home"),
    ("Siswa: Ani, Budi, Siti", "guard-pupils"),
    ("siswa kelas 5: Ahmad Fauzi dan Nurul Aisyah", "guard-pupils"),
    ("Nama siswa:\n1. Wulan\n2. Siti\n", "guard-pupils"),
    ("Nama peserta didik: Lestariwati, Bonifasius", "guard-pupils"),
    ("Daftar nama murid: Rizky; Dewi", "guard-pupils"),
    ("Pupils: Ahmad, Siti and Budi", "guard-pupils"),
]

LEFT_ALONE = [
    "NPSN 40401234",
    "NSS 101200501001",
    "421/12/2017",
    "SK 421.2/034/SK/2018 tanggal 14 Februari 2017",
    "Rp 1.500.000.000",
    "Rp1500000000",
    "2016 2017 2018 2019",
    "2015/2016, 2016/2017, 2017/2018",
    "20181112101010",
    "1234567890123456",
    "9999999999999999",
    "7405019905100001",
    "123456789012345678",
    "ISBN 978-602-282-123-4",
    "ISBN 9786022821234",
    "-4.01234, 122.51234",
    "rumah sakit di -4.01234, 122.51234",
    "Sekolah ini lahir pada 3 Mei 1985.",
    "Gerakan literasi lahir 12 Agustus 2017 di perpustakaan.",
    "Hari lahir Pancasila, 1 Juni 2018",
    "R.A. Kartini lahir 21 April 1879",
    "Kebun lahir dari gagasan siswa pada 3 Mei 2018",
    "08-12-2018 sampai 09-01-2019",
    "08:15 sampai 12:30",
    "0,812345678901",
    "nilai 5.081234567",
    "(0401) 3121234",
    "kode pos 93381",
    "foto@2x.png",
    "@sekolahmodel",
    "Siswa: Membaca, Menulis, Berhitung",
    "Siswa: Kelas I, Kelas II",
    "Pelaku: Guru, Siswa, Komite",
    "siswa: 85 laki-laki, 83 perempuan",
    "Siswa: Putra, Putri",
    "Guru: Ani, Budi",
    "1.1.1, 1.1.2, 1.1.3, 1.1.4",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha 4058123456789012ab",
    "https://contoh.go.id/berkas/20180512.pdf",
    "Permendikbud 28 Tahun 2016",
    "24 siswa dengan NISN lengkap pada 2018",
    "0-7, 3-4, 12-13",
    "lat 95.1234567, 122.1234567",
]


@pytest.mark.parametrize(("text", "code"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_what_names_a_person_is_found_once_and_never_repeated(text: str, code: str) -> None:
    (hit,) = scan(text)
    assert hit.code == code
    assert sum(sign.isdigit() for sign in hit.shown) <= 4
    assert text[hit.start : hit.end].strip()


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_everything_else_is_left_alone(text: str) -> None:
    assert scan(text) == []


def test_every_kind_is_in_the_table() -> None:
    assert {code for _, code in FOUND} == set(GUARD_CODES) - {"guard-unread", "guard-heavy"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Siswa: Ani, Budi", Severity.ERROR),
        ("Nama siswa: Lestariwati, Bonifasius", Severity.WARNING),
        ("Ani lahir 3 Mei 2010", Severity.ERROR),
        ("Beliau lahir 3 Mei 1970", Severity.WARNING),
        ("081234567890", Severity.ERROR),
        ("+62 401 3121234", Severity.WARNING),
        ("a@b.id", Severity.WARNING),
    ],
)
def test_only_what_is_sure_is_an_error(text: str, severity: Severity) -> None:
    assert [hit.severity for hit in scan(text)] == [severity]


def test_contacts_the_school_publishes_itself_may_stand_anywhere() -> None:
    own = own_contacts("0812-3456-7890 / (0401) 3121234", "SDN1@contoh.sch.id", None)
    assert scan("Hubungi +62 812 3456 7890 atau sdn1@contoh.sch.id.", own) == []
    assert [hit.code for hit in scan("Hubungi 0812 3456 7891.", own)] == ["guard-phone"]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("0051234567.jpg", ["guard-nisn"]),
        ("juara_0051234567_ani.pdf", ["guard-nisn"]),
        (f"KTP-{NIK}.pdf", ["guard-nik"]),
        (f"sk_{NIP}.pdf", ["guard-nip"]),
        ("wa-081234567890.jpg", ["guard-phone"]),
        ("IMG_20181112_101010.jpg", []),
        ("IMG-20181112-WA0001.jpg", []),
        ("0000000001.jpg", []),
        ("1542012345678.jpg", []),
        ("sk-421-12-2017.pdf", []),
        ("rapor-2016-2017-2018.xlsx", []),
        ("99990101.yml", []),
    ],
)
def test_names_of_files(name: str, codes: list[str]) -> None:
    assert [hit.code for hit in scan_name(name)] == codes


def test_a_mask_shows_two_digits_at_either_end() -> None:
    assert masked("7405 0103 0510 0001") == "74••••••••••••01"
    assert masked("12") == "•••"
    assert veiled("foto-0051234567.jpg") == "foto-00••••••67.jpg"


@given(st.text(alphabet="0123456789 .-NIKPSsiwa:,\n|@+", max_size=200))
def test_places_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for hit in scan(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end

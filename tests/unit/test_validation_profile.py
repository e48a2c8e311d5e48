"""One case that fires and a neighbour that does not for every rule of the profile (domain.md section 6)."""

import pytest

from minimal import PROFILE, edited, found, marked, rows
from potret.model import Profile
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build, check_profile

NPSN = 'npsn: "40401234"'
TYPE = "bentuk: SD"
STATUS = "status: negeri"
PROVINCE = "provinsi: Sulawesi Tenggara"
DISTRICT = "kecamatan: Wolasi"
REGENCY = "kabupaten: Kabupaten Konawe Selatan"
GROUPS = "rombel: 6"
IMBAS = '  - {npsn: "40401005", nama: SD Imbas 5}'
PRINCIPAL = '{nama: "Nama Kepala, S.Pd.", sejak: 2015}'


def grades(first: str, last: str) -> tuple[str, str]:
    return (GROUPS, f'rombel: 6\n  per_tingkat: #<\n    "1": {{l: 40, p: 40}}\n    {first}\n    {last}')


FIRES = [
    # npsn: text of eight digits
    pytest.param([(NPSN, 'npsn: "4040123" #<')], "npsn-format", "error", id="npsn of seven digits"),
    pytest.param([(NPSN, 'npsn: "12345678" #<')], "npsn-prefix", "warning", id="npsn prefix never seen"),
    pytest.param([(NPSN, "npsn: P1234567 #<")], "npsn-prefix", "warning", id="npsn of an equivalency centre"),
    # nss: twelve digits usual
    pytest.param([(TYPE, 'bentuk: SD\nnss: "10120050100799" #<')], "nss-format", "warning", id="nss of 14 digits"),
    # bentuk and status: codes
    pytest.param([(TYPE, "bentuk: SDN #<")], "choice-unknown", "error", id="school type"),
    pytest.param([(STATUS, "status: yayasan #<")], "choice-unknown", "error", id="status"),
    # yayasan: only swasta
    pytest.param([(STATUS, "status: negeri\nyayasan: Bakti #<")], "foundation-public", "warning", id="foundation"),
    # akreditasi: grade and score, from 2017 on
    pytest.param(
        [(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 90, tahun: 2017} #<")],
        "accreditation-rank",
        "warning",
        id="A with 90",
    ),
    pytest.param(
        [(STATUS, "status: negeri\nakreditasi: {peringkat: TT, nilai: 71, tahun: 2019} #<")],
        "accreditation-rank",
        "warning",
        id="TT with 71",
    ),
    pytest.param(
        [(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 100.9} #<")],
        "accreditation-score",
        "error",
        id="more than 100",
    ),
    pytest.param(
        [(STATUS, "status: negeri\nakreditasi: {peringkat: D} #<")], "choice-unknown", "error", id="no such grade"
    ),
    pytest.param([(STATUS, "status: negeri\nkurikulum: KTSP #<")], "choice-unknown", "error", id="curriculum"),
    # alamat
    pytest.param([("  desa: Aunupe", "  desa: #<")], "key-missing", "error", id="no village"),
    pytest.param(
        [(PROVINCE, f'{PROVINCE}\n  kode_pos: "9387" #<')], "postcode-format", "warning", id="postcode of four"
    ),
    # kode_wilayah: Kemendagri, exists, nests
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "7405" #<')], "area-format", "error", id="area without dots"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "200000  " #<')], "area-format", "error", id="Dapodik's area code"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "74.99" #<')], "area-unknown", "warning", id="no such area"),
    pytest.param(
        [(TYPE, 'bentuk: SD\nkode_wilayah: "74.05.18"'), (PROVINCE, "provinsi: Banten #<")],
        "area-nesting",
        "warning",
        id="other province",
    ),
    pytest.param(
        [(TYPE, 'bentuk: SD\nkode_wilayah: "74.05.18"'), (REGENCY, "kabupaten: Muna #<")],
        "area-nesting",
        "warning",
        id="other regency",
    ),
    pytest.param(
        [(TYPE, 'bentuk: SD\nkode_wilayah: "74.05.18"'), (DISTRICT, "kecamatan: Lohia #<")],
        "area-nesting",
        "warning",
        id="other district",
    ),
    # lintang, bujur
    pytest.param([(TYPE, "bentuk: SD\nlintang: 0 #<\nbujur: 0")], "position-zero", "warning", id="0, 0"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: -4.2 #<")], "position-half", "warning", id="latitude only"),
    pytest.param([(TYPE, "bentuk: SD\nbujur: 122.5 #<")], "position-half", "warning", id="longitude only"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: 122.5 #<\nbujur: -4.2")], "position-swapped", "warning", id="swapped"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: 52.5 #<\nbujur: 13.4")], "position-outside", "warning", id="Berlin"),
    pytest.param(
        [(TYPE, "bentuk: SD\nlintang: -11.2 #<\nbujur: 122")], "position-outside", "warning", id="just too far south"
    ),
    pytest.param([(TYPE, "bentuk: SD\nlintang: utara #<\nbujur: 122")], "type-number", "error", id="a word"),
    # kepala_sekolah, komite: never a NIP
    pytest.param(
        [(PRINCIPAL, '{nama: "Nama, S.Pd. 197001011990031001"} #<')],
        "person-number",
        "error",
        id="NIP of the principal",
    ),
    pytest.param(
        [(PRINCIPAL, '{nama: "Nama 19700101 199003 1 001"} #<')], "person-number", "error", id="NIP with blanks"
    ),
    pytest.param(
        [(STATUS, "status: negeri\nkomite: {ketua: Nama 7401234567890123, anggota: 9} #<")],
        "person-number",
        "error",
        id="NIK of the committee's head",
    ),
    # warga_sekolah
    pytest.param([("guru: 9", "guru: -9 #<")], "count-negative", "error", id="negative teachers"),
    pytest.param([("guru: 9", "guru: 9.5 #<")], "type-whole", "error", id="half a teacher"),
    pytest.param([("  tendik: 2\n", "")], "key-missing", "error", id="no staff given"),
    pytest.param([("siswa_p: 83", "siswa_p: 83\n  siswa: 169 #<")], "pupils-sum", "error", id="sum of pupils"),
    pytest.param(
        [("siswa_p: 83", "siswa_p: 84"), (GROUPS, "rombel: 6 #<")], "groups-full", "warning", id="SD 28.2 a group"
    ),
    pytest.param([(TYPE, "bentuk: SMP"), (GROUPS, "rombel: 5 #<")], "groups-full", "warning", id="SMP 33.6 a group"),
    pytest.param([(TYPE, "bentuk: SMK"), (GROUPS, "rombel: 4 #<")], "groups-full", "warning", id="SMK 42 a group"),
    pytest.param([(GROUPS, "rombel: 0 #<")], "groups-zero", "warning", id="pupils without groups"),
    pytest.param([("2018/2019", "2018 #<")], "school-year-format", "error", id="school year"),
    pytest.param([grades('"2": {l: 20, p: 43}', '"3": {l: 24, p: 0}')], "grades-sum", "warning", id="sum of grades"),
    pytest.param(
        [(GROUPS, 'rombel: 6\n  per_tingkat:\n    "1": {l: 81, p: 83}\n    "2": {l: 4, p: 0} #<')],
        "small-cell",
        "warning",
        id="four boys in a grade",
    ),
    pytest.param(
        [(GROUPS, 'rombel: 6\n  per_tingkat:\n    "13": {l: 85, p: 83} #<')], "grade-format", "error", id="grade 13"
    ),
    # sarpras, email, website, waktu
    pytest.param([(TYPE, "bentuk: SD\nsarpras: [{ruang: Kelas, baik: banyak}] #<")], "type-whole", "error", id="rooms"),
    pytest.param([(TYPE, "bentuk: SD\nemail: sekolah@ #<")], "email-format", "warning", id="email"),
    pytest.param([(TYPE, "bentuk: SD\nwebsite: javascript:alert(1) #<")], "website-format", "error", id="website"),
    pytest.param([(TYPE, "bentuk: SD\nwaktu: malam #<")], "choice-unknown", "error", id="school day"),
    # visi, misi, tujuan
    pytest.param([("visi: {id: Maju bersama, en: Forward together}", "visi: #<")], "key-missing", "error", id="vision"),
    pytest.param([("misi: [Membaca tiap hari]", "misi: [] #<")], "list-empty", "warning", id="mission"),
    pytest.param([("tujuan: [Semua anak membaca]", "tujuan: [] #<")], "list-empty", "warning", id="goals"),
    # sumber_dana: known sources, whole rupiah
    pytest.param(
        [(TYPE, "bentuk: SD\nsumber_dana: [{sumber: bos, tahun: 2018, jumlah: 1}] #<")],
        "choice-unknown",
        "error",
        id="fund",
    ),
    pytest.param(
        [(TYPE, "bentuk: SD\nsumber_dana: [{sumber: apbd, tahun: 2018, jumlah: 1.5}] #<")],
        "type-whole",
        "error",
        id="half a rupiah",
    ),
    # sekolah_model
    pytest.param([("  lpmp: LPMP Sulawesi Tenggara", "  lpmp: #<")], "key-missing", "error", id="no LPMP"),
    pytest.param([("2017-02-14", "14/14/2017 #<")], "type-date", "error", id="decree's date"),
    # imbas
    pytest.param(
        [(IMBAS, f'{IMBAS}\n  - {{npsn: "40401006", nama: X}}'), ("imbas:", "imbas: #<")],
        "imbas-count",
        "warning",
        id="six",
    ),
    pytest.param(
        [("imbas:", "imbas: #<"), (IMBAS, '  - {npsn: "40401005", nama: X, hubungan: mitra}')],
        "imbas-count",
        "warning",
        id="four and a partner",
    ),
    pytest.param([(IMBAS, '  - {npsn: "40401234", nama: X} #<')], "imbas-self", "error", id="itself"),
    pytest.param([(IMBAS, '  - {npsn: "40401001", nama: X} #<')], "imbas-twice", "error", id="twice"),
    pytest.param(
        [(IMBAS, '  - {npsn: "40401005", nama: X, lintang: 0, bujur: 0} #<')],
        "position-zero",
        "warning",
        id="imbas at 0, 0",
    ),
    pytest.param(
        [(IMBAS, '  - {npsn: "40401005", nama: X, lintang: 122.5, bujur: -4.2} #<')],
        "position-swapped",
        "warning",
        id="imbas swapped",
    ),
    pytest.param(
        [(IMBAS, '  - {npsn: "40401005", nama: X, lintang: 52.5, bujur: 13.4} #<')],
        "position-outside",
        "warning",
        id="imbas in Berlin",
    ),
    pytest.param(
        [(IMBAS, '  - npsn: "40401005"\n    nama: X\n    bujur: 122.5 #<')],
        "position-half",
        "warning",
        id="imbas with half a position",
    ),
    pytest.param([(IMBAS, '  - {npsn: "99401005", nama: X} #<')], "npsn-prefix", "warning", id="imbas prefix"),
    pytest.param([(IMBAS, '  - {npsn: "4040100", nama: X} #<')], "npsn-format", "error", id="imbas of seven digits"),
    pytest.param(
        [(IMBAS, '  - {npsn: "40401005", nama: X, hubungan: inti} #<')], "choice-unknown", "error", id="relation"
    ),
    # TPMPS: at least these four (Permendikbud 28/2016 article 11)
    pytest.param(
        [("sekolah_model:", "  - {peran: Tamu, unsur: alumni} #<\nsekolah_model:")],
        "role-unknown",
        "warning",
        id="role",
    ),
    pytest.param(
        [("  - {peran: Anggota, unsur: komite}\n", ""), ("tpmps:", "tpmps: #<")],
        "team-incomplete",
        "warning",
        id="no committee",
    ),
    # prestasi
    pytest.param(
        [(TYPE, "bentuk: SD\nprestasi: [{tahun: 2018, tingkat: gugus, bidang: x, juara: y}] #<")],
        "choice-unknown",
        "error",
        id="level of a prize",
    ),
]

QUIET = [
    pytest.param([(NPSN, "npsn: 40401234")], id="npsn without quotes"),
    pytest.param([(NPSN, 'contoh: ya\nnpsn: "99990001"')], id="npsn of a fictional school"),
    *(pytest.param([(NPSN, f'npsn: "{two}401234"')], id=f"npsn {two}") for two in (10, 11, 20, 30, 50, 60, 69, 70, 90)),
    pytest.param([(TYPE, 'bentuk: SD\nnss: "101200501007"')], id="nss of twelve"),
    pytest.param([(STATUS, "status: swasta\nyayasan: Bakti")], id="foundation of a private school"),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 91, tahun: 2017}")], id="A with 91"),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 100, tahun: 2017}")], id="A with 100"),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: B, nilai: 90.5, tahun: 2017}")], id="B with 90.5"),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 86, tahun: 2016}")], id="A before 2017"),
    pytest.param(
        [(STATUS, "status: negeri\nakreditasi: {peringkat: A, nilai: 0, tahun: 2024}")], id="A with 0 in 2024"
    ),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: A, tahun: 2024}")], id="grade without score"),
    pytest.param([(STATUS, "status: negeri\nakreditasi: {peringkat: belum}")], id="not yet accredited"),
    pytest.param([(STATUS, "status: negeri\nkurikulum: kurikulum merdeka")], id="curriculum"),
    pytest.param([(PROVINCE, f'{PROVINCE}\n  kode_pos: "93874"')], id="postcode of five"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "74.05.18"')], id="district's code"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "74.05.18.2001"')], id="village's code"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "74"')], id="province's code"),
    pytest.param([(TYPE, 'bentuk: SD\nkode_wilayah: "74.05"'), (REGENCY, "kabupaten: KAB. KONAWE SELATAN")], id="Kab."),
    pytest.param(
        [(TYPE, 'bentuk: SD\nkode_wilayah: "74"'), (PROVINCE, "provinsi: Prop. Sulawesi Tenggara")], id="Prop."
    ),
    pytest.param([(TYPE, "bentuk: SD\nlintang: -4,2208\nbujur: 122,4986")], id="position with commas"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: 6.1\nbujur: 94.9")], id="north-west corner"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: -11.1\nbujur: 141.1")], id="south-east corner"),
    pytest.param([(TYPE, "bentuk: SD\nlintang: 0\nbujur: 109.3")], id="on the equator"),
    pytest.param([(TYPE, "bentuk: SD\nlintang:\nbujur:")], id="position left open"),
    pytest.param([(PRINCIPAL, '{nama: "Nama 2018, S.Pd."}')], id="a short number in a name"),
    pytest.param([("siswa_p: 83", "siswa_p: 83\n  siswa: 168")], id="right sum of pupils, 28 a group"),
    pytest.param([(TYPE, "bentuk: MI")], id="MI counts as SD"),
    pytest.param([(TYPE, "bentuk: SMA"), ("siswa_p: 83", "siswa_p: 131")], id="SMA 36 a group"),
    pytest.param(
        [("siswa_l: 85", "siswa_l: 0"), ("siswa_p: 83", "siswa_p: 0"), (GROUPS, "rombel: 0")], id="no pupils yet"
    ),
    pytest.param([grades('"2": {l: 20, p: 43}', '"3": {l: 25, p: 0}')], id="grades with an empty cell"),
    pytest.param(
        [(GROUPS, 'rombel: 6\n  per_tingkat:\n    "12": {l: 80, p: 78}\n    "1": {l: 5, p: 5}')], id="cell of five"
    ),
    pytest.param([(TYPE, "bentuk: SD\nwebsite: sdcontoh.com")], id="website outside sch.id"),
    pytest.param([(TYPE, "bentuk: SD\nwebsite: https://sd.sch.id/profil")], id="website with a path"),
    pytest.param([(TYPE, "bentuk: SD\ntelepon: 021-7353521\nemail: a@b.sch.id")], id="phone and email"),
    pytest.param([(TYPE, "bentuk: SD\nwaktu: sehari-penuh-5")], id="school day"),
    pytest.param(
        [(TYPE, "bentuk: SD\nsumber_dana: [{sumber: BOS-reguler, tahun: 2018, jumlah: Rp 142.400.000}]")], id="fund"
    ),
    pytest.param([(IMBAS, f'{IMBAS}\n  - {{npsn: "40401006", nama: X, hubungan: mitra}}')], id="five and a partner"),
    pytest.param(
        [(IMBAS, '  - {npsn: "40401005", nama: X, bentuk: SMP, lintang: -4.2, bujur: 122.5}')], id="full imbas"
    ),
    pytest.param([(TYPE, "bentuk: SD\nprestasi: [{tahun: 2018, tingkat: nasional, bidang: x, juara: y}]")], id="prize"),
    pytest.param([("nama: SD Negeri 1 Contoh", 'nama: "SDN <b>\'1\'</b> & \\"Contoh\\""')], id="markup in the name"),
]


@pytest.mark.parametrize(("edits", "code", "severity"), FIRES)
def test_a_rule_fires_at_its_line(edits: list[tuple[str, str]], code: str, severity: str) -> None:
    text = edited(PROFILE, *edits)
    lines = marked(text) or [12]  # a missing key stands at the mapping it is missing from
    assert found(Profile, text, check_profile) == [(code, line, severity) for line in lines]


@pytest.mark.parametrize("edits", QUIET)
def test_its_neighbour_does_not(edits: list[tuple[str, str]]) -> None:
    assert found(Profile, edited(PROFILE, *edits).replace(" #<", ""), check_profile) == []


def test_the_name_is_kept_as_the_school_spells_it() -> None:
    profile, _ = build(Profile, parse_yaml(edited(PROFILE, ("SD Negeri 1 Contoh", "SDN 1 contoh BARU")), "x"))
    assert profile is not None
    assert profile.nama == "SDN 1 contoh BARU"


@pytest.mark.parametrize(
    "code", ["SD", "SMP", "SMA", "SMK", "SLB", "SDLB", "SPK-SD", "TK", "KB", "MI", "MTs", "MA", "MAK"]
)
def test_every_type_of_the_table_is_known(code: str) -> None:
    assert rows(build(Profile, parse_yaml(edited(PROFILE, (TYPE, f"bentuk: {code}")), "x"))[1]) == []

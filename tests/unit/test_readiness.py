import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from minimal import DAY, PRACTICE, PROFILE, REPORT, SLUG, edited, write
from pictures import phone_photo
from potret import catalogue, strings
from potret.cli import main
from potret.commands.readout import details, first, head, table
from potret.commands.siap import editions
from potret.commands.siapfolder import write as write_folder
from potret.media.measuring import sizes
from potret.model import School
from potret.portfolio import load
from potret.readiness import Lack, Seen, State, needs, readiness, steps
from potret.readiness.looking import CHECKS, Look, lacks
from potret.readiness.page import texts

YEAR = "siklus/2018"
STAGE = "---\nringkasan: Selesai.\n---\n\n## Jalannya\n\nSudah.\n"
PHOTO = "  - berkas: {name}\n    keterangan: {caption}\n    alt: {alt}\n    orang: {people}\n{more}"
BOTH = "{id: Satu, en: One}"


def sections(**files: str) -> str:
    return "".join(f"-- {path} --\n{text}" for path, text in files.items())


def stages(*names: str, front: str = "") -> str:
    files = {f"{YEAR}/{name}.md": edited(STAGE, ("ringkasan", f"{front}ringkasan")) for name in names}
    return sections(**files)


def documents(*kinds: str, ttd: str = "ya") -> str:
    return "dokumen:\n" + "".join(f"  - {{jenis: {kind}, ttd: {ttd}}}\n" for kind in kinds)


def album(*photos: str) -> str:
    names = {f"foto/halaman/{number}.jpg": "x\n" for number in range(len(photos))}
    return sections(**{"foto/halaman/album.yml": "judul: Halaman\nfoto:\n" + "".join(photos), **names})


def photo(number: int, caption: str = BOTH, alt: str = BOTH, people: str = "tidak_ada", more: str = "") -> str:
    return PHOTO.format(name=f"{number}.jpg", caption=caption, alt=alt, people=people, more=more)


ALL = ("1-pemetaan", "2-perencanaan", "3-pelaksanaan", "4-monev", "5-strategi")
EVALUATION = documents("instrumen-monev", "hasil-monev", "daftar-hadir", "foto")
CONSENT = "    izin: {status: diberikan, dasar: formulir, cakupan: [web%s], sampai: 2019-12-31}\n"
PLAN = "masalah:\n  - kunci: a\n    masalah: Buku kurang\n    program: Baca\n    kegiatan:\n      - {nama: Belanja}\n"

# need, the school's files, the sentences (Indonesian), the file of the first
TABLE = [
    ("portrait", "", [], ""),
    ("scores", "", ["Nilai rapor mutu atau Rapor Pendidikan belum ada"], "mutu/"),
    (
        "scores",
        sections(**{"mutu/2018.yml": REPORT}),
        ["Baru ada nilai tahun 2018; perlu 2 tahun agar perubahannya terlihat"],
        "mutu/",
    ),
    ("scores", sections(**{"mutu/2017.yml": REPORT, "mutu/2018.yml": REPORT}), [], ""),
    ("practices", "", ["Praktik baik: 0, perlu 1"], "praktik/"),
    ("practices", sections(**{"praktik/kebun.md": PRACTICE}), [], ""),
    (
        "imbas",
        stages("3-pelaksanaan") + sections(**{"imbas/40401001.yml": "adopsi: []\n"}),
        [f"SD Imbas {number}: belum ada kegiatan atau laporan imbas" for number in range(2, 6)],
        "imbas/",
    ),
    ("words", "", ["2 kalimat visi, misi, atau tujuan belum berbahasa Inggris"], "sekolah.yml"),
    ("stages", "", ["Belum ada satu siklus pun"], "siklus/"),
    (
        "stages",
        stages(*ALL[:3], ALL[4]),
        ["Monitoring dan evaluasi 2018: halaman tahap belum ada"],
        f"{YEAR}/4-monev.md",
    ),
    (
        "documents",
        stages("4-monev", front=EVALUATION),
        ["Monitoring dan evaluasi 2018: Laporan monev belum ada"],
        f"{YEAR}/4-monev.md",
    ),
    ("documents", "", [], ""),
    ("plan", stages("1-pemetaan"), ["Rencana 2018 (masalah sampai hasil) belum ada"], f"{YEAR}/rencana.yml"),
    (
        "signatures",
        stages("1-pemetaan", front=documents("sk-tpmps", "notulen", ttd="belum")),
        ["Pemetaan mutu 2018: 2 dokumen belum ditandatangani"],
        f"{YEAR}/1-pemetaan.md",
    ),
    ("stage-photos", stages("4-monev"), ["Monitoring dan evaluasi 2018: foto kegiatan belum ada"], "foto/"),
    ("stage-photos", stages("4-monev", front=documents("foto")), [], ""),
    (
        "stage-photos",
        stages("4-monev") + album(photo(0, more="    tahap: monev\n    tahun: 2018\n")),
        [],
        "",
    ),
    (
        "activities",
        stages("1-pemetaan") + sections(**{f"{YEAR}/rencana.yml": PLAN}),
        ["1 kegiatan dalam rencana 2018 belum menyebut bukti"],
        f"{YEAR}/rencana.yml",
    ),
    ("proofs", "", [], ""),
    ("photos", album(photo(0)), ["Baru 1 foto, perlu 10"], "foto/"),
    ("photos", album(*map(photo, range(10))), [], ""),
    (
        "captions",
        album(*(photo(n, caption="Panen", more="    tahap: pelaksanaan\n") for n in range(3)), photo(3, caption="Ya")),
        [
            "3 foto tahap Pelaksanaan pemenuhan mutu tanpa keterangan bahasa Inggris",
            "1 foto tanpa keterangan bahasa Inggris",
        ],
        "foto/",
    ),
    ("alternatives", album(photo(0, alt="Pohon")), ["1 foto tanpa teks pengganti (alt) bahasa Inggris"], "foto/"),
    (
        "shown-photos",
        album(*(photo(n, people="dikenali", more=CONSENT % "") for n in range(4))),
        [
            "Baru 0 foto yang izinnya mencakup kios pada hari itu, perlu 5; 4 foto lain belum",
            "Baru 0 foto yang izinnya mencakup cetak pada hari itu, perlu 4; 4 foto lain belum",
        ],
        "foto/",
    ),
    (
        "practice-photos",
        sections(**{"praktik/kebun.md": PRACTICE}),
        ['Praktik "Kebun gizi" tanpa foto'],
        "praktik/kebun.md",
    ),
    (
        "banner-photo",
        album(photo(0, people="dikenali", more=CONSENT % "")),
        ["Foto sampul halaman/0.jpg belum diizinkan untuk cetak"],
        "foto/halaman/album.yml",
    ),
    ("banner-photo", album(photo(0, people="dikenali", more=CONSENT % ", cetak")), [], ""),
    ("summary", "", [], ""),
    (
        "summary",
        sections(**{"potret.md": "## Kami\n\nHalaman.\n"}),
        ["Ringkasan belum ada di potret.md, untuk pamflet dan newsletter"],
        "potret.md",
    ),
]


def found(key: str, look: Look) -> list[Lack]:
    return [lack for need in needs() if need.key == key for lack in lacks(look, need)]


@pytest.mark.parametrize(("key", "text", "sentences", "path"), TABLE)
def test_each_missing_thing_is_named_with_its_file_and_giver(
    load_school: Callable[..., School], key: str, text: str, sentences: list[str], path: str
) -> None:
    made = found(key, Look(load_school(text), DAY))
    assert [lack.says("id") for lack in made] == sentences
    assert all(lack.giver("id") and lack.says("en") != lack.says("id") for lack in made)
    assert not path or made[0].path == path


def test_no_portrait_no_photo(load_school: Callable[..., School]) -> None:
    dropped = ("potret.md", "foto/halaman/pohon.jpg", "foto/halaman/album.yml")
    look = Look(load_school(drop=dropped), DAY)
    assert [lack.path for lack in found("portrait", look)] == ["potret.md"]
    assert [lack.says("id") for lack in found("photos", look)] == ["Belum ada foto"]  # once, not also "0, perlu 10"
    assert [lack.key for lack in found("banner-photo", look)] == ["banner-none"]
    assert found("shown-photos", look) == found("summary", look) == found("banner-sharp", look) == []


def test_a_consent_has_to_hold_on_the_day_of_the_ekspose(load_school: Callable[..., School]) -> None:
    look = Look(load_school(album(photo(0, people="dikenali", more=CONSENT % ", cetak"))), DAY)
    assert found("banner-photo", look) == []
    assert len(found("banner-photo", replace(look, day=date(2020, 1, 1)))) == 1


ONLY = "    tahap: monev\n    tahun: 2018\n    izin: {status: diberikan, dasar: F, cakupan: [%s]}\n"
"""Photos of people whose consent covers one edition only."""


@pytest.mark.parametrize(
    ("scope", "missing"),
    [
        ("web", {"shown-kios", "shown-cetak", "stage-photos", "banner-consent"}),
        ("cetak", {"shown-kios"}),
        ("kios", {"shown-cetak", "stage-photos", "banner-none"}),
    ],
)
def test_each_material_looks_at_the_photos_of_its_own_edition(
    schools_dir: Path, school_folder: Callable[..., Path], scope: str, missing: set[str]
) -> None:
    school_folder(stages("4-monev") + album(*(photo(n, people="dikenali", more=ONLY % scope) for n in range(5))))
    school = load(schools_dir, day=DAY)[0].schools[0]
    found_editions = editions([school], DAY, schools_dir).get(SLUG, {})
    look = Look(school, DAY, None, found_editions)
    keys = ("shown-photos", "stage-photos", "banner-photo", "banner-sharp")
    assert {lack.key for key in keys for lack in found(key, look)} == missing
    assert all(edition.scope == scope for scope, edition in found_editions.items())


def test_a_school_without_consents_is_read_once(schools_dir: Path, school_folder: Callable[..., Path]) -> None:
    school_folder(album(photo(0)))
    assert editions(list(load(schools_dir, day=DAY)[0].schools), DAY, schools_dir) == {}


@pytest.mark.parametrize(
    ("size", "says"),
    [
        (None, []),
        ((2363, 1576), []),
        ((2362, 1575), ["99"]),
        ((4000, 1200), ["76"]),  # wide enough, but too low: the frame cuts it
        ((1200, 900), ["50"]),
    ],
)
def test_the_photo_of_a_banner_is_measured_in_the_frame_it_fills(
    load_school: Callable[..., School], size: tuple[int, int] | None, says: list[str]
) -> None:
    made = found("banner-sharp", Look(load_school(), DAY, size))
    assert [str(lack.values["dpi"]) for lack in made] == says


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("", ["Terjemahan potret.en.md belum ada"]),
        (
            "-- potret.en.md --\n---\nringkasan: By a river.\nterjemahan_dari: 0123456789ab\n---\n\nText.\n",
            ["Terjemahan potret.en.md belum mengikuti teks Indonesia yang baru"],
        ),
        ("-- potret.en.md --\n---\nringkasan: By a river.\n---\n\nText.\n", []),
    ],
)
def test_translations_are_counted_where_their_material_is(
    load_school: Callable[..., School], record: str, says: list[str]
) -> None:
    look = Look(load_school(record + sections(**{"praktik/kebun.md": PRACTICE})), DAY)
    by_part = {need.part: [lack.says("id") for lack in lacks(look, need)] for need in needs() if need.part}
    assert by_part == {
        "potret": says,
        "siklus": [],
        "praktik": ["Terjemahan praktik/kebun.en.md belum ada"],
    }


def test_the_fullest_cycle_counts_not_one_that_has_only_begun(load_school: Callable[..., School]) -> None:
    begun = sections(**{"siklus/2019/1-pemetaan.md": STAGE})
    assert found("stages", Look(load_school(stages(*ALL) + begun), DAY)) == []


def test_the_stage_s_own_people_give_its_documents(load_school: Callable[..., School]) -> None:
    (lack,) = found("documents", Look(load_school(stages("4-monev", front=EVALUATION)), DAY))
    assert lack.who == ("tpmps", "tim-auditor-internal")
    assert lack.giver("id") == "TPMPS, Tim auditor internal"


def test_the_catalogue_is_whole() -> None:
    materials = [row["key"] for row in catalogue.cycle()["ekspose"]["materials"]]
    assert list(dict.fromkeys(need.group for need in needs())) == materials
    assert {need.key for need in needs()} == set(CHECKS)
    roles = catalogue.readiness()["roles"] | catalogue.cycle()["roles"]
    assert all(key in roles or key == "stage" for need in needs() for key in need.who)
    wanted = catalogue.readiness()["mentoring"]
    programme = next(row for row in catalogue.cycle()["mentoring"] if row["year"] == wanted["year"])
    assert len(programme["steps"]) == len(wanted["signs"])


@pytest.mark.parametrize(
    ("text", "today", "taken"),
    [
        ("", date(2017, 1, 1), "next open open taken open"),
        ("", date(2019, 11, 1), "taken next open taken open"),
        (stages(*ALL[:2]), date(2019, 11, 1), "taken taken next taken open"),
        (stages(*ALL), date(2019, 11, 13), "taken taken taken taken next"),
        (stages(*ALL), date(2019, 11, 14), "taken taken taken taken taken"),
    ],
)
def test_the_steps_of_the_mentoring_are_read_from_the_folder(
    load_school: Callable[..., School], text: str, today: date, taken: str
) -> None:
    made = steps(load_school(text), today, date(2019, 11, 13))
    assert ["taken" if one.is_taken else "next" if one.is_next else "open" for one in made] == taken.split()


@pytest.mark.parametrize(
    ("due", "days", "late"),
    [(None, None, False), (date(2019, 7, 15), 14, False), (date(2019, 7, 14), 13, True), (date(2019, 6, 30), -1, True)],
)
def test_days_left_and_what_takes_longer(
    load_school: Callable[..., School], due: date | None, days: int | None, *, late: bool
) -> None:
    report = readiness([Seen(SLUG, load_school())], DAY, due)
    assert report.days == days
    assert report.first[0].lack.key == "cycle"  # the main thing of a material, fourteen days
    assert report.is_late(report.first[0].lack) is late


def test_what_a_material_cannot_do_without_comes_first_and_each_kind_once(load_school: Callable[..., School]) -> None:
    many = readiness([Seen(SLUG, load_school(stages("1-pemetaan")))], DAY)
    assert (many.first[0].lack.key, many.first[0].more) == ("stage", 3)
    report = readiness([Seen(SLUG, load_school(stages(*ALL[:4])))], DAY)
    assert [thing.lack.key for thing in report.first] == ["stage", "practices", "plan"]
    groups = {group.key: group.state for group in report.schools[0].groups}
    assert groups["odner"] is State.NONE
    assert groups["potret"] is State.PART


# ---- The command ----

EVENT = """\
nama: {id: Ekspose <b>Konawe</b>, en: Konawe Exhibition}
tanggal: 2019-11-13
tempat: Aula
sekolah:
  - {slug: sd-contoh, stan: A1}
  - {slug: sd-rusak, stan: A2}
  - {slug: sd-lupa}
"""
BROKEN = edited(PROFILE, ("bentuk: SD", "bentuk: SX"), ("40401234", "40405678"))


@pytest.fixture
def run(schools_dir: Path, tmp_path: Path) -> Callable[..., Result]:
    def invoked(*arguments: str) -> Result:
        places = ("--schools", str(schools_dir), "--cache", str(tmp_path / "cache"), "--tanggal", "2019-11-01")
        return CliRunner().invoke(main, ["siap", *arguments, *places])

    return invoked


@pytest.fixture
def event(tmp_path: Path, school_folder: Callable[..., Path]) -> str:
    folder = school_folder()
    (folder / "foto/halaman/pohon.jpg").write_bytes(phone_photo())
    school_folder(f"-- sekolah.yml --\n{BROKEN}", slug="sd-rusak")
    return str(write(tmp_path, f"-- ekspose.yml --\n{EVENT}") / "ekspose.yml")


def test_a_broken_school_has_its_row_and_the_others_go_on(run: Callable[..., Result], event: str) -> None:
    result = run(event, "--json")
    assert result.exit_code == 1, result.output
    told = json.loads(result.stdout)
    assert told["sisa_hari"] == 12
    rows = {row["slug"]: row for row in told["sekolah"]}
    assert list(rows) == ["sd-contoh", "sd-rusak", "sd-lupa"]
    assert rows["sd-contoh"]["bahan"]["odner"]["keadaan"] == "belum"
    assert {one["keadaan"] for slug in ("sd-rusak", "sd-lupa") for one in rows[slug]["bahan"].values()} == {"rusak"}
    assert "bentuk" in rows["sd-rusak"]["galat"][0]
    assert "[event-school]" in rows["sd-lupa"]["galat"][0]
    assert rows["sd-rusak"]["stan"] == "A2"
    assert "sd-rusak" in told["didahulukan"][0]["apa"]  # faults come first
    assert told["didahulukan"][0]["lagi"] == 1


@pytest.mark.parametrize(
    "arguments", [["sd-contih"], ["tidak-ada.yml"], [SLUG, "--ekspose", "tidak-ada.yml"], ["KOSONG"]]
)
def test_input_that_cannot_be_used_is_said_and_ends_with_two(
    run: Callable[..., Result], event: str, arguments: list[str]
) -> None:
    if arguments == ["KOSONG"]:
        Path(event).write_text("nama: Ekspose\ntanggal: besok\n", encoding="utf-8")
        arguments = [event]
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.output.strip()


def test_a_school_of_an_event_has_its_date(run: Callable[..., Result], event: str) -> None:
    result = run(SLUG, "--ekspose", event, "--lang", "en")
    assert result.exit_code == 1
    assert "12 days left" in result.output
    assert "A2" not in result.output


def test_the_folder_is_whole_and_nothing_else_is_overwritten(
    run: Callable[..., Result], event: str, tmp_path: Path
) -> None:
    out = tmp_path / "siap"
    assert run(event, "--out", str(out)).exit_code == 1
    made = sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file())
    assert made[-2:] == ["index.en.html", "index.html"]
    html = (out / "index.html").read_text(encoding="utf-8")
    assert "<b>Konawe" not in html
    assert run(event, "--out", str(out)).exit_code == 1  # an older report goes
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "surat.txt").write_text("penting")
    result = run(event, "--out", str(tmp_path / "lain"))
    assert result.exit_code == 2
    assert (tmp_path / "lain" / "surat.txt").read_text() == "penting"


def test_both_pages_name_the_same_things(load_school: Callable[..., School]) -> None:
    report = readiness([Seen(SLUG, load_school(stages("1-pemetaan")))], DAY, date(2019, 11, 13))
    pages = [one.text for one in texts(report) if one.uri.endswith(".html")]
    assert len(pages) == len(strings.locales())
    assert {page.count("<tr") for page in pages} == {pages[0].count("<tr")}
    shown = report.schools[0].groups
    assert pages[0].count("<tr") == 2 + sum(len(one.lacks) + bool(one.lacks) for one in shown)


def test_an_unreadable_disk_is_said(load_school: Callable[..., School], tmp_path: Path) -> None:
    report = readiness([Seen(SLUG, load_school())], DAY)
    (tmp_path / "berkas").write_text("x")
    assert write_folder(report, tmp_path / "berkas" / "siap", tmp_path / "berkas") is not None


def test_a_size_is_read_upright_and_only_of_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(phone_photo())
    (tmp_path / "b.jpg").write_text("%!PS-Adobe")
    known = sizes([tmp_path / "b.jpg", tmp_path / "a.jpg", tmp_path / "tidak-ada.jpg"])
    assert list(known) == [tmp_path / "a.jpg"]
    assert sizes([]) == {}


GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "readiness.txt"


def test_the_terminal_shows_it_like_this(load_school: Callable[..., School], pytestconfig: pytest.Config) -> None:
    school = load_school(stages(*ALL[:4], front=documents("notulen", ttd="belum")) + album(photo(0, caption="Panen")))
    seen = [Seen(SLUG, school, (1200, 900), stand="A1"), Seen("sd-rusak", None)]
    report = readiness(seen, DAY, date(2019, 7, 8), school.profile.visi)
    console = Console(width=100, highlight=False, soft_wrap=True, emoji=False, force_terminal=False, no_color=True)
    with console.capture() as capture:
        console.print(head(report, "id"))
        console.print(table(report, "id"), soft_wrap=False)
        for line in (*details(report, "id"), *first(report, "id")):
            console.print(line)
    shown = "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
    if pytestconfig.getoption("--write-golden"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")

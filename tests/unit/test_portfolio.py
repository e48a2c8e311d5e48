"""Whole folders in, portfolio and problems out."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import DAY, PRACTICE, PROFILE, REPORT, SLUG, edited, marked, said
from potret.model import School
from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose, data_files

Problems = Callable[..., list[tuple[str, int, str]]]
Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]
LoadSchool = Callable[..., School]

SEEN = "    orang: dikenali\n    izin: {status: diberikan, cakupan: [web], sampai: 2019-06-30}\n"
ALBUM = "judul: Album\nfoto:\n  - {berkas: a.jpg, keterangan: x, alt: x, orang: tidak_ada}\n"
STAGE = "-- siklus/2018/1-pemetaan.md --\n---\ndokumen:\n  - {kunci: sk, jenis: sk-tpmps}\n---\nTeks.\n"
OTHER = 'npsn: "40409999"'


def at(found: Loaded) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in found[1]]


@pytest.mark.parametrize("exists", [True, False], ids=["empty", "missing"])
def test_a_folder_without_schools_is_said(tmp_path: Path, *, exists: bool) -> None:
    folder = tmp_path / "schools"
    if exists:
        folder.mkdir()
    portfolio, problems = load(folder)
    assert portfolio.schools == ()
    assert [(one.path, one.code, one.severity) for one in problems] == [
        ("schools", "schools-empty", "warning") if exists else ("schools", "schools-missing", "error")
    ]


@pytest.mark.parametrize("name", ["SD-1", "sd_1", "sd 1", "sd.1", "-sd", "sd--1", "sékolah"])
def test_a_folder_name_that_is_no_address_is_said(schools_dir: Path, load_all: LoadAll, name: str) -> None:
    (schools_dir / name).mkdir()
    assert at(load_all()) == [(f"schools/{name}", "slug-format")]


def test_files_beside_the_school_folders_do_not_matter(
    schools_dir: Path, school_folder: Folder, load_all: LoadAll
) -> None:
    school_folder()
    for name in ("README.md", ".DS_Store", "catatan.txt"):
        (schools_dir / name).write_text("x")
    assert load_all()[1] == []


def test_a_school_is_read_whole(load_school: LoadSchool) -> None:
    school = load_school(
        f"-- mutu/2018.yml --\n{REPORT}-- mutu/2016.yml --\n{REPORT}-- praktik/kebun.md --\n{PRACTICE}{STAGE}"
        "-- siklus/2018/rencana.yml --\nmasalah: [{kunci: a, masalah: x}]\n"
    )
    assert (school.slug, school.profile.nama) == (SLUG, "SD Negeri 1 Contoh")
    assert list(school.reports) == [2016, 2018]
    assert [practice.slug for practice in school.practices] == ["kebun"]
    assert [(cycle.year, list(cycle.stages), cycle.thread is not None) for cycle in school.cycles] == [
        (2018, ["pemetaan"], True)
    ]
    assert school.portrait is not None
    assert (school.portrait.source.summary, school.portrait.source.line) == ("Sekolah di tepi sungai.", 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("-- sekolah.yml --\n", [("file-empty", 1, "error")], id="empty sekolah.yml"),
        pytest.param("-- sekolah.yml --\n\ufeff" + PROFILE, [("file-bom", 1, "note")], id="BOM"),
        pytest.param("-- sekolah.yml --\n" + PROFILE.replace("\n", "\r\n"), [], id="CRLF"),
        pytest.param("-- sekolah.yml --\nnpsn: [\n", [("yaml-syntax", 2, "error")], id="broken YAML"),
        pytest.param("-- mutu/2018.yml --\nedisi: snp-2016\n", [("key-missing", 1, "error")] * 3, id="scores"),
        pytest.param("-- mutu/18.yml --\n" + REPORT, [("file-unknown", 0, "warning")], id="year of two digits"),
        pytest.param("-- mutu/1850.yml --\n" + REPORT, [("year-name", 0, "warning")], id="a year long gone"),
        pytest.param("-- mutu/2999.yml --\n" + REPORT, [("year-name", 0, "warning")], id="a year far away"),
        pytest.param("-- siklus/1850/1-pemetaan.md --\nx", [("year-name", 0, "warning")], id="a cycle long gone"),
        pytest.param("-- mutu/rapor.yml --\n" + REPORT, [("file-unknown", 0, "warning")], id="no year"),
        pytest.param("-- mutu/2018.yaml --\n" + REPORT, [("file-name", 0, "warning")], id=".yaml"),
        pytest.param(
            "-- Sekolah.yml --\n" + PROFILE,
            [("file-unknown", 0, "warning"), ("name-twin", 0, "warning")],
            id="capital letter",
        ),
        pytest.param("-- dokumen.docx --\nx", [("file-unknown", 0, "warning")], id="a stranger"),
        pytest.param("-- potret.md --\n", [("markdown-empty", 1, "error")], id="empty Markdown"),
        pytest.param("-- potret.md --\n---\nringkasan: x\n", [("front-open", 1, "error")], id="unclosed front matter"),
        pytest.param(
            "-- potret.md --\n---\njudul: x\n---\nx", [("key-unknown", 2, "error")], id="unknown front matter"
        ),
        pytest.param("-- potret.md --\n# Judul\n\nx", [("markdown-title", 1, "warning")], id="title"),
        pytest.param("-- potret.md --\n#Judul\n\nx", [("markdown-title", 1, "warning")], id="title without a blank"),
        pytest.param(
            "-- potret.md --\nx\n\nJudul\n===\n\nx", [("markdown-title", 3, "warning")], id="underlined title"
        ),
        pytest.param("-- potret.md --\n```\n# bukan judul\n```\n", [], id="a comment in code"),
        pytest.param("-- potret.md --\n## Judul\n\n#\n", [], id="subtitle"),
        pytest.param("-- potret.en.md --\nText.\n", [], id="translation"),
        pytest.param("-- potret.en.md --\n", [("markdown-empty", 1, "error")], id="empty translation"),
        pytest.param("-- potret.en.md --\n---\ntahun: 1\n---\nx", [("key-unknown", 2, "error")], id="translated front"),
        pytest.param("-- potret.id.md --\nx", [("file-unknown", 0, "warning")], id="Indonesian twice"),
        pytest.param("-- potret.tk.md --\nx", [("file-unknown", 0, "warning")], id="no language of ours"),
        pytest.param("-- praktik/kebun.tk.md --\nx", [("file-unknown", 0, "warning")], id="practice in no language"),
        pytest.param("-- praktik/kebun.en.md --\nx", [("file-orphan", 0, "error")], id="practice without original"),
        pytest.param("-- praktik/Kebun.md --\nx", [("file-name", 0, "warning")], id="practice in capitals"),
        pytest.param(
            "-- praktik/index.md --\n" + PRACTICE, [("file-unknown", 0, "warning")], id="practice named index"
        ),
        pytest.param("-- foto/catatan --\nx", [("file-unknown", 0, "warning")], id="a file in foto/"),
        pytest.param("-- foto/index/album.yml --\n" + ALBUM, [("file-unknown", 0, "warning")], id="album named index"),
        pytest.param("-- foto/b/a.jpg --\nx", [("album-missing", 0, "error")], id="album without album.yml"),
        pytest.param("-- foto/b/album.yml --\njudul: x\nfoto: y\n", [("type-list", 2, "error")], id="broken album.yml"),
        pytest.param("-- foto/b/album.yml --\n" + ALBUM, [("photo-missing", 3, "warning")], id="photo missing"),
        pytest.param("-- siklus/2018 --\nx", [("file-unknown", 0, "warning")], id="a file for a year"),
        pytest.param(
            "-- siklus/2018/6-lain.md --\nx",
            [("stage-missing", 0, "note")] * 5 + [("file-unknown", 0, "warning")],
            id="a sixth stage",
        ),
    ],
)
def test_what_is_wrong_in_a_folder_is_said(
    problems_of: Problems, text: str, expected: list[tuple[str, int, str]]
) -> None:
    assert problems_of(text) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("sekolah.yml", ("profile-missing", 0, "error")),
        ("potret.md", ("portrait-missing", 0, "warning")),
        ("foto/halaman/pohon.jpg", ("photo-missing", 3, "warning")),
    ],
)
def test_a_missing_file_is_said(problems_of: Problems, file: str, expected: tuple[str, int, str]) -> None:
    assert expected in problems_of(drop=(file,))


def test_a_school_without_photos_is_published_with_a_note(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(drop=("foto/halaman/album.yml", "foto/halaman/pohon.jpg"))
    portfolio, problems = load_all()
    assert [school.slug for school in portfolio.schools] == [SLUG]
    assert [(one.code, one.severity) for one in problems if one.code == "photos-none"] == [("photos-none", "note")]


def test_other_broken_files_are_left_out_and_the_school_stays(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder("-- mutu/2018.yml --\nedisi: x\n-- praktik/a.md --\n---\njudul: x\n---\nx\n-- potret.md --\n")
    portfolio, _ = load_all()
    (school,) = portfolio.schools
    assert (school.reports, school.practices, school.portrait) == ({}, (), None)
    assert portfolio.quarantined == ()


def test_one_broken_school_does_not_stop_the_others(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(slug="sd-a")
    school_folder(
        f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: X'), ('guru: 9', 'guru: x'))}", slug="sd-b"
    )
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, (PROFILE[:16], OTHER))}", slug="sd-c")
    portfolio, problems = load_all()
    assert [school.slug for school in portfolio.schools] == ["sd-a", "sd-c"]
    assert [(one.slug, one.errors) for one in portfolio.quarantined] == [("sd-b", 2)]
    assert [problem.path for problem in problems] == ["schools/sd-b/sekolah.yml"] * 2


def test_of_two_folders_with_one_npsn_the_second_is_not_published(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(slug="sd-a")
    school_folder(slug="sd-b")
    portfolio, problems = load_all()
    assert [school.slug for school in portfolio.schools] == ["sd-a"]
    assert [(one.slug, one.errors) for one in portfolio.quarantined] == [("sd-b", 1)]
    assert [(one.path, one.code) for one in problems] == [("schools/sd-b/sekolah.yml", "npsn-twice")]
    assert "schools/sd-a" in problems[0].message("id")


def test_problems_are_sorted_and_each_said_once(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder("-- zz --\nx\n-- aa --\nx\n", slug="sd-b")
    school_folder("-- mutu/2018.yml --\na: 1\nb: 2\n", slug="sd-a")
    problems = load_all()[1]
    places = [(one.path, one.line, one.column) for one in problems]
    assert places == sorted(places)
    assert len({repr(one) for one in problems}) == len(problems) > 5


# Albums


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        pytest.param("orang: tidak_ada", True, id="nobody"),
        pytest.param("orang: dikenali", False, id="no consent"),
        pytest.param("orang: dikenali, izin: {status: diberikan, cakupan: [web]}", True, id="consent"),
        pytest.param(
            "orang: dikenali, izin: {status: diberikan, cakupan: [web], sampai: 2019-06-30}", False, id="over"
        ),
        pytest.param("orang: dikenali, izin: {status: ditolak}", False, id="refused"),
    ],
)
def test_only_photos_that_may_be_shown_are_loaded(load_school: LoadSchool, entry: str, *, shown: bool) -> None:
    album = f"judul: A\nfoto: [{{berkas: a.jpg, keterangan: x, alt: x, {entry}}}]\n"
    school = load_school(f"-- foto/b/album.yml --\n{album}-- foto/b/a.jpg --\nx")
    assert ("b/a.jpg" in [photo.reference for photo in school.photos]) is shown


def test_a_photo_nobody_described_is_not_loaded(load_school: LoadSchool) -> None:
    school = load_school("-- foto/halaman/lain.jpg --\nx")
    assert [photo.reference for photo in school.photos] == ["halaman/pohon.jpg"]


def test_of_two_entries_for_a_photo_the_first_counts(load_school: LoadSchool) -> None:
    second = "  - {berkas: a.jpg, keterangan: kedua, alt: x, orang: tidak_ada}\n"
    school = load_school(f"-- foto/b/album.yml --\n{ALBUM}{second}-- foto/b/a.jpg --\nx")
    photos = [photo for photo in school.photos if photo.album == "b"]
    assert [str(photo.front.keterangan) for photo in photos] == ["x"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("foto_sampul: foto/halaman/pohon.jpg", None),
        ("foto_sampul: foto/halaman/tidak-ada.jpg", "cover-unknown"),
        ("foto_sampul: ../../rahasia.jpg", "cover-unknown"),
    ],
)
def test_the_cover_has_to_be_a_photo_that_is_shown(problems_of: Problems, line: str, code: str | None) -> None:
    assert [one[0] for one in problems_of(f"-- sekolah.yml --\n{PROFILE}{line}\n")] == ([code] if code else [])


@pytest.mark.parametrize(("name", "codes"), [("kebun", []), ("taman", ["practice-unknown"])])
def test_a_photo_names_a_practice_that_exists(problems_of: Problems, name: str, codes: list[str]) -> None:
    album = ALBUM.replace("orang: tidak_ada", f"orang: tidak_ada, praktik: {name}")
    text = f"-- foto/b/album.yml --\n{album}-- foto/b/a.jpg --\nx\n-- praktik/kebun.md --\n{PRACTICE}"
    assert [code for code, _, _ in problems_of(text)] == codes


# Cycles


def test_each_stage_that_is_missing_is_a_note(problems_of: Problems) -> None:
    found = problems_of(STAGE)
    assert [one for one in found if one[0] == "stage-missing"] == [("stage-missing", 0, "note")] * 4


@pytest.mark.parametrize(
    ("reference", "is_known"),
    [("dokumen:sk", True), ("foto:halaman/pohon.jpg", True), ("praktik:kebun", True), ("dokumen:sj", False)],
)
def test_a_plan_names_documents_photos_or_practices(problems_of: Problems, reference: str, *, is_known: bool) -> None:
    plan = (
        f'masalah:\n  - kunci: a\n    masalah: x\n    kegiatan:\n      - nama: y\n        bukti: ["{reference}"] #<\n'
    )
    text = f"{STAGE}-- siklus/2019/rencana.yml --\n{plan}-- praktik/kebun.md --\n{PRACTICE}"
    found = [one for one in problems_of(text) if one[0] == "evidence-unknown"]
    assert found == ([] if is_known else [("evidence-unknown", marked(plan)[0], "warning")])


def test_evidence_of_a_later_year_may_have_no_key_of_an_earlier_one(problems_of: Problems) -> None:
    second = STAGE.replace("2018", "2019")
    assert [one for one in problems_of(STAGE + second) if one[0] == "key-twice"] == [("key-twice", 0, "warning")]


@pytest.mark.parametrize(
    ("file", "written", "is_there"),
    [
        ("dokumen/sk.pdf", "dokumen/sk.pdf", True),
        ("dokumen/sk.pdf", "sk.pdf", True),
        ("dokumen/sk.docx", "dokumen/sk.docx", False),
        ("dokumen/lain.pdf", "dokumen/sk.pdf", False),
        ("rahasia.pdf", "../rahasia.pdf", False),
    ],
)
def test_a_document_file_is_a_pdf_in_its_folder(
    problems_of: Problems, file: str, written: str, *, is_there: bool
) -> None:
    stage = STAGE.replace("jenis: sk-tpmps", f"jenis: sk-tpmps, berkas: {written}")
    found = [code for code, _, _ in problems_of(f"{stage}-- {file} --\nx")]
    assert ("document-file" not in found) is is_there


@pytest.mark.parametrize("stage", ["1-pemetaan", "5-strategi"])
def test_a_stage_s_translation_needs_its_original(problems_of: Problems, stage: str) -> None:
    assert ("file-orphan", 0, "error") in problems_of(f"-- siklus/2018/{stage}.en.md --\nx")


# Translations and practices


def test_translations_are_found_beside_their_page(load_school: LoadSchool) -> None:
    school = load_school(
        "-- potret.en.md --\n---\nringkasan: By the river.\nterjemahan_dari: abc\n---\n\nText.\n"
        f"-- praktik/kebun.md --\n{PRACTICE}-- praktik/kebun.en.md --\n---\njudul: Garden\n---\nText.\n"
    )
    assert school.portrait is not None
    english, locale = school.portrait.of("en")
    assert (english.summary, english.translated_from, english.line, locale) == ("By the river.", "abc", 6, "en")
    assert school.practices[0].article.of("en")[0].title == "Garden"
    assert school.practices[0].article.source.title == "Kebun gizi"


def test_a_second_indonesian_file_never_replaces_the_first(load_school: LoadSchool) -> None:
    school = load_school("-- potret.id.md --\nDiganti.\n")
    assert school.portrait is not None
    assert school.portrait.source.body.startswith("## Sekolah kami")


def test_a_broken_translation_is_left_out_and_the_page_stays(load_school: LoadSchool) -> None:
    school = load_school("-- potret.en.md --\n---\njudul: [\n---\nx")
    assert school.portrait is not None
    assert list(school.portrait.writings) == ["id"]


def test_practices_come_newest_first(load_school: LoadSchool) -> None:
    older = edited(PRACTICE, ("tahun: 2018", "tahun: 2016"))
    school = load_school(f"-- praktik/b.md --\n{PRACTICE}-- praktik/c.md --\n{older}-- praktik/a.md --\n{PRACTICE}")
    assert [practice.slug for practice in school.practices] == ["a", "b", "c"]


# Links, pipes, names


@pytest.mark.parametrize(
    "path",
    [
        "potret.md",
        "potret.en.md",
        "sekolah.yml",
        "mutu/2015.yml",
        "praktik/x.md",
        "siklus/2018/rencana.yml",
        "dokumen/a.pdf",
    ],
)
def test_a_link_is_named_and_never_followed(
    school_folder: Folder, load_all: LoadAll, tmp_path: Path, path: str
) -> None:
    outside = tmp_path / "rahasia"
    outside.write_text("RAHASIA")
    file = school_folder() / path
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.symlink_to(outside)
    portfolio, problems = load_all()
    assert (f"schools/{SLUG}/{path}", "file-link") in at((portfolio, problems))
    assert "RAHASIA" not in repr(portfolio)


@pytest.mark.parametrize("path", ["foto/keluar", "siklus/2018", "praktik"])
def test_a_linked_folder_is_named_and_never_followed(
    school_folder: Folder, load_all: LoadAll, tmp_path: Path, path: str
) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "album.yml").write_text(ALBUM)
    (outside / "a.jpg").write_text("x")
    (outside / "1-pemetaan.md").write_text("RAHASIA")
    (outside / "kebun.md").write_text(PRACTICE)
    link = school_folder() / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside)
    portfolio, problems = load_all()
    (school,) = portfolio.schools
    assert (f"schools/{SLUG}/{path}", "file-link") in at((portfolio, problems))
    assert (len(list(school.photos)), school.cycles, school.practices) == (1, (), ())


def test_a_linked_school_is_named_and_never_followed(
    schools_dir: Path, school_folder: Folder, load_all: LoadAll
) -> None:
    (schools_dir / "sd-b").symlink_to(school_folder(slug="sd-a"))
    portfolio, problems = load_all()
    assert [school.slug for school in portfolio.schools] == ["sd-a"]
    assert ("schools/sd-b", "file-link") in at((portfolio, problems))


@pytest.mark.parametrize("path", ["mutu/2015.yml", "praktik/x.md", "potret.en.md"])
def test_a_pipe_does_not_hang_the_build(school_folder: Folder, load_all: LoadAll, path: str) -> None:
    pipe = school_folder() / path
    pipe.parent.mkdir(exist_ok=True)
    os.mkfifo(pipe)
    results: list[Loaded] = []
    reading = threading.Thread(target=lambda: results.append(load_all()), daemon=True)
    reading.start()
    reading.join(30)
    if reading.is_alive():  # let it go before the test fails
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    assert results
    assert (f"schools/{SLUG}/{path}", "file-link") in at(results[0])


def test_a_file_name_that_is_not_utf_8_can_still_be_said(school_folder: Folder, load_all: LoadAll) -> None:
    folder = school_folder() / "praktik"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/k\xff.md")).write_text("x")
    problems = load_all()[1]
    assert [problem.code for problem in problems] == ["file-unknown", "name-bytes"]
    assert all("\\udcff" in problem.line_of_text("id").encode().decode() for problem in problems)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "A & B", '"O\'Brien"', "{{ 7 * 7 }}"])
def test_any_name_is_kept_as_written(load_school: LoadSchool, name: str) -> None:
    profile = edited(PROFILE, ("SD Negeri 1 Contoh", json.dumps(name, ensure_ascii=False)))
    school = load_school(f"-- sekolah.yml --\n{profile}")
    assert school.profile.nama == name


def test_a_consent_is_judged_on_the_given_day(school_folder: Folder, schools_dir: Path) -> None:
    album = f"judul: A\nfoto:\n  - berkas: a.jpg\n    keterangan: x\n    alt: x\n{SEEN}"
    school_folder(f"-- foto/b/album.yml --\n{album}-- foto/b/a.jpg --\nx")
    before = load(schools_dir, day=DAY.replace(month=6, day=30))[0].schools[0]
    after = load(schools_dir, day=DAY)[0].schools[0]
    assert [len(list(school.photos)) for school in (before, after)] == [2, 1]


# Sensitive rows: default to not publishing at sub-indicator level (domain reference, section 8)

SENSITIVE = """\
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2018
nilai:
  "D.4": {nilai: 60, label: sedang}
  "D.4.4": {nilai: 31.4159, label: kurang} #<
  "D.4.10": {nilai: 27.1828, label: sedang}
target: {"D.4.5": 16.1803}
pembanding:
  kabupaten: {sumber: x, nilai: {"D.4": 50, "D.4.6": 14.1421}}
"""
SECRETS = ("31.4159", "27.1828", "16.1803", "14.1421")


def test_sensitive_scores_targets_and_comparisons_are_withheld_and_named(
    school_folder: Folder, load_all: LoadAll, schools_dir: Path
) -> None:
    school_folder(f"-- mutu/2018.yml --\n{SENSITIVE}")
    portfolio, problems = load_all()
    (report,) = portfolio.schools[0].reports.values()
    assert list(report.nilai) == ["D.4"]
    assert (list(report.target), list(report.pembanding["kabupaten"].nilai)) == ([], ["D.4"])
    assert not any(secret in repr(portfolio) for secret in SECRETS)
    (note,) = [one for one in problems if one.code == "score-withheld"]
    assert (note.line, note.severity, note.values["codes"]) == (
        marked(SENSITIVE)[0],
        "note",
        "D.4.4, D.4.10, D.4.5, D.4.6",
    )
    assert "sensitive: true" in said(note).message("id")
    shown = load(schools_dir, day=DAY, sensitive=True)
    assert all(secret in repr(shown[0]) for secret in SECRETS)
    assert "score-withheld" not in [one.code for one in shown[1]]


def test_no_page_and_no_data_file_holds_a_sensitive_score(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(f"-- mutu/2018.yml --\n{SENSITIVE}")
    portfolio = load_all()[0]
    published = [page.markdown for one in ("id", "en") for page in compose(portfolio, ["id", "en"], Reader(one, {}))]
    published += [file.text for file in data_files(portfolio)]
    for secret in SECRETS:
        for shape in (secret, secret.replace(".", ","), secret[:5], secret[:5].replace(".", ",")):
            assert not [text for text in published if shape in text], shape

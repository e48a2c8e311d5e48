"""Attachments of a practice: only what is named, safe and what it says it is gets out of the folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from dossiers import SOUND, pdf
from minimal import PRACTICE, edited, marked, rows
from potret.intake.kinds import KINDS, MAX_BYTES

Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]

PDF = pdf()


def page(names: str) -> str:
    return "-- praktik/kebun.md --\n" + edited(PRACTICE, ("tahun: 2018", f"tahun: 2018\nlampiran: [{names}] #<"))


def put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def kept(loaded: Loaded) -> list[str]:
    return [one.name for one in loaded[0].schools[0].practices[0].attachments]


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    """Give what was said, without the guard: these files hold nothing that could be read."""
    return [row for row in rows(loaded[1]) if row[0] != "guard-unread"]


def expect(loaded: Loaded, *codes: str) -> None:
    (line,) = marked(page("x").partition("\n")[2])
    assert told(loaded) == [(code, line, "warning") for code in codes]


@pytest.mark.parametrize(
    ("name", "path", "data", "code"),
    [
        pytest.param("catatan.csv", "praktik/kebun/catatan.csv", b"a,b\n", None, id="a table"),
        pytest.param("praktik/kebun/a.pdf", "praktik/kebun/a.pdf", PDF, None, id="with its folder"),
        pytest.param("dokumen/a.pdf", "dokumen/a.pdf", PDF, None, id="in dokumen/"),
        pytest.param("A.PDF", "praktik/kebun/A.PDF", PDF, None, id="in capitals"),
        pytest.param("a.pdf", "dokumen/a.pdf", PDF, "attachment-missing", id="in the other folder"),
        pytest.param("b.pdf", "foto/b.pdf", PDF, "attachment-missing", id="not there"),
        pytest.param("../../sekolah.yml", "praktik/kebun/.x", b"", "attachment-kind", id="out of the folder"),
        pytest.param("dokumen/../sekolah.yml", "praktik/kebun/.x", b"", "attachment-kind", id="through dokumen/"),
        pytest.param("a.exe", "praktik/kebun/a.exe", b"MZ", "attachment-kind", id="a program"),
        pytest.param("a.docm", "praktik/kebun/a.docm", b"PK\3\4", "attachment-kind", id="with macros"),
        pytest.param("a.html", "praktik/kebun/a.html", b"<p>", "attachment-kind", id="a page"),
        pytest.param("a.svg", "praktik/kebun/a.svg", b"<svg/>", "attachment-kind", id="a drawing that can run"),
        pytest.param("a.jpg", "praktik/kebun/a.jpg", b"\xff\xd8", "attachment-kind", id="a photo"),
        pytest.param("a b.pdf", "praktik/kebun/a b.pdf", PDF, "attachment-name", id="a space"),
        pytest.param("a%2e.pdf", "praktik/kebun/a%2e.pdf", PDF, "attachment-name", id="a sign of addresses"),
        pytest.param("a.pdf", "praktik/kebun/a.pdf", b"MZ", "attachment-content", id="a program renamed"),
        pytest.param("a.pdf", "praktik/kebun/a.pdf", b"", "attachment-content", id="empty"),
        pytest.param("a.csv", "praktik/kebun/a.csv", b"a\0b", "attachment-content", id="binary as table"),
        pytest.param("a.csv", "praktik/kebun/a.csv", b"\xe9", "attachment-content", id="table not UTF-8"),
        pytest.param("a.pdf", "praktik/kebun/a.pdf", PDF.ljust(MAX_BYTES), None, id="as big as may be"),
        pytest.param("a.pdf", "praktik/kebun/a.pdf", PDF.ljust(MAX_BYTES + 1), "attachment-size", id="too big"),
    ],
)
def test_a_file_is_published_only_if_it_is_fit(
    school_folder: Folder, load_all: LoadAll, name: str, path: str, data: bytes, code: str | None
) -> None:
    put(school_folder(page(f'"{name}"')), path, data)
    loaded = load_all()
    found = [one.code for one in loaded[1] if one.code.startswith("attachment") and one.code != "attachment-unlisted"]
    assert found == ([code] if code else [])
    assert kept(loaded) == ([] if code else [Path(name).name])
    if code is None:
        assert told(loaded) == []


def test_each_kind_is_known_by_its_first_bytes(school_folder: Folder, load_all: LoadAll) -> None:
    names = [f"a{kind}" for kind in KINDS]
    root = school_folder(page(", ".join(names)))
    for name, kind in zip(names, KINDS, strict=True):
        put(root, f"praktik/kebun/{name}", SOUND[kind])
    loaded = load_all()
    assert (kept(loaded), told(loaded)) == (names, [])


@pytest.mark.parametrize("linked", ["praktik/kebun/a.pdf", "praktik/kebun", "dokumen"])
def test_a_link_never_leads_a_file_out(school_folder: Folder, load_all: LoadAll, tmp_path: Path, linked: str) -> None:
    put(tmp_path, "luar/a.pdf", PDF)
    root = school_folder(page("dokumen/a.pdf" if linked == "dokumen" else "a.pdf"))
    target = tmp_path / "luar" / "a.pdf" if linked.endswith(".pdf") else tmp_path / "luar"
    (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(target)
    loaded = load_all()
    assert kept(loaded) == []
    assert {one.code for one in loaded[1]} == {"attachment-link", "file-link"}


def test_names_that_differ_only_in_case_are_one_file_on_windows(school_folder: Folder, load_all: LoadAll) -> None:
    root = school_folder(page("a.pdf, dokumen/A.pdf"))
    put(root, "praktik/kebun/a.pdf", PDF)
    put(root, "dokumen/A.pdf", PDF)
    loaded = load_all()
    expect(loaded, "attachment-twice")
    assert kept(loaded) == ["a.pdf"]


def test_a_file_nobody_names_is_said_and_not_published(school_folder: Folder, load_all: LoadAll) -> None:
    root = school_folder(page("a.pdf"))
    put(root, "praktik/kebun/a.pdf", PDF)
    put(root, "praktik/kebun/rahasia.pdf", PDF)
    loaded = load_all()
    expect(loaded, "attachment-unlisted")
    assert kept(loaded) == ["a.pdf"]


def test_the_file_that_was_meant_is_suggested(school_folder: Folder, load_all: LoadAll) -> None:
    put(school_folder(page("catatan.pdf")), "praktik/kebun/catatan.csv", b"a\n")
    (problem,) = [one for one in load_all()[1] if one.code == "attachment-missing"]
    assert problem.values["near"] == "catatan.csv"


def test_a_folder_without_its_practice_is_named(school_folder: Folder, load_all: LoadAll) -> None:
    put(school_folder(), "praktik/kebun/a.pdf", PDF)
    assert [one.code for one in load_all()[1]] == ["file-unknown"]

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from potret.importing.journal import apply, latest, undo
from potret.importing.proposal import Fate, Write, changed
from potret.portfolio import load
from potret.reading import SchoolFolder
from wordfiles import everything
from workbooks import codes

FILE = "potret.md"


@pytest.fixture
def root(school_folder: Callable[..., Path]) -> Path:
    return school_folder()


def writes(root: Path) -> list[Write]:
    return [
        changed(FILE, (root / FILE).read_bytes(), b"baru\r\n"),
        Write("foto/rapat/album.yml", lambda: b"judul: Rapat\n"),
        Write("praktik/kebun.md", lambda: b"x"),
    ]


def taken_back(root: Path) -> list[str]:
    journal = latest(root)
    assert journal is not None
    return [code for code, _ in codes(undo(root, journal))]


def test_undo_restores_every_byte_and_every_folder(root: Path) -> None:
    before = everything(root)
    assert apply(root, writes(root), "a.docx", "2019-01-01") == []
    assert everything(root) == before | {
        FILE: b"baru\r\n",
        "foto/rapat/album.yml": b"judul: Rapat\n",
        "praktik/kebun.md": b"x",
    }
    assert taken_back(root) == []
    assert everything(root) == before
    assert not (root / "praktik").exists()
    assert latest(root) is None


def test_imports_are_taken_back_one_after_the_other(root: Path) -> None:
    states = [everything(root)]
    for content in (b"satu", b"dua"):
        assert apply(root, [changed(FILE, (root / FILE).read_bytes(), content)], content.decode(), "x") == []
        states.append(everything(root))
    for state in reversed(states[:-1]):
        assert taken_back(root) == []
        assert everything(root) == state


@pytest.mark.parametrize("since", [b"disunting", None])
def test_a_file_changed_since_stops_the_undo(since: bytes | None, root: Path) -> None:
    apply(root, writes(root), "a.docx", "2019-01-01")
    if since is None:
        (root / FILE).unlink()
    else:
        (root / "foto/rapat/album.yml").write_bytes(since)
    before = everything(root)
    assert taken_back(root) == ["undo-changed"]
    assert everything(root) == before


def test_a_file_that_was_new_and_is_gone_stops_nothing(root: Path) -> None:
    before = everything(root)
    apply(root, writes(root), "a.docx", "2019-01-01")
    (root / "praktik/kebun.md").unlink()
    assert taken_back(root) == []
    assert everything(root) == before


def test_an_import_that_was_cut_off_is_taken_back(root: Path) -> None:
    before = everything(root)

    content = iter([b"x"])  # for the journal; when it is to be written there is no more

    def load() -> bytes:
        if (found := next(content, None)) is None:
            raise OSError
        return found

    found = apply(root, [*writes(root), Write("z.md", load)], "a.docx", "2019-01-01")
    assert codes(found) == [("import-disk", "")]
    assert everything(root) != before
    assert taken_back(root) == []
    assert everything(root) == before


TAKEN = [
    (Write(FILE, lambda: b"x"), "import-taken"),
    (Write(FILE, lambda: b"x", b"lain", Fate.CHANGED), "import-taken"),
    (Write("../luar.md", lambda: b"x"), "file-link"),
    (Write("/tmp/luar.md", lambda: b"x"), "file-link"),  # noqa: S108 - never written
    (Write("tautan/a.md", lambda: b"x"), "file-link"),
]


@pytest.mark.parametrize(("write", "code"), TAKEN)
def test_nothing_is_overwritten_and_nothing_written_outside(
    write: Write, code: str, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "luar").mkdir()
    (root / "tautan").symlink_to(tmp_path / "luar")
    before = everything(tmp_path)
    assert [code for code, _ in codes(apply(root, [Write("a.md", lambda: b"x"), write], "a", "x"))] == [code]
    assert everything(tmp_path) == before


def test_a_journal_that_leads_out_is_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "milik-orang.txt").write_text("x", encoding="utf-8")
    place = root / ".potret" / "1"
    place.mkdir(parents=True)
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    steps = [{"path": "../../milik-orang.txt", "before": "", "after": digest}]
    record = {"source": "a", "day": "x", "folders": ["../../schools"], "steps": steps}
    (place / "journal.json").write_text(json.dumps(record), encoding="utf-8")
    assert taken_back(root) == ["file-link"]
    assert (tmp_path / "milik-orang.txt").is_file()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"steps": [1]}'])
def test_a_broken_journal_is_no_import(text: str, root: Path) -> None:
    (root / ".potret" / "1").mkdir(parents=True)
    (root / ".potret" / "1" / "journal.json").write_text(text, encoding="utf-8")
    assert latest(root) is None


def test_the_reader_does_not_see_the_journal(root: Path, schools_dir: Path) -> None:
    problems = load(schools_dir)[1]
    apply(root, [Write("a.md", lambda: b"x")], "a", "x")
    (root / "a.md").unlink()
    assert load(schools_dir)[1] == problems
    assert list(SchoolFolder(root, "schools/x").misplaced()) == []

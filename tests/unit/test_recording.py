from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from potret.recording import record, with_digest
from potret.translation import State

ENGLISH = "-- potret.en.md --\n---\nringkasan: By the river.\n---\n\nText.\n"
LINE = b'terjemahan_dari: "abc"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"Text.\n", b"---\n" + LINE + b"---\n\nText.\n", id="no front matter"),
        pytest.param(b"---\n---\nText.\n", b"---\n" + LINE + b"---\nText.\n", id="empty front matter"),
        pytest.param(b"---\na: b\n---\nText.\n", b"---\na: b\n" + LINE + b"---\nText.\n", id="added last"),
        pytest.param(
            b"---\nterjemahan_dari: old\na: b # c\n---\nText.\n",
            b"---\n" + LINE + b"a: b # c\n---\nText.\n",
            id="replaced",
        ),
        pytest.param(
            b"---\r\na: b\r\n---\r\nText.\r\n",
            b"---\r\na: b\r\n" + LINE.replace(b"\n", b"\r\n") + b"---\r\nText.\r\n",
            id="Windows line ends",
        ),
        pytest.param(
            b"\xef\xbb\xbf---\na: b\n---\nx", b"\xef\xbb\xbf---\na: b\n" + LINE + b"---\nx", id="byte order mark"
        ),
        pytest.param(
            b"---\na: b\n---\nterjemahan_dari: x\n",
            b"---\na: b\n" + LINE + b"---\nterjemahan_dari: x\n",
            id="same words in the text",
        ),
        pytest.param(b"\n---\na: b\n---\nx", b"\n---\na: b\n" + LINE + b"---\nx", id="after a blank line"),
    ],
)
def test_only_the_line_of_the_digest_changes(before: bytes, after: bytes) -> None:
    assert with_digest(before, "abc") == after


def test_recording_makes_a_translation_current(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded], schools_dir: Path
) -> None:
    school_folder(ENGLISH)
    school = load_all()[0].schools[0]
    assert record(school, "en", schools_dir.parent, {State.UNRECORDED}) == ["schools/sd-contoh/potret.en.md"]
    portrait = load_all()[0].schools[0].portrait
    assert portrait is not None
    assert portrait.of("en")[0].translated_from == portrait.source.digest
    assert portrait.of("en")[0].summary == "By the river."


@pytest.mark.parametrize(("states", "count"), [({State.UNRECORDED}, 0), ({State.OUTDATED}, 1), (set(), 0)])
def test_an_outdated_translation_is_renewed_only_when_asked(
    school_folder: Callable[..., Path],
    load_all: Callable[[], Loaded],
    schools_dir: Path,
    states: set[State],
    count: int,
) -> None:
    school_folder(ENGLISH.replace("ringkasan:", "terjemahan_dari: lama\nringkasan:"))
    school = load_all()[0].schools[0]
    assert len(record(school, "en", schools_dir.parent, states)) == count
    assert record(school, "id", schools_dir.parent, {State.OUTDATED}) == []


def test_the_file_stays_readable_for_others_and_nothing_else_is_left(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded], schools_dir: Path
) -> None:
    file = school_folder(ENGLISH) / "potret.en.md"
    file.chmod(0o644)
    before = {path.name for path in file.parent.iterdir()}
    record(load_all()[0].schools[0], "en", schools_dir.parent, {State.UNRECORDED})
    assert file.stat().st_mode & 0o777 == 0o644
    assert {path.name for path in file.parent.iterdir()} == before

"""The take-away kit: the same bytes every time, a budget, steps, and a store that packs nothing twice."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from minimal import PRACTICE
from potret.kit import KitStore, choose, manifest, pack, steps
from potret.kit.budget import Chosen
from potret.media import Picture
from potret.media.picture import File
from potret.model import Attachment, School

FILES = {"index.html": b"<p>x</p>" * 100, "foto/01.webp": b"RIFF" * 100, "a.txt": b""}


def test_the_order_and_the_clock_change_nothing() -> None:
    backwards = dict(reversed(FILES.items()))
    assert pack(FILES) == pack(backwards)
    assert hashlib.sha256(pack(FILES)).hexdigest() == hashlib.sha256(pack(dict(FILES))).hexdigest()


def test_a_kit_opens_everywhere() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(FILES))) as archive:
        assert archive.testzip() is None
        rows = {row.filename: row for row in archive.infolist()}
        assert {name: archive.read(name) for name in rows} == FILES
    assert [*rows] == sorted(FILES)
    assert rows["foto/01.webp"].compress_type == zipfile.ZIP_STORED
    assert rows["index.html"].compress_type == zipfile.ZIP_DEFLATED
    assert {row.external_attr >> 16 for row in rows.values()} == {0o100644}


def test_the_manifest_names_every_file_with_its_digest() -> None:
    found = json.loads(manifest({"kit": 1}, FILES))
    assert found["kit"] == 1
    assert {row["nama"]: row["sha256"] for row in found["berkas"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()
    }
    assert all(row["ukuran"] == len(FILES[row["nama"]]) for row in found["berkas"])


def picture(folder: Path, name: str, weights: dict[int, int], jpeg: int) -> Picture:
    files = []
    for width, weight in weights.items():
        path = folder / f"{name}-{width}.webp"
        path.write_bytes(b"x" * weight)
        files.append(File(width, width, path, path.name))
    small = folder / f"{name}.jpg"
    small.write_bytes(b"x" * jpeg)
    return Picture(tuple(files), File(960, 640, small, small.name), "#000000")


@pytest.mark.parametrize(
    ("budget", "expected", "reduced"),
    [
        pytest.param(1000, {"a": 1600, "b": 1600}, {}, id="all fits"),
        pytest.param(700, {"a": 960, "b": 1600}, {"a": "960 px"}, id="the heaviest shrinks first"),
        pytest.param(400, {"a": 960, "b": 960}, {"a": "960 px", "b": "960 px"}, id="then the other"),
        pytest.param(150, {"a": None, "b": None}, {"a": "960 px", "b": "960 px"}, id="then the JPEG alone"),
        pytest.param(60, {"a": None}, {"a": "960 px", "b": "-"}, id="then the last photo goes"),
        pytest.param(0, {}, {"a": "-", "b": "-"}, id="nothing fits"),
    ],
)
def test_photos_give_way_before_they_go(
    tmp_path: Path, budget: int, expected: dict[str, int | None], reduced: dict[str, str]
) -> None:
    pictures = [
        ("a", picture(tmp_path, "a", {480: 10, 960: 100, 1600: 400}, 50)),
        ("b", picture(tmp_path, "b", {480: 10, 960: 100, 1600: 300}, 50)),
    ]
    chosen = choose(pictures, [], budget)
    assert {one.reference: one.webp.width if one.webp else None for one in chosen.photos} == expected
    assert dict(chosen.reduced) == reduced
    assert sum(one.size for one in chosen.photos) <= budget


def test_attachments_stay_longest(tmp_path: Path) -> None:
    files = [Attachment(f"{size}.pdf", tmp_path / "x", size) for size in (300, 500)]
    chosen = choose([("a", picture(tmp_path, "a", {1600: 400}, 50))], files, 400)
    assert ([file.name for file in chosen.attachments], chosen.photos) == (["300.pdf"], ())
    assert dict(chosen.reduced) == {"a": "-", "500.pdf": "-"}


def test_a_small_original_has_the_one_form_it_has(tmp_path: Path) -> None:
    chosen = choose([("a", picture(tmp_path, "a", {300: 10}, 20))], [])
    assert chosen.photos[0].webp is not None
    assert chosen.photos[0].webp.width == 300


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "## Aksi\n\n1. Satu.\n2. **Dua.**\n   Lanjut.\n\n## Refleksi\n\n1. Bukan",
            ["Satu.", "**Dua.** Lanjut."],
            id="list",
        ),
        pytest.param("## Action\n\n- One\n- Two\n", ["One", "Two"], id="English, bullets"),
        pytest.param("### AKSI dan strategi\n\nSatu\nbaris.\n\nDua.\n", ["Satu baris.", "Dua."], id="paragraphs"),
        pytest.param(
            "## Aksi\n\n### Awal\n\n1. Satu\n\n### Lalu\n\n1. Dua\n\n## Lain\n- x", ["Satu", "Dua"], id="parts"
        ),
        pytest.param("## Aksi\n\n1. Satu\n   - a\n   - b\n2. Dua", ["Satu a b", "Dua"], id="nested"),
        pytest.param("## Situasi\n\n1. x", [], id="no action"),
        pytest.param("", [], id="empty"),
    ],
)
def test_steps_are_what_the_school_wrote_under_action(body: str, expected: list[str]) -> None:
    assert steps(body) == expected


@pytest.fixture
def school(load_school: Callable[..., School]) -> School:
    return load_school("-- praktik/kebun.md --\n" + PRACTICE)


def test_an_unchanged_kit_is_not_made_again_and_an_old_one_goes(school: School, tmp_path: Path) -> None:
    store, made = KitStore(tmp_path / "kits"), []

    def texts(chosen: Chosen) -> tuple[dict[str, str], dict[str, object]]:
        made.append(chosen)
        return {"index.html": "<p>é</p>"}, {"kit": 1}

    practice, chosen = school.practices[0], choose([], [])
    first = store.kit(school, practice, chosen, "a", texts)
    again = store.kit(school, practice, chosen, "a", texts)
    assert (first, len(made)) == (again, 1)
    assert first.uri == "sekolah/sd-contoh/praktik/kebun/kebun-kit.zip"
    assert first.size == first.path.stat().st_size
    other = store.kit(school, practice, chosen, "b", texts)
    assert len(made) == 2
    assert first.path.is_file()  # another build may be copying it just now
    for file in store.root.iterdir():
        os.utime(file, (0, 0))
    assert store.kit(school, practice, chosen, "b", texts) == other  # asked for: young again
    last = store.kit(school, practice, chosen, "c", texts)
    assert set(store.root.iterdir()) == {other.path, last.path}


def test_an_attachment_lies_in_the_kit_as_the_school_made_it(school: School, tmp_path: Path) -> None:
    file = tmp_path / "lembar.csv"
    file.write_bytes(b"a;b\r\n1;2\r\n")
    chosen = choose([], [Attachment("lembar.csv", file, file.stat().st_size)])
    kit = KitStore(tmp_path / "kits").kit(school, school.practices[0], chosen, "", lambda _: ({}, {}))
    with zipfile.ZipFile(kit.path) as archive:
        assert archive.read("lampiran/lembar.csv") == b"a;b\r\n1;2\r\n"
        assert archive.namelist() == ["lampiran/lembar.csv", "manifes.json"]

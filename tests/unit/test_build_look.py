"""One look at what a build reads: it knows each school's files, and a second look finds what changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from potret.reading import SchoolFolder
from potret.shards import Outcome, Setting, Shard, ShardStore, school_key
from potret_mkdocs.lacking import lacking
from potret_mkdocs.look import Look, looked
from potret_mkdocs.making import Making
from potret_mkdocs.origin import Origin
from potret_mkdocs.roots import Roots

DAY = date(2018, 5, 1)


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    texts = {
        "mkdocs.yml": "site_name: a",
        "content/index.md": "# Beranda",
        "schools/sd-a/sekolah.yml": "nama: A",
        "schools/sd-a/foto/x/a.jpg": "foto",
        "schools/sd-a/potret.md": "2018-04-30",
        "schools/sd-b/sekolah.yml": "nama: B",
        "schools/catatan.txt": "bukan sekolah",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    named = (str(tmp_path / "mkdocs.yml"),)
    return Roots(named, str(tmp_path / "content"), str(tmp_path / "schools"), str(tmp_path / "cache"))


def test_a_key_is_the_same_from_one_look_and_from_the_folder(roots: Roots) -> None:
    look, setting = Look.at(roots, DAY), Setting("a", "b")
    assert set(look.schools) == {"sd-a", "sd-b"}
    for slug, files in look.schools.items():
        own = look.digests.tree(Path(roots.schools, slug))
        assert list(files.items()) == list(own.items())
        assert school_key(slug, files, (), setting, DAY) == school_key(slug, own, (), setting, DAY)


@pytest.mark.parametrize(
    ("change", "is_past"),
    [
        (lambda _: None, False),
        (lambda root: (root / "schools/sd-a/sekolah.yml").write_text("nama: C", encoding="utf-8"), True),
        (lambda root: (root / "schools/sd-a/baru.md").touch(), True),
        (lambda root: (root / "schools/sd-b/sekolah.yml").unlink(), True),
        (lambda root: (root / "content/index.md").write_text("# B", encoding="utf-8"), True),
        (lambda root: (root / "mkdocs.yml").write_text("site_name: b", encoding="utf-8"), True),
        (lambda root: (root / "schools/sd-a/sekolah.yml").write_text("nama: A", encoding="utf-8"), False),
    ],
    ids=["nothing", "a text", "a new file", "a file less", "the office", "the settings", "the same text again"],
)
def test_a_second_look_finds_what_changed(
    roots: Roots, tmp_path: Path, change: Callable[[Path], object], *, is_past: bool
) -> None:
    look = Look.at(roots, DAY)
    change(tmp_path)
    assert look.is_past(look.again()) is is_past
    assert (Look.at(roots, DAY).everything != look.everything) is is_past


def test_a_school_made_of_files_that_came_later_is_noticed(roots: Roots, tmp_path: Path) -> None:
    look, folder = Look.at(roots, DAY), SchoolFolder(tmp_path / "schools/sd-a", "schools/sd-a")
    frame: Any = None
    making = Making(frame, ShardStore(tmp_path), look.digests, Setting("a", "b"), {}, DAY, look.schools)
    assert not making.are_others([Outcome(folder, making.key(folder)), Outcome(folder, error="died")])
    (folder.root / "potret.md").write_text("lain", encoding="utf-8")
    later = Outcome(folder, making.key(folder))
    (folder.root / "potret.md").write_text("2018-04-30", encoding="utf-8")
    assert making.are_others([later]), "although everything is again as it was"
    assert not look.is_past(look.again())


def test_another_day_or_another_mkdocs_yml_is_another_look(roots: Roots, tmp_path: Path) -> None:
    before = Origin(roots, "", {}, "", 0, 0, 0)
    found = looked(before, tmp_path / "mkdocs.yml")
    assert found is not None
    assert found.day != DAY
    assert found.everything != Look.at(roots, DAY).everything
    assert looked(before, tmp_path / "lain.yml") is None


def test_schools_without_a_shard_come_first_and_a_broken_one_later(tmp_path: Path) -> None:
    store = ShardStore(tmp_path)
    for slug in ("sd-a", "sd-b", "sd-c"):
        written = store.begin()
        (written / "situs/index.html").write_text(slug, encoding="utf-8")
        store.finish(written, f"{slug}-k", b"", {"again": slug == "sd-c"})
    (tmp_path / "sd-b-k/situs/index.html").write_text("lain", encoding="utf-8")
    folders = [SchoolFolder(Path("schools", slug), slug) for slug in ("sd-a", "sd-b", "sd-c", "sd-d")]
    there: dict[str, Shard] = {}
    wanted = lacking(store, folders, {one.slug: f"{one.slug}-k" for one in folders}, there)
    assert (next(wanted).slug, dict(there)) == ("sd-d", {}), "nobody waits for a look through the others"
    assert ([one.slug for one in wanted], list(there)) == (["sd-b", "sd-c"], ["sd-a"])
    assert not (tmp_path / "sd-c-k").exists()

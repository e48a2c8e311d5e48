"""The twin of a site: changed in parts, and never trusted where it is not as it was written down."""

import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from potret.shards import WHOSE, Part, Spare, forget_gone, is_apart, listed, swap


def shard(root: Path, key: str, *files: str) -> Part:
    """Write a part's files, each with the key as its text."""
    for name in files:
        (root / key / name).parent.mkdir(parents=True, exist_ok=True)
        (root / key / name).write_text(key, encoding="utf-8")
    return Part(key, root / key, files)


def texts(tree: Path) -> dict[str, str]:
    return {name: (tree / name).read_text(encoding="utf-8") for name in sorted(listed(tree))}


def folders(tree: Path) -> list[str]:
    return sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_dir())


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, Part]:
    return {"": shard(tmp_path, "p1", "index.html"), "sd": shard(tmp_path, "a1", "sd/index.html", "sd/foto/x.webp")}


@pytest.fixture
def site(tmp_path: Path, parts: dict[str, Part]) -> Path:
    """A site of these parts, and a file that belongs to none."""
    for part in parts.values():
        for name in part.files:
            (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(part.tree / name, tmp_path / "site" / name)
    (tmp_path / "site/cari.js").write_text("indeks", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def spare(tmp_path: Path, site: Path, parts: dict[str, Part]) -> Spare:
    twin = Spare.of(tmp_path / "cache", site)
    assert twin.clone(site, listed(site))
    twin.remember(listed(site), parts)
    return twin


def test_a_twin_is_like_its_site(spare: Spare, site: Path, parts: dict[str, Part]) -> None:
    held = spare.held()
    assert held is not None
    assert {name: key for name, (key, _) in held.parts.items()} == {name: part.key for name, part in parts.items()}
    assert held.others == ("cari.js",)
    assert listed(spare.tree) == listed(site)
    assert (spare.tree / "sd/index.html").samefile(site / "sd/index.html")


def test_only_what_differs_is_changed_and_nothing_old_stays(
    spare: Spare, site: Path, parts: dict[str, Part], tmp_path: Path
) -> None:
    held = spare.held()
    assert held is not None
    kept = (spare.tree / "index.html").stat().st_ino
    spare.change(
        held, {"": parts[""], "sd": shard(tmp_path, "a2", "sd/index.html"), "tk": shard(tmp_path, "b1", "tk/b")}
    )
    assert texts(spare.tree) == {"index.html": "p1", "sd/index.html": "a2", "tk/b": "b1"}
    assert folders(spare.tree) == ["sd", "tk"]
    assert (spare.tree / "index.html").stat().st_ino == kept
    assert texts(site)["sd/index.html"] == "a1"
    assert spare.held() is None, "a twin that was being changed has no note"


def test_what_belongs_to_no_part_follows_the_site(spare: Spare, site: Path, parts: dict[str, Part]) -> None:
    held = spare.held()
    assert held is not None
    (site / "cari.js").unlink()
    (site / "cari-2.js").write_text("indeks baru", encoding="utf-8")
    spare.change(held, parts)
    spare.follow(site, listed(site), parts)
    spare.remember(listed(site), parts)
    assert texts(spare.tree) == texts(site)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda tree: (tree / "sd/foto/x.webp").unlink(), id="a file less"),
        pytest.param(
            lambda tree: (tree / "sd/index.html").unlink() or (tree / "sd/index.html").write_text("?"), id="text"
        ),
        pytest.param(lambda tree: os.utime(tree / "sd/index.html", (1, 1)), id="another time"),
    ],
)
def test_a_part_that_is_not_as_it_was_is_put_there_anew(
    spare: Spare, parts: dict[str, Part], damage: Callable[[Path], object]
) -> None:
    damage(spare.tree)
    held = spare.held()
    assert held is not None
    assert (held.parts["sd"][0], held.parts[""][0]) == ("", "p1")
    spare.change(held, parts)
    assert texts(spare.tree) == {"index.html": "p1", "sd/foto/x.webp": "a1", "sd/index.html": "a1"}


@pytest.mark.parametrize("note", ["", "{", "[]", '{"version": 0}', '{"version": 1, "parts": {"sd": ["a"]}}', None])
def test_without_a_note_there_is_no_twin(spare: Spare, note: str | None) -> None:
    if note is None:
        spare.note.unlink()
    else:
        spare.note.write_text(note, encoding="utf-8")
    assert spare.held() is None
    assert not spare.root.exists()


def test_where_nothing_can_be_linked_there_is_no_twin(
    spare: Spare, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    assert not spare.clone(site, listed(site))
    assert not spare.root.exists()


def test_twins_of_sites_that_are_gone_are_forgotten(spare: Spare, site: Path, tmp_path: Path) -> None:
    tried = site.with_name("tried")
    shutil.copytree(site, tried)
    other = Spare.of(tmp_path / "cache", tried)
    assert other.clone(tried, listed(tried))
    shutil.rmtree(tried)
    assert spare.clone(site, listed(site))
    assert not other.root.exists()
    assert spare.root.is_dir()


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_old_site_is_kept_if_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("site", "next"):
        shard(tmp_path, name, "index.html")
    swap(tmp_path / "next", tmp_path / "site", is_old_kept=True)
    assert [texts(tmp_path / name)["index.html"] for name in ("site", "next")] == ["next", "site"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["next", "site"]


def test_parts_that_share_an_address_are_not_apart() -> None:
    assert is_apart([["a", "b"], ["c"]])
    assert not is_apart([["a", "b"], ["b"]])


@pytest.mark.parametrize(("seconds", "age", "is_kept"), [(10, 0, 0), (10, 60, 1), (70, 60, 0)])
def test_what_is_kept_of_a_site_that_is_gone_is_forgotten_when_it_is_old_enough(
    tmp_path: Path, seconds: float, age: float, is_kept: int
) -> None:
    whose = tmp_path / "x" / WHOSE
    whose.parent.mkdir()
    whose.write_text(str(tmp_path / "tidak-ada"), encoding="utf-8")
    then = time.time() - seconds
    os.utime(whose, (then, then))
    forget_gone(tmp_path, age)
    assert whose.exists() == is_kept
    whose.parent.mkdir(exist_ok=True)
    whose.write_text(str(tmp_path), encoding="utf-8")
    os.utime(whose, (then, then))
    forget_gone(tmp_path, age)
    assert whose.exists()


@pytest.mark.parametrize(
    "names",
    [
        {"sd": ("sd/index.html", "sd/baru/dalam/a.html")},
        {"sd": ("sd/foto/x.webp",)},
        {"sd": ("sd",)},
        {"sd": ("sd/index.html",), "tk": ("tk/index.html", "en/tk/index.html")},
        {},
    ],
    ids=["a new folder", "one file less", "a file for a folder", "one school more", "no school"],
)
def test_a_changed_twin_is_listed_without_looking_everywhere(
    spare: Spare, parts: dict[str, Part], tmp_path: Path, names: dict[str, tuple[str, ...]]
) -> None:
    held = spare.held()
    assert held is not None
    now = {"": parts[""], **{name: shard(tmp_path, f"{name}2", *files) for name, files in names.items()}}
    spare.change(held, now)
    (spare.tree / "terjemahan").mkdir()
    (spare.tree / "terjemahan/index.html").write_text("daftar", encoding="utf-8")
    assert held.listed(spare.tree, now) == listed(spare.tree)
    assert "terjemahan/index.html" in listed(spare.tree)

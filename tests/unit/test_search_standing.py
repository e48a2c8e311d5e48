"""The kept index: the same bytes as a new one, whatever changed, and never a damaged one."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from potret.search import Standing, standing
from potret.search.page import Found
from potret.search.part import Growing

LOCALES = ("id", "en")
WORDS = [f"{start}{end}" for start in ("keb", "kel", "buk", "a", "7", "ñ学") for end in ("un", "as", "u", "x", "1", "")]
Sources = dict[str, tuple[str, Path]]


def write(folder: Path, chance: random.Random, pages: int) -> Path:
    """Write a group's part with words by chance."""
    folder.mkdir(parents=True)
    for locale in LOCALES:
        growing = Growing()
        for number in range(pages if locale == "id" else pages // 2):
            text = " ".join([folder.name, *chance.choices(WORDS, k=chance.randint(0, 12))])  # has pieces of its own
            pairs = (("jenis", chance.choice(["a", "b", "c"])),)
            growing.add(Found(f"x/{number:03}/", locale, chance.choice(WORDS), "", "", folder.name, pairs, 1, text))
        if growing.pages:
            (folder / f"{locale}.json").write_bytes(growing.part().written())
    return folder


def tree(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def groups(work: Path, chance: random.Random, count: int = 40) -> Sources:
    return {
        f"sd-{n:02}": (f"k{n}", write(work / f"sd-{n:02}", chance, chance.choice([0, 1, 3, 14]))) for n in range(count)
    }


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "bagian"


def kept(tmp_path: Path) -> Standing:
    return Standing(tmp_path / "cari", tmp_path / "situs")


def anew(tmp_path: Path, sources: Sources) -> dict[str, bytes]:
    """Join everything in another folder."""
    shutil.rmtree(tmp_path / "baru", ignore_errors=True)
    one = Standing(tmp_path / "baru", tmp_path / "situs")
    one.update(LOCALES, sources)
    return tree(one.tree)


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("joined anew")


def test_changed_groups_give_the_same_bytes_as_joining_all(
    tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(11)  # noqa: S311
    sources = groups(work, chance)
    kept(tmp_path).update(LOCALES, sources)
    for turn in range(10):
        sources = dict(sources)
        for name in chance.sample(sorted(name for name, (_, one) in sources.items() if any(one.iterdir())), 3):
            pages = 2 + chance.randrange(12) if (sources[name][1] / "en.json").is_file() else 1
            sources[name] = (f"{name}-{turn}", write(work / f"{name}-{turn}", chance, pages))
        with monkeypatch.context() as patched:
            patched.setattr(standing, "merged", refuse)
            made = kept(tmp_path).update(LOCALES, sources)
        assert tree(kept(tmp_path).tree) == anew(tmp_path, sources)
        names = {f"cari/{locale}/{name}.js" for locale, column in made.items() for name in column.files}
        assert names == set(tree(kept(tmp_path).tree))


def more(sources: Sources, work: Path) -> Sources:
    return {**sources, "sd-055": ("neu", write(work / "sd-055", random.Random(1), 3))}  # noqa: S311


def fewer(sources: Sources, _: Path) -> Sources:
    return {name: one for name, one in sources.items() if name != "sd-03"}


def many(sources: Sources, work: Path) -> Sources:
    fresh = write(work / "semua", random.Random(2), 5)  # noqa: S311
    return {name: (f"{key}-baru", fresh) for name, (key, _) in sources.items()}


def one_language_more(sources: Sources, work: Path) -> Sources:
    chance = random.Random(4)  # noqa: S311
    name = next(name for name, (_, one) in sources.items() if not (one / "en.json").is_file())
    return {**sources, name: ("dua", write(work / "dua", chance, 14))}


@pytest.mark.parametrize("change", [more, fewer, many, one_language_more])
def test_other_groups_are_joined_anew(tmp_path: Path, work: Path, change: Callable[[Sources, Path], Sources]) -> None:
    sources = groups(work, random.Random(5))  # noqa: S311
    kept(tmp_path).update(LOCALES, sources)
    sources = change(sources, work)
    kept(tmp_path).update(LOCALES, sources)
    assert tree(kept(tmp_path).tree) == anew(tmp_path, sources)


def untouched(root: Path) -> Path:
    """Find a piece that belongs to the last group alone, which is not the one that changes."""
    return max(root.glob("situs/cari/id/k-[0-3][0-9].js"))


def spoil(file: Path) -> None:
    """Change a byte, and neither size nor time."""
    status, data = file.stat(), file.read_bytes()
    file.unlink()
    file.write_bytes(data[:-6] + bytes([data[-6] ^ 1]) + data[-5:])
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no note": lambda root: (root / "isi.json").unlink(),
    "half a note": lambda root: (root / "isi.json").write_text('{"version": 1, "se', encoding="utf-8"),
    "a note of something else": lambda root: (root / "isi.json").write_text("[]", encoding="utf-8"),
    "a piece is gone": lambda root: untouched(root).unlink(),
    "a piece is longer": lambda root: untouched(root).write_text("x" * 999, encoding="utf-8"),
    "no list": lambda root: (root / "situs/cari/en/daftar.js").unlink(),
    "every piece has another byte": lambda root: [spoil(file) for file in root.glob("situs/cari/*/k-*.js")],
    "every part has another byte": lambda root: [spoil(file) for file in root.glob("bagian/*/*.json")],
    "the parts are gone": lambda root: shutil.rmtree(root / "bagian"),
    "all is gone": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_folder_is_joined_anew(tmp_path: Path, work: Path, damage: str) -> None:
    chance = random.Random(6)  # noqa: S311
    sources = groups(work, chance)
    kept(tmp_path).update(LOCALES, sources)
    DAMAGES[damage](tmp_path / "cari")
    name = next(name for name, (_, one) in sources.items() if len(list(one.iterdir())) > 1)
    sources = {**sources, name: ("baru", write(work / "baru", chance, 9))}
    kept(tmp_path).update(LOCALES, sources)
    assert tree(kept(tmp_path).tree) == anew(tmp_path, sources)


def test_a_build_that_ends_in_the_middle_leaves_no_note(
    tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(8)  # noqa: S311
    sources = groups(work, chance)
    kept(tmp_path).update(LOCALES, sources)
    changed = {**sources, "sd-05": ("baru", write(work / "baru", chance, 9))}
    with monkeypatch.context() as patched:
        patched.setattr(standing, "listing", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            kept(tmp_path).update(LOCALES, changed)
    kept(tmp_path).update(LOCALES, changed)
    assert tree(kept(tmp_path).tree) == anew(tmp_path, changed)


def _interrupted(*_: object) -> bytes:
    raise KeyboardInterrupt


def test_an_older_part_that_was_changed_is_not_believed(tmp_path: Path, work: Path) -> None:
    chance = random.Random(12)  # noqa: S311
    sources = groups(work, chance)
    kept(tmp_path).update(LOCALES, sources)
    fresh = write(work / "baru", chance, 9)
    name = next(name for name, (_, one) in sources.items() if len(list(one.iterdir())) > 1)
    for locale in LOCALES:
        file = tmp_path / "cari/bagian" / name / f"{locale}.json"
        file.unlink()
        shutil.copy(fresh / file.name, file)  # as if nothing had to be changed
    changed = {**sources, name: ("baru", fresh)}
    kept(tmp_path).update(LOCALES, changed)
    assert tree(kept(tmp_path).tree) == anew(tmp_path, changed)


def test_sites_that_have_the_old_files_keep_them(tmp_path: Path, work: Path) -> None:
    chance = random.Random(9)  # noqa: S311
    sources = groups(work, chance)
    kept(tmp_path).update(LOCALES, sources)
    site = tmp_path / "situs"
    for name in tree(kept(tmp_path).tree):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).hardlink_to(kept(tmp_path).tree / name)
    before = tree(site)
    name = next(name for name, (_, one) in sources.items() if len(list(one.iterdir())) > 1)
    kept(tmp_path).update(LOCALES, {**sources, name: ("baru", write(work / "baru", chance, 9))})
    assert tree(site) == before
    assert tree(kept(tmp_path).tree) != before


def test_a_language_more_or_less_is_another_index(tmp_path: Path, work: Path) -> None:
    sources = groups(work, random.Random(10))  # noqa: S311
    kept(tmp_path).update(("id",), sources)
    assert set(kept(tmp_path).update(LOCALES, sources)) == set(LOCALES)
    assert tree(kept(tmp_path).tree) == anew(tmp_path, sources)

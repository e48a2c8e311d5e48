"""A photo taken back is gone from cache and site, stays away under another name, and that can be proved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from minimal import DAY
from potret.cli import main
from potret.kit import pack
from potret.media import PhotoStore
from potret.model import Portfolio, School
from potret.portfolio.withdrawn import digest
from potret.problems import Problem
from potret.withdrawal import remaining, take_back

Loaded = tuple[Portfolio, list[Problem]]
REFERENCE = "halaman/pohon.jpg"


@pytest.fixture
def original(school_folder: Callable[..., Path]) -> Path:
    """A real photo in the minimal school's album."""
    file = school_folder() / "foto" / REFERENCE
    Image.radial_gradient("L").resize((700, 500)).convert("RGB").save(file)
    return file


@pytest.fixture
def school(original: Path, load_all: Callable[[], Loaded]) -> School:
    assert original.is_file()
    return load_all()[0].schools[0]


@pytest.fixture
def site(school: School, tmp_path: Path) -> Path:
    """A site that publishes every rendition of the photo, beside a page."""
    pictures, _ = PhotoStore(tmp_path / "cache" / "renditions").pictures(school.slug, school.photos)
    root = tmp_path / "site"
    for file in pictures[REFERENCE].files:
        target = root / file.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.path.read_bytes())
    (root / "index.html").write_text("<p>x</p>")
    return root


def test_every_rendition_is_deleted_and_nothing_else(school: School, site: Path, tmp_path: Path) -> None:
    store, photo = PhotoStore(tmp_path / "cache" / "renditions"), next(school.photos)
    published = len(list(site.rglob("*.*"))) - 1
    taken = take_back(school, photo, why="Orang tua meminta", day=DAY, store=store, roots=[site, tmp_path / "cache"])
    assert published >= 2
    assert not [file for file in site.rglob("*") if file.is_file() and file.name != "index.html"]
    assert not [file for file in store.root.rglob("*") if file.is_file()]
    assert (site / "index.html").is_file()
    assert remaining([site, tmp_path / "cache"], taken.digests) == ([], 1)


def test_the_school_keeps_its_own_file_but_it_is_not_shown_again(
    school: School, original: Path, site: Path, tmp_path: Path, load_all: Callable[[], Loaded]
) -> None:
    store = PhotoStore(tmp_path / "cache" / "renditions")
    take_back(school, next(school.photos), why='Diminta: "tarik"\nsegera', day=DAY, store=store, roots=[site])
    portfolio, problems = load_all()
    assert original.is_file()
    assert list(portfolio.schools[0].photos) == []
    assert "photo-withdrawn" in [problem.code for problem in problems]


def test_a_renamed_copy_stays_withdrawn(
    school: School, original: Path, site: Path, tmp_path: Path, load_all: Callable[[], Loaded]
) -> None:
    store = PhotoStore(tmp_path / "cache" / "renditions")
    take_back(school, next(school.photos), why="x", day=DAY, store=store, roots=[site])
    original.rename(original.with_name("baru.jpg"))
    album = original.with_name("album.yml")
    album.write_text(album.read_text(encoding="utf-8").replace("pohon.jpg", "baru.jpg"), encoding="utf-8")
    assert list(load_all()[0].schools[0].photos) == []


def test_no_photo_is_shown_where_the_list_cannot_be_read(original: Path, load_all: Callable[[], Loaded]) -> None:
    original.parents[1].joinpath("ditarik.yml").write_text("ditarik:\n  - sidik: kurang\n", encoding="utf-8")
    portfolio, problems = load_all()
    assert list(portfolio.schools[0].photos) == []
    assert {problem.code for problem in problems} >= {"digest-format", "key-missing"}


def test_a_copy_that_is_left_is_found(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "arsip" / "lain.bin"
    copy.parent.mkdir()
    copy.write_bytes(original.read_bytes())
    assert remaining([copy.parent], frozenset({digest(original)})) == ([copy], 1)


def test_the_command_says_what_it_did(school: School, site: Path, schools_dir: Path, tmp_path: Path) -> None:
    where = ["--schools", str(schools_dir), "--site", str(site), "--cache", str(tmp_path / "cache")]
    done = CliRunner().invoke(main, ["withdraw", school.slug, REFERENCE, "--why", "Diminta orang tua", *where])
    assert done.exit_code == 0, done.output
    assert "0 masih memuatnya" in done.output
    assert "Diminta orang tua" in (schools_dir / school.slug / "foto" / "ditarik.yml").read_text(encoding="utf-8")
    again = CliRunner().invoke(main, ["withdraw", school.slug, REFERENCE, "--why", "x", *where])
    assert again.exit_code == 1
    assert "[withdraw-unknown]" in again.output


def test_a_misspelt_photo_is_asked_about(school: School, schools_dir: Path) -> None:
    done = CliRunner().invoke(
        main, ["withdraw", school.slug, "halaman/pohn.jpg", "--why", "x", "--schools", str(schools_dir)]
    )
    assert done.exit_code == 1
    assert f'Mungkin maksud Anda "{REFERENCE}"?' in done.output


def test_a_broken_entry_costs_only_its_own_photo(original: Path, load_all: Callable[[], Loaded]) -> None:
    album = original.with_name("album.yml")
    broken = "  - berkas: lain.jpg\n    keterangan: x\n    orang: siapa\n"
    album.write_text(album.read_text(encoding="utf-8").rstrip("\n") + f"\n{broken}", encoding="utf-8")
    portfolio, problems = load_all()
    assert [photo.reference for photo in portfolio.schools[0].photos] == [REFERENCE]
    found = [(problem.code, problem.key) for problem in problems]
    assert ("key-missing", "foto › 2 › alt") in found
    assert ("choice-unknown", "foto › 2 › orang") in found


def test_a_take_away_kit_that_holds_the_photo_goes_with_it(school: School, site: Path, tmp_path: Path) -> None:
    store, photo = PhotoStore(tmp_path / "cache" / "renditions"), next(school.photos)
    picture = store.pictures(school.slug, [photo])[0][REFERENCE]
    kept, gone = site / "lain-kit.zip", site / "kebun-kit.zip"
    gone.write_bytes(pack({"foto/01.webp": picture.large.path.read_bytes(), "index.html": b"x"}))
    kept.write_bytes(pack({"index.html": b"x"}))
    (site / "rusak.zip").write_bytes(b"PK\x03\x04 not a zip")
    taken = take_back(school, photo, why="Orang tua meminta", day=DAY, store=store, roots=[site])
    assert gone in taken.removed
    assert not gone.exists()
    assert kept.exists()
    assert remaining([site], taken.digests)[0] == []

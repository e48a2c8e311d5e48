"""A photo taken back is gone from cache and site, stays away under another name, and that can be proved."""

import hashlib
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from minimal import DAY, PROFILE, SLUG
from pictures import phone_photo, write
from potret.cli import main
from potret.kit import pack
from potret.media import PhotoStore, Picture, Workshop
from potret.media.record import digest
from potret.model import Photo, Portfolio, School
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
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def store(cache: Path, workshop: Workshop) -> PhotoStore:
    return PhotoStore(cache / "renditions", workshop)


def publish(site: Path, pictures: Iterable[Picture]) -> Path:
    """Publish every rendition beside a page."""
    for file in (file for picture in pictures for file in picture.files):
        target = site / file.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.path.read_bytes())
    (site / "index.html").write_text("<p>x</p>")
    return site


@pytest.fixture
def site(school: School, store: PhotoStore, tmp_path: Path) -> Path:
    return publish(tmp_path / "site", store.pictures(school.slug, school.photos)[0].values())


def content(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_every_rendition_is_deleted_and_nothing_else(
    school: School, original: Path, site: Path, cache: Path, store: PhotoStore
) -> None:
    other = write(original.parent, "lain.jpg", phone_photo())
    publish(site, store.pictures(school.slug, [renamed(next(school.photos), other)])[0].values())
    others = {name: data for name, data in content(site).items() if data != b"<p>x</p>"}
    others = {name: data for name, data in others.items() if digest(other)[:12] in name}
    taken = take_back(original, why="Orang tua meminta", day=DAY, store=store, roots=[site, cache])
    assert content(site) == {**others, "index.html": b"<p>x</p>"}
    assert len(content(cache)) == len(others) + 1  # and their record
    assert remaining([site, cache], taken.digests) == ([], len(others) * 2 + 2)
    assert store.pictures(school.slug, [renamed(next(school.photos), other)])[1] == {}


def renamed(photo: Photo, file: Path, *boxes: tuple[int, int, int, int]) -> Photo:
    front = photo.front.model_copy(update={"berkas": file.name, "buram": boxes})
    return Photo(photo.album, front, file)


def test_what_other_versions_and_other_boxes_made_is_deleted_too(
    school: School,
    original: Path,
    cache: Path,
    store: PhotoStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photo, sites, made = next(school.photos), [], set()
    for version, boxes, slug in ((1, (), "sd-a"), (2, ((10, 10, 20, 20),), "sd-a"), (3, (), "sd-b")):
        with monkeypatch.context() as patch:
            patch.setattr("potret.media.store.VERSION", version)
            pictures, _ = store.pictures(slug, [renamed(photo, original, *boxes)])
        sites.append(publish(tmp_path / f"situs-{version}", pictures.values()))
        made |= {data for name, data in content(sites[-1]).items() if name != "index.html"}
    (tmp_path / "arsip").mkdir()
    for number, data in enumerate(sorted(made)):
        (tmp_path / "arsip" / f"{number}.bin").write_bytes(data)
    roots = [*sites, cache, tmp_path / "arsip"]
    taken = take_back(original, why="x", day=DAY, store=store, roots=roots)
    assert {hashlib.sha256(data).hexdigest() for data in made} <= taken.digests
    left = {path: data for root in (tmp_path / "arsip", cache, *sites) for path, data in content(root).items()}
    assert left == {"index.html": b"<p>x</p>"}
    assert remaining(roots, taken.digests) == ([], 3)


def test_a_site_is_cleaned_when_the_cache_is_gone_long_since(
    original: Path, site: Path, cache: Path, store: PhotoStore
) -> None:
    copy = site / "unduhan" / "foto.webp"
    copy.parent.mkdir()
    copy.write_bytes(next(site.rglob("*-320.webp")).read_bytes())
    shutil.rmtree(cache)
    taken = take_back(original, why="x", day=DAY, store=store, roots=[site])
    assert list(content(site)) == ["index.html"]
    assert copy in taken.removed


@pytest.mark.parametrize("harm", ["no original", "half", "part", "no record"])
def test_what_no_record_vouches_for_is_deleted_from_the_cache(
    original: Path, school: School, cache: Path, store: PhotoStore, harm: str
) -> None:
    store.pictures(school.slug, school.photos)
    record = next(store.root.glob("*.json"))
    if harm == "no original":
        row = json.loads(record.read_text(encoding="utf-8"))
        record.write_text(json.dumps({"files": row["files"], "colour": row["colour"]}), encoding="utf-8")
    elif harm == "half":
        record.write_bytes(record.read_bytes()[:30])
    elif harm == "part":
        record.rename(record.with_name(f"{record.name}.x.part"))
    else:
        record.unlink()
    take_back(original, why="x", day=DAY, store=store, roots=[cache])
    assert content(cache) == {}


def test_the_school_keeps_its_own_file_but_it_is_not_shown_again(
    original: Path, site: Path, store: PhotoStore, load_all: Callable[[], Loaded]
) -> None:
    take_back(original, why='Diminta: "tarik"\nsegera', day=DAY, store=store, roots=[site])
    portfolio, problems = load_all()
    assert original.is_file()
    assert list(portfolio.schools[0].photos) == []
    assert "photo-withdrawn" in [problem.code for problem in problems]


ENTRY = "  - {{berkas: {name}, keterangan: x, alt: {{id: x, en: x}}, orang: tidak_ada}}\n"


@pytest.mark.parametrize("place", ["halaman/baru.jpg", "lain/pohon.jpg", "lain/POHON-2025.JPEG"])
def test_a_copy_under_another_name_or_in_another_album_stays_withdrawn(
    original: Path, store: PhotoStore, load_all: Callable[[], Loaded], place: str
) -> None:
    take_back(original, why="x", day=DAY, store=store, roots=[])
    copy = original.parents[1] / place
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(original.read_bytes())
    album = copy.with_name("album.yml")
    head = album.read_text(encoding="utf-8") if album.is_file() else "judul: Lain\nfoto:\n"
    album.write_text(head.rstrip("\n") + "\n" + ENTRY.format(name=copy.name), encoding="utf-8")
    portfolio, problems = load_all()
    assert list(portfolio.schools[0].photos) == []
    named = {problem.path for problem in problems if problem.code == "photo-withdrawn"}
    assert f"schools/{SLUG}/foto/{place}" in named


@pytest.mark.parametrize("slug", ["sd-aaa", "sd-zzz"])
def test_another_school_does_not_show_it_either_and_is_told(
    original: Path,
    store: PhotoStore,
    school_folder: Callable[..., Path],
    load_all: Callable[[], Loaded],
    slug: str,
) -> None:
    take_back(original, why="x", day=DAY, store=store, roots=[])
    other = school_folder(f"-- sekolah.yml --\n{PROFILE.replace('40401234', '40409999')}", slug=slug)
    (other / "foto" / REFERENCE).write_bytes(original.read_bytes())
    write(other / "foto" / "halaman", "baik.jpg", phone_photo())
    album = other / "foto" / "halaman" / "album.yml"
    album.write_text(album.read_text(encoding="utf-8").rstrip("\n") + "\n" + ENTRY.format(name="baik.jpg"))
    portfolio, problems = load_all()
    shown = {school.slug: [photo.reference for photo in school.photos] for school in portfolio.schools}
    assert shown == {SLUG: [], slug: ["halaman/baik.jpg"]}
    told = [problem for problem in problems if problem.code == "photo-withdrawn-elsewhere"]
    assert [(one.path, one.severity.value) for one in told] == [(f"schools/{slug}/foto/{REFERENCE}", "warning")]
    for locale in ("id", "en"):
        assert f'potret withdraw {slug} "{REFERENCE}"' in told[0].message(locale)
        assert SLUG in told[0].message(locale)


def test_a_broken_list_of_another_school_takes_nothing_away(
    original: Path, school_folder: Callable[..., Path], load_all: Callable[[], Loaded]
) -> None:
    assert original.is_file()
    text = f"-- sekolah.yml --\n{PROFILE.replace('40401234', '40409999')}-- foto/ditarik.yml --\nditarik: x\n"
    school_folder(text, slug="sd-lain")
    portfolio, _ = load_all()
    assert {one.slug: len(list(one.photos)) for one in portfolio.schools} == {SLUG: 1, "sd-lain": 0}


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


def withdrawn(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["withdraw", SLUG, *map(str, arguments), "--why", "Diminta orang tua"])


def test_the_command_says_what_it_did_and_may_be_repeated(site: Path, schools_dir: Path, cache: Path) -> None:
    where = ["--schools", schools_dir, "--site", site, "--cache", cache]
    ledger = schools_dir / SLUG / "foto" / "ditarik.yml"
    saved = content(site)
    done = withdrawn(REFERENCE, *where)
    assert done.exit_code == 0, done.output
    assert "0 masih memuatnya" in done.output
    assert "Diminta orang tua" in ledger.read_text(encoding="utf-8")
    for name, data in saved.items():  # somebody brings last year's site back
        (site / name).write_bytes(data)
    listed = ledger.read_bytes()
    again = withdrawn(REFERENCE, *where)
    assert again.exit_code == 0, again.output
    assert list(content(site)) == ["index.html"]
    assert ledger.read_bytes() == listed


def test_all_sites_that_are_named_are_cleaned(site: Path, schools_dir: Path, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "kios")
    both = ["--site", site, "--site", tmp_path / "kios"]
    assert withdrawn(REFERENCE, "--schools", schools_dir, "--cache", cache, *both).exit_code == 0
    assert list(content(site)) == list(content(tmp_path / "kios")) == ["index.html"]


def test_a_site_that_is_not_there_is_no_proof(site: Path, schools_dir: Path, cache: Path) -> None:
    done = withdrawn(REFERENCE, "--schools", schools_dir, "--cache", cache, "--site", site / "salah")
    assert done.exit_code == 2
    assert not (schools_dir / SLUG / "foto" / "ditarik.yml").exists()


def test_what_cannot_be_deleted_is_named(
    site: Path, schools_dir: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubborn = next(site.rglob("*-320.webp"))
    real = Path.unlink

    def unlink(file: Path, *, missing_ok: bool = False) -> None:
        if file == stubborn:
            raise PermissionError
        real(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    done = withdrawn(REFERENCE, "--schools", schools_dir, "--cache", cache, "--site", site)
    assert done.exit_code == 1
    assert f"{stubborn.as_posix()}: berkas ini masih memuat" in done.output
    assert "1 masih memuatnya" in done.output


def test_what_cannot_be_read_is_no_proof(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "a.bin", b"x")
    monkeypatch.setattr("potret.withdrawal.digest", lambda _: (_ for _ in ()).throw(PermissionError))
    assert remaining([tmp_path], frozenset({"0"})) == ([file], 1)


def test_a_photo_that_is_not_shown_today_and_one_named_on_a_mac_can_be_withdrawn(
    original: Path, schools_dir: Path, cache: Path
) -> None:
    hidden = write(original.parent, unicodedata.normalize("NFD", "café.HEIC"), b"not even a photo")
    where = ["--schools", schools_dir, "--cache", cache]
    assert withdrawn("halaman/café.HEIC", *where).exit_code == 0
    listed = (schools_dir / SLUG / "foto" / "ditarik.yml").read_text(encoding="utf-8")
    assert digest(hidden) in listed


LISTS = {
    "no line end": "ditarik:\n  - {sidik: X, berkas: a/b.jpg, tanggal: 2018-01-02, alasan: x}",
    "indented": "ditarik:\n    - sidik: X\n      berkas: a/b.jpg\n      tanggal: 2018-01-02\n      alasan: x\n",
    "one line": "ditarik: [{sidik: X, berkas: a/b.jpg, tanggal: 2018-01-02, alasan: x}]\n",
    "empty": "ditarik: []\n",
    "nothing": "# belum ada\n",
    "no entries": "ditarik:\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_in_any_style_is_continued(
    original: Path, store: PhotoStore, load_all: Callable[[], Loaded], text: str
) -> None:
    ledger = original.parents[1] / "ditarik.yml"
    ledger.write_text(text.replace("X", "0" * 64), encoding="utf-8")
    take_back(original, why="diminta: hari ini", day=DAY, store=store, roots=[])
    portfolio, problems = load_all()
    assert list(portfolio.schools[0].photos) == []
    assert {problem.code for problem in problems if "ditarik" in problem.path} == set()
    assert digest(original) in ledger.read_text(encoding="utf-8")
    assert ("0" * 64 in text.replace("X", "0" * 64)) == ("0" * 64 in ledger.read_text(encoding="utf-8"))


@pytest.mark.parametrize("raw", [b"ditarik: [", b"\xff\xfe\0", b"- x\n", b"ditarik: x\n", b"ditarik:\n- x\n"])
def test_a_broken_list_still_shows_no_photo(
    original: Path, store: PhotoStore, load_all: Callable[[], Loaded], raw: bytes
) -> None:
    ledger = original.parents[1] / "ditarik.yml"
    ledger.write_bytes(raw)
    take_back(original, why="x", day=DAY, store=store, roots=[])
    assert ledger.read_bytes().startswith(raw)
    assert list(load_all()[0].schools[0].photos) == []


@pytest.mark.usefixtures("original")
def test_a_misspelt_photo_is_asked_about(schools_dir: Path) -> None:
    done = withdrawn("halaman/pohn.jpg", "--schools", schools_dir)
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


def test_a_take_away_kit_that_holds_the_photo_goes_with_it(school: School, site: Path, store: PhotoStore) -> None:
    photo = next(school.photos)
    picture = store.pictures(school.slug, [photo])[0][REFERENCE]
    kept, gone = site / "lain-kit.zip", site / "kebun-kit.zip"
    gone.write_bytes(pack({"foto/01.webp": picture.large.path.read_bytes(), "index.html": b"x"}))
    kept.write_bytes(pack({"index.html": b"x"}))
    (site / "rusak.zip").write_bytes(b"PK\x03\x04 not a zip")
    taken = take_back(photo.original, why="Orang tua meminta", day=DAY, store=store, roots=[site])
    assert gone in taken.removed
    assert not gone.exists()
    assert kept.exists()
    assert remaining([site], taken.digests)[0] == []


def test_what_was_printed_of_the_school_goes_as_a_whole(school: School, site: Path, store: PhotoStore) -> None:
    gone = [site / f"{school.slug}-{name}.pdf" for name in ("potret-id-a4", "odner-en-f4", "x-banner-id")]
    kept = [
        site / name for name in (f"{school.slug}-lain-potret-id-a4.pdf", f"{school.slug}-panduan.pdf", "potret-id.pdf")
    ]
    for file in (*gone, *kept):
        file.write_bytes(b"%PDF-")
    taken = take_back(next(school.photos).original, why="Orang tua meminta", day=DAY, store=store, roots=[site])
    assert set(gone) <= set(taken.removed)
    assert [file for file in gone if file.exists()] == []
    assert [file for file in kept if not file.exists()] == []

"""An album full of what must not be published: each file gets a problem with its name, the others are shown."""

import os
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from conftest import Loaded
from pictures import encoded, heic, phone_photo, png, upright, write
from potret.media import PhotoStore, Workshop
from potret.media.limit import MAX_BYTES
from potret.model import Portfolio, School
from potret.problems import Problem
from test_media_photo import claimed

WHOLE = phone_photo()
FILM = encoded(
    upright((64, 40)), "GIF", save_all=True, append_images=[Image.new("L", (64, 40), n % 250) for n in range(999)]
)
EPS = encoded(upright((40, 40)), "EPS")
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NFC, NFD = (unicodedata.normalize(form, "Élève ñ.jpg") for form in ("NFC", "NFD"))

# Name in the folder, bytes, and the code of the problem that names it.
BAD: dict[str, tuple[bytes, str]] = {
    "terpotong.jpg": (WHOLE[: len(WHOLE) // 2], "photo-unreadable"),
    "terpotong.png": (encoded(upright(), "PNG")[:300], "photo-unreadable"),
    "terpotong.webp": (encoded(upright(), "WEBP")[:200], "photo-unreadable"),
    "terpotong.heic": (heic()[:-100], "photo-kind"),
    "kosong.jpg": (b"", "photo-kind"),
    "teks.jpg": (b"Ini catatan rapat, bukan foto.\n", "photo-kind"),
    "eps.jpg": (EPS, "photo-kind"),
    "svg.jpg": (SVG, "photo-kind"),
    "halaman.jpg": (b"<html><script>alert(1)</script></html>", "photo-kind"),
    "bom-piksel.png": (claimed(encoded(upright((64, 40)), "PNG"), (12_000, 12_000)), "photo-pixels"),
    "bom-piksel-besar.png": (claimed(encoded(upright((64, 40)), "PNG"), (30_000, 30_000)), "photo-pixels"),
    "bom-400.jpg": (claimed(encoded(upright((64, 40)), "JPEG"), (20_000, 20_000)), "photo-pixels"),
    "bom-200.heic": (heic((16_320, 12_240)), "photo-pixels"),
    "bom-teks.png": (png((b"zTXt", b"a\0\0" + zlib.compress(b"x" * 80_000_000))), "photo-unreadable"),
    "bom-icc.png": (png((b"iCCP", b"a\0\0" + zlib.compress(b"x" * 80_000_000))), "photo-unreadable"),
    "bom-gif.gif": (claimed(encoded(upright((64, 40)), "GIF"), (60_000, 2_000)), "photo-pixels"),
}
GOOD: dict[str, bytes] = {
    "film 1000.gif": FILM,
    "Foto kelas 1 (salinan).JPG": phone_photo(3),
    "📷 upacara 🇮🇩.jpeg": phone_photo(6),
    "IMG_0012.HEIC": heic(),
    NFD: phone_photo(size=(300, 200)),
    "é" * 123 + ".jpg": phone_photo(size=(301, 200)),
    "titik.jpg.PNG": encoded(upright((80, 60)), "PNG"),
    "salah-nama.png": phone_photo(size=(302, 200)),  # a JPEG all the same
}
ENTRY = "  - berkas: {name}\n    keterangan: x\n    alt: {{id: x, en: x}}\n    orang: tidak_ada\n"
Folder = Callable[..., Path]


@pytest.fixture
def store(tmp_path: Path, workshop: Workshop) -> PhotoStore:
    return PhotoStore(tmp_path / "cache", workshop)


@pytest.fixture
def album(school_folder: Folder) -> Path:
    folder = school_folder() / "foto" / "halaman"
    (folder / "pohon.jpg").write_bytes(phone_photo(size=(400, 300)))
    return folder


def describe(album: Path, names: list[str]) -> None:
    front = album / "album.yml"
    text = front.read_text(encoding="utf-8").rstrip("\n") + "\n"
    text += "".join(ENTRY.format(name=f'"{name}"') for name in names)
    front.write_text(text, encoding="utf-8")


def only(found: Loaded) -> School:
    portfolio: Portfolio = found[0]
    return portfolio.schools[0]


def named(problems: list[Problem]) -> dict[str, str]:
    return {problem.values["value"]: problem.code for problem in problems if "value" in problem.values}


def test_each_bad_file_is_named_and_the_others_are_shown(
    album: Path, store: PhotoStore, load_all: Callable[[], Loaded]
) -> None:
    for name, data in {**{name: data for name, (data, _) in BAD.items()}, **GOOD}.items():
        write(album, name, data)
    with (album / "terlalu-besar.jpg").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    describe(album, [*BAD, "terlalu-besar.jpg", *GOOD])
    found = load_all()
    assert [one.code for one in found[1]] == ["name-long"]  # 127 bytes: told, and shown all the same
    pictures, failed = store.pictures("sd-contoh", only(found).photos)
    expected = {f"halaman/{name}": code for name, (_, code) in BAD.items()}
    assert {name: reason.code for name, reason in failed.items()} == {
        **expected,
        "halaman/terlalu-besar.jpg": "photo-bytes",
    }
    assert set(pictures) == {f"halaman/{name}" for name in [*GOOD, "pohon.jpg"]}
    assert len(list(store.root.glob("*.json"))) == len(pictures)
    vouched = {file.path for picture in pictures.values() for file in picture.files}
    assert {file for file in store.root.iterdir() if file.suffix != ".json"} == vouched
    assert store.pictures("sd-contoh", only(load_all()).photos) == (pictures, failed)
    for school in (only(load_all()),):
        for uri in (file.uri for picture in pictures.values() for file in picture.files):
            assert uri.isascii()
            assert uri.startswith(f"sekolah/{school.slug}/foto/")


GHOSTS = """#!/bin/sh
touch "$(dirname "$0")/started"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for Ghostscript")
@pytest.mark.parametrize("name", ["a.jpg", "a.eps.jpg", "a.JPEG", "a.gif"])
def test_ghostscript_is_never_started(
    tmp_path: Path, album: Path, load_all: Callable[[], Loaded], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for program in ("gs", "gswin64c", "gswin32c"):
        write(programs, program, GHOSTS.encode()).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    write(album, name, EPS)
    describe(album, [name])
    _, failed = PhotoStore(tmp_path / "cache").pictures("sd-contoh", only(load_all()).photos)
    assert {reference: reason.code for reference, reason in failed.items()} == {f"halaman/{name}": "photo-kind"}
    assert not (programs / "started").exists()
    careless = "import sys; from PIL import Image; Image.open(sys.argv[1]).load()"  # without a list of formats
    subprocess.run([sys.executable, "-c", careless, album / name], check=False, capture_output=True)
    assert (programs / "started").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_links_pipes_and_folders_are_no_photos(
    tmp_path: Path, album: Path, store: PhotoStore, load_all: Callable[[], Loaded]
) -> None:
    outside = write(tmp_path, "rahasia.jpg", phone_photo(size=(500, 400)))
    (album / "tautan.jpg").symlink_to(outside)
    (album / "tautan-dalam.jpg").symlink_to("pohon.jpg")
    (album / "buntu.jpg").symlink_to(tmp_path / "tidak-ada.jpg")
    os.mkfifo(album / "pipa.jpg")
    (album / "folder.jpg").mkdir()
    names = [
        "tautan.jpg",
        "tautan-dalam.jpg",
        "buntu.jpg",
        "pipa.jpg",
        "folder.jpg",
        "../halaman/pohon.jpg",
        "/etc/passwd",
    ]
    describe(album, names)
    found = load_all()
    assert [photo.reference for photo in only(found).photos] == ["halaman/pohon.jpg"]
    linked = {problem.path.rpartition("/")[2] for problem in found[1] if problem.code == "file-link"}
    assert linked == {"tautan.jpg", "tautan-dalam.jpg", "buntu.jpg", "pipa.jpg"}
    missing = {problem.values["value"] for problem in found[1] if problem.code == "photo-missing"}
    assert missing == set(names)
    assert list(store.pictures("sd-contoh", only(found).photos)[0]) == ["halaman/pohon.jpg"]


@pytest.mark.parametrize("pair", [("A.jpg", "a.jpg"), ("foto.JPG", "foto.jpg"), (NFC, NFD)], ids=["A", "JPG", "accent"])
def test_names_that_collide_elsewhere_are_both_shown_and_warned_about(
    album: Path, store: PhotoStore, load_all: Callable[[], Loaded], pair: tuple[str, str]
) -> None:
    for number, name in enumerate(pair):
        write(album, name, phone_photo(size=(200 + number, 100)))
    if len(list(album.iterdir())) < 4:
        pytest.skip("this disk takes them for one name")
    describe(album, list(pair))
    found = load_all()
    assert [problem.code for problem in found[1]] == ["photo-collision"]
    assert {found[1][0].values[key] for key in ("value", "other")} == set(pair)
    pictures, failed = store.pictures("sd-contoh", only(found).photos)
    assert failed == {}
    assert len({picture.large.uri for picture in pictures.values()}) == 3
    assert {picture.large.width for picture in pictures.values()} == {200, 201, 400}


@pytest.mark.parametrize(("written", "lies"), [(NFC, NFD), (NFD, NFC)], ids=["from a Mac", "to a Mac"])
def test_an_accent_may_be_written_in_two_ways(
    album: Path, store: PhotoStore, load_all: Callable[[], Loaded], written: str, lies: str
) -> None:
    write(album, lies, phone_photo())
    describe(album, [written])
    found = load_all()
    assert found[1] == []
    assert set(store.pictures("sd-contoh", only(found).photos)[0]) == {f"halaman/{written}", "halaman/pohon.jpg"}


def test_another_case_is_asked_about(album: Path, load_all: Callable[[], Loaded]) -> None:
    write(album, "IMG_1.JPG", phone_photo())
    describe(album, ["img_1.jpg"])
    found = load_all()[1]
    if not (album / "img_1.jpg").exists():
        assert {problem.code for problem in found} == {"photo-missing", "photo-unlisted"}
        assert 'Mungkin maksud Anda "IMG_1.JPG"?' in next(p for p in found if p.code == "photo-missing").message("id")


def test_the_same_photo_twice_is_made_once_and_shown_twice(
    album: Path, store: PhotoStore, load_all: Callable[[], Loaded]
) -> None:
    (album / "lagi.jpg").write_bytes((album / "pohon.jpg").read_bytes())
    describe(album, ["lagi.jpg", "lagi.jpg"])
    found = load_all()
    assert [problem.code for problem in found[1]] == ["photo-twice"]
    pictures, _ = store.pictures("sd-contoh", only(found).photos)
    assert pictures["halaman/lagi.jpg"] == pictures["halaman/pohon.jpg"]
    assert len(list(store.root.glob("*.json"))) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_closed_photo_is_named(album: Path, store: PhotoStore, load_all: Callable[[], Loaded]) -> None:
    write(album, "tertutup.jpg", phone_photo()).chmod(0)
    describe(album, ["tertutup.jpg"])
    _, failed = store.pictures("sd-contoh", only(load_all()).photos)
    assert {name: reason.code for name, reason in failed.items()} == {"halaman/tertutup.jpg": "photo-closed"}

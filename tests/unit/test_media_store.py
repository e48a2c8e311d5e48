from pathlib import Path

import pytest
from PIL import Image

from pictures import encoded, phone_photo, upright, write
from potret.media import PhotoStore
from potret.media.picture import File, Picture
from potret.model import Photo, PhotoFront


def photo(file: Path) -> Photo:
    front = {"berkas": file.name, "keterangan": "x", "alt": "y", "orang": "tidak_ada"}
    return Photo("album", PhotoFront.model_validate(front), file)


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "cache")


def stamps(store: PhotoStore) -> dict[str, tuple[int, int]]:
    return {file.name: (file.stat().st_mtime_ns, file.stat().st_ino) for file in store.root.iterdir()}


def test_each_file_is_made_once(tmp_path: Path, store: PhotoStore) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo(size=(1000, 600))))
    first, failed = store.pictures("sd-1", [one])
    before = stamps(store)
    again, _ = store.pictures("sd-1", [one])
    assert failed == {}
    assert again == first
    assert stamps(store) == before
    assert len(before) == 4  # three sizes and the record that they are there


def test_pictures_are_named_by_school_and_content(tmp_path: Path, store: PhotoStore) -> None:
    secret = write(tmp_path, "Nama Siswa.jpg", phone_photo())
    picture = store.pictures("sd-1", [photo(secret)])[0]["album/Nama Siswa.jpg"]
    assert [(file.width, file.height) for file in picture.files] == [(480, 300), (640, 400)]
    for file in picture.files:
        assert file.path.is_file()
        assert file.uri.startswith("sekolah/sd-1/foto/sd-1-")
        assert file.uri.endswith(f"-{file.width}.jpg")
        assert "Siswa" not in file.uri


def test_another_picture_of_the_same_name_is_made_anew(tmp_path: Path, store: PhotoStore) -> None:
    file = write(tmp_path, "a.jpg", phone_photo())
    first = store.pictures("sd-1", [photo(file)])[0]["album/a.jpg"]
    write(tmp_path, "a.jpg", encoded(Image.new("RGB", (640, 400)), "JPEG"))
    second = store.pictures("sd-1", [photo(file)])[0]["album/a.jpg"]
    assert {one.uri for one in first.files}.isdisjoint(one.uri for one in second.files)
    assert second.colour == "#000000"


def test_the_same_bytes_under_two_names_are_encoded_once(tmp_path: Path, store: PhotoStore) -> None:
    photos = [photo(write(tmp_path, name, phone_photo())) for name in ("a.jpg", "b.jpg")]
    pictures, _ = store.pictures("sd-1", photos)
    assert pictures["album/a.jpg"].files == pictures["album/b.jpg"].files
    assert len(list(store.root.glob("*.json"))) == 1


def test_an_unreadable_photo_gives_a_reason_and_does_not_stop_the_others(tmp_path: Path, store: PhotoStore) -> None:
    photos = [
        photo(write(tmp_path, "rusak.jpg", b"bukan foto")),
        photo(write(tmp_path, "baik.jpg", phone_photo())),
        photo(tmp_path / "hilang.jpg"),
    ]
    pictures, failed = store.pictures("sd-1", photos)
    assert list(pictures) == ["album/baik.jpg"]
    assert failed == {"album/rusak.jpg": "UnidentifiedImageError", "album/hilang.jpg": "FileNotFoundError"}


def test_many_photos_are_encoded_side_by_side_with_the_same_result(tmp_path: Path, store: PhotoStore) -> None:
    photos = [
        photo(write(tmp_path, f"{number}.png", encoded(upright((40 + number, 30)), "PNG"))) for number in range(5)
    ]
    photos.append(photo(write(tmp_path, "rusak.png", b"x")))
    together, failed = store.pictures("sd-1", photos)
    alone = {}
    for one in photos[:-1]:
        alone |= PhotoStore(tmp_path / "lain").pictures("sd-1", [one])[0]
    assert list(failed) == ["album/rusak.png"]
    assert {name: (picture.colour, [file.uri for file in picture.files]) for name, picture in together.items()} == {
        name: (picture.colour, [file.uri for file in picture.files]) for name, picture in alone.items()
    }


def test_no_half_written_file_is_left(tmp_path: Path, store: PhotoStore) -> None:
    store.pictures("sd-1", [photo(write(tmp_path, "a.jpg", phone_photo()))])
    assert {file.suffix for file in store.root.iterdir()} == {".jpg", ".json"}


def test_without_photos_nothing_is_made(store: PhotoStore) -> None:
    assert store.pictures("sd-1", []) == ({}, {})
    assert not store.root.exists()


@pytest.mark.parametrize(("count", "fallback"), [(1, 100), (2, 200), (3, 200)])
def test_an_article_gets_the_middle_rendition_and_the_large_view_the_widest(count: int, fallback: int) -> None:
    files = tuple(File(100 * number, 50 * number, Path("a"), "a") for number in range(1, count + 1))
    picture = Picture(files, "#000000")
    assert (picture.fallback.width, picture.large.width) == (fallback, 100 * count)

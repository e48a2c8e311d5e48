import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import pytest
from PIL import Image

from pictures import encoded, phone_photo, upright, write
from potret.media import PhotoStore, Reason, Workshop, worker
from potret.media import photo as decoder
from potret.media.picture import File, Picture
from potret.model import Photo, PhotoFront


def photo(file: Path, *boxes: list[str]) -> Photo:
    front = {"berkas": file.name, "keterangan": "x", "alt": "y", "orang": "tidak_ada", "buram": list(boxes)}
    return Photo("album", PhotoFront.model_validate(front), file)


@pytest.fixture
def store(tmp_path: Path, workshop: Workshop) -> PhotoStore:
    return PhotoStore(tmp_path / "cache", workshop)


class Here:
    """Makes photos in this process, where a test can take the disk away."""

    def make_all(self, jobs: Sequence[worker.Job], label: str) -> dict[str, Reason]:
        assert label
        return {job.key: reason for job in jobs if (reason := worker.make(job))}


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
    assert len(before) == 6  # four sizes and the fallback, and the record that they are there


def test_pictures_are_named_by_school_and_content(tmp_path: Path, store: PhotoStore) -> None:
    secret = write(tmp_path, "Nama Siswa.jpg", phone_photo())
    picture = store.pictures("sd-1", [photo(secret)])[0]["album/Nama Siswa.jpg"]
    assert [(file.width, file.height) for file in picture.webp] == [(320, 200), (480, 300), (640, 400)]
    assert (picture.jpeg.width, picture.jpeg.height) == (640, 400)
    for file in picture.files:
        assert file.path.is_file()
        assert file.uri.startswith("sekolah/sd-1/foto/sd-1-")
        assert file.uri.endswith(f"-{file.width}{file.path.suffix}")
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
    assert failed == {
        "album/rusak.jpg": Reason("photo-kind"),
        "album/hilang.jpg": Reason("photo-unreadable", {"reason": "FileNotFoundError"}),
    }
    assert len(list(store.root.glob("*.json"))) == 1


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
    assert {file.suffix for file in store.root.iterdir()} == {".webp", ".jpg", ".json"}


def test_without_photos_nothing_is_made(store: PhotoStore) -> None:
    assert store.pictures("sd-1", []) == ({}, {})
    assert not store.root.exists()


def test_a_link_opens_the_widest_and_everything_is_published() -> None:
    webp = tuple(File(100 * number, 50 * number, Path("a"), "a") for number in range(1, 4))
    jpeg = File(200, 100, Path("b"), "b")
    picture = Picture(webp, jpeg, "#000000")
    assert picture.large is webp[-1]
    assert picture.files == (*webp, jpeg)


def test_boxes_make_another_picture(tmp_path: Path, store: PhotoStore) -> None:
    file = write(tmp_path, "a.jpg", encoded(Image.effect_noise((500, 400), 90), "JPEG"))
    plain = store.pictures("sd-1", [photo(file)])[0]["album/a.jpg"]
    blurred = store.pictures("sd-1", [photo(file, ["10", "10", "20", "20"])])[0]["album/a.jpg"]
    assert {one.uri for one in plain.files}.isdisjoint(one.uri for one in blurred.files)
    assert plain.large.path.read_bytes() != blurred.large.path.read_bytes()


def test_one_changed_photo_is_the_only_one_made(tmp_path: Path, store: PhotoStore) -> None:
    photos = [photo(write(tmp_path, f"{number}.jpg", phone_photo(size=(60 + number, 40)))) for number in range(3)]
    store.pictures("sd-1", photos)
    before = stamps(store)
    write(tmp_path, "1.jpg", phone_photo(size=(70, 40)))
    store.pictures("sd-1", photos)
    after = stamps(store)
    assert before.items() <= after.items()
    assert len(after) - len(before) == 3


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("pattern", ["*-320.webp", "*.jpg", "*.json"])
@pytest.mark.parametrize("harm", [cut, flip, Path.unlink, lambda file: file.write_bytes(b"")])
def test_a_damaged_cache_is_mended(
    tmp_path: Path, store: PhotoStore, pattern: str, harm: Callable[[Path], object]
) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo()))
    first, _ = store.pictures("sd-1", [one])
    whole = {file.name: file.read_bytes() for file in store.root.iterdir()}
    harm(next(store.root.glob(pattern)))
    again, failed = store.pictures("sd-1", [one])
    assert (again, failed) == (first, {})
    assert {file.name: file.read_bytes() for file in store.root.iterdir()} == whole


@pytest.mark.parametrize("record", [{}, [], {"files": [], "colour": "#000000"}, {"files": [{}], "colour": "x"}, "x"])
def test_a_record_of_another_kind_is_no_record(tmp_path: Path, store: PhotoStore, record: object) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo()))
    first, _ = store.pictures("sd-1", [one])
    next(store.root.glob("*.json")).write_text(json.dumps(record), encoding="utf-8")
    assert store.pictures("sd-1", [one]) == (first, {})


@pytest.mark.parametrize("nth", range(1, 7))
def test_a_full_disk_keeps_nothing_half_written(
    tmp_path: Path, store: PhotoStore, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo(size=(1000, 600))))
    real, written = os.fdopen, []

    def full(handle: int, mode: str) -> object:
        stream = real(handle, mode)
        written.append(handle)
        if len(written) < nth:
            return stream
        stream.write(b"half")
        return _Full(stream)

    with monkeypatch.context() as patch:
        patch.setattr("potret.media.record.os.fdopen", full)
        pictures, failed = PhotoStore(store.root, Here()).pictures("sd-1", [one])
    assert pictures == {}
    assert failed["album/a.jpg"].code == "photo-disk"
    assert failed["album/a.jpg"].values["reason"] == os.strerror(errno.ENOSPC)
    assert list(store.root.iterdir()) == []
    assert list(store.pictures("sd-1", [one])[0]) == ["album/a.jpg"]


class _Full:
    def __init__(self, stream: object) -> None:
        self.stream = stream

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def write(self, _: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


LIMITED = """
import resource, signal, sys
from pathlib import Path
sys.path[:0] = [sys.argv[2]]
from test_media_store import photo, PhotoStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
pictures, failed = PhotoStore(Path(sys.argv[1], "cache")).pictures("sd-1", [photo(Path(sys.argv[1], "a.jpg"))])
print(len(pictures), [reason.code for reason in failed.values()])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_a_disk_that_really_refuses(tmp_path: Path) -> None:
    write(tmp_path, "a.jpg", encoded(Image.effect_noise((500, 400), 90), "JPEG"))
    here = str(Path(__file__).parent)
    ran = subprocess.run([sys.executable, "-c", LIMITED, tmp_path, here], capture_output=True, text=True, check=True)
    assert ran.stdout == "0 ['photo-disk']\n"
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_cache_that_cannot_be_made_is_a_reason(tmp_path: Path) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo()))
    write(tmp_path, "cache", b"a file, no folder")
    pictures, failed = PhotoStore(tmp_path / "cache").pictures("sd-1", [one])
    assert pictures == {}
    assert failed["album/a.jpg"].code == "photo-disk"


def test_a_record_says_what_it_was_made_from_and_no_other_original_is_shown_for_it(
    tmp_path: Path, store: PhotoStore
) -> None:
    one_file = write(tmp_path, "a.jpg", phone_photo())  # another second, another profile in it
    one = photo(one_file)
    store.pictures("sd-1", [one])
    record = next(store.root.glob("*.json"))
    row = json.loads(record.read_text(encoding="utf-8"))
    assert row["original"] == hashlib.sha256(one_file.read_bytes()).hexdigest()
    record.write_text(json.dumps({**row, "original": "0" * 64}), encoding="utf-8")
    before = stamps(store)
    assert store.pictures("sd-1", [one])[1] == {}
    assert stamps(store) != before
    assert json.loads(record.read_text(encoding="utf-8")) == row


def test_a_photo_that_is_saved_in_this_moment_is_not_kept_under_the_digest_of_the_old_one(
    tmp_path: Path, store: PhotoStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(write(tmp_path, "a.jpg", phone_photo()))

    def encode(file: Path, *how: Any) -> object:
        made = real(file, *how)
        write(tmp_path, "a.jpg", phone_photo(3))
        return made

    real = decoder.encode
    monkeypatch.setattr(decoder, "encode", encode)
    pictures, failed = PhotoStore(store.root, Here()).pictures("sd-1", [one])
    assert (pictures, failed) == ({}, {"album/a.jpg": Reason("photo-unreadable", {"reason": "changed"})})
    assert not store.root.exists()

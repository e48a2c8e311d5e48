import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from potret.importing.dump import ALIKE, day_in, is_alike, sort_photos
from potret.importing.dump import photos as found_in
from potret.importing.proposal import Proposal
from potret.importing.unpacking import unpack
from potret.media.photo import likeness
from wordfiles import jpeg, photo
from workbooks import DAY, codes


def sort(dump: Path, root: Path, *, gap: int = 0, with_copies: bool = False) -> Proposal:
    return sort_photos(found_in(dump), root, DAY, gap=gap, with_copies=with_copies)


def paths(made: Proposal) -> list[str]:
    return sorted(write.path.removeprefix("foto/") for write in made.writes if not write.is_text)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    folder = tmp_path / "wa"
    folder.mkdir()
    return folder


NAMES = [
    ("IMG-20181107-WA0012.jpg", date(2018, 11, 7)),
    ("WhatsApp Image 2018-11-07 at 10.12.33.jpeg", date(2018, 11, 7)),
    ("20181107_101233.jpg", date(2018, 11, 7)),
    ("IMG_20181107_101233.jpg", date(2018, 11, 7)),
    ("PXL.2018.11.07.jpg", date(2018, 11, 7)),
    ("IMG-20180231-WA0001.jpg", None),
    ("IMG-20990101-WA0001.jpg", None),
    ("DSC_20181107123.jpg", None),
    ("2018-1107.jpg", None),
    ("kelas.jpg", None),
]


@pytest.mark.parametrize(("name", "day"), NAMES)
def test_the_day_is_read_in_the_name(name: str, day: date | None) -> None:
    assert day_in(name, DAY) == day


GAPS = [(0, ["2018-11-01", "2018-11-02", "2018-11-05"]), (1, ["2018-11-01", "2018-11-05"]), (3, ["2018-11-01"])]


@pytest.mark.parametrize(("gap", "albums"), GAPS)
def test_photos_go_into_albums_by_day_or_gap(
    gap: int, albums: list[str], dump: Path, school_folder: Callable[..., Path]
) -> None:
    for number, day in enumerate((1, 2, 5)):
        photo(dump, f"IMG-2018110{day}-WA000{number}.jpg", number)
    made = sort(dump, school_folder(), gap=gap)
    assert sorted({path.partition("/")[0] for path in paths(made)}) == albums
    texts = [write.load().decode() for write in made.writes if write.is_text]
    assert all(text.count("orang: dikenali") == text.count("berkas:") and "izin:" not in text for text in texts)


def test_each_photo_comes_once_and_copies_are_named(dump: Path, school_folder: Callable[..., Path]) -> None:
    original = photo(dump, "IMG-20181101-WA0001.jpg", 1)
    (dump / "salinan.jpg").write_bytes(original.read_bytes())
    photo(dump, "kecil.jpg", 1, width=300, quality=50)
    photo(dump, "IMG-20181101-WA0002.jpg", 2)
    root = school_folder()
    made = sort(dump, root)
    assert paths(made) == ["2018-11-01/img-20181101-wa0001.jpg", "2018-11-01/img-20181101-wa0002.jpg"]
    assert sorted(code for code, _ in codes(made.problems)) == ["dump-alike", "dump-same"]
    assert "tanpa-tanggal/kecil.jpg" in paths(sort(dump, root, with_copies=True))


def test_a_photo_that_the_school_has_is_left_out(dump: Path, school_folder: Callable[..., Path]) -> None:
    root = school_folder()
    original = photo(dump, "IMG-20181101-WA0001.jpg", 1)
    (root / "foto" / "halaman" / "pohon.jpg").write_bytes(original.read_bytes())
    photo(dump, "kecil.jpg", 1, width=300)
    made = sort(dump, root)
    assert paths(made) == []
    assert [code for code, _ in codes(made.problems)] == ["dump-here", "dump-here"]


@pytest.mark.parametrize(("width", "quality"), [(1600, 75), (480, 40), (200, 30)])
def test_a_likeness_survives_scaling_and_recompression(width: int, quality: int, tmp_path: Path) -> None:
    for seed in range(6):
        one = likeness(photo(tmp_path, "a.jpg", seed))
        assert is_alike(one, likeness(photo(tmp_path, "b.jpg", seed, width, quality)))


def test_different_photos_are_not_alike(tmp_path: Path) -> None:
    made = [likeness(photo(tmp_path, "a.jpg", seed)) for seed in range(12)]
    near = [(a ^ b).bit_count() for n, a in enumerate(made) for b in made[:n] if a is not None and b is not None]
    assert len(near) == 66
    assert min(near) > 2 * ALIKE


def test_what_has_no_light_or_is_no_picture_is_like_nothing(tmp_path: Path) -> None:
    (tmp_path / "putih.jpg").write_bytes(jpeg("white"))
    (tmp_path / "rusak.jpg").write_bytes(b"\xff\xd8\xff rusak")
    assert [likeness(tmp_path / name) for name in ("putih.jpg", "rusak.jpg", "tiada.jpg")] == [None] * 3
    assert not is_alike(None, None)


def test_a_zip_gives_its_pictures_and_nothing_outside_the_folder(tmp_path: Path) -> None:
    names = ["a/foto.jpg", "../keluar.jpg", "/akar.jpg", "C:\\x.jpg", "__MACOSX/x.jpg", ".x/y.jpg", "a/x.exe", "b.md"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for name in names:
            made.writestr(name, b"x")
        link = zipfile.ZipInfo("tautan.jpg")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    inside = tmp_path / "isi" / "dalam"
    inside.mkdir(parents=True)
    assert unpack(tmp_path / "a.zip", inside) == []
    found = [file.relative_to(tmp_path / "isi").as_posix() for file in (tmp_path / "isi").rglob("*") if file.is_file()]
    assert sorted(found) == ["dalam/a/foto.jpg", "dalam/b.md"]


def test_a_zip_bomb_and_a_damaged_zip_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("potret.importing.unpacking.MAX_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.jpg", b"0" * 5000)
    assert codes(unpack(tmp_path / "a.zip", tmp_path)) == [("zip-bomb", "")]
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 rusak")
    assert codes(unpack(tmp_path / "b.zip", tmp_path)) == [("zip-damaged", "")]

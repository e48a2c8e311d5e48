from collections.abc import Callable

import pytest

from minimal import PROFILE
from potret.model import School

ALBUM = """\
judul: Album
foto:
  - {berkas: satu.jpg, keterangan: x, alt: x, orang: tidak_ada}
  - {berkas: dua.jpg, keterangan: x, alt: x, orang: tidak_ada}
"""
ALBUMS = f"-- foto/a/album.yml --\n{ALBUM}-- foto/a/satu.jpg --\n-- foto/a/dua.jpg --\n"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param("", "a/satu.jpg", id="the first of all where none is chosen"),
        pytest.param("foto_sampul: foto/a/dua.jpg\n", "a/dua.jpg", id="the chosen one"),
        pytest.param("foto_sampul: a/dua.jpg\n", "a/dua.jpg", id="named without foto/"),
        pytest.param("foto_sampul: foto/a/tiga.jpg\n", "a/satu.jpg", id="the first where the chosen one is missing"),
    ],
)
def test_the_cover_is_the_chosen_photo_or_the_first(
    load_school: Callable[..., School], chosen: str, expected: str
) -> None:
    school = load_school(f"{ALBUMS}-- sekolah.yml --\n{PROFILE}{chosen}")
    assert school.cover is not None
    assert school.cover.reference == expected


def test_photos_come_album_by_album(load_school: Callable[..., School]) -> None:
    assert [photo.reference for photo in load_school(ALBUMS).photos] == ["a/satu.jpg", "a/dua.jpg", "halaman/pohon.jpg"]


def test_a_school_without_photos_has_no_cover(load_school: Callable[..., School]) -> None:
    assert load_school(drop=("foto/halaman/album.yml",)).cover is None

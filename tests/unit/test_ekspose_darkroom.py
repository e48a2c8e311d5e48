import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from building import REPO
from minimal import DAY
from pictures import encoded, phone_photo, write
from potret.checks.sheets import leftovers, placed
from potret.ekspose.darkroom import HAND, WALL, Box, Darkroom, Shot
from potret.ekspose.printing import PAPERS, SCOPE, Press, PrintContext, press
from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore, Picture, Workshop, for_print
from potret.media.record import digest
from potret.model import Photo, PhotoFront, School
from potret.portfolio import load

SAMPLE = "sd-cahaya-wolasi"
SHAPES = ((4000, 3000), (3000, 4000), (4000, 2250), (3200, 3200), (4200, 1800))
BANNERS = ("x-banner", "roll-up", "spanduk")


def photo(file: Path) -> Photo:
    front = {"berkas": file.name, "keterangan": "x", "alt": "y", "orang": "tidak_ada"}
    return Photo("album", PhotoFront.model_validate(front), file)


@pytest.fixture
def store(tmp_path: Path, workshop: Workshop) -> PhotoStore:
    return PhotoStore(tmp_path / "cache", workshop)


@pytest.fixture
def darkroom(tmp_path: Path, store: PhotoStore) -> Darkroom:
    (tmp_path / "press" / "foto").mkdir(parents=True)
    return Darkroom(tmp_path / "press", store)


def shot(store: PhotoStore, file: Path, box: Box) -> Shot:
    one = photo(file)
    return Shot(one, store.pictures("sd-1", [one])[0][one.reference], box)


@pytest.mark.parametrize(
    ("box", "size", "pixels"),
    [
        (Box(84.5, 55), (4000, 3000), 998),
        (Box(84.5, 55), (4000, 2250), 1155),  # its height decides, and its sides are cut
        (Box(84.5, 55), (3000, 4000), 998),
        (Box(606, 406, WALL), (4000, 3000), 3579),
        (Box(254, 10, 100), (10, 1), 1000),
    ],
)
def test_a_photo_fills_its_box(box: Box, size: tuple[int, int], pixels: int) -> None:
    assert round(box.pixels(size)) == pixels
    width = box.pixels(size)
    assert box.sharpness((1000, round(1000 * size[1] / size[0]))) == pytest.approx(1000 / width * box.dpi, rel=0.01)


@pytest.mark.parametrize(("needed", "made"), [(1, 1000), (1000, 1000), (1000.1, 1600), (2539.4, 2540), (9999, 8000)])
def test_the_smallest_that_is_sharp_enough(needed: float, made: int) -> None:
    assert for_print(needed).width == made


def test_a_rendition_is_made_when_a_sheet_asks_and_once(tmp_path: Path, store: PhotoStore, darkroom: Darkroom) -> None:
    one = shot(store, write(tmp_path, "a.jpg", phone_photo(size=(3000, 2000))), Box(80, 55))
    before = set(store.root.iterdir())
    assert not any("1000" in file.name for file in before)
    shown, problems = darkroom.developed({"photos": [{"file": one}, {"file": one}], "title": "x"}, "sd-1/odner")
    made = set(store.root.iterdir()) - before
    assert sorted(file.suffix for file in made) == [".jpg", ".json"]
    (rendition,) = (file for file in made if file.suffix == ".jpg")
    assert (shown, problems) == (
        {"photos": [{"file": f"/foto/{rendition.name}"}] * 2, "title": "x"},
        [],
    )
    with Image.open(darkroom.root / "foto" / rendition.name) as opened:
        assert opened.size == (1000, 667)
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert {part[1:3] for part in opened.layer} == {(1, 1)}  # colour at full resolution
    darkroom.developed({"file": one}, "sd-1/potret")
    assert set(store.root.iterdir()) == before | made


def test_nothing_is_enlarged_and_a_coarse_photo_is_named(tmp_path: Path, store: PhotoStore, darkroom: Darkroom) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(size=(1200, 900)))
    fine, coarse = (shot(store, file, Box(width, 100, WALL)) for width in (304, 306))
    assert darkroom.developed({"file": fine}, "sd-1/spanduk")[1] == []
    shown, (problem,) = darkroom.developed({"file": coarse}, "sd-1/spanduk")
    assert isinstance(shown, dict)
    with Image.open(f"{darkroom.root}{shown['file']}") as opened:
        assert opened.width == 1200
    assert (problem.path, problem.code) == ("sd-1/spanduk", "print-coarse")
    assert problem.values == {"value": "album/a.jpg", "dpi": "100", "width": "1200", "needed": "1205", "best": "1807"}


def test_a_rendition_that_cannot_be_made_is_replaced_and_named(
    tmp_path: Path, store: PhotoStore, darkroom: Darkroom
) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(size=(1200, 900)))
    one = shot(store, file, Box(80, 55))
    file.write_bytes(b"not a photo any more")
    shown, problems = darkroom.developed({"file": one}, "sd-1/odner")
    assert shown == {"file": f"/foto/{one.picture.jpeg.path.name}"}
    assert [(problem.path, problem.code) for problem in problems] == [("sd-1/odner", "photo-kind")]


def test_a_photo_taken_back_takes_its_print_renditions_along(
    tmp_path: Path, store: PhotoStore, darkroom: Darkroom
) -> None:
    gone, stays = (write(tmp_path, f"{width}.jpg", phone_photo(size=(width, 900))) for width in (1200, 1300))
    shots = [shot(store, file, Box(80, 55)) for file in (gone, stays)]
    darkroom.developed({"photos": shots}, "sd-1/odner")
    files, _ = store.of_original(digest(gone))
    assert any(file.name.endswith("-1000.jpg") for file in files)
    assert {file for file in store.root.iterdir() if file.name.startswith(digest(gone)[:24])} == set(files)


@pytest.fixture(scope="module")
def large(
    tmp_path_factory: pytest.TempPathFactory, workshop: Workshop
) -> Iterator[tuple[School, Press, dict[str, Picture]]]:
    """A sample school with photos of a phone's size in every shape."""
    root = tmp_path_factory.mktemp("large")
    folder = shutil.copytree(REPO / "schools" / SAMPLE, root / "schools" / SAMPLE)
    for number, file in enumerate(sorted(one for one in folder.glob("foto/*/*") if one.suffix != ".yml")):
        drawn = Image.new("RGB", SHAPES[number % len(SHAPES)], (20 * number, 90, 120))
        file.write_bytes(encoded(drawn, "JPEG", comment=b"KANARI"))
    school = load(root / "schools", day=DAY, scope=SCOPE)[0].schools[0]
    pictures, failed = PhotoStore(root / "cache" / "renditions", workshop).pictures(school.slug, school.photos)
    assert not failed
    with press(root / "cache", workshop) as opened:
        yield school, opened, pictures


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("name", sorted(set(ARTEFACTS) - {"label", "qr", "penilai"}))
def test_every_photo_is_sharp_on_every_sheet(
    large: tuple[School, Press, dict[str, Picture]], name: str, paper: str
) -> None:
    school, opened, pictures = large
    if paper not in ARTEFACTS[name].papers:
        return
    pdf = opened.make(ARTEFACTS[name], school, PrintContext("id", DAY, pictures), PAPERS[paper])
    wanted, whole = WALL if name in {*BANNERS, "slide"} else HAND, {width for width, _ in SHAPES}
    found = placed(pdf.data)
    assert found
    assert [one for one in found if one.dpi < wanted - 1 and one.width not in whole] == []
    assert list(leftovers(pdf.data)) == []


def test_a_small_box_gets_a_small_file(large: tuple[School, Press, dict[str, Picture]]) -> None:
    school, opened, pictures = large
    pdf = opened.make(ARTEFACTS["odner"], school, PrintContext("id", DAY, pictures), PAPERS["a4"])
    sizes = sorted(one.width for one in placed(pdf.data))
    assert sizes[-1] > 2000
    assert sizes[0] == 1000
    assert sizes[len(sizes) // 2] <= 1600

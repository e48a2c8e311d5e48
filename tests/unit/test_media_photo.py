import io
import os
import random
import stat
import struct
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path

import pytest
from PIL import Image, JpegImagePlugin, features

from pictures import (
    CANARY,
    ORIENTATION,
    encoded,
    heic,
    odd_orientation,
    phone_of_all_sorts,
    phone_photo,
    png,
    profile,
    quarters,
    two_pictures,
    upright,
    wide_gamut,
    write,
)
from potret.checks.metadata import leftovers
from potret.media.limit import MAX_BYTES, UnreadablePhoto
from potret.media.photo import encode

UPRIGHT = ["red", "green", "blue", "white"]


def sizes(file: Path, kind: str = "webp") -> list[tuple[int, int]]:
    return [(one.width, one.height) for one in encode(file)[0] if one.kind == kind]


def read(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", phone_photo(orientation, (1200, 800))))
    assert [(one.width, one.height) for one in made] == [(320, 213), (480, 320), (960, 640), (1200, 800), (960, 640)]
    for one in made:
        assert quarters(one.data) == UPRIGHT
        assert read(one.data).size == (one.width, one.height)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_portrait_is_not_enlarged_by_the_fast_decoder(tmp_path: Path, orientation: int) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(orientation, (1800, 3000)))
    assert sizes(file) == [(320, 533), (480, 800), (960, 1600), (1600, 2667)]
    assert quarters(encode(file)[0][-1].data) == UPRIGHT


def avif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    picture = upright().transpose(Image.Transpose.ROTATE_90) if orientation == 6 else upright()
    return encoded(picture, "AVIF", exif=exif.tobytes(), icc_profile=profile(), xmp=CANARY.encode(), speed=10)


TEXT = f"Comment\0\0{CANARY}".encode()
CARRIERS = {
    "JPEG": phone_photo(6),
    "JPEG with everything": phone_of_all_sorts(),
    "MPO": two_pictures() + CANARY.encode(),
    "HEIC": heic(),
    "AVIF": avif(),
    "WebP": encoded(upright(), "WEBP", exif=CANARY.encode(), icc_profile=profile(), xmp=CANARY.encode()),
    "GIF": encoded(upright(), "GIF", comment=CANARY.encode()) + CANARY.encode(),
    "PNG": png((b"iCCP", b"x\0\0" + zlib.compress(profile())), (b"eXIf", b"MM\0*" + CANARY.encode())),
    "PNG text": png((b"tEXt", b"Comment\0" + CANARY.encode()), (b"zTXt", TEXT[:9] + zlib.compress(CANARY.encode())))
    + CANARY.encode(),
}


@pytest.mark.parametrize("data", CARRIERS.values(), ids=CARRIERS)
def test_nothing_but_pixels_is_published(tmp_path: Path, data: bytes) -> None:
    assert CANARY.encode() in data or b"iCCP" in data
    for one in encode(write(tmp_path, "a.jpg", data))[0]:
        assert CANARY.encode() not in one.data
        assert list(leftovers(f".{one.kind}", write(tmp_path, f"b.{one.kind}", one.data))) == []
        picture = read(one.data)
        assert picture.format == one.kind.upper()
        assert set(picture.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "loop",
            "background",
            "timestamp",
            "duration",
        }
        assert dict(picture.getexif()) == {}
        assert quarters(one.data) == UPRIGHT


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")
def test_avif_is_turned_once(tmp_path: Path, orientation: int) -> None:
    made, _ = encode(write(tmp_path, "a.avif", avif(orientation)))
    assert (made[-1].width, made[-1].height) == (640, 400)
    assert quarters(made[-1].data) == UPRIGHT


def test_heic_is_turned_once(tmp_path: Path) -> None:
    made, _ = encode(write(tmp_path, "IMG_0012.HEIC", heic()))
    assert [(one.kind, one.width, one.height) for one in made] == [("webp", 96, 64), ("jpeg", 96, 64)]
    assert quarters(made[0].data) == UPRIGHT


@pytest.mark.parametrize(
    "frames",
    [
        pytest.param(("GIF", {"duration": 20}), id="GIF"),
        pytest.param(("WEBP", {"duration": 20}), id="WebP"),
        pytest.param(("PNG", {"duration": 20}), id="PNG"),
    ],
)
def test_of_a_film_the_first_picture_is_shown(tmp_path: Path, frames: tuple[str, dict[str, int]]) -> None:
    kind, options = frames
    others = [Image.new("RGB", (64, 40), (number % 250, 0, 0)) for number in range(1000)]
    film = encoded(upright((64, 40)), kind, save_all=True, append_images=others, **options)
    made, _ = encode(write(tmp_path, "a.gif", film))
    assert [(one.width, one.height) for one in made] == [(64, 40), (64, 40)]
    assert quarters(made[0].data) == UPRIGHT


def test_a_progressive_photo_is_shown(tmp_path: Path) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", encoded(upright((2000, 1000)), "JPEG", progressive=True)))
    assert [one.width for one in made] == [320, 480, 960, 1600, 960]
    assert quarters(made[0].data) == UPRIGHT


def test_boxes_are_made_unrecognisable_and_the_rest_is_kept(tmp_path: Path) -> None:
    stripes = Image.new("RGB", (1000, 500), "white")
    for left in range(0, 1000, 20):
        stripes.paste((0, 0, 0), (left, 0, left + 10, 500))
    exif = Image.Exif()
    exif[ORIENTATION] = 3
    file = write(tmp_path, "a.jpg", encoded(stripes.rotate(180), "JPEG", exif=exif, quality=95))
    for one in encode(file, [(10, 20, 30, 40)])[0]:
        grey = read(one.data).convert("L")
        row = lambda x, y, grey=grey: [  # noqa: E731 - contrast of the stripes along a line
            grey.getpixel((round(x * grey.width) + step, round(y * grey.height))) for step in range(grey.width // 10)
        ]
        inside, outside = row(0.2, 0.4), row(0.6, 0.4)
        assert max(inside) - min(inside) <= 40
        assert max(outside) - min(outside) >= 150


def test_a_box_as_small_as_a_point_and_as_large_as_the_photo(tmp_path: Path) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(size=(30, 20)))
    for box in ((0.0, 0.0, 100.0, 100.0), (99.9, 99.9, 0.1, 0.1), (50.0, 0.0, 0.001, 100.0)):
        assert [(one.width, one.height) for one in encode(file, [box])[0]] == [(30, 20), (30, 20)]


def grey_16() -> Image.Image:
    return Image.frombytes(
        "I;16", (4, 1), b"".join(value.to_bytes(2, "little") for value in (0, 0x4000, 0x8000, 0xFFFF))
    )


@pytest.mark.parametrize(
    ("picture", "kind", "colour"),
    [
        pytest.param(Image.new("RGB", (50, 40), "#102030"), "PNG", "#102030", id="RGB"),
        pytest.param(Image.new("L", (50, 40), 128), "PNG", "#808080", id="grey"),
        pytest.param(Image.new("1", (50, 40), 1), "PNG", "#ffffff", id="black and white"),
        pytest.param(Image.new("I;16", (50, 40), 0x8000), "PNG", "#808080", id="grey of 16 bits"),
        pytest.param(Image.new("RGBA", (50, 40), (255, 0, 0, 0)), "PNG", "#ffffff", id="transparent is white"),
        pytest.param(Image.new("RGBA", (50, 40), (0, 0, 0, 128)), "PNG", "#7f7f7f", id="half transparent"),
        pytest.param(Image.new("LA", (50, 40), (0, 0)), "PNG", "#ffffff", id="grey with transparency"),
        pytest.param(Image.new("RGB", (50, 40), "#123456").quantize(4), "PNG", "#123456", id="palette"),
        pytest.param(Image.new("CMYK", (50, 40), (0, 0, 0, 0)), "JPEG", "#ffffff", id="CMYK"),
        pytest.param(Image.new("RGBA", (50, 40), (0, 0, 255, 255)), "WEBP", "#0000ff", id="WEBP"),
    ],
)
def test_every_kind_of_pixel_becomes_rgb(tmp_path: Path, picture: Image.Image, kind: str, colour: str) -> None:
    made, average = encode(write(tmp_path, "a", encoded(picture, kind)))
    assert [(one.width, one.height) for one in made] == [(50, 40), (50, 40)]
    assert read(made[0].data).mode == "RGB"
    assert distance(average, colour) <= 6


def distance(one: str, other: str) -> int:
    return max(abs(int(one[place : place + 2], 16) - int(other[place : place + 2], 16)) for place in (1, 3, 5))


def test_16_bits_keep_their_steps(tmp_path: Path) -> None:
    wide = grey_16().resize((400, 100), Image.Resampling.NEAREST)
    picture = read(encode(write(tmp_path, "a.png", encoded(wide, "PNG")))[0][-1].data).convert("L")
    seen = [picture.getpixel((50 + 100 * step, 50)) for step in range(4)]
    assert all(abs(value - wanted) <= 3 for value, wanted in zip(seen, (0, 64, 128, 255), strict=True))


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1, 1), [(1, 1)]), ((3000, 1), [(320, 1), (480, 1), (960, 1), (1600, 1)]), ((2, 3000), [(2, 3000)])],
    ids=["tiny", "panorama", "tower"],
)
def test_odd_shapes_are_shown(tmp_path: Path, size: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert sizes(write(tmp_path, "a.png", encoded(Image.new("RGB", size), "PNG"))) == expected


PHOTO = phone_photo()
BROKEN = {
    "nothing": b"",
    "text": b"Ini bukan foto.",
    "half a JPEG": PHOTO[: len(PHOTO) // 2],
    "head of a JPEG": PHOTO[:20],
    "half a PNG": encoded(upright(), "PNG")[:300],
    "EPS": encoded(upright((40, 40)), "EPS"),
    "BMP": encoded(upright((40, 40)), "BMP"),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "PDF": b"%PDF-1.4\n",
    "HTML": b"<html><body></body></html>",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_picture_is_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadablePhoto) as caught:
        encode(write(tmp_path, "a.jpg", data))
    assert caught.value.reason.code in {"photo-kind", "photo-unreadable"}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "tidak-ada.jpg"):
        with pytest.raises(UnreadablePhoto):
            encode(place)


def reason(file: Path) -> tuple[str, dict[str, str]]:
    with pytest.raises(UnreadablePhoto) as caught:
        encode(file)
    return caught.value.reason.code, dict(caught.value.reason.values)


def claimed(data: bytes, size: tuple[int, int]) -> bytes:
    """Change the size that the head of a JPEG, PNG or GIF claims."""
    if data.startswith(b"GIF8"):
        return data[:6] + struct.pack("<HH", *size) + data[10:]
    if data.startswith(b"\x89PNG"):
        head = data[12:16] + struct.pack(">II", *size) + data[24:29]
        return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]
    place = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2")) + 5
    return data[:place] + struct.pack(">HH", *size[::-1]) + data[place + 4 :]


PLAIN, PROGRESSIVE = encoded(upright((64, 40)), "JPEG"), encoded(upright((64, 40)), "JPEG", progressive=True)


@pytest.mark.parametrize(
    ("data", "pixels", "limit"),
    [
        pytest.param(claimed(PLAIN, (20_000, 8_000)), "160", "150", id="JPEG"),
        pytest.param(claimed(PLAIN, (20_000, 20_000)), "> 178", "150", id="JPEG of 400"),
        pytest.param(claimed(PROGRESSIVE, (10_000, 6_001)), "61", "60", id="progressive JPEG"),
        pytest.param(claimed(encoded(upright((64, 40)), "PNG"), (10_000, 6_001)), "61", "60", id="PNG"),
        pytest.param(claimed(encoded(upright((64, 40)), "PNG"), (30_000, 30_000)), "> 178", "150", id="PNG of 900"),
        pytest.param(encoded(Image.new("L", (15_000, 4_001)), "WEBP", lossless=True, method=0), "61", "60", id="WebP"),
        pytest.param(heic((12_240, 5_000)), "62", "60", id="HEIC"),
        pytest.param(heic((16_320, 12_240)), "> 178", "150", id="HEIC of 200"),
        pytest.param(claimed(encoded(upright((64, 40)), "GIF"), (60_000, 2_000)), "120", "60", id="GIF"),
    ],
)
def test_a_bomb_of_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path, data: bytes, pixels: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("potret.media.photo._shrunk", None)
    assert reason(write(tmp_path, "a.jpg", data)) == ("photo-pixels", {"pixels": pixels, "limit": limit})


PEAK = """
import sys
from pathlib import Path
from potret.media.photo import encode
made, _ = encode(Path(sys.argv[1]))
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(len(made), status["VmHWM"].split()[0])  # ru_maxrss would be that of the process that started this one
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell the peak")
def test_a_hundred_megapixels_take_less_than_150_megabytes(tmp_path: Path) -> None:
    file = write(tmp_path, "a.jpg", encoded(Image.linear_gradient("L").resize((11_600, 8_700)), "JPEG"))
    ran = subprocess.run([sys.executable, "-c", PEAK, file], capture_output=True, text=True, check=True)
    count, kilobytes = map(int, ran.stdout.split())
    assert count == 5
    assert kilobytes < 150_000


@pytest.mark.parametrize("size", [(3200, 2135), (3201, 2134), (2135, 3200), (3300, 3)])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_photo_is_decoded_at_a_fraction_of_its_size(
    tmp_path: Path, size: tuple[int, int], orientation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales = []
    real = JpegImagePlugin.JpegImageFile.draft

    def draft(image: JpegImagePlugin.JpegImageFile, *asked: object) -> object:
        before = image.size
        given = real(image, *asked)
        scales.append(max(before) / max(image.size))
        return given

    monkeypatch.setattr(JpegImagePlugin.JpegImageFile, "draft", draft)
    file = write(tmp_path, "a.jpg", phone_photo(orientation, size))
    assert sizes(file)[-1] == (min(size[0], 1600), round(size[1] * min(size[0], 1600) / size[0]))
    assert scales == [pytest.approx(2 if size[0] > 3000 else 1, rel=0.01)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(png((b"zTXt", b"a\0\0" + zlib.compress(b"x" * 80_000_000))), id="text"),
        pytest.param(png((b"iCCP", b"a\0\0" + zlib.compress(b"x" * 80_000_000))), id="profile"),
        pytest.param(png(*[(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 900_000))] * 90), id="many texts"),
    ],
)
def test_a_bomb_in_a_chunk_is_refused(tmp_path: Path, data: bytes) -> None:
    """Pillow unpacks at most 1 MB a chunk and 64 MB of all texts."""
    assert reason(write(tmp_path, "a.png", data))[0] == "photo-unreadable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_closed_file_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, "a.jpg", PLAIN)
    file.chmod(0)
    assert reason(file) == ("photo-closed", {})
    file.chmod(stat.S_IRUSR)


def test_a_file_that_must_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("potret.media.photo.Image.open", closed)
    assert reason(write(tmp_path, "a.jpg", PLAIN)) == ("photo-closed", {})


def test_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert reason(tmp_path / "a.jpg") == ("photo-kind", {})


NAMES = ["Foto kelas 1.JPG", "📷 upacara.jpeg", unicodedata.normalize("NFD", "café.jpg"), "é" * 123 + ".jpg", "a.b.JpG"]


@pytest.mark.parametrize("name", NAMES, ids=["space", "emoji", "NFD", "250 bytes", "dots"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    assert sizes(write(tmp_path, name, PLAIN)) == [(64, 40)]


def test_a_file_without_end_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert reason(file) == ("photo-bytes", {"limit": "60"})


@pytest.mark.parametrize(
    ("kind", "value"), [(2, b"6\0\0\0"), (7, b"\6\0\0\0"), (3, b"\0\x63\0\0")], ids=["text", "bytes", "out of range"]
)
@pytest.mark.filterwarnings("ignore:Metadata Warning")
def test_an_orientation_that_is_none_does_not_stop_the_photo(tmp_path: Path, kind: int, value: bytes) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", odd_orientation(kind, value)))
    assert quarters(made[-1].data) == UPRIGHT


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_wide_gamut_becomes_srgb(tmp_path: Path, kind: str, mode: str) -> None:
    picture = Image.new(mode if kind != "JPEG" else "RGB", (64, 64), (200, 100, 100))
    data = encoded(picture, kind, icc_profile=wide_gamut())
    made, average = encode(write(tmp_path, "a", data))
    assert distance(average, "#d75f61") <= 4, average
    assert read(made[-1].data).info.get("icc_profile") is None


def test_a_grey_profile_is_applied(tmp_path: Path) -> None:
    picture = Image.new("L", (64, 64), 128)
    _, average = encode(write(tmp_path, "a.jpg", encoded(picture, "JPEG", icc_profile=profile())))
    assert distance(average, "#808080") <= 2


@pytest.mark.parametrize("icc", [b"rusak", b"\0" * 200, profile()[:150]], ids=["text", "zeros", "half"])
def test_a_broken_colour_profile_does_not_stop_the_photo(tmp_path: Path, icc: bytes) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", encoded(upright(), "JPEG", icc_profile=icc)))
    assert quarters(made[-1].data) == UPRIGHT


@pytest.mark.filterwarnings("ignore")
def test_damaged_bytes_never_crash(tmp_path: Path) -> None:
    chance = random.Random(7405)  # noqa: S311 - the same damage every time
    small = upright((64, 48))
    good = [phone_photo(6, (64, 48)), encoded(small.quantize(8), "PNG"), encoded(small, "WEBP"), heic()]
    good += [encoded(small, "GIF"), encoded(small, "AVIF", speed=10), two_pictures()]
    outcomes = set()
    for _ in range(300):
        damaged = bytearray(chance.choice(good))
        for _ in range(chance.choice([1, 5, 30])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            outcomes.add(bool(encode(write(tmp_path, "a.jpg", bytes(damaged)))[0]))
        except UnreadablePhoto as error:
            outcomes.add(error.reason.code == "")
    assert outcomes == {True, False}

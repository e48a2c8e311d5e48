import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from pictures import CANARY, encoded, odd_orientation, phone_photo, profile, quarters, upright, write
from potret.media.photo import MAX_BYTES, MAX_PIXELS, UnreadablePhoto, _draft, encode

UPRIGHT = ["red", "green", "blue", "white"]


def sizes(file: Path) -> list[tuple[int, int]]:
    return [(one.width, one.height) for one in encode(file)[0]]


def read(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", phone_photo(orientation, (1200, 800))))
    assert [(one.width, one.height) for one in made] == [(480, 320), (960, 640), (1200, 800)]
    for one in made:
        assert quarters(one.data) == UPRIGHT
        assert read(one.data).size == (one.width, one.height)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_portrait_is_not_enlarged_by_the_fast_decoder(tmp_path: Path, orientation: int) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(orientation, (1800, 3000)))
    assert sizes(file) == [(480, 800), (960, 1600), (1600, 2667)]
    assert quarters(encode(file)[0][-1].data) == UPRIGHT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(phone_photo(6), id="JPEG"),
        pytest.param(
            encoded(upright(), "WEBP", exif=Image.Exif(), icc_profile=profile(), xmp=CANARY.encode()), id="WEBP"
        ),
        pytest.param(encoded(upright(), "PNG", icc_profile=profile()), id="PNG"),
        pytest.param(phone_photo() + CANARY.encode(), id="trailer"),
        pytest.param(encoded(upright(), "JPEG", comment=CANARY.encode()), id="comment"),
        pytest.param(encoded(upright(), "JPEG", xmp=CANARY.encode()), id="XMP"),
    ],
)
def test_nothing_but_pixels_is_published(tmp_path: Path, data: bytes) -> None:
    assert CANARY.encode() in data or b"iCCP" in data
    for one in encode(write(tmp_path, "a.jpg", data))[0]:
        assert CANARY.encode() not in one.data
        for mark in (
            b"Exif",
            b"ICC_PROFILE",
            b"http://ns.adobe.com",
            b"\xff\xfe",
            b"\xff\xe1",
            b"\xff\xe2",
            b"\xff\xed",
        ):
            assert mark not in one.data[: one.data.index(b"\xff\xda")], mark
        picture = read(one.data)
        assert picture.format == "JPEG"
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("orientation", [1, 6], ids=["upright", "on its side"])
def test_a_large_photo_is_decoded_at_a_fraction_of_its_size(tmp_path: Path, orientation: int) -> None:
    file = write(tmp_path, "a.jpg", phone_photo(orientation, (3200, 2400)))
    with Image.open(file) as opened:
        _draft(opened)
        assert sorted(opened.size) == [1200, 1600]


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
    assert [(one.width, one.height) for one in made] == [(50, 40)]
    assert read(made[0].data).mode == "RGB"
    assert distance(average, colour) <= 6


def distance(one: str, other: str) -> int:
    return max(abs(int(one[place : place + 2], 16) - int(other[place : place + 2], 16)) for place in (1, 3, 5))


def test_16_bits_keep_their_steps(tmp_path: Path) -> None:
    wide = grey_16().resize((400, 100), Image.Resampling.NEAREST)
    picture = read(encode(write(tmp_path, "a.png", encoded(wide, "PNG")))[0][0].data).convert("L")
    seen = [picture.getpixel((50 + 100 * step, 50)) for step in range(4)]
    assert all(abs(value - wanted) <= 3 for value, wanted in zip(seen, (0, 64, 128, 255), strict=True))


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1, 1), [(1, 1)]), ((3000, 1), [(480, 1), (960, 1), (1600, 1)]), ((2, 3000), [(2, 3000)])],
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
    "GIF": encoded(upright((40, 40)), "GIF"),
    "BMP": encoded(upright((40, 40)), "BMP"),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "PDF": b"%PDF-1.4\n",
    "HTML": b"<html><body></body></html>",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_picture_is_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadablePhoto) as caught:
        encode(write(tmp_path, "a.jpg", data))
    assert str(caught.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "tidak-ada.jpg"):
        with pytest.raises(UnreadablePhoto):
            encode(place)


def test_a_bomb_of_pixels_is_refused(tmp_path: Path) -> None:
    side = int(MAX_PIXELS**0.5) + 1
    with pytest.raises(UnreadablePhoto, match="MP"):
        encode(write(tmp_path, "a.png", encoded(Image.new("1", (side, side)), "PNG")))
    with pytest.raises(UnreadablePhoto):
        encode(write(tmp_path, "b.png", encoded(Image.new("1", (15_000, 10_000)), "PNG")))


def test_a_file_without_end_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadablePhoto, match="MB"):
        encode(file)


@pytest.mark.parametrize(
    ("kind", "value"), [(2, b"6\0\0\0"), (7, b"\6\0\0\0"), (3, b"\0\x63\0\0")], ids=["text", "bytes", "out of range"]
)
@pytest.mark.filterwarnings("ignore:Metadata Warning")
def test_an_orientation_that_is_none_does_not_stop_the_photo(tmp_path: Path, kind: int, value: bytes) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", odd_orientation(kind, value)))
    assert quarters(made[-1].data) == UPRIGHT


def test_a_colour_profile_is_applied_before_it_goes(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made, _ = encode(write(tmp_path, "a.jpg", encoded(upright(), "JPEG", icc_profile=lab)))
    assert quarters(made[-1].data) == UPRIGHT


@pytest.mark.parametrize("icc", [b"rusak", b"\0" * 200, profile()[:150]], ids=["text", "zeros", "half"])
def test_a_broken_colour_profile_does_not_stop_the_photo(tmp_path: Path, icc: bytes) -> None:
    made, _ = encode(write(tmp_path, "a.jpg", encoded(upright(), "JPEG", icc_profile=icc)))
    assert quarters(made[-1].data) == UPRIGHT


@pytest.mark.filterwarnings("ignore")
def test_damaged_bytes_never_crash(tmp_path: Path) -> None:
    chance = random.Random(7405)  # noqa: S311 - the same damage every time
    good = [phone_photo(6, (64, 48)), encoded(upright((64, 48)).quantize(8), "PNG"), encoded(upright((64, 48)), "WEBP")]
    outcomes = set()
    for _ in range(300):
        damaged = bytearray(chance.choice(good))
        for _ in range(chance.choice([1, 5, 30])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            outcomes.add(bool(encode(write(tmp_path, "a.jpg", bytes(damaged)))[0]))
        except UnreadablePhoto as reason:
            outcomes.add(str(reason) == "")
    assert outcomes == {True, False}

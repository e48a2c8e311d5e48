"""Pictures made in the test: what phones, scanners and accidents leave in a school's folder."""

import io
import struct
from pathlib import Path

from PIL import Image, ImageCms

CANARY = "KANARI-7405"
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
QUARTERS = {"red": (220, 20, 20), "green": (20, 160, 20), "blue": (20, 20, 220), "white": (250, 250, 250)}


def upright(size: tuple[int, int] = (640, 400)) -> Image.Image:
    """Four coloured quarters: red and green above, blue and white below."""
    width, height = size
    picture = Image.new("RGB", size)
    for number, colour in enumerate(QUARTERS.values()):
        box = Image.new("RGB", (-(-width // 2), -(-height // 2)), colour)
        picture.paste(box, ((number % 2) * (width // 2), (number // 2) * (height // 2)))
    return picture


# How a camera has to lay the pixels down for the orientation to turn them upright again.
_LAID = {
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_90],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_270],
}


def phone_photo(orientation: int = 1, size: tuple[int, int] = (640, 400)) -> bytes:
    """A JPEG as a phone writes it: turned, with GPS, maker, comment, colour profile and XMP."""
    picture = upright(size)
    for turn in _LAID.get(orientation, []):
        picture = picture.transpose(turn)
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, CANARY
    exif[GPS] = {1: "S", 2: (4.0, 13.0, 14.9), 3: "E", 4: (122.0, 29.0, 55.0), 29: CANARY}
    return encoded(picture, "JPEG", exif=exif, comment=CANARY.encode(), icc_profile=profile(), xmp=CANARY.encode())


def profile() -> bytes:
    """An sRGB profile that names its device."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(made) + CANARY.encode()


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    """Encode a picture."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def odd_orientation(kind: int, value: bytes) -> bytes:
    """A JPEG whose EXIF orientation has another type than a number."""
    tag = struct.pack(">HHI4s", ORIENTATION, kind, 2, value)
    block = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 1) + tag + b"\0\0\0\0"
    return encoded(upright(), "JPEG", exif=block)


def quarters(data: bytes) -> list[str]:
    """Name the colour in the middle of each quarter."""
    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
        spots = [(width * x // 4, height * y // 4) for y in (1, 3) for x in (1, 3)]
        pixels = [picture.convert("RGB").getpixel(spot) for spot in spots]
    return [min(QUARTERS, key=lambda name: _distance(QUARTERS[name], pixel)) for pixel in pixels]


def _distance(one: tuple[int, ...], other: object) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))  # type: ignore[call-overload]


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write a picture's bytes."""
    file = folder / name
    file.write_bytes(data)
    return file

"""Pictures made in the test: what phones, scanners and accidents leave in a school's folder."""

import base64
import io
import struct
import zlib
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


# The quarters at 96 x 64, made with pillow-heif: laid on their side by `irot` and EXIF 6, CANARY in EXIF and XMP.
_HEIC = (
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAettZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAEZpbG9jAA"
    "AAAERAAAMAAQAAAAACDwABAAAAAAAAANsAAgAAAAAC6gABAAAAAAAAADwAAwAAAAADJgABAAAAAAAAAAsAAABiaWluZgAAAAAAAwAAABVpbmZl"
    "AgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAACppbmZlAgAAAQADAABtaW1lAGFwcGxpY2F0aW9uL3JkZit4bWwAAAAAAA5waX"
    "RtAAAAAAABAAAA4GlwcnAAAADAaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC"
    "QGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBhZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xybmNseAABAA0ABoAAAA"
    "AUaXNwZQAAAAAAAABAAAAAYAAAABBwaXhpAAAAAAMICAgAAAAJaXJvdAMAAAAYaXBtYQAAAAAAAAABAAEFgQIDBIUAAAAoaXJlZgAAAAAAAAAO"
    "Y2RzYwACAAEAAQAAAA5jZHNjAAMAAQABAAABKm1kYXQAAADXKAGvCeAhOXVf//sJ///9g///+ZgDZ55/aNoh37Gzt/3sG6oUR/+tUQG9hd/rB4"
    "E4ymJcD+T++NACWds2e/Vn/6lSVPJVRVcGmqZB2Z0qA5x4YhtgdXpWuTzklNK/j1TC+dl7tPvUP48gWwlDRGc8YYi+20iXnN8/+nlgH601X6hj"
    "5XKZQqQPy4vP0HX4/K9jlnOHCMD9CkxaxqgPq9ypoB14wigSWtizn11t5BEqNj2rDWqWyzmLKs55QFXLS/tpTJukfizPQVh4bNqvVcuDRIcAI8"
    "up8MAAAAAGRXhpZgAATU0AKgAAAAgAAgEPAAIAAAAMAAAAJgESAAMAAAABAAYAAAAAAABLQU5BUkktNzQwNQBLQU5BUkktNzQwNQ=="
)


def heic(size: tuple[int, int] | None = None) -> bytes:
    """A photo of an iPhone; with a size, one that claims to be so large."""
    data = bytearray(base64.b64decode(_HEIC))
    if size is not None:
        place = data.index(b"ispe") + 8
        data[place : place + 8] = struct.pack(">II", *size)
    return bytes(data)


def phone_of_all_sorts() -> bytes:
    """A JPEG with a canary in every place that a JPEG has for words."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 1, CANARY
    exif.get_ifd(0x8769)[0x927C] = CANARY.encode()  # maker note
    exif[GPS] = {29: CANARY}
    thumbnail = encoded(upright((160, 100)), "JPEG", comment=CANARY.encode())
    iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0" + struct.pack(">I", len(CANARY) + 5)
    iptc += b"\x1c\x02\x50" + struct.pack(">H", len(CANARY)) + CANARY.encode()
    segments = b"".join(_segment(marker, words) for marker, words in ((0xED, iptc), (0xEB, b"JUMB" + CANARY.encode())))
    segments += _segment(0xE1, b"Exif\0\0" + thumbnail)  # an EXIF block that is nothing but a thumbnail
    plain = encoded(upright(), "JPEG", exif=exif, comment=CANARY.encode(), icc_profile=profile(), xmp=CANARY.encode())
    return plain[:2] + segments + plain[2:] + CANARY.encode()


def _segment(marker: int, data: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def two_pictures() -> bytes:
    """An MPO: a JPEG with a second picture behind it, as phones write for depth or portrait mode."""
    second = upright((64, 40))
    return encoded(upright(), "MPO", save_all=True, append_images=[second], comment=CANARY.encode())


def png(*chunks: tuple[bytes, bytes], size: tuple[int, int] = (640, 400)) -> bytes:
    """A PNG with chunks of our own before its pixels."""
    plain = encoded(upright(size), "PNG")
    cut = plain.index(b"IDAT") - 4
    more = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return plain[:cut] + more + plain[cut:]


def wide_gamut() -> bytes:
    """A profile with the primaries of Display P3 (and its own name as a canary): sRGB values mean stronger colours."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {b"rXYZ": (0.51512, 0.24120, -0.00105), b"gXYZ": (0.29198, 0.69225, 0.04189)}
    primaries |= {b"bXYZ": (0.15710, 0.06657, 0.78407)}
    for number in range(struct.unpack_from(">I", made, 128)[0]):
        name, place, _ = struct.unpack_from(">4sII", made, 132 + 12 * number)
        if name in primaries:
            struct.pack_into(">iii", made, place + 8, *(round(65536 * value) for value in primaries[name]))
    return bytes(made)


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

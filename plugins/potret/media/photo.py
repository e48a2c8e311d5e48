"""The only module that knows Pillow: one decode, all sizes, nothing but pixels kept."""

import io
import stat
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageFilter, UnidentifiedImageError

from potret.media.limit import MAX_BYTES, MEGAPIXELS, UnreadablePhoto, check_pixels
from potret.media.rendition import RENDITIONS, Kind, Rendition, Size, plan, widest

register_heif_opener()  # in Pillow's own table of formats, which is how it takes a decoder

# Without an allow-list Pillow would start Ghostscript on an EPS file that is named .jpg.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF", "AVIF")
_ORIENTATION = 0x0112
_EXIF, _TAKEN = 0x8769, 0x9003
_FLAT = 24
"""Levels of brightness; a sheet of paper or a night without more of them looks like any other."""
_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How each EXIF orientation is laid upright."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in percent of the upright picture."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One rendition as bytes."""

    kind: Kind
    width: int
    height: int
    data: bytes


def encode(file: Path, boxes: Sequence[Box] = (), table: Sequence[Rendition] = RENDITIONS) -> tuple[list[Encoded], str]:
    """Decode a photo once, make the boxes unrecognisable and encode every rendition; also give the average colour.

    Raises UnreadablePhoto for anything that is not a whole, reasonable picture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of strange EXIF; for bombs our own limits are lower than Pillow's
            raster, whole = _read(file, table)
    except UnreadablePhoto:
        raise
    except PermissionError as error:
        raise UnreadablePhoto("photo-closed") from error
    except UnidentifiedImageError as error:
        raise UnreadablePhoto("photo-kind") from error
    except Image.DecompressionBombError as error:
        raise UnreadablePhoto("photo-pixels", pixels="> 178", limit=max(MEGAPIXELS.values())) from error
    except Exception as error:  # damaged bytes can raise anything in a parser, and one photo must not stop the others
        raise UnreadablePhoto("photo-unreadable", reason=type(error).__name__) from error
    return _encode(_blurred(raster, boxes), plan(whole, table))


def measure(file: Path) -> Size | None:
    """Read a photo's upright size in pixels from its header; None for what is no picture."""
    try:
        with warnings.catch_warnings(), Image.open(file, formats=FORMATS) as opened:
            warnings.simplefilter("ignore")
            return opened.size[::-1] if _orientation(opened) in _ON_THEIR_SIDE else opened.size
    except Exception:  # noqa: BLE001 - damaged bytes can raise anything, and a size is only asked for advice
        return None


def likeness(file: Path) -> int | None:
    """Fingerprint a photo in 128 bits that survive scaling and recompression; None for no picture or an even one.

    Each bit says whether brightness falls to the right (64) or downwards (64) in a picture of 9 by 9 pixels.
    """
    try:
        with warnings.catch_warnings(), Image.open(file, formats=FORMATS) as opened:
            warnings.simplefilter("ignore")
            check_pixels(_kind(opened), opened.size)
            turn = _TURNS.get(_orientation(opened))
            opened.draft("L", (72, 72))
            grey = _srgb(opened, None).convert("L").resize((9, 9), Image.Resampling.BOX)
    except Exception:  # noqa: BLE001 - damaged bytes can raise anything; the photo is reported where it is published
        return None
    raw = (grey.transpose(turn) if turn is not None else grey).tobytes()
    if max(raw) - min(raw) < _FLAT:
        return None
    across = [raw[9 * row + column] > raw[9 * row + column + 1] for row in range(8) for column in range(8)]
    down = [raw[9 * row + column] > raw[9 * row + column + 9] for row in range(8) for column in range(8)]
    return int("".join("1" if bit else "0" for bit in across + down), 2)


def taken(file: Path) -> date | None:
    """Read from a photo on which day it was taken; None where it does not say."""
    try:
        with warnings.catch_warnings(), Image.open(file, formats=FORMATS) as opened:
            warnings.simplefilter("ignore")
            said = opened.getexif().get_ifd(_EXIF).get(_TAKEN)
        return datetime.strptime(str(said)[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - a camera knows no zone
    except Exception:  # noqa: BLE001 - damaged bytes can raise anything, and a day is only asked for an order
        return None


def _encode(raster: Image.Image, sizes: list[tuple[Rendition, Size]]) -> tuple[list[Encoded], str]:
    """Make every size from the next larger one."""
    made: dict[Rendition, Encoded] = {}
    for rendition, size in sorted(sizes, key=lambda one: one[1], reverse=True):
        if raster.size != size:
            raster = raster.resize(size, Image.Resampling.LANCZOS)
        made[rendition] = Encoded(rendition.kind, *size, _bytes(raster, rendition))
    pixel: Any = raster.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return [made[rendition] for rendition, _ in sizes], "#{:02x}{:02x}{:02x}".format(*pixel)


def _bytes(raster: Image.Image, rendition: Rendition) -> bytes:
    buffer = io.BytesIO()
    if rendition.kind == "webp":
        raster.save(buffer, "WEBP", quality=rendition.quality, method=4)
    else:
        subsampling = "4:4:4" if rendition.is_fine else "4:2:0"
        raster.save(buffer, "JPEG", quality=rendition.quality, optimize=True, subsampling=subsampling)
    return buffer.getvalue()


def _read(file: Path, table: Sequence[Rendition]) -> tuple[Image.Image, Size]:
    """Decode a photo to the largest size that is needed, upright and in sRGB; also give its whole upright size."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadablePhoto("photo-kind")
    if status.st_size > MAX_BYTES:
        raise UnreadablePhoto("photo-bytes", limit=MAX_BYTES // 2**20)
    with Image.open(file, formats=FORMATS) as opened:
        check_pixels(_kind(opened), opened.size)
        orientation = _orientation(opened)
        lies = orientation in _ON_THEIR_SIDE
        whole = opened.size[::-1] if lies else opened.size
        size = widest(whole, table)
        small = _shrunk(opened, size[::-1] if lies else size)
    upright = small.transpose(_TURNS[orientation]) if orientation in _TURNS else small
    return _bare(_srgb(upright, opened.info.get("icc_profile"))), whole


def _kind(image: Image.Image) -> str:
    """Name the row of limits; a phone's JPEG with a second picture behind it is an MPO to Pillow."""
    if image.format in {"JPEG", "MPO"}:
        return "progressive" if image.info.get("progressive") else "JPEG"
    return str(image.format)


def _orientation(image: Image.Image) -> int:
    """Read how the photo has to be turned; libheif has already turned a HEIC."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - a photo with damaged EXIF is still a photo
        return 1
    return found if isinstance(found, int) and image.format != "HEIF" else 1


def _shrunk(image: Image.Image, size: Size) -> Image.Image:
    """Decode to a size.

    draft() lets libjpeg decode at a half, a quarter or an eighth (a quarter of the CPU, a twelfth of the memory); it
    does less or nothing where a side of the box was rounded up, so each gives away a pixel.
    """
    image.draft("RGB", (max(1, size[0] - 1), max(1, size[1] - 1)))
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    elif image.mode not in {"RGB", "L", "CMYK", "RGBA", "LA"} or "transparency" in image.info:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Turn any mode and any colour profile into sRGB, transparency on white."""
    if image.mode in {"RGBA", "LA"}:
        rgba = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), rgba).convert("RGB")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile: the plain conversion below is what every viewer would show
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def _bare(image: Image.Image) -> Image.Image:
    """Forget comment, EXIF, XMP and profile, which Pillow hands on from the original and some encoders write."""
    image.info = {}
    return image


def _blurred(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """Make boxes unrecognisable: five by five averages are all that is left of each, and no filter brings back more."""
    for left, top, width, height in boxes:
        x, y = int(left * image.width / 100), int(top * image.height / 100)
        right, bottom = -int(-(left + width) * image.width // 100), -int(-(top + height) * image.height // 100)
        box = (x, y, min(image.width, max(right, x + 1)), min(image.height, max(bottom, y + 1)))
        region = image.crop(box)
        coarse = region.resize((5, 5), Image.Resampling.BOX).resize(region.size, Image.Resampling.BICUBIC)
        image.paste(coarse.filter(ImageFilter.GaussianBlur(max(region.size) / 20)), box)
    return image

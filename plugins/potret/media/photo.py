"""The only module that knows Pillow: one decode, all sizes, nothing but pixels kept."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps

from potret.media.rendition import plan

# Without an allow-list Pillow would start Ghostscript on an EPS file that is named .jpg.
FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 60_000_000
"""A 48 kB PNG can hold 150 megapixels; a phone photo has 12 to 50."""


_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})
"""EXIF orientations of photos that lie on their side."""


class UnreadablePhoto(Exception):  # noqa: N818 - names the thing, as FileNotFoundError would
    """The file is not a picture we can show; the text says why, for a problem."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One rendition as bytes."""

    width: int
    height: int
    data: bytes


def encode(file: Path) -> tuple[list[Encoded], str]:
    """Decode a photo once and encode every rendition as JPEG; also give its average colour as #rrggbb.

    Raises UnreadablePhoto for anything that is not a whole, reasonable picture.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise UnreadablePhoto(f"> {MAX_BYTES // 2**20} MB")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _encode(file)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UnreadablePhoto(type(error).__name__) from error


def _encode(file: Path) -> tuple[list[Encoded], str]:
    with Image.open(file, formats=FORMATS) as opened:
        if opened.width * opened.height > MAX_PIXELS and opened.format != "JPEG":
            raise UnreadablePhoto(f"> {MAX_PIXELS // 10**6} MP")
        _draft(opened)
        upright = _srgb(ImageOps.exif_transpose(opened))
    sizes = plan(upright.size)
    encoded: list[Encoded] = []
    for rendition, size in reversed(sizes):  # a cascade: each size is made from the next larger one
        upright = upright.resize(size, Image.Resampling.LANCZOS) if size != upright.size else upright
        encoded.append(Encoded(*size, _jpeg(upright, rendition.quality)))
    pixel: Any = upright.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return encoded[::-1], "#{:02x}{:02x}{:02x}".format(*pixel)


def _draft(image: Image.Image) -> None:
    """Let libjpeg decode at a fraction of the size (a quarter of the CPU, a twelfth of the memory).

    The box keeps the photo's own aspect, or draft() does nothing.
    """
    if image.format == "JPEG" and image.width > 0:
        turned = image.getexif().get(0x0112, 1) in _ON_THEIR_SIDE
        largest = plan((image.height, image.width) if turned else image.size)[-1][1]
        image.draft("RGB", largest[::-1] if turned else largest)


def _srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile: the plain conversion below is what every viewer would show
        if converted is not None:
            return converted
    return _flat(image)


def _flat(image: Image.Image) -> Image.Image:
    """Turn any mode into RGB, transparency on white."""
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode == "P" or image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """Encode from raw pixels, so that comments, EXIF, XMP and profiles of the original cannot come along."""
    bare = Image.frombytes("RGB", image.size, image.tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return buffer.getvalue()

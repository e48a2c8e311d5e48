"""Photo-like pictures made here, and how like its original a rendition is: Pillow alone, no numpy."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from PIL import Image, ImageChops, ImageFilter, ImageMath

# Constants of SSIM (Wang and others, 2004) for values from 0 to 255.
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_WINDOW = 8
_DIFFERENT = 20


def photo(file: Path, size: tuple[int, int], seed: int) -> None:
    """Write a JPEG that costs as much as a phone's: shapes of all sizes, fine grain, 4 to 6 MB at 12 megapixels."""
    bands = []
    for band in range(3):
        layer = Image.linear_gradient("L").rotate(90 * ((seed + band) % 4)).resize(size)
        for cell, weight in ((400, 0.5), (80, 0.4), (16, 0.3), (4, 0.2)):
            cells = Image.effect_noise((size[0] // cell + 2, size[1] // cell + 2), 90)
            layer = Image.blend(layer, cells.resize(size, Image.Resampling.BICUBIC), weight)
        bands.append(layer)
    grain = Image.effect_noise(size, 20).filter(ImageFilter.GaussianBlur(0.8))
    Image.merge("RGB", [ImageChops.add(band, grain, 1, -128) for band in bands]).save(file, quality=92, subsampling=2)


def photos(batches: Sequence[Path], size_of_batch: int, count: int, size: tuple[int, int]) -> None:
    """Write photos; beyond the first twenty they are the same pictures in other bytes, which saves a second each."""
    made: list[Path] = []
    for number in range(count):
        file = batches[number // size_of_batch] / f"{number:03d}.jpg"
        if number < _DIFFERENT:
            photo(file, size, number)
            made.append(file)
        else:
            data, comment = made[number % _DIFFERENT].read_bytes(), b"\xff\xfe\x00\x05" + f"{number:03d}".encode()
            file.write_bytes(data[:2] + comment + data[2:])


def enlarged(samples: Path, folder: Path, width: int, count: int) -> None:
    """Write some real photos of the schools as wide as a phone's, with their detail at the widths of the renditions."""
    for file in sorted(samples.glob("**/*.jpg")):
        with Image.open(file) as opened:
            # a narrower one would have nothing left to lose
            if opened.width >= 1900 and len(list(folder.iterdir())) < count:
                size = (width, round(opened.height * width / opened.width))
                opened.resize(size, Image.Resampling.LANCZOS).save(folder / file.name, quality=95)


def ssim(reference: Path, rendition: Path | IO[bytes]) -> float:
    """Mean structural similarity of luma in windows of 8 pixels; a larger reference is resized without short cuts."""
    with Image.open(rendition) as opened:
        seen = opened.convert("L").convert("F")
    with Image.open(reference) as opened:
        whole = opened.resize(seen.size, Image.Resampling.LANCZOS).convert("L").convert("F")
    mean_x, mean_y = _means(whole), _means(seen)
    xx, yy, xy = (_means(_product(*pair)) for pair in ((whole, whole), (seen, seen), (whole, seen)))
    score = ImageMath.lambda_eval(
        lambda a: (
            ((2 * a["x"] * a["y"] + _C1) * (2 * (a["xy"] - a["x"] * a["y"]) + _C2))
            / (
                (a["x"] * a["x"] + a["y"] * a["y"] + _C1)
                * (a["xx"] - a["x"] * a["x"] + a["yy"] - a["y"] * a["y"] + _C2)
            )
        ),
        x=mean_x,
        y=mean_y,
        xx=xx,
        yy=yy,
        xy=xy,
    )
    return float(score.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda a: a["one"] * a["other"], one=one, other=other)


def _means(image: Image.Image) -> Image.Image:
    return image.resize((image.width // _WINDOW, image.height // _WINDOW), Image.Resampling.BOX)

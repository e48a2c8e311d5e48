"""How much of a photo we are ready to take in, and what is said when it is too much. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_BYTES = 60 * 1024 * 1024
"""A phone's photo has 4 to 12 MB, a scan of A3 in JPEG 40."""

# Megapixels. A phone photo has 12 to 50; a 48 kB PNG can claim 150. A plain JPEG is decoded at a fraction of its size:
# 100 megapixels take 90 MB in all. A progressive one keeps its coefficients (60: 224 MB), the others all their pixels
# (60: PNG 351 MB, GIF 408, PNG with transparency 578).
MEGAPIXELS: Mapping[str, int] = {
    "JPEG": 150,
    "progressive": 60,
    "PNG": 60,
    "WEBP": 60,
    "GIF": 60,
    "HEIF": 60,
    "AVIF": 60,
}

SECONDS = 60
"""Of the processor, for one photo: the heaviest that is allowed takes 4; a JPEG of 60 megapixels can hide thousands of
scans."""

PATIENCE = 5
"""How many times that the clock may show: a busy machine must not cost a school its photo."""

MEMORY = 1024
"""Megabytes of data for one worker: the heaviest photo that is allowed takes 578 (a PNG with transparency)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a photo cannot be shown: the code of a problem and what its sentence needs."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    is_final: bool = field(default=False, compare=False)
    """Whether it would be the same another time: not so for what a busy machine, or the system, ended."""


HEAVY = Reason("photo-heavy")
"""A photo that was ended for its time or memory."""


class UnreadablePhoto(Exception):  # noqa: N818 - names the thing, as FileNotFoundError would
    """The file is not a picture we can show."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.reason = Reason(code, {name: str(value) for name, value in values.items()})


def check_pixels(kind: str, size: tuple[int, int]) -> None:
    """Refuse a picture of more pixels than its kind may have, before any is decoded."""
    limit = MEGAPIXELS[kind]
    if size[0] * size[1] > limit * 10**6:
        raise UnreadablePhoto("photo-pixels", pixels=-(-size[0] * size[1] // 10**6), limit=limit)

"""Pictures inside a finished PDF: how sharp each one is printed, and that it holds nothing but pixels."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pikepdf

from potret.checks.metadata import jpeg

_DEEPEST = 12
"""Forms within forms that are looked into: Typst nests two, and a circle would have no end."""
_PLAIN = 480
"""Bytes of the colour profile that Typst gives every picture; it has no room for the name of a device."""


Drawn = tuple[int, int, pikepdf.Matrix]


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page."""

    page: int
    """From 1."""
    width: int
    height: int
    """Pixels."""
    dpi: float
    """Dots per inch as printed, along the side where they are fewer."""


def placed(data: bytes) -> list[Placed]:
    """List every picture of a PDF where it is drawn. Raises pikepdf.PdfError for what is no PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            Placed(number, width, height, _dpi(width, height, matrix))
            for number, page in enumerate(pdf.pages, 1)
            for width, height, matrix in _drawn(page, page.get("/Resources"), pikepdf.Matrix(), 0)
        ]


def leftovers(data: bytes) -> Iterator[str]:
    """Name what the pictures of a PDF hold besides themselves: segments of a JPEG, XMP, a colour profile."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") != "/Image":
                continue
            if "/Metadata" in one or "/PieceInfo" in one:
                yield "metadata of a picture"
            if _has_profile(one.get("/ColorSpace")):
                yield "colour profile of a picture"
            if _is_jpeg(one.get("/Filter")):
                yield from jpeg(one.read_raw_bytes())


def _has_profile(space: object) -> bool:
    """Tell whether a picture brings a profile of its own; all have the one of Typst, which says "sRGB"."""
    if not isinstance(space, pikepdf.Array) or space[0] != "/ICCBased":
        return False
    profile = space[1].read_bytes()
    return len(profile) > _PLAIN or "sRGB".encode("utf-16-be") not in profile


def _is_jpeg(filters: object) -> bool:
    return filters == pikepdf.Name.DCTDecode or (
        isinstance(filters, pikepdf.Array) and len(filters) == 1 and filters[0] == pikepdf.Name.DCTDecode
    )


def _drawn(
    content: pikepdf.Object | pikepdf.Page, resources: object, start: pikepdf.Matrix, depth: int
) -> Iterator[Drawn]:
    """Follow the matrix through a page's content and its forms."""
    found: Any = resources.get("/XObject", {}) if isinstance(resources, pikepdf.Dictionary) else {}
    matrix, kept = start, list[pikepdf.Matrix]()
    for step in pikepdf.parse_content_stream(content, "q Q cm Do"):
        sign, operands = str(step.operator), step.operands
        if sign == "q":
            kept.append(matrix)
        elif sign == "Q" and kept:
            matrix = kept.pop()
        elif sign == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif sign == "Do" and str(operands[0]) in found:
            yield from _one(found[str(operands[0])], resources, matrix, depth)


def _one(thing: pikepdf.Object, resources: object, matrix: pikepdf.Matrix, depth: int) -> Iterator[Drawn]:
    if thing.get("/Subtype") == "/Image":
        yield int(thing["/Width"]), int(thing["/Height"]), matrix
    elif thing.get("/Subtype") == "/Form" and depth < _DEEPEST:
        own = pikepdf.Matrix(*map(float, thing.get("/Matrix", (1, 0, 0, 1, 0, 0))))
        yield from _drawn(thing, thing.get("/Resources", resources), own @ matrix, depth + 1)


def _dpi(width: int, height: int, matrix: pikepdf.Matrix) -> float:
    across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    return 72 * min(width / across, height / up)

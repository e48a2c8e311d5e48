import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from pictures import encoded, phone_photo, profile
from potret.checks.sheets import Placed, leftovers, placed

PLAIN = encoded(Image.new("RGB", (600, 300)), "JPEG")
Stream = Callable[[pikepdf.Pdf], pikepdf.Stream]


def picture(data: bytes, **more: object) -> Stream:
    def made(pdf: pikepdf.Pdf) -> pikepdf.Stream:
        named = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Filter": pikepdf.Name.DCTDecode}
        rest = {"Width": 600, "Height": 300, "ColorSpace": pikepdf.Name.DeviceRGB, "BitsPerComponent": 8}
        own = {key: one(pdf) if callable(one) else one for key, one in more.items()}
        return pikepdf.Stream(pdf, data, {f"/{key}": one for key, one in {**named, **rest, **own}.items()})

    return made


def sheet(content: bytes, image: Stream, form: bytes = b"") -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(720, 720))
    things = {"/P": pdf.make_indirect(image(pdf))}
    if form:
        row = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/Matrix": [2, 0, 0, 2, 0, 0]}
        inner = pikepdf.Stream(pdf, form, row)
        inner["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/P": things["/P"]}))
        things["/F"] = pdf.make_indirect(inner)
    page["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(things))
    page["/Contents"] = pikepdf.Stream(pdf, content)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "form", "dpi"),
    [
        pytest.param(b"q 144 0 0 72 0 0 cm /P Do Q", b"", [300], id="two inches"),
        pytest.param(b"q 144 0 0 144 0 0 cm /P Do Q", b"", [150], id="stretched upwards"),
        pytest.param(b"q 2 0 0 2 0 0 cm 144 0 0 72 0 0 cm /P Do Q", b"", [150], id="scaled twice"),
        pytest.param(b"q 0 144 -72 0 0 0 cm /P Do Q", b"", [300], id="turned"),
        pytest.param(b"q 9 0 0 9 0 0 cm Q 144 0 0 72 0 0 cm /P Do", b"", [300], id="what was put back"),
        pytest.param(b"/F Do", b"144 0 0 72 0 0 cm /P Do", [150], id="in a form with its own matrix"),
        pytest.param(b"q 144 0 0 72 0 0 cm /P Do Q 72 0 0 36 0 0 cm /P Do", b"", [300, 600], id="twice"),
        pytest.param(b"q Q", b"", [], id="not drawn"),
    ],
)
def test_dots_per_inch_are_those_on_the_page(content: bytes, form: bytes, dpi: list[float]) -> None:
    found = placed(sheet(content, picture(PLAIN), form))
    assert found == [Placed(1, 600, 300, pytest.approx(one)) for one in dpi]


@pytest.mark.parametrize(
    ("image", "found"),
    [
        pytest.param(picture(PLAIN), [], id="only pixels"),
        pytest.param(picture(phone_photo()), ["JPEG segment E1"], id="camera"),
        pytest.param(
            picture(PLAIN, Metadata=lambda pdf: pikepdf.Stream(pdf, b"<x/>")), ["metadata of a picture"], id="XMP"
        ),
        pytest.param(
            picture(PLAIN, ColorSpace=lambda pdf: [pikepdf.Name.ICCBased, pikepdf.Stream(pdf, profile(), {"/N": 3})]),
            ["colour profile of a picture"],
            id="profile",
        ),
    ],
)
def test_what_a_picture_carries_along_is_found(image: Stream, found: list[str]) -> None:
    told = list(leftovers(sheet(b"q Q", image)))
    assert set(found) <= set(told)
    assert bool(told) is bool(found)

"""What one of our PDFs carries besides its pages; the pictures in it are handed out as they lie there."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_TOLD = frozenset({"/Title", "/Creator", "/Producer", "/ModDate", "/CreationDate"})
"""Of the document's information: Typst's own name and the title."""


def extras(pdf: "pikepdf.Pdf") -> Iterator[str]:
    """Name persons, scripts, actions and files that came along."""
    root: Any = pdf.Root
    names: Any = root.get("/Names", {})
    yield from (f"PDF info {key}" for key, _ in pdf.docinfo.items() if key not in _TOLD)
    yield from (f"PDF {key}" for key in ("/OpenAction", "/AA", "/AcroForm", "/AF", "/Collection") if key in root)
    yield from (f"PDF {key}" for key in ("/JavaScript", "/EmbeddedFiles") if key in names)


def pictures(pdf: "pikepdf.Pdf") -> Iterator[bytes]:
    """Give every JPEG in the document, byte for byte; other pictures are nothing but pixels there."""
    import pikepdf  # noqa: PLC0415 - see below

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == pikepdf.Name.DCTDecode:
            yield thing.read_raw_bytes()


def opened(data: bytes) -> "pikepdf.Pdf | None":
    """Open a document; None where it is none."""
    import pikepdf  # noqa: PLC0415 - 60 ms, and most builds meet no PDF

    try:
        return pikepdf.open(io.BytesIO(data))
    except pikepdf.PdfError:
        return None

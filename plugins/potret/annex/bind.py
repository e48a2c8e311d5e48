"""Cleaned pages onto the sheets that our own document keeps for them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Name, Rectangle

_POINTS = 72 / 25.4
"""In a millimetre."""
_CLAIM = "http://www.aiim.org/pdfua/ns/id/"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a document, and the box of our page it goes to; millimetres from the upper left corner."""

    page: int
    """Of our own document, counted from 0."""
    file: Path
    number: int
    """Page of the file, counted from 0."""
    box: tuple[float, float, float, float]
    """Left, top, width, height."""


def bound(data: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Put the pages into their boxes, whole and in the middle, never enlarged beyond the box.

    Our own tags, outline and language stay. What is put in is not tagged: a figure of ours with an alternative text
    stands around each page. So the document no longer says that it is PDF/UA.
    """
    files: dict[Path, pikepdf.Pdf] = {}
    try:
        with pikepdf.open(io.BytesIO(data)) as target:
            for sheet in sheets:
                if sheet.file not in files:
                    files[sheet.file] = pikepdf.open(sheet.file)
                _place(target, sheet, files)
            with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                metadata.pop(f"{{{_CLAIM}}}part", None)
            stream = io.BytesIO()
            target.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            return stream.getvalue()
    finally:
        for file in files.values():
            file.close()


def _place(target: pikepdf.Pdf, sheet: Sheet, files: Mapping[Path, pikepdf.Pdf]) -> None:
    page = target.pages[sheet.page]
    form = target.copy_foreign(files[sheet.file].pages[sheet.number].as_form_xobject())
    name = page.add_resource(form, Name.XObject, Name(f"/Lampiran{sheet.number}"))
    left, top, width, height = (side * _POINTS for side in sheet.box)
    ceiling = float(page.mediabox[3])
    box = Rectangle(left, ceiling - top - height, left + width, ceiling - top)
    drawn = page.calc_form_xobject_placement(
        form, name, box, invert_transformations=True, allow_shrink=True, allow_expand=True
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q\n/Artifact BMC\n" + drawn + b"\nEMC\n")

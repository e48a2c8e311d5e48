"""Documents as bytes, made by hand: sound ones, and ones that would do something when they are opened."""

import io
import zipfile
import zlib
from collections.abc import Mapping


def pdf(*objects: str, root: str = "", page: str = "", tail: bytes = b"") -> bytes:
    """Make a PDF of one empty page; `objects` are numbered from 4, `root` and `page` are more of those dictionaries."""
    bodies = [
        f"<</Type/Catalog/Pages 2 0 R{root}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]{page}>>",
        *objects,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body.encode("latin-1") + b"\nendobj\n"
    table = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (table + end).encode() + tail


def packed(*inner: str) -> str:
    """Put objects into a compressed object stream, where no search through the bytes finds them."""
    places, text = [], ""
    for number, body in enumerate(inner, 10):
        places.append(f"{number} {len(text)}")
        text += body + " "
    head = " ".join(places) + " "
    data = zlib.compress((head + text).encode())
    rule = f"<</Type/ObjStm/N {len(inner)}/First {len(head)}/Length {len(data)}/Filter/FlateDecode>>"
    return f"{rule}\nstream\n{data.decode('latin-1')}\nendstream"


TYPES = "<Types/>"
DOCX = {"[Content_Types].xml": TYPES, "word/document.xml": "<w:document/>"}
XLSX = {"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>"}
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content/>"}


def office(parts: Mapping[str, str | bytes], **more: str | bytes) -> bytes:
    """Zip the parts of an office file; `more` are parts whose names are words."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **more}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


SOUND: Mapping[str, bytes] = {
    ".pdf": pdf(),
    ".docx": office(DOCX),
    ".xlsx": office(XLSX),
    ".odt": office(ODT),
    ".ods": office(ODT),
    ".csv": b"a,b\n-5,+62 812\n",
}

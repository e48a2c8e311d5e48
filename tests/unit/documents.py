"""Small real documents with a given text, for tests of what reads them."""

import io
import zipfile
from xml.sax.saxutils import escape

import docx
import openpyxl
from pypdf import PdfReader, PdfWriter


def pdf(*pages: str) -> bytes:
    """Make a PDF with one line of text on each page; written by hand, as pypdf only reads text."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{rows}{trailer}".encode("latin-1")


def locked(data: bytes) -> bytes:
    """Lock a PDF with a password."""
    writer, out = PdfWriter(PdfReader(io.BytesIO(data))), io.BytesIO()
    writer.encrypt("rahasia", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """Make a Word document with paragraphs and, if given, a table."""
    made, out = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    if table:
        grid = made.add_table(len(table), len(table[0]))
        for row, texts in enumerate(table):
            for column, text in enumerate(texts):
                grid.cell(row, column).text = text
    made.save(out)
    return out.getvalue()


def sheet(*rows: tuple[object, ...]) -> bytes:
    """Make a workbook of one sheet."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def odt(text: str) -> bytes:
    """Make what the guard reads of a text of LibreOffice: its content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "content.xml",
            '<o:doc xmlns:o="o" xmlns:text="t"><text:p>' + f"<text:span>{escape(text)}</text:span></text:p></o:doc>",
        )
    return out.getvalue()

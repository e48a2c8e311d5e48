"""Where the printer cuts: TrimBox and BleedBox, which Typst does not write (ISO 32000-1, 14.11.2)."""

import re
from collections.abc import Iterator

_POINTS = 72 / 25.4
"""In a millimetre."""
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_HEAD = re.compile(rb"xref\s+0 (\d+)\s*?\n")
_ENTRY = 20
"""Bytes of an entry in the table of a PDF."""
_PAGE = re.compile(rb"(\d+) 0 obj\s*<</Type/Page\b.*?/MediaBox\[0 0 ([\d.]+) ([\d.]+)\].*?>>\s*endobj", re.DOTALL)
_LONGEST = 4000
"""Bytes of a page's dictionary, more than Typst ever writes."""


def trimmed(data: bytes, bleed: float) -> bytes:
    """Add the boxes to every page, `bleed` millimetres inside it, as an incremental update: nothing is rewritten.

    Gives the document as it was where its table of objects is not of the plain kind Typst writes.
    """
    start = _START.search(data)
    head = _HEAD.match(data, int(start[1])) if start else None
    trailer = data.rfind(b"trailer\n<<") if head else -1
    if start is None or head is None or trailer < 0:
        return data
    edge = bleed * _POINTS
    body, rows = bytearray(data.rstrip() + b"\n"), []
    for page in _pages(data, head.end(), int(head[1])):
        wide, high = float(page[2]), float(page[3])
        boxes = f"/TrimBox[{edge:.3f} {edge:.3f} {wide - edge:.3f} {high - edge:.3f}]/BleedBox[0 0 {wide} {high}]"
        place = page[0].rindex(b">>")
        rows.append(b"%d 1\n%010d 00000 n\r\n" % (int(page[1]), len(body)))
        body += page[0][:place] + boxes.encode() + page[0][place:] + b"\n"
    table = len(body)
    inside = data[trailer + len(b"trailer\n<<") : start.start()].rstrip().removesuffix(b">>")
    body += b"xref\n" + b"".join(rows) + b"trailer\n<<" + inside + b"/Prev " + start[1] + b">>\n"
    return bytes(body + b"startxref\n%d\n%%%%EOF\n" % table)


def _pages(data: bytes, table: int, count: int) -> Iterator[re.Match[bytes]]:
    """Find page objects by the table, never by their looks: a picture may hold any bytes."""
    for number in range(1, count):
        entry = data[table + number * _ENTRY :][:_ENTRY]
        offset = int(entry[:10])
        found = _PAGE.match(data, offset, offset + _LONGEST)
        if entry[17:18] == b"n" and found and int(found[1]) == number:
            yield found

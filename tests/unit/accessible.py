"""A structural check for PDF/UA-1 (ISO 14289-1): what a machine can tell without judging the words.

It is no substitute for veraPDF, whose 106 conditions it does not all know, and no checker can say if a text is right.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

HEADINGS = {f"/H{number}": number for number in range(1, 7)}


def faults(data: bytes, *, locale: str, claims: bool = True) -> list[str]:
    """Name what is missing; `claims` says whether the document must call itself PDF/UA-1."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_document(pdf, locale, claims=claims), *_tags(pdf), *_fonts(pdf), *_pages(pdf)]


def _document(pdf: pikepdf.Pdf, locale: str, *, claims: bool) -> Iterator[str]:
    root: Any = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")).startswith(locale):
        yield f"language {root.get('/Lang')}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "title not shown"
    if "/StructTreeRoot" not in root:
        yield "no structure"
    if not pdf.open_outline().root:
        yield "no outline"
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title"
        if (metadata.get("pdfuaid:part") == "1") is not claims:
            yield f"claims PDF/UA: {not claims}"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in root:
            yield f"{key} in the document"


def elements(node: Any, depth: int = 0) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid, depth + 1)


def _tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    last = 0
    for one in elements(pdf.Root.StructTreeRoot):
        kind = str(one.S)
        if kind == "/Figure" and not str(one.get("/Alt", "")).strip():
            yield "figure without an alternative text"
        if kind in HEADINGS:
            if HEADINGS[kind] > last + 1:
                yield f"heading level {last} is followed by {HEADINGS[kind]}"
            last = HEADINGS[kind]
        if kind == "/TH" and not any("/Scope" in attribute for attribute in _attributes(one)):
            yield "header cell without a scope"


def _attributes(one: Any) -> list[Any]:
    found = one.get("/A", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for one in pdf.objects:
        is_described = isinstance(one, pikepdf.Dictionary) and one.get("/Type") == Name.FontDescriptor
        if is_described and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()):
            yield f"typeface {one.FontName} not embedded"
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == Name.Type0 and "/ToUnicode" not in one:
            yield "typeface without Unicode"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if page.obj.get("/Tabs") not in {None, Name.S}:
            yield f"page {number}: order of tabs"
        if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: links, but no order of tabs"
        if "/StructParents" not in page.obj:
            yield f"page {number}: nothing of it is tagged"

"""Word files and tables for tests, and Word files that must not be opened."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw

from workbooks import repacked

Part = tuple[str, Any]
"""("h1", words), ("p", words), ("b", bold words), ("li", words), ("foto", colour) or ("table", rows)."""


def word(folder: Path, *parts: Part, title: str = "", name: str = "laporan.docx") -> Path:
    """Write a Word file."""
    made = Document()
    if title:
        made.add_heading(title, 0)
    for kind, value in parts:
        if kind == "table":
            table = made.add_table(len(value), len(value[0]))
            for row, cells in zip(table.rows, value, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif kind == "foto":
            made.add_picture(io.BytesIO(jpeg(value)))
        elif kind == "b":
            made.add_paragraph().add_run(value).bold = True
        elif kind == "li":
            made.add_paragraph(value, style="List Bullet")
        elif kind == "p":
            made.add_paragraph(value)
        else:
            made.add_heading(value, int(kind[1]))
    made.save(folder / name)
    return folder / name


def hostile(file: Path, **parts: bytes) -> Path:
    """Put parts into a Word file; `__` in a name stands for a slash."""
    return repacked(file, **parts)


def jpeg(colour: str, size: tuple[int, int] = (60, 40)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "JPEG")
    return stream.getvalue()


def scene(seed: int, size: tuple[int, int] = (900, 600)) -> Image.Image:
    """A picture with its own lights and shades; another seed is another picture."""
    picture = Image.new("RGB", size, ((seed * 37) % 256, 90, 120))
    draw = ImageDraw.Draw(picture)
    state = seed * 7919 + 17
    for _ in range(30):
        numbers = []
        for _ in range(7):
            state = (state * 1103515245 + 12345) % 2**31
            numbers.append(state >> 8)
        x, y = numbers[0] % size[0], numbers[1] % size[1]
        box = (x, y, x + 60 + numbers[2] % 300, y + 60 + numbers[3] % 200)
        draw.rectangle(box, fill=(numbers[4] % 256, numbers[5] % 256, numbers[6] % 256))
    return picture


def photo(folder: Path, name: str, seed: int, width: int = 900, quality: int = 90) -> Path:
    picture = scene(seed)
    picture.thumbnail((width, width))
    picture.save(folder / name, "JPEG", quality=quality)
    return folder / name


def table(folder: Path, *rows: Sequence[Any], name: str = "tabel.xlsx") -> Path:
    """Write a workbook of one sheet."""
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    made.save(folder / name)
    return folder / name


def everything(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder but for the journals, with its bytes."""
    files = (file for file in folder.rglob("*") if file.is_file() and ".potret" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}

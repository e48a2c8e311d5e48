"""The workbook a school fills in: one row a code, codes as text, with the choices and bounds built in.

The words on it are data of this module's caller: `strings` under `workbook`, so that both languages stand on it.
"""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from potret import strings
from potret.standard import Catalogue, Item

COLUMNS = ("kode", "nama", "nilai", "berlaku", "target", "catatan")
_WIDTHS = {"A": 10, "B": 72, "C": 10, "D": 10, "E": 10, "F": 40, "G": 12}
_HEADER = 5
_STEPS = 9


def template(edition: Catalogue) -> bytes:
    """Make the empty workbook of an edition."""
    book = Workbook()
    sheet = book.active
    sheet.title = strings.text("workbook.sheet", "id")
    columns = (*COLUMNS, "label") if edition.labels else COLUMNS
    _head(sheet, edition, columns)
    last = _rows(sheet, edition)
    _choices(sheet, edition, last)
    _explain(book.create_sheet(strings.text("workbook.help", "id")))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(sheet: Any, edition: Catalogue, columns: tuple[str, ...]) -> None:  # noqa: ANN401 - openpyxl has no types
    kind = strings.text(f"workbook.kind.{edition.edition}", "id")
    sheet["A1"], sheet["A1"].font = kind, Font(bold=True, size=14)
    for row, label in ((2, "NPSN"), (3, "Tahun")):
        sheet.cell(row, 1, label)
        sheet.cell(row, 3).number_format = "@"
    sheet["B2"] = strings.text("workbook.npsn", "id")
    sheet["B3"] = strings.text("workbook.year", "id")
    for number, title in enumerate(columns, 1):
        cell = sheet.cell(_HEADER, number, title)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
    sheet.freeze_panes = f"C{_HEADER + 1}"
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width


def _rows(sheet: Any, edition: Catalogue) -> int:  # noqa: ANN401
    row = _HEADER
    for item, depth in _walk(edition.tree, 0):
        if item.code not in edition.items:
            continue
        row += 1
        code = sheet.cell(row, 1, item.code)
        code.number_format = "@"  # text: as a number 1.10 would become 1.1
        name = sheet.cell(row, 2, item.name("id"))
        name.alignment = Alignment(wrap_text=True, indent=depth, vertical="top")
        name.font = code.font = Font(bold=depth == 0)
    return row


def _walk(items: tuple[Item, ...], depth: int) -> list[tuple[Item, int]]:
    return [found for item in items for found in [(item, depth), *_walk(item.children, depth + 1)]]


def _choices(sheet: Any, edition: Catalogue, last: int) -> None:  # noqa: ANN401
    first = _HEADER + 1
    bounds = DataValidation("decimal", operator="between", formula1=str(edition.low), formula2=str(edition.high))
    bounds.error = strings.text("workbook.bounds", "id", low=edition.low, high=edition.high)
    bounds.add(f"C{first}:C{last}")
    bounds.add(f"E{first}:E{last}")
    applies = DataValidation("list", formula1='"ya,tidak"', allow_blank=True)
    applies.add(f"D{first}:D{last}")
    found = [bounds, applies]
    if edition.labels:
        labels = DataValidation("list", formula1='"Kurang,Sedang,Baik,Tidak Tersedia"', allow_blank=True)
        labels.add(f"G{first}:G{last}")
        found.append(labels)
    for one in found:
        one.showErrorMessage = True
        sheet.add_data_validation(one)


def _explain(sheet: Any) -> None:  # noqa: ANN401
    sheet.column_dimensions["A"].width = 100
    row = 0
    for locale in strings.locales():
        row += 1
        sheet.cell(row, 1, strings.text("workbook.help", locale)).font = Font(bold=True, size=14)
        for step in range(1, _STEPS + 1):
            row += 1
            text = strings.text(f"workbook.step_{step}", locale)
            sheet.cell(row, 1, text).alignment = Alignment(wrap_text=True, vertical="top")
        row += 1

"""The workbook in which a school fills in captions and consent: a row and a small picture for each photo.

Text cells only: a caption that begins with "=" must not become a formula.
"""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from potret import strings
from potret.importing.captions import CHOICES, COLUMNS, TITLES
from potret.media.limit import UnreadablePhoto
from potret.media.photo import encode
from potret.media.rendition import Rendition
from potret.reading import SchoolFolder, read_yaml
from potret.reading.folder import entries

_HEADER = 4
_THUMB = (Rendition("jpeg", 160, 60),)
_PICTURES = 300
"""Small pictures in one workbook; a zip of more than 400 parts is not read back."""
_WIDTHS = {"album": 16, "berkas": 26, "keterangan": 44, "caption": 30, "alt": 44, "alt_en": 30, "dasar": 24}
_ASKED = ("keterangan", "alt", "orang")

Row = tuple[str, Mapping[str, Any], Path | None]
"""Album, entry and original of a photo."""


def existing(folder: SchoolFolder) -> Iterator[Row]:
    """Give every photo of a school's albums."""
    for place in entries(folder.root / "foto"):
        file = place / "album.yml"
        if file.is_file() and not place.is_symlink():
            yield from _rows(place.name, read_yaml(file, folder.path(file)).value, place)


def _rows(album: str, value: Any, place: Path) -> Iterator[Row]:  # noqa: ANN401 - raw values of a file
    rows = value.get("foto")
    for entry in rows if isinstance(rows, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("berkas"), str):
            yield album, entry, place / Path(str(entry["berkas"])).name


def workbook(rows: list[Row]) -> bytes:
    """Make the workbook; blank or "ISI:" is what has to be filled in."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Foto"
    for number, key in enumerate(("title", "how", "consent"), 1):
        sheet.cell(number, 1, strings.text(f"captions.{key}", "id")).font = Font(bold=number == 1)
    sheet.cell(_HEADER, 1, strings.text("captions.picture", "id"))
    for number, column in enumerate(COLUMNS, 2):
        cell = sheet.cell(_HEADER, number, TITLES[column])
        cell.fill = PatternFill("solid", fgColor="FFE8A3" if column in _ASKED else "DDE6F0")
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(column, 14)
    for cell in sheet[_HEADER]:
        cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 23
    sheet.freeze_panes = f"D{_HEADER + 1}"
    for number, (album, entry, photo) in enumerate(rows):
        _row(sheet, _HEADER + 1 + number, album, entry)
        if number < _PICTURES and photo is not None:
            _picture(sheet, _HEADER + 1 + number, photo)
    _choices(sheet, _HEADER + len(rows))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(sheet: Any, row: int, album: str, entry: Mapping[str, Any]) -> None:  # noqa: ANN401 - openpyxl has no types
    said = {"album": album, "berkas": entry["berkas"], **_texts(entry)}
    for number, column in enumerate(COLUMNS, 2):
        cell = sheet.cell(row, number)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format = "@"
        if said.get(column):
            cell.value = _printable(str(said[column]))
            cell.data_type = "s"  # never a formula


def _texts(entry: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, (first, second) in {"keterangan": ("keterangan", "caption"), "alt": ("alt", "alt_en")}.items():
        value = entry.get(key)
        found |= {first: value.get("id"), second: value.get("en")} if isinstance(value, dict) else {first: value}
    for key in ("tanggal", "tempat", "tahap", "orang", "anak", "kredit"):
        value = entry.get(key)
        found[key] = value.get("id") if isinstance(value, dict) else value
    consent = entry.get("izin")
    if isinstance(consent, dict):
        scopes = consent.get("cakupan")
        found |= {"izin": consent.get("status"), "dasar": consent.get("dasar"), "sampai": consent.get("sampai")}
        found |= {"tanggal_izin": consent.get("tanggal")}
        found |= {"cakupan": ", ".join(map(str, scopes))} if isinstance(scopes, list) else {}
    return found


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign >= " " or sign == "\n")


def _picture(sheet: Any, row: int, photo: Path) -> None:  # noqa: ANN401
    try:
        made = encode(photo, table=_THUMB)[0][0]
    except UnreadablePhoto:
        return
    sheet.add_image(Image(io.BytesIO(made.data)), f"A{row}")
    sheet.row_dimensions[row].height = made.height * 0.75 + 4  # points


def _choices(sheet: Any, last: int) -> None:  # noqa: ANN401
    for column, words in CHOICES.items():
        letter = sheet.cell(_HEADER, 2 + COLUMNS.index(column)).column_letter
        text = ",".join(words) if column != "cakupan" else ""
        if not text:
            continue
        one = DataValidation("list", formula1=f'"{text}"', allow_blank=True)
        one.showErrorMessage = True
        one.error = strings.text("captions.choice", "id", allowed=", ".join(words))
        one.add(f"{letter}{_HEADER + 1}:{letter}{max(last, _HEADER + 1)}")
        sheet.add_data_validation(one)

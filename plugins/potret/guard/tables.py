"""Rows of a table as lines in which every cell carries its column's name: a number alone does not say what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

_LABEL = re.compile(
    r"^\W*(?:(?P<number>(?:(?:no|nomor)\.? ?)?(?:NIK|KTP|KK|NISN|NIP|NUPTK|NPWP))"
    r"|(?P<born>TTL|.*(?:tanggal|tgl\.?) ?lahir.*|date of birth)"
    r"|(?P<pupil>nama (?:lengkap )?(?:siswa|siswi|murid|peserta didik|anak)|pupil|student name))\W*$",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_LENGTHS = {"NISN": 10, "NIK": 16}
_EXCEL_EPOCH = date(1899, 12, 30)
_ROWS = 2
"""Names below "nama siswa" that make a list of pupils."""


def labelled(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Give each row as a line; cells below a column's name that matters carry it."""
    names: dict[int, re.Match[str]] = {}
    listed: list[str] = []
    for row in rows:
        headers = {place: found for place, cell in enumerate(row) if (found := _LABEL.match(cell))}
        if headers:
            names, listed = headers, []
            yield "\t".join(row)
            continue
        listed += [
            cell for place, cell in enumerate(row) if place in names and names[place]["pupil"] and _is_name(cell)
        ]
        cells = [_told(cell, names.get(place)) for place, cell in enumerate(row)]
        if len(listed) == _ROWS:
            cells.append(f"nama siswa: {listed[0]}, {listed[1]}")
        yield "\t".join(cells)


def _told(cell: str, name: re.Match[str] | None) -> str:
    if name is None or not cell.strip() or name["pupil"]:
        return cell
    if name["born"]:
        return f"Tanggal lahir: {_day(cell)}"
    kind = next(word for word in ("NUPTK", "NPWP", "NISN", "NIP", "NIK", "KTP", "KK") if word in name[0].upper())
    digits = re.sub(r"\.0+$", "", cell.strip())
    if digits.isascii() and digits.isdigit() and len(digits) >= _LENGTHS.get(kind, 0) - 3:
        digits = digits.zfill(_LENGTHS.get(kind, 0))  # a spreadsheet drops the zeros in front of a number
    return f"{kind}: {digits}"


def _day(cell: str) -> str:
    """Write Excel's count of days as a date."""
    if _SERIAL.fullmatch(cell.strip()):
        return (_EXCEL_EPOCH + timedelta(days=int(float(cell)))).isoformat()
    return cell


def _is_name(cell: str) -> bool:
    return bool(re.fullmatch(r"\W*[A-Z][\w'’.]+(?: [\w'’.]+){0,5}\W*", cell))

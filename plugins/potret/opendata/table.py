"""Records as CSV: UTF-8, RFC 4180, a comma between fields, a point in numbers."""

import csv
import io
from collections.abc import Iterable, Sequence

from potret.opendata.record import SchoolData, SchoolFacts, Score, Year

Value = str | int | float | bool | None

SCHOOL_COLUMNS = tuple(SchoolFacts.model_fields)
ROW_COLUMNS = ("npsn", "tahun", "edisi", "kode", "nilai", "label", "keadaan", "target", "asal")
SCORE_COLUMNS = (*ROW_COLUMNS, "sumber")
INDICATOR_COLUMNS = ("edisi", "kode", "induk", "nama_id", "nama_en")

_FORMULA = ("=", "+", "-", "@")


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Write rows below their titles; without titles, rows to put behind others."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    if columns:
        writer.writerow(columns)
    writer.writerows([field(value) for value in row] for row in rows)
    return stream.getvalue()


def field(value: Value) -> str | int | float:
    """Write one value; a text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP)."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"'{text}" if text.startswith(_FORMULA) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def school_row(facts: SchoolFacts) -> list[Value]:
    """Give the fields of one school."""
    return list(facts.model_dump().values())


def score_rows(data: SchoolData) -> Iterable[list[Value]]:
    """Give every score with its source; rows that say nothing are left out."""
    for year in data.mutu:
        for one in said(year):
            yield [*_row(data.sekolah.npsn, year, one), year.sumber["id"]]


def all_rows(data: SchoolData) -> Iterable[list[Value]]:
    """Give every row of the catalogues, those nobody measured too."""
    return (_row(data.sekolah.npsn, year, one) for year in data.mutu for one in year.nilai)


def said(year: Year) -> Iterable[Score]:
    """Leave out rows nobody measured, unless they have a label or a target."""
    return (one for one in year.nilai if one.keadaan != "no-data" or one.label or one.target is not None)


def _row(npsn: str, year: Year, one: Score) -> list[Value]:
    return [npsn, year.tahun, year.edisi, one.kode, one.nilai, one.label, one.keadaan, one.target, one.asal]

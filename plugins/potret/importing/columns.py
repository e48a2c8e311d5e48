"""Which column holds what, told by its title in the words such workbooks use, and by what stands below it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from potret.importing.coding import is_code
from potret.importing.grid import Grid, Kind

_SEARCHED = 60
"""Rows from the top in which a header may stand."""

_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_ROLES = {
    "code": re.compile(r"(kode|code)\b.*|(no|nomor|nomer)( (kode|indikator|urut|standar))?"),
    "applies": re.compile(r"(berlaku|applies)\b.*"),
    "target": re.compile(r"(nilai |skor )?(target|sasaran)\b.*"),
    "note": re.compile(r"(catatan|keterangan|notes?)\b.*"),
    "label": re.compile(r"(label|kategori|predikat|tingkat capaian|label capaian)\b.*"),
    "value": re.compile(r"(nilai|capaian|skor|rerata|rata rata|hasil|score|value)\b.*"),
    "name": re.compile(r"(nama|name|uraian|standar|indikator|sub ?indikator|komponen|aspek|indicator|standard)\b.*"),
}
_NOT_OURS = re.compile(
    r"\b(lalu|sebelum\w*|perubahan|peringkat|definisi|kabupaten|kab|kota|provinsi|prov|nasional|maksimal|maksimum|"
    r"minimal|minimum|delta|selisih|sumber|rentang|bobot|ambang)\b"
)
"""Figures of another year or of others, which are no score of this school's year."""
_LABELS = frozenset({"kurang", "sedang", "baik", "tinggi", "rendah", "tidak tersedia"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in one sheet; columns from 1."""

    header: int
    """Row of the titles."""
    first: int
    """First row below them."""
    value: int
    code: int | None = None
    name: int | None = None
    label: int | None = None
    target: int | None = None
    note: int | None = None
    applies: int | None = None
    year: int | None = None
    """Year in the title of the value, where there is one."""
    rivals: tuple[str, ...] = ()
    """Titles of other columns that could be the value just as well."""


def folded(text: str) -> str:
    """Fold a title for comparing: small letters, words and figures only."""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def columns(grid: Grid, year: int | None) -> Columns | None:
    """Find the header of a sheet; `year` chooses among columns of several years."""
    for row in range(1, min(grid.rows, _SEARCHED) + 1):
        roles = _roles(grid, row, _titles(grid, row))
        if "value" in roles and ("code" in roles or "name" in roles):
            return _chosen(grid, row, roles, year)
    return None


def _titles(grid: Grid, row: int) -> dict[int, str]:
    """Join the title of each column with what stands under it, where the row below belongs to the header."""
    found = {column: grid.title(row, column) for column in grid.columns(row)}
    if _is_second(grid, row + 1):
        below = {column: grid.title(row + 1, column) for column in grid.columns(row + 1)}
        found |= {
            column: f"{found.get(column, '')} {text}" for column, text in below.items() if text != found.get(column)
        }
    return {column: folded(text) for column, text in found.items()}


def _is_second(grid: Grid, row: int) -> bool:
    """Tell whether a row still belongs to the header: something of it lies under a merged title."""
    anchors = {anchor for (at, _), anchor in grid.covered.items() if at == row and anchor[0] == row - 1}
    is_data = any(is_code(cell.text) and "." in cell.text for (at, _), cell in grid.cells.items() if at == row)
    return bool(anchors) and not is_data


def _roles(grid: Grid, row: int, titles: dict[int, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for column, title in titles.items():
        role = next((role for role, words in _ROLES.items() if words.fullmatch(title)), None)
        if role is None or (role in {"value", "target", "label"} and _NOT_OURS.search(title)):
            continue
        if role == "value" and _holds_labels(grid, row, column):
            role = "label"
        found.setdefault(role, []).append(column)
    return found


def _below(grid: Grid, row: int, column: int) -> Iterable[tuple[int, str]]:
    return ((at, cell.text) for (at, where), cell in grid.cells.items() if where == column and at > row)


def _holds_labels(grid: Grid, row: int, column: int) -> bool:
    words = [text.casefold() for at, text in _below(grid, row, column) if grid.cells[at, column].kind is Kind.TEXT]
    return bool(words) and sum(word in _LABELS for word in words) * 2 > len(words)


def _chosen(grid: Grid, row: int, roles: dict[str, list[int]], year: int | None) -> Columns:
    titles = {column: _titles(grid, row)[column] for column in roles["value"]}
    years = {column: int(match[1]) for column, title in titles.items() if (match := _YEAR.search(title))}
    wanted = [column for column in roles["value"] if years.get(column, year) == year] if year else roles["value"]
    named = [column for column in wanted if column in years] or wanted
    exact = [column for column in named if titles[column] in {"nilai", "skor", "skor rapor", "nilai capaian"}] or named
    value = (exact or roles["value"])[0]
    rivals = tuple(titles[column] for column in (exact or roles["value"])[1:])
    single = {role: found[0] for role, found in roles.items() if role not in {"value", "code"}}
    return Columns(
        row,
        row + 1 + _is_second(grid, row + 1),
        value,
        _codes(grid, row, roles),
        year=years.get(value),
        rivals=rivals,
        **single,
    )


def _codes(grid: Grid, row: int, roles: dict[str, list[int]]) -> int | None:
    """Choose the column with codes; one that merely counts its rows holds numbers no standard has."""
    for column in roles.get("code", ()):
        texts = [text for _, text in _below(grid, row, column)]
        if texts and sum(is_code(text) for text in texts) * 2 > len(texts):
            return column
    return None

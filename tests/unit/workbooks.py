"""Workbooks for tests: small tables, and files that must not be opened."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from potret.importing.understanding import Understood, understand
from potret.importing.wish import Wish
from potret.problems import Problem
from potret.standard import catalogue

DAY = date(2026, 1, 31)
HEAD: tuple[Any, ...] = ("Kode", "Indikator", "Nilai")
ISI = [("1", "Standar Isi", 5), ("2", "Standar Proses", 4), ("3", "Standar Kompetensi Lulusan", 3)]
SKL = [("1", "Standar Kompetensi Lulusan", 3), ("2", "Standar Isi", 5), ("3", "Standar Proses", 4)]
"""The same scores in the order of PP 19/2005 and of PMP."""


def book(
    *rows: Sequence[Any], head: Sequence[Any] = HEAD, title: str = "Rapor mutu 2018", sheet: str = "Lembar1"
) -> Workbook:
    """Make a workbook: a title, a header in row 2, rows from row 3."""
    made = Workbook()
    page = made.active
    page.title = sheet
    page.append([title])
    page.append(list(head))
    for row in rows:
        page.append(list(row))
    return made


def saved(made: Workbook, folder: Path, name: str = "rapor.xlsx") -> Path:
    made.save(folder / name)
    return folder / name


def read(file: Path, **wish: Any) -> Understood:
    return understand(file, Wish(today=DAY, **wish))


def codes(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Give code and cell of each problem, once both languages can say it."""
    for problem in problems:
        for locale in ("id", "en"):
            assert "{" not in problem.message(locale)
    return [(problem.code, problem.key) for problem in problems]


def values(found: Understood) -> dict[str, str]:
    """Give what was understood, code by code."""
    return {
        code: str(entry.amount.value) if entry.amount.applies else "TB"
        for code, entry in found.entries.items()
        if entry.has_score
    }


def names(*wanted: str) -> list[tuple[str, str]]:
    """Give codes with their names in the catalogue."""
    items = catalogue("snp-2016").items
    return [(code, items[code].name("id")) for code in wanted]


def repacked(file: Path, **parts: bytes) -> Path:
    """Write a workbook again with some parts put in or replaced; `__` in a name stands for a slash."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    contents |= {name.replace("__", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in contents.items():
            new.writestr(name, content)
    return file

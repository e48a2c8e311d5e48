"""The file an import would write, checked as if the school had written it, and only then put in its place."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from potret.importing.difference import Change, Row, Told, compare
from potret.importing.editing import Unsafe, edited, entry, plain, quoted
from potret.importing.understanding import Understood
from potret.model import Report
from potret.problems import Problem, Severity
from potret.reading import Document, read_yaml
from potret.reading.marked_yaml import parse_yaml
from potret.standard import Catalogue, catalogue
from potret.validation import build, check_report
from potret.wording import printable

_SPACES = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    rows: list[Row]
    problems: list[Problem]
    file: Path | None = None
    """Where it would write; None where nothing may be written."""
    content: bytes = b""

    @property
    def has_changes(self) -> bool:
        """Tell whether anything differs from what the school has."""
        return any(row.change in {Change.NEW, Change.CHANGED} or row.target is not None for row in self.rows)


def plan(found: Understood, folder: Path, name: str) -> Plan:
    """Compare with the school's file of that year and prepare the new one; `name` is the folder in messages."""
    file = folder / "mutu" / f"{found.year}.yml"
    path = f"{name}/mutu/{file.name}"
    edition = catalogue(found.edition)
    order = list(edition.items)
    if file.parent.is_symlink():
        return Plan([], [Problem(f"{name}/mutu", 0, 0, "file-link")])
    if not file.exists() and not file.is_symlink():
        rows = compare(found.entries, None, order)
        content = _fresh(found, rows, edition).encode()
        problems = _check(content, path)[1]
        return Plan(rows, problems, None if problems else file, content)
    document = read_yaml(file, path)
    report, problems = valid(document)
    if report is None:
        values = {"value": path}
        return Plan([], [Problem(path, 0, 0, "import-broken", values=values), *problems])
    if report.edisi != found.edition:
        there, here = report.edisi, found.edition
        return Plan([], [document.problem("import-other-edition", ("edisi",), expected=there, value=here)])
    rows = compare(found.entries, report, order)
    return _update(found, rows, report, document, file)


def _update(found: Understood, rows: list[Row], report: Report, document: Document, file: Path) -> Plan:
    """Edit the file in place; where that is not safe, write a whole new one beside it and say so."""
    edition = catalogue(found.edition)
    raw = file.read_bytes()
    try:
        content = edited_bytes(raw, document, rows, list(edition.items))
        changed, problems = _check(content, document.path)
        if changed is not None and _is_faithful(report, changed, rows) and comments(raw) <= comments(content):
            return Plan(rows, [], file, content)
    except (Unsafe, UnicodeDecodeError):
        problems = []
    if problems:
        return Plan(rows, problems)
    beside = _free(file)
    whole = _fresh(found, [row for row in rows if row.change is not Change.KEPT], edition).encode()
    note = document.warning("import-beside", value=beside.name)
    _, problems = _check(whole, document.path)
    return Plan(rows, [note, *problems], None if problems else beside, whole)


def _free(file: Path) -> Path:
    """Find a name beside the file that nothing has yet."""
    names = (file.with_suffix(f".baru{number or ''}.yml") for number in range(100))
    return next(name for name in names if not name.exists())


def edited_bytes(raw: bytes, document: Document, rows: list[Row], order: list[str]) -> bytes:
    """Change rows in the bytes of a file and keep its mark and its line ends."""
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    text = raw.removeprefix(mark).decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    plain_ends = text.replace(end, "\n")
    if "\r" in plain_ends or plain_ends.count("\n") != text.count(end) or _SPACES.search(text):
        raise Unsafe  # several kinds of line ends: lines and marks may not agree
    return mark + edited(plain_ends, document, rows, order).replace("\n", end).encode()


def _is_faithful(before: Report, after: Report, rows: Iterable[Row]) -> bool:
    """Tell whether the new file says what was wanted and, of everything else, exactly what the old one said."""
    for row in rows:
        old, new = before.nilai.get(row.code), after.nilai.get(row.code)
        if Told.by_file(new) != (row.after or row.before) or (old and new and old.catatan != new.catatan):
            return False
    targets = {**before.target, **{row.code: row.target for row in rows if row.target is not None}}
    others = {"nilai", "target"}
    is_whole = set(after.nilai) == set(before.nilai) | {row.code for row in rows if row.after}
    return (
        is_whole and after.target == targets and before.model_dump(exclude=others) == after.model_dump(exclude=others)
    )


def comments(raw: bytes) -> set[bytes]:
    """Give the comments of a file."""
    return {found.strip() for found in re.findall(rb"(?:^|\s)#[^\r\n]*", raw)}


def _check(content: bytes, path: str) -> tuple[Report | None, list[Problem]]:
    report, problems = valid(parse_yaml(content.decode("utf-8-sig").replace("\r\n", "\n"), path))
    return report, problems


def valid(document: Document) -> tuple[Report | None, list[Problem]]:
    """Read a report as the site does; its warnings are the school's business and not the import's."""
    report, problems = build(Report, document)
    if report is not None:
        problems += check_report(report, document)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return (None if errors else report), errors


def _fresh(found: Understood, rows: list[Row], edition: Catalogue) -> str:
    """Write a whole file, with comments that say what is what."""
    kind = {"snp-2016": ("Rapor mutu", "Quality report card")}.get(found.edition, ("Rapor Pendidikan",) * 2)
    texts = {locale: f"{word} {found.year} ({found.name})" for locale, word in zip(("id", "en"), kind, strict=True)}
    sheets = ", ".join(found.sheets)
    lines = [
        f"# {printable(texts['id'])}, lembar {printable(sheets)}, ditulis oleh potret import.",
        "# Nol adalah nilai. Baris yang tidak berlaku: {berlaku: false}. Baris tanpa data tidak ditulis.",
        f"edisi: {found.edition}",
        f"skala: {edition.scale}",
        "sumber:",
        *(f"  {locale}: {quoted(text)}" for locale, text in texts.items()),
        "nilai:",
    ]
    heads = {child.code: child for item in edition.tree for child in (item, *item.children)}
    for row in rows:
        if row.after is not None:
            lines += [f"  # {heads[row.code].name('id')}"] if row.code in heads else []
            lines.append(f'  "{row.code}": {entry(row.after, row.note)}')
    targets = [f'  "{row.code}": {plain(row.target)}' for row in rows if row.target is not None]
    return "\n".join([*lines, *(["target:", *targets] if targets else [])]) + "\n"


def put(file: Path, content: bytes) -> None:
    """Write whole or not at all; a file that was there keeps its rights."""
    file.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    if file.exists():
        shutil.copymode(file, name)
    else:
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
    Path(name).replace(file)

"""What an import would change in a year that a school already has."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from potret.importing.rows import Entry
from potret.model import Report, Score


class Change(StrEnum):
    """What becomes of one row."""

    NEW = "baru"
    CHANGED = "berubah"
    SAME = "sama"
    KEPT = "dibiarkan"
    """Only the school's file has it: a workbook that says nothing of a row takes nothing away."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file or a workbook says of a row: three kinds of nothing kept apart."""

    value: Decimal | None = None
    applies: bool = True
    label: str = ""

    @classmethod
    def by_file(cls, score: Score | None) -> "Told | None":
        """Take it from the school's file; None where there is no such row."""
        return cls(score.nilai, score.berlaku, score.label or "") if score else None

    @classmethod
    def by_workbook(cls, entry: Entry | None, before: "Told | None") -> "Told | None":
        """Take it from the workbook; a blank beside a label, or a workbook without labels, takes nothing away."""
        if entry is None or not entry.has_score:
            return None
        if not entry.amount.applies:
            return cls(applies=False)
        old = before or cls()
        value = old.value if entry.amount.value is None else entry.amount.value
        return cls(value, label=entry.label or old.label)


@dataclass(frozen=True, slots=True)
class Row:
    """One code before and after."""

    code: str
    change: Change
    before: Told | None
    after: Told | None
    target: Decimal | None = None
    """The workbook's target where the file has none or another."""
    note: str = ""
    """The workbook's note on a new row."""


def compare(found: Mapping[str, Entry], report: Report | None, order: list[str]) -> list[Row]:
    """Compare a workbook with the school's file, in the order of the catalogue."""
    scores = report.nilai if report else {}
    targets = report.target if report else {}
    codes = [code for code in order if code in found or code in scores]
    rows = (_row(code, found.get(code), scores.get(code), targets.get(code)) for code in codes)
    return [row for row in rows if row.before or row.after or row.target is not None]


def _row(code: str, entry: Entry | None, score: Score | None, target: Decimal | None) -> Row:
    before = Told.by_file(score)
    after = Told.by_workbook(entry, before)
    if after is None:
        change = Change.KEPT
    else:
        change = Change.NEW if before is None else Change.SAME if before == after else Change.CHANGED
    wanted = entry.target.value if entry else None
    note = entry.note if entry and score is None else ""
    return Row(code, change, before, after, wanted if wanted != target else None, note)

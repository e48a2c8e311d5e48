"""Small groups withheld, with as many other cells as it takes, so that nobody can compute them from the totals.

A count from 1 to 4 may point to a child. Zero stays: nobody is in it who could be recognised, and a reader can tell
"none" from "withheld". Hidden cells form a graph: rows and columns are its nodes, cells (totals too) its edges; a cell
can be computed exactly where no cycle of hidden cells leads through it (Gusfield, A Graph Theoretic Approach to
Statistical Data Security, SIAM J. Computing 17, 1988). We ask for a little more: every hidden cell must be able to be
larger or smaller by one although readers know that zeros are shown, and what one line hides adds up to a safe count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from potret import catalogue
from potret.model import Profile

Cell = tuple[str, str]
Table = Mapping[str, Mapping[str, int]]
Node = tuple[str, str]

TOTAL = "\0total"
"""Name of the margin; no row or column of a school can be called so."""


@dataclass(frozen=True, slots=True)
class Protected:
    """A table that may be published; None stands where a figure is withheld."""

    cells: Mapping[str, Mapping[str, int | None]]
    rows: Mapping[str, int | None]
    columns: Mapping[str, int | None]
    total: int | None

    @property
    def is_withheld(self) -> bool:
        """Tell whether anything is withheld, so that a page can say why."""
        inner = [count for row in self.cells.values() for count in row.values()]
        return None in [*inner, *self.rows.values(), *self.columns.values(), self.total]


@dataclass(frozen=True, slots=True)
class Pupils:
    """A school's pupils as they may be published; None stands where a figure is withheld."""

    total: int | None
    boys: int | None
    girls: int | None


def pupils(profile: Profile) -> Pupils:
    """Give a school's pupils: no total below the smallest group, and no sex where either of them is so small.

    One sex gives the other away beside the total, so both go. Zero stays, as in tables. Staff are not withheld: how
    many teach at a school says nothing about any of them, and there is no second column.
    """
    people, smallest = profile.warga_sekolah, smallest_group()
    if 0 < people.pupils < smallest:
        return Pupils(None, None, None)
    is_small = any(0 < count < smallest for count in (people.siswa_l, people.siswa_p))
    return Pupils(people.pupils, *((None, None) if is_small else (people.siswa_l, people.siswa_p)))


def smallest_group() -> int:
    """Give the smallest number of pupils that is shown."""
    return int(catalogue.profile()["small_cell"])


def grades(profile: Profile) -> Protected | None:
    """Give pupils by grade and sex; None where the school does not break its numbers down, or may not.

    The portrait prints the school's boys and girls anyway, so the totals of the columns cannot protect anything. Where
    even those are withheld there is no table: its rows would add up to them.
    """
    table = profile.warga_sekolah.per_tingkat
    if not table or pupils(profile).boys is None:
        return None
    counts = {grade: {"l": table[grade].l, "p": table[grade].p} for grade in sorted(table, key=int)}
    return protect(counts, smallest_group(), is_sum_known=True)


def protect(table: Table, smallest: int = 5, *, is_sum_known: bool = False) -> Protected:
    """Withhold counts below `smallest` (not zero) and what would give them away; every row has the same columns.

    `is_sum_known`: the columns' totals are published elsewhere, so they are shown and taken as known.
    Where no choice of cells would help, no cell and no row's total is shown.
    """
    counts = _with_totals(table)
    fixed = {cell for cell in counts if cell[0] == TOTAL} if is_sum_known else set()
    hidden = {cell for cell, count in counts.items() if 0 < count < smallest} - fixed
    while more := _leaking(counts, hidden, fixed, smallest):
        if more <= hidden:
            hidden = set(counts) - fixed
            break
        hidden |= more
    return _published(counts, hidden)


def _with_totals(table: Table) -> dict[Cell, int]:
    counts: dict[Cell, int] = {}
    for row, cells in table.items():
        for column, count in cells.items():
            counts[row, column] = count
            for total in ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
                counts[total] = counts.get(total, 0) + count
    return counts


def _published(counts: Mapping[Cell, int], hidden: set[Cell]) -> Protected:
    shown = {cell: None if cell in hidden else count for cell, count in counts.items()}
    names = list(dict.fromkeys(row for row, _ in counts if row != TOTAL))
    columns = list(dict.fromkeys(column for _, column in counts if column != TOTAL))
    return Protected(
        cells={row: {column: shown[row, column] for column in columns} for row in names},
        rows={row: shown[row, TOTAL] for row in names},
        columns={column: shown[TOTAL, column] for column in columns},
        total=shown.get((TOTAL, TOTAL), 0),
    )


def _leaking(counts: Mapping[Cell, int], hidden: set[Cell], fixed: set[Cell], smallest: int) -> set[Cell]:
    """Name cells to hide next: for a cell that can be computed, else for a line that hides too few pupils."""
    for cell in sorted(hidden):
        if counts[cell] and not _cycle(cell, counts, hidden, fixed, is_free=False):
            return _cycle(cell, counts, hidden, fixed, is_free=True) or set(hidden)
    for line, total in _lines(counts):
        secret = sum(counts[cell] for cell in line if cell in hidden)
        if 0 < secret < smallest and total not in hidden:
            rest = [cell for cell in line if counts[cell] and cell not in hidden | fixed]
            rest = rest or [cell for cell in [total] if cell not in fixed]
            return {min(rest, key=lambda cell: (counts[cell], cell))} if rest else set(hidden)
    return set()


def _lines(counts: Mapping[Cell, int]) -> Iterator[tuple[list[Cell], Cell]]:
    """Give every row and column without its total, and that total; the row of totals is one of them."""
    for side in (0, 1):
        for name in sorted({cell[side] for cell in counts}):
            line = [cell for cell in counts if cell[side] == name]
            total = next(cell for cell in line if cell[1 - side] == TOTAL)
            yield [cell for cell in line if cell != total], total


def _cycle(start: Cell, counts: Mapping[Cell, int], hidden: set[Cell], fixed: set[Cell], *, is_free: bool) -> set[Cell]:
    """Find the cells of the cheapest cycle along which this cell can change by one; empty if there is none.

    Without `is_free` only hidden cells may be used: that is what a reader can do. Totals cost more than cells.
    """
    steps: dict[Node, list[tuple[int, Node, Cell]]] = {}
    dear = 1 + sum(counts.values())
    for cell, count in counts.items():
        if cell == start or not count or cell in fixed or not (is_free or cell in hidden):
            continue
        price = 0 if cell in hidden else count * (dear if TOTAL in cell else 1)
        for tail, head in _arcs(cell, count):
            steps.setdefault(tail, []).append((price, head, cell))
    for tail, head in _arcs(start, counts[start]):
        if way := _way(head, tail, steps):
            return {start, *way}
    return set()


def _arcs(cell: Cell, count: int) -> Iterator[tuple[Node, Node]]:
    """Give the ways a cell can change: up always, down only while it stays above zero; totals run the other way."""
    ends: tuple[Node, Node] = ("row", cell[0]), ("column", cell[1])
    up = ends if (cell[0] == TOTAL) == (cell[1] == TOTAL) else (ends[1], ends[0])
    yield up
    if count > 1:
        yield up[1], up[0]


def _way(start: Node, goal: Node, steps: Mapping[Node, list[tuple[int, Node, Cell]]]) -> set[Cell]:
    """Find the cells of the cheapest way between two nodes (Dijkstra); ties go by name, so the order never matters."""
    queue: list[tuple[int, list[Cell], Node]] = [(0, [], start)]
    done: set[Node] = set()
    while queue:
        price, cells, node = heappop(queue)
        if node == goal:
            return set(cells)
        if node in done:
            continue
        done.add(node)
        for more, head, cell in steps.get(node, []):
            heappush(queue, (price + more, [*cells, cell], head))
    return set()

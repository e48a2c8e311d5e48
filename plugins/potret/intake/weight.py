"""How heavy a page may be: the site engine renders in its own process, so only a limit before it protects a build.

Python-Markdown needs time that grows with the square of some signs: 20,000 open brackets take minutes. The figures are
measured with `benchmarks/heaviness.py`: a page at any one limit renders in less than two seconds.
"""

import re
from collections.abc import Iterator

from potret.intake.kinds import Fault

MAX_BYTES = 200_000
"""The longest sample page has 6 kB, a long novel's chapter 60."""
MAX_LINE = 10_000
"""Characters; a long paragraph on one line has 2,000."""
MAX_INDENT = 48
"""Columns: a list in a list, twelve times."""
MAX_OPENERS = 12
"""Quotes and lists begun on one line: "- - - a" is three lists in each other."""
MAX_SEARCH = 1_500_000
"""Signs looked at to find where links and tags end, all of a page together; a page of 500 links needs 40,000."""
MAX_CELLS = 20_000
"""Cells of all tables of a page; every line behind a table's head counts as a row of all its columns."""
MAX_INSIDE = 100
"""Tags of a page on which Markdown stands inside tags: 300 in each other are more than Python can follow."""

COUNTED = {
    "[": (re.compile(r"\["), 1_500),
    "[^": (re.compile(r"\[\^"), 400),
    "*[": (re.compile(r"\*\["), 100),
    "<": (re.compile(r"<"), 1_500),
    "*": (re.compile(r"[*_]"), 4_000),
    "`": (re.compile(r"`"), 2_000),
    "~": (re.compile(r"~"), 2_000),
    "{": (re.compile(r"\{"), 1_500),
    "&": (re.compile(r"&"), 4_000),
    "\\": (re.compile(r"\\"), 2_000),
    "|": (re.compile(r"\|"), 8_000),
    "- ": (re.compile(r"^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]", re.MULTILINE), 2_000),
    "##": (re.compile(r"^[ \t>]*#", re.MULTILINE), 500),
    "!!!": (re.compile(r"^[ \t>]*(?:!!!|\?\?\?|:[ \t])", re.MULTILINE), 500),
    ">": (re.compile(r"^[ \t]*>", re.MULTILINE), 1_000),
    "¶": (re.compile(r"\n[ \t]*\n"), 3_000),
    "↵": (re.compile(r"\n"), 10_000),
}
"""What is counted on a page, by the sign messages show; of lists, headings and notes the lines that begin one."""

_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)
_OPENERS = re.compile(r"^[ \t]*((?:(?:>|(?:[-+*]|[0-9]{1,9}[.)])[ \t])[ \t]*)+)", re.MULTILINE)
_OPENER = re.compile(r">|[-+*][ \t]|[0-9][.)][ \t]")
_BLOCK = re.compile(r"\n[ \t]*\n")
_BRACKETS = re.compile(r"\\.|`[^`]*`|\[|\]\(|\]|\)")
_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+[ \t:|-]*\|[ \t:|-]*$", re.MULTILINE)
_TAG = re.compile(r"<[A-Za-z/!?][^>]{0,10000}(>?)")
_MARKDOWN_INSIDE = re.compile(r"<[A-Za-z][^>]{0,10000}\bmarkdown\b", re.IGNORECASE)


def heavy(body: str) -> Iterator[tuple[int, Fault]]:
    """Give the line (from 1, of the body) and the fault of each limit a page's Markdown is over."""
    size = len(body.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        yield 1, Fault("markdown-size", {"limit": f"{MAX_BYTES // 1000} kB"})
        return
    for number, line in enumerate(body.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield number, Fault("markdown-line", {"limit": f"{MAX_LINE}"})
            return
    yield from _depth(body)
    for sign, (pattern, limit) in COUNTED.items():
        if over := _over(pattern, body, limit):
            yield over, Fault("markdown-heavy", {"value": sign, "limit": str(limit)})
            return
    yield from _products(body)


def _over(pattern: re.Pattern[str], body: str, limit: int) -> int:
    """Give the line on which a limit is passed; 0 if it is not."""
    for number, match in enumerate(pattern.finditer(body), 1):
        if number > limit:
            return body.count("\n", 0, match.start()) + 1
    return 0


def _depth(body: str) -> Iterator[tuple[int, Fault]]:
    for match in _INDENT.finditer(body):
        if len(match[0].expandtabs(4)) > MAX_INDENT:
            yield body.count("\n", 0, match.start()) + 1, Fault("markdown-deep", {"limit": str(MAX_INDENT // 4)})
            return
    for match in _OPENERS.finditer(body):
        if len(_OPENER.findall(match[1])) > MAX_OPENERS:
            yield body.count("\n", 0, match.start()) + 1, Fault("markdown-deep", {"limit": str(MAX_OPENERS)})
            return


def _products(body: str) -> Iterator[tuple[int, Fault]]:
    """Bound what takes time by the product of two lengths: a link's search for its end, a table's columns and rows."""
    if body.count("<") > MAX_INSIDE and (found := _MARKDOWN_INSIDE.search(body)):
        line = body.count("\n", 0, found.start()) + 1
        yield line, Fault("markdown-heavy", {"value": "<", "limit": str(MAX_INSIDE)})
        return
    search, cells, line = _tags(body), 0, 1
    for block in _BLOCK.split(body):
        search += sum(_search(one, len(block)) for one in block.split("\n"))
        for rule in _RULE.finditer(block):
            cells += (rule[0].count("|") + 1) * (block.count("\n", rule.end()) + 1)
        if search > MAX_SEARCH or cells > MAX_CELLS:
            sign, limit = ("[", COUNTED["["][1]) if search > MAX_SEARCH else ("|", MAX_CELLS)
            yield line, Fault("markdown-heavy", {"value": sign, "limit": str(limit)})
            return
        line += block.count("\n") + 2


def _tags(body: str) -> int:
    """Count the signs a renderer looks at to find where each tag ends; an open quotation hides the end."""
    cost = start = 0
    while (match := _TAG.search(body, start)) and cost <= MAX_SEARCH:
        is_whole = match[1] and match[0].count('"') % 2 == 0 and match[0].count("'") % 2 == 0
        cost += len(match[0]) if is_whole else len(body) - match.start()
        start = match.start() + 1
    return cost


def _search(line: str, rest: int) -> int:
    """Count the signs a renderer looks at to find where each bracket of a line closes; `rest` where it does not."""
    cost, squares, rounds = 0, list[int](), list[int]()
    for match in _BRACKETS.finditer(line):
        if match[0] == "[":
            squares.append(match.start())
        elif match[0] in {"]", "]("} and squares:
            cost += match.start() - squares.pop()
        elif match[0] == ")" and rounds:
            cost += match.start() - rounds.pop()
        if match[0] == "](":
            rounds.append(match.start())
    return cost + rest * (len(squares) + len(rounds))

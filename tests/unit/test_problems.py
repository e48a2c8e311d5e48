import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import potret
from potret import strings
from potret.importing.grid import Kind
from potret.model import GUARD_CODES
from potret.problems import Problem, Severity, ordered

PACKAGES = [Path(potret.__file__).parent, Path(potret.__file__).parent.parent / "potret_mkdocs"]
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
CODES = sorted({key.split(".")[1] for key in strings.keys("id") if key.startswith("problems.")} - {"near"})
# Where a call names its code: the position of the argument, by the name of what is called.
NAMED_AT = {
    "Problem": 3,
    "problem": 0,
    "warning": 0,
    "_fault": 0,
    "_Stop": 0,
    "Reason": 0,
    "Fault": 0,
    "UnreadablePhoto": 0,
    "PydanticCustomError": 0,
    "matching": 1,
    "between": 2,
    "_at": 2,
    "_Refused": 0,
    "Refused": 0,
    "_differs": 0,
    "Break": 0,
    "_note": 1,
    "note": 1,
}
# Refusals of an archive are the same for every form of file; its name comes before them.
FORMS = ("import", "word", "zip")
REFUSALS = {"encrypted", "damaged", "unreadable", "too-big", "bomb", "macros", "external", "entities", "not-xlsx"}
REFUSALS |= {"not-docx", "doc", "xls"}


def constants(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def codes_in(tree: ast.AST) -> set[str]:  # noqa: C901 - a case for each way a code is written
    """Find codes where they are handed over, assigned to `code`, or listed in `_CODES`."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "Problem":  # line and column may be given as one starred mark
                found |= {
                    text for argument in node.args if isinstance(argument, ast.Constant) for text in constants(argument)
                }
            elif name == "problem" and len(node.args) > 2:  # of a workbook's table: row and column come first
                found |= constants(node.args[2])
            found |= {text for word in node.keywords if word.arg == "fault" for text in constants(word.value)}
            position = NAMED_AT.get(name)
            if position is not None and len(node.args) > position:
                argument = node.args[position]
                found |= constants(argument) if isinstance(argument, ast.Constant | ast.IfExp) else set()
        elif isinstance(node, ast.For) and "code" in {getattr(one, "id", "") for one in ast.walk(node.target)}:
            found |= constants(node.iter)
        elif isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["code"]:
            found |= constants(node.value)
        elif isinstance(node, ast.Assign) and isinstance(pair := node.targets[0], ast.Tuple):
            values = node.value.elts if isinstance(node.value, ast.Tuple) else []
            for target, value in zip(pair.elts, values, strict=False):
                found |= constants(value) if getattr(target, "id", "") == "code" else set()
        elif isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["_CODES"]:
            found |= {value for one in node.value.values for value in constants(one)}  # type: ignore[attr-defined]
    return {code for code in found if CODE.fullmatch(code)}


def in_source() -> set[str]:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for package in PACKAGES for file in package.rglob("*.py")]
    states = {f"translation-{state}" for state in ("missing", "outdated", "unrecorded")}
    cells = {f"import-{kind}" for kind in Kind if kind not in {Kind.NUMBER, Kind.TEXT}}
    refusals = {f"{form}-{name}" for form in FORMS for name in REFUSALS} & set(CODES)
    return (set().union(*map(codes_in, trees), GUARD_CODES) | states | cells | refusals) - REFUSALS


def test_every_code_in_the_source_can_be_said() -> None:
    assert in_source() - set(CODES) == set()


def test_every_code_that_can_be_said_is_in_the_source() -> None:
    assert set(CODES) - in_source() == set()


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_sentence_and_a_hint_in_both_languages(code: str) -> None:
    names: dict[str, set[str]] = {}
    for locale in ("id", "en"):
        said, hint = (strings.find(f"problems.{code}.{part}", locale) for part in ("says", "hint"))
        assert said
        assert hint
        assert said.rstrip().endswith((".", ":")) or "{value}" in said
        names[locale] = set(re.findall(r"(?<!{){(\w+)}(?!})", f"{said} {hint}"))
    assert names["id"] == names["en"]
    values: dict[str, str] = defaultdict(lambda: "§", {name: f"⟨{name}⟩" for name in names["id"]})
    for locale in ("id", "en"):
        message = Problem("a.yml", 1, 1, code, values=dict(values)).message(locale)
        assert all(f"⟨{name}⟩" in message for name in names["id"] - {"language"})


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        pytest.param(
            Problem("a/b.yml", 14, 3, "type-number", key="nilai › 2.1.3", values={"value": "baik"}),
            'a/b.yml:14:3: nilai › 2.1.3: "baik" bukan angka. Contoh: 5.76 atau 5,76. [type-number]',
            id="at a place",
        ),
        pytest.param(
            Problem("a/potret.md", 0, 0, "portrait-missing"),
            "a/potret.md: cerita sekolah (potret.md) belum ada. "
            'Tulis potret.md, misalnya dimulai dengan "## Sekolah kami". [portrait-missing]',
            id="a whole file",
        ),
    ],
)
def test_a_problem_is_written_on_one_line(problem: Problem, line: str) -> None:
    assert problem.line_of_text("id") == line


def test_what_was_probably_meant_stands_between_sentence_and_hint() -> None:
    values = {"value": "negri", "near": "negeri", "allowed": "negeri, swasta"}
    problem = Problem("a.yml", 1, 1, "choice-unknown", values=values)
    assert problem.message("en") == (
        '"negri" is not one of the choices. Did you mean "negeri"? Choices: negeri, swasta.'
    )


@pytest.mark.parametrize("value", ["a\nb", "a\r\nINFO palsu", "a\u2028b", "a\x85b"])
def test_no_value_can_break_the_line(value: str) -> None:
    problem = Problem("a.yml", 1, 1, "type-number", values={"value": value}, key=value)
    assert len(problem.line_of_text("id").splitlines()) == 1


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert "{0}{x}" in Problem("a.yml", 1, 1, "type-number", values={"value": "{0}{x}"}).message("id")


def test_problems_are_ordered_by_place_and_said_once() -> None:
    first, second = Problem("a.yml", 2, 1, "file-empty"), Problem("a.yml", 10, 1, "file-empty")
    other = Problem("b.yml", 1, 1, "file-empty")
    warning = Problem("a.yml", 2, 1, "type-number", Severity.WARNING, values={"value": "x"})
    assert ordered([other, second, warning, first, first]) == [first, warning, second, other]

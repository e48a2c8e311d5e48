"""The architecture, checked in the source: who may import whom, how long things are, what a theme may hold."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
PLUGINS, THEME = REPO / "plugins", REPO / "theme" / "potret_theme"

# Imports go to a lower layer only; a new module has to be given a place here.
LAYERS = (
    {"pycache"},
    {"packaged", "classcode"},
    {"strings", "wording", "intake", "model", "standard", "catalogue", "crosswalk", "area", "problems"},
    {
        "reading",
        "validation",
        "attainment",
        "translation",
        "media",
        "selection",
        "evidence",
        "schemas",
        "manual",
        "shards",
        "carriage",
    },
    {"guard"},
    {"checklist", "thread", "suppression", "annex", "printed", "glossary", "trial"},
    {"portfolio"},
    {"peers", "opendata", "network", "library", "kit"},
    {
        "places",
        "calling",
        "sitefile",
        "templates",
        "directives",
        "reader",
        "sanitise",
        "officefront",
        "compact",
        "font",
        "licences",
        "styles",
        "charts",
    },
    {"slides", "prose"},
    {"pages", "ekspose", "checks", "search", "readiness"},
    {"recording", "withdrawal", "packing", "importing", "starting", "exporting", "printshop", "bundle", "publishing"},
    {"editing"},
    {"commands"},
    {"site", "cli", "start"},
)
ADAPTER = "potret_mkdocs"

# Inside a layer nothing imports its neighbours, but for these.
ALLOWED = {
    ("start", "cli"): "the entry loads the command group only when it needs it",
    ("problems", "strings"): "a problem's sentences are interface strings",
    ("problems", "wording"): "a problem is printed on one line",
    ("model", "wording"): "a field's fault shows a short value and the nearest choice",
    ("validation", "reading"): "a finding is reported at its place, which the Document knows",
    ("schemas", "manual"): "a schema describes its keys in the reader's words",
    ("templates", "calling"): "a template calls functions",
    ("templates", "sitefile"): "a page template renders to a Body",
    ("directives", "sitefile"): "an office's page with its components is a Body too",
    ("sitefile", "places"): "a page has a place",
    ("styles", "compact"): "the style sheet is published without its comments",
    ("styles", "templates"): "the style sheet lies in the theme's folder",
    ("slides", "prose"): "a practice's story is told by its sections",
    ("reader", "places"): "a reader sees addresses from a place",
    ("reader", "sitefile"): "a reader's page is a SiteFile",
    ("reader", "templates"): "a reader reads templates in a language",
}


@cache
def trees() -> dict[Path, ast.Module]:
    files = sorted(file for package in ("potret", ADAPTER) for file in (PLUGINS / package).rglob("*.py"))
    return {file.relative_to(PLUGINS): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def part(file: Path) -> str:
    """Name the module or subpackage of potret a file belongs to."""
    return file.parts[1].removesuffix(".py")


def domain() -> Iterator[tuple[Path, ast.Module]]:
    return ((file, tree) for file, tree in trees().items() if file.parts[0] == "potret" and part(file) != "__init__")


def imports(tree: ast.Module) -> Iterator[str]:
    """Give every imported module by its full name, `from potret import places` as potret.places."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def uses(tree: ast.Module) -> set[str]:
    """Give the parts of potret a module imports."""
    names = (name.split(".") for name in imports(tree))
    return {name[1] for name in names if name[0] == "potret" and len(name) > 1 and name[1] != "__version__"}


def level(name: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def test_every_module_has_its_layer() -> None:
    assert {part(file) for file, _ in domain()} - set().union(*LAYERS) == set()


@pytest.mark.parametrize("name", sorted({part(file) for file, _ in domain()}))
def test_imports_go_down_only(name: str) -> None:
    wrong = [
        f"{file} imports {other}"
        for file, tree in domain()
        if part(file) == name
        for other in sorted(uses(tree) - {name})
        if level(other) > level(name) or (level(other) == level(name) and (name, other) not in ALLOWED)
    ]
    assert wrong == []


def test_every_exception_is_in_use_and_inside_one_layer() -> None:
    known = {part(file) for file, _ in domain()}
    pairs = {(part(file), other) for file, tree in domain() for other in uses(tree)}
    assert all(level(one) == level(other) for one, other in ALLOWED)
    assert {pair for pair in ALLOWED if set(pair) <= known} - pairs == set()


def test_the_domain_knows_no_site_engine() -> None:
    engines = {"mkdocs", "material", "mkdocs_static_i18n", ADAPTER}
    assert [file for file, tree in domain() if {name.split(".")[0] for name in imports(tree)} & engines] == []


def test_the_domain_never_logs_or_prints() -> None:
    logging = [str(file) for file, tree in domain() if "logging" in {name.split(".")[0] for name in imports(tree)}]
    printing = [
        str(file)
        for file, tree in domain()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert logging + printing == []


def test_pillow_is_used_in_one_module_and_pages_never_reach_it() -> None:
    assert [str(file) for file, tree in domain() if any(name.startswith("PIL") for name in imports(tree))] == [
        "potret/media/photo.py"
    ]


def test_pages_never_read_the_disk() -> None:
    reading = [
        str(file)
        for file, tree in domain()
        if part(file) == "pages"
        and {"pathlib", "os", "io", "tempfile"} & {name.split(".")[0] for name in imports(tree)}
    ]
    assert reading == []


def lengths(limit_of: dict[str, int]) -> list[str]:
    counts = {file: len((PLUGINS / file).read_text(encoding="utf-8").splitlines()) for file in trees()}
    return [f"{file}: {count}" for file, count in counts.items() if count > limit_of[file.parts[0]]]


def test_no_module_is_long() -> None:
    assert lengths({"potret": 300, ADAPTER: 100}) == []


def test_no_function_is_long() -> None:
    long = [
        f"{file}: {node.name} {node.end_lineno - node.lineno + 1}"
        for file, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []


def test_modules_are_nouns_of_their_own_and_no_drawers() -> None:
    drawers = {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "manager",
        "tools",
        "base",
        "core",
        "data",
        "info",
    }
    assert [str(file) for file in trees() if {name.removesuffix(".py") for name in file.parts} & drawers] == []


def test_nothing_inherits_but_what_frameworks_ask_for() -> None:
    allowed = {
        "BaseModel",
        "RootModel",
        "Noun",
        "Config",
        "BasePlugin",
        "Exception",
        "StrEnum",
        "Enum",
        "NamedTuple",
        "Protocol",
        "WorkerPlugin",
        "HTMLParser",
        "Context",
        "FileSystemBytecodeCache",
        "InlineProcessor",
        "Group",
        "ThreadingMixIn",
        "WSGIServer",
        "WSGIRequestHandler",
        "Mapping",  # what pages ask a school for, and gets its other methods from collections.abc
        "Sequence",
    }
    wrong = [
        f"{file}: {node.name}({ast.unparse(base)})"
        for file, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if ast.unparse(base).split("[")[0].split(".")[-1] not in allowed
    ]
    assert wrong == []


THEME_FILES = sorted(file for file in THEME.rglob("*") if file.suffix in {".html", ".md", ".xml"})
SCRIPTS = sorted(THEME.rglob("*.js"))
STYLES = sorted(THEME.rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)


def ids(files: list[Path]) -> list[str]:
    return [file.relative_to(THEME).as_posix() for file in files]


@pytest.mark.parametrize("file", THEME_FILES, ids=ids(THEME_FILES))
def test_a_template_holds_no_style_and_no_script_of_its_own(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "<style" not in text
    assert not re.search(r"\sstyle=[\"']", text)
    assert not re.search(r"\son[a-z]+=[\"']", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert 'type="module"' not in text
    assert not re.search(r"""(src|href)=["'](https?:)?//""", text), "nothing is loaded from elsewhere"


@pytest.mark.parametrize("file", SCRIPTS, ids=ids(SCRIPTS))
def test_a_script_is_short_classic_and_loads_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    code = COMMENT.sub("", text)
    assert len(text.splitlines()) <= 100
    assert not re.search(r"^\s*(import|export)\b|\bimport\s*\(", code, re.MULTILINE), "blocked on file://"
    assert not re.search(r"\b(eval|fetch|XMLHttpRequest|document\.write|innerHTML)\b", code)
    assert "http" not in code


@pytest.mark.parametrize("file", STYLES, ids=ids(STYLES))
def test_a_style_sheet_loads_nothing_from_elsewhere(file: Path) -> None:
    code = COMMENT.sub("", file.read_text(encoding="utf-8"))
    assert "!important" not in code
    assert "@import" not in code
    assert "@layer" not in code
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", code)


def test_no_yaml_lies_in_the_theme_where_it_would_be_published() -> None:
    assert [file for file in THEME.rglob("*") if file.suffix in {".yml", ".yaml"}] == []


def test_the_layers_are_told_as_they_are() -> None:
    lines = (PLUGINS / "README.md").read_text("utf-8").splitlines()
    (told,) = [line for line in lines if line.startswith("Imports go")]
    found = [set(names.split()) for names in re.findall(r"`([a-z_ ]+)`", told)]
    assert found == [*LAYERS, {ADAPTER}]

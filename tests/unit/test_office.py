"""The office's own pages: what Material's Markdown makes stays, what could run does not, unless the office says so."""

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from potret.officefront import kept
from potret.prose import EXTENSIONS
from potret.sanitise import lost, sanitise_office
from potret_mkdocs import office
from potret_mkdocs.config import SchoolsConfig

CONTENT = Path(__file__).resolve().parents[2] / "content"
MORE = [*EXTENSIONS, "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.keys", "pymdownx.mark", "pymdownx.superfences"]
SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.tasklist": {"custom_checkbox": True}}
MATERIAL = """
=== "Satu"

    Isi satu.

=== "Dua"

    - [x] sudah
    - [ ] belum

!!! note "Catatan"
    Isi[^1]. ==tanda== ++ctrl+c++

??? tip "Buka"
    ```python
    a = 1
    ```

| a | b |
|:--|--:|
| 1 | 2 |

[tombol](index.md){ .md-button .md-button--primary }

<div class="grid cards" markdown>

- satu

</div>

[^1]: Kaki.
"""
PATH = '<path d="M1 1"></path>'
ICON = f'<span class="twemoji"><svg viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">{PATH}</svg></span>'
HOSTILE = (
    "<script>alert(1)</script>",
    '<p onclick="alert(1)">a</p>',
    '<a href="java&#09;script:alert(1)">a</a>',
    '<iframe src="https://jahat.invalid"></iframe>',
    '<img src="https://jahat.invalid/x.png">',
    '<svg><script>alert(1)</script><path d="M1" onload="alert(1)"></path></svg>',
    '<svg><a href="javascript:alert(1)"><rect width="9" height="9"></rect></a></svg>',
    '<input type="image" src="https://jahat.invalid/x.png" onerror="alert(1)">',
    '<input type="checkbox" name="body">',
    '<form action="https://jahat.invalid"></form>',
    '<meta http-equiv="refresh" content="0;url=https://jahat.invalid">',
    '<base href="https://jahat.invalid">',
    "<style>*{color:red}</style>",
    '<p id="__search">a</p>',
)
BAD = ("script", "alert(", "jahat.invalid", "<style", "<form", "<meta", "<base", "__search", 'name="body"')


def test_what_material_makes_stays() -> None:
    html = markdown.Markdown(extensions=MORE, extension_configs=SETTINGS).convert(MATERIAL) + ICON
    assert 'type="radio"' in html
    assert lost(html, sanitise_office(html)) == ()


@pytest.mark.parametrize("html", HOSTILE)
def test_what_could_run_or_load_does_not(html: str) -> None:
    clean = sanitise_office(f"<p>a</p>{html}<p>b</p>")
    assert [sign for sign in BAD if sign in clean] == []
    assert lost(html, clean)


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.md")), ids=lambda file: file.relative_to(CONTENT).as_posix())
def test_nothing_of_our_own_pages_is_taken_out(file: Path) -> None:
    text, front = get_data(file.read_text(encoding="utf-8"))
    html = markdown.Markdown(extensions=list(EXTENSIONS)).convert(text)
    assert lost(html, sanitise_office(html)) == ()
    assert kept(front, lambda _: True) == (front, [])


FRONTS: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"title": "Tentang & kami"}, {"title": "Tentang & kami"}, []),
    ({"title": "<img src=x onerror=alert(1)>"}, {"title": "‹img src=x onerror=alert(1)›"}, []),
    ({"title": 2018, "description": None}, {"title": "2018"}, []),
    ({"title": ["a"]}, {}, ["title"]),
    ({"tags": ["<b>", "a"]}, {"tags": ["‹b›", "a"]}, []),
    ({"tags": {"a": 1}}, {}, ["tags"]),
    ({"hide": ["toc", "navigation"]}, {"hide": ["toc", "navigation"]}, []),
    ({"hide": True}, {}, ["hide"]),
    ({"template": "beranda.html"}, {"template": "beranda.html"}, []),
    ({"template": "../rahasia.html"}, {}, ["template"]),
    ({"template": "tiada.html"}, {}, ["template"]),
    ({"icon": "material/school", "status": "new"}, {"icon": "material/school", "status": "new"}, []),
    ({"icon": "../../x"}, {}, ["icon"]),
    ({"search": {"exclude": True, "boost": 2}}, {"search": {"exclude": True, "boost": 2}}, []),
    ({"search": "tidak"}, {}, ["search"]),
    ({"location": "javascript:alert(1)", "scripts": ["x"]}, {}, ["location", "scripts"]),
]


@pytest.mark.parametrize(("front", "expected", "others"), FRONTS)
def test_front_matter_is_of_known_keys_and_kinds(front: dict[str, Any], expected: object, others: list[str]) -> None:
    assert kept(front, lambda name: name != "tiada.html") == (expected, others)


@dataclass
class Said:
    """What was reported."""

    codes: list[str] = field(default_factory=list)

    def take(self, problems: list[Any], _: str) -> None:
        self.codes += [one.code for one in problems]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    found = Said()
    monkeypatch.setattr(office, "report", found.take)
    return found


@pytest.fixture
def site(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: a\nplugins: []\n")
    return load_config(str(tmp_path / "mkdocs.yml"))


def settings(kantor: str | None) -> SchoolsConfig:
    made = SchoolsConfig()
    made.load_dict({"kantor": kantor} if kantor else {})
    assert made.validate() == ([], [])
    return made


RAW = '---\ntitle: <b>A</b>\nscripts: [x]\n\n---\n\n# Judul\n\n<p onclick="x">a</p>\n'


@pytest.mark.parametrize(
    ("kantor", "html", "codes"),
    [
        (None, "<p>a</p>", ["office-front", "office-markup"]),
        ("saring", "<p>a</p>", ["office-front", "office-markup"]),
        ("percaya", '<p onclick="x">a</p>', []),
    ],
)
def test_the_setting_decides(site: MkDocsConfig, said: Said, kantor: str | None, html: str, codes: list[str]) -> None:
    Path(site.docs_dir, "a.md").write_text(RAW)
    file = File("a.md", site.docs_dir, site.site_dir, use_directory_urls=True)
    office.fronts(Files([file]), settings(kantor), site)
    page: Any = SimpleNamespace(file=file)
    assert office.content('<p onclick="x">a</p>', page, settings(kantor), site) == html
    assert said.codes == codes
    body, front = get_data(file.content_string)
    assert front == ({"title": "<b>A</b>", "scripts": ["x"]} if kantor == "percaya" else {"title": "‹b›A‹/b›"})
    assert file.content_string.split("\n").index("# Judul") == RAW.split("\n").index("# Judul"), "lines stay in place"
    assert "onclick" in body, "Markdown is not touched, only what becomes of it"


def test_a_school_is_never_trusted(site: MkDocsConfig, said: Said) -> None:
    file = File("a.md", site.docs_dir, site.site_dir, use_directory_urls=True)
    file.generated_by = office.handover.OWNER
    page: Any = SimpleNamespace(file=file)
    assert office.content('<p onclick="x">a</p>', page, settings("percaya"), site) == "<p>a</p>"
    assert said.codes == []

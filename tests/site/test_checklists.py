"""Checklists of the finished site: evidence both ways, sensitive rows, and the plugin that guards both."""

import copy
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import CONFIG, Build, Site

pytestmark = pytest.mark.site

CHECKLISTS = re.compile(r"(en/)?sekolah/([\w-]+)/mutu/(\d{4})/index\.html")
VOID = {"img", "br", "hr", "meta", "link", "input", "source", "path", "rect", "circle", "use", "wbr"}


class Tree(HTMLParser):
    """Collects the links inside each element that has an id, and those of evidence inside each row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        self.inside: dict[str, set[str]] = {}
        self.proofs: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("href"):
            self._link(values["href"] or "")
        if tag not in VOID:
            name = values.get("id") or ""
            self.inside.setdefault(name, set())
            self.open.append((tag, name, "potret-proofs" in (values.get("class") or "")))

    def handle_endtag(self, tag: str) -> None:
        while any(one[0] == tag for one in self.open) and self.open.pop()[0] != tag:
            pass

    def _link(self, href: str) -> None:
        for _, name, _ in self.open:
            self.inside[name].add(href)
        if any(is_proof for _, _, is_proof in self.open):
            rows = [name for _, name, _ in self.open if name.startswith("i-")]
            self.proofs.append((rows[-1], href))


def resolved(page: str, href: str) -> tuple[str, str]:
    path, _, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return (target if target.endswith(".html") else f"{target}/index.html"), anchor


@pytest.mark.parametrize("name", ["site", "offline"])
def test_evidence_can_be_followed_there_and_back(name: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(name)
    trees = {page: Tree(html) for page, html in built.pages.items() if "sekolah/" in page}
    kinds: dict[tuple[str, str], set[str]] = {}
    for page, tree in trees.items():
        found = CHECKLISTS.fullmatch(page)
        for row, href in tree.proofs if found else ():
            target, anchor = resolved(page, href)
            assert target in trees, f"{page}: {href}"
            # an activity stands inside its problem, whose indicators it shares
            place = re.sub(r"^kegiatan-(.+)-\d+$", r"masalah-\1", anchor)
            assert anchor in trees[target].inside, f"{page}: {href}"
            back = {resolved(target, link) for link in trees[target].inside[place]} if place else set()
            back = back or {resolved(target, link) for links in trees[target].inside.values() for link in links}
            assert (page, row) in back, f"{target}#{anchor} does not lead back to {page}#{row}"
            kinds.setdefault((found[1] or "", found[2]), set()).add(anchor.partition("-")[0])  # type: ignore[index]
    assert len(kinds) == 2 * 3, "all samples, both languages"
    assert all(one == {"dokumen", "foto", "kegiatan", ""} for one in kinds.values()), kinds


def test_checklists_and_forms_are_there_for_each_report_year(site: Site) -> None:
    for page in (page for page in site.pages if CHECKLISTS.fullmatch(page)):
        assert f"{posixpath.dirname(page)}/lembar/index.html" in site.pages
        years = re.findall(r'class="?potret-years__link"? href="\.\./(\d{4})/', site.pages[page])
        assert len(years) >= 2


def plugins(**settings: Any) -> list[Any]:
    """Give the plugins as we ship them, with other settings of ours."""
    shipped = copy.deepcopy(yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["plugins"])
    kept = [one for one in shipped if not (isinstance(one, dict) and "potret/checklist" in one)]
    return [*kept[:2], {"potret/checklist": settings}, *kept[2:]] if settings else kept


REPORT = "nilai: {A.1: {nilai: 70, label: baik}, D.4.6: {nilai: 13.37, label: kurang}}\n"


@pytest.mark.parametrize(
    ("settings", "is_shown"), [({}, False), ({"sensitive": False}, False), ({"sensitive": True}, True)]
)
def test_sensitive_rows_are_published_only_when_the_office_says_so(
    build: Build, schools: Path, settings: dict[str, bool], *, is_shown: bool
) -> None:
    report = schools / "sd-cahaya-wolasi" / "mutu" / "2022.yml"
    report.write_text(f"edisi: snp-2021\nskala: 0-100\nsumber: Rapor Pendidikan\n{REPORT}", encoding="utf-8")
    own = plugins(**settings)
    own[0]["potret/schools"] |= {"schools_dir": str(schools), "cetak": False}
    built = build(schools=schools, options=(), plugins=own)
    assert built.code == 0, built.log
    published = [
        file for file in built.root.rglob("*") if file.is_file() and file.suffix not in {".jpg", ".webp", ".woff2"}
    ]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in published]
    assert any("13,37" in text or "13.37" in text for text in texts) is is_shown

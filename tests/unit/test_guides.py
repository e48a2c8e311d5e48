"""The documents that a reader of the repository opens: every relative link and anchor leads somewhere.

Links of the site's own pages are followed on the built site (tests/site/test_pages.py).
"""

import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from building import CONFIG, REPO

DOCUMENTS = [
    REPO / "README.md",
    REPO / "CONTRIBUTING.md",
    *(REPO / folder / "README.md" for folder in ("plugins", "theme", "tests", "schools", "benchmarks")),
    REPO / "plugins/potret/standards/README.md",
    REPO / "plugins/potret/areas/README.md",
]
GUIDES = sorted((REPO / "content").rglob("*.md"))
PICTURES = sorted((REPO / "content/panduan/gambar").glob("*.webp"))
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*(?:\{[^}]*\})?$", re.MULTILINE)


def links(file: Path) -> list[tuple[bool, str, str]]:
    text = _CODE.sub("", _FENCE.sub("", file.read_text(encoding="utf-8")))
    return [(bool(match[1]), match[2], match[3]) for match in _LINK.finditer(text)]


def anchors(file: Path) -> set[str]:
    """Give the anchors that GitHub makes of a document's headings."""
    heads = _HEADING.findall(_FENCE.sub("", file.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(
    "file", [one for one in DOCUMENTS if one.is_file()], ids=lambda one: one.relative_to(REPO).as_posix()
)
def test_relative_links_of_a_document_lead_somewhere(file: Path) -> None:
    broken = []
    for _, _, link in links(file):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_check_finds_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Satu Dua\n`[x](y.md)`\n[b](b.md) ![c](d.png)\n", encoding="utf-8")
    assert [link for _, _, link in links(tmp_path / "a.md")] == ["b.md", "d.png"]
    assert anchors(tmp_path / "a.md") == {"satu-dua"}


@pytest.mark.parametrize("file", GUIDES, ids=lambda one: one.relative_to(REPO).as_posix())
def test_every_page_of_the_office_is_there_in_both_languages_with_the_same_links(file: Path) -> None:
    other = file.with_name(file.name.replace(".en.md", ".md") if ".en." in file.name else f"{file.stem}.en.md")
    assert other.is_file()
    assert sorted(link for _, _, link in links(file)) == sorted(link for _, _, link in links(other))


def test_every_guide_is_in_the_menu() -> None:
    menu = CONFIG.read_text(encoding="utf-8").split("nav:\n")[1].split("\n\n")[0]
    pages = {file.relative_to(REPO / "content").as_posix() for file in GUIDES if ".en." not in file.name}
    assert [page for page in sorted(pages) if page not in menu] == []
    assert yaml.safe_load(f"nav:\n{menu}")


@pytest.mark.parametrize("file", PICTURES, ids=lambda one: one.name)
def test_a_picture_is_small_used_and_described_in_both_languages(file: Path) -> None:
    assert file.stat().st_size <= 60_000
    with Image.open(file) as picture:
        assert max(picture.size) <= 1440
        assert not {"exif", "icc_profile", "xmp"} & picture.info.keys()
    used = [
        alt
        for one in (*GUIDES, REPO / "README.md")
        for is_picture, alt, link in links(one)
        if is_picture and link.endswith(f"/{file.name}")
    ]
    assert used
    assert all(len(alt) >= 20 for alt in used)


def test_the_pictures_together_are_small() -> None:
    assert PICTURES
    assert sum(file.stat().st_size for file in PICTURES) <= 600_000

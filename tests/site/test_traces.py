"""What the published site gives away: nothing of the machine that made it, no address to gather, no way back."""

import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from building import REPO, Site

pytestmark = pytest.mark.site

PLACES = {str(REPO), tempfile.gettempdir(), str(Path.home())} - {"/"}
TEXTS = {".html", ".js", ".css", ".json", ".xml", ".txt", ".csv", ".svg", ".atom"}
ADDRESS = re.compile(rb"[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+")


class Outside(HTMLParser):
    """Collects links that lead out, or open another window, and do not say `noopener`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in {"a", "area", "form"} and values.get("target") and "noopener" not in (values.get("rel") or ""):
            self.open.append(self.get_starttag_text() or tag)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """Every file of the site."""
    return {one.relative_to(site.root).as_posix(): one.read_bytes() for one in site.root.rglob("*") if one.is_file()}


def test_no_file_names_a_folder_of_the_machine(files: dict[str, bytes]) -> None:
    assert len(files) > 500
    signs = re.compile(b"|".join(re.escape(f"{place}/".encode()) for place in PLACES))
    named = [name for name, data in files.items() if signs.search(data)]
    assert named == []


def test_no_map_and_no_source_is_published(files: dict[str, bytes]) -> None:
    assert [name for name in files if name.endswith((".map", ".ts", ".scss", ".py", ".md", ".yml"))] == []
    assert [name for name, data in files.items() if name.endswith((".js", ".css")) and b"sourceMappingURL" in data] == []


def test_no_mail_address_lies_open(files: dict[str, bytes]) -> None:
    texts = {name: data for name, data in files.items() if Path(name).suffix in TEXTS}
    assert {name: found[0] for name, data in texts.items() if (found := ADDRESS.findall(data))} == {}


def test_a_link_to_another_window_hands_nothing_over(site: Site) -> None:
    assert {name: found for name, html in site.pages.items() if (found := Outside(html).open)} == {}

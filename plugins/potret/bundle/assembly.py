"""A built site of one school to the files of its bundle."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from potret.bundle import front
from potret.bundle.budget import Budget, fit
from potret.bundle.closing import Closure
from potret.bundle.content import Entry, Kind, read
from potret.bundle.manifest import PROOFS, digest, proofs, room
from potret.bundle.naming import names
from potret.bundle.search import search_scripts
from potret.model import School
from potret.places import portrait
from potret.styles import STYLE_URI

_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"]+)"')


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that is written."""

    files: Mapping[str, bytes | Path]
    """By name in the bundle; the lists come last, so that what was cut off has none."""
    sizes: Mapping[str, int]
    budget: Budget

    @property
    def total(self) -> int:
        """Bytes of all files."""
        return sum(self.sizes.values())


def assemble(site: Path, school: School, limit: int) -> Bundle:
    """Choose, close and name the files of a bundle of at most `limit` bytes.

    `site` is what the adapter built of this one school. Its loader decides which photos the web may show, and here
    nothing is added to it: whoever asks for less than the web there, asks for less on a stick as well.
    """
    entries = read(site)
    address = public_address(site, school)
    index = search_scripts(site)
    before = front.pages(front.about(school, address, Budget(tuple(entries), tuple(entries), 0)))
    given = names([*(one.uri for one in entries), *before, *index, *PROOFS])
    extra = sum(len(text) for text in (*before.values(), *index.values(), front.closed_style())) + room(
        [*given.values()]
    )
    budget = fit(entries, limit, extra)
    made = {**front.pages(front.about(school, address, budget)), **index}
    here = {uri: given[uri] for uri in (*(one.uri for one in budget.kept), *made)}
    closure = Closure(here, budget.instead)
    files: dict[str, bytes | Path] = {given[uri]: content for uri, content in made.items()}
    files |= {given[one.uri]: _content(one, closure) for one in budget.kept}
    return _listed(files, school, budget)


def _content(one: Entry, closure: Closure) -> bytes | Path:
    """Give a file as it stands in the bundle: pages closed, the style sheet with a word for what was closed."""
    if one.kind is Kind.PAGE:
        return closure.page(one.uri, one.path.read_text(encoding="utf-8")).encode()
    return one.path.read_bytes() + front.closed_style() if one.uri == STYLE_URI else one.path


def _listed(files: Mapping[str, bytes | Path], school: School, budget: Budget) -> Bundle:
    """Add the lists of all files."""
    ordered = {name: files[name] for name in sorted(files)}
    rows = {name: digest(content) for name, content in ordered.items()}
    left = [{"nama": one.uri, "ukuran": one.size} for one in budget.left]
    told = {"paket": "potret", "npsn": school.profile.npsn, "sekolah": school.profile.nama, "ditinggalkan": left}
    lists = proofs(rows, told)
    sizes = {name: size for name, (size, _) in rows.items()} | {name: len(text) for name, text in lists.items()}
    return Bundle({**ordered, **lists}, sizes, budget)


def public_address(site: Path, school: School) -> str:
    """Find the address of the school's page on the web, which the page itself says where the site knows it."""
    page = site / portrait(school.slug).url / "index.html"
    found = _CANONICAL.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    return unescape(found[1]).removesuffix("index.html") if found else ""

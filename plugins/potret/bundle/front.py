"""What a bundle has besides the site: where one begins, how one checks it, what one reads first."""

from collections.abc import Mapping
from dataclasses import dataclass

import segno
from markupsafe import Markup

from potret import strings
from potret.bundle.budget import Budget
from potret.bundle.closing import CLOSED
from potret.bundle.content import Entry, Kind
from potret.bundle.manifest import LISTED, MANIFEST
from potret.compact import compact, compact_css
from potret.model import SOURCE_LOCALE, School
from potret.places import portrait
from potret.styles import STYLE_URI
from potret.templates import Templates, theme_dir

README = "BACA-DULU.txt"
START, CHECK = "index.html", "periksa.html"
STYLE = "assets/potret/paket.css"
SCRIPTS = ("sha256", "periksa")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of contents."""

    kind: str
    """Key of `bundle.kind`."""
    count: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the front pages tell."""

    school: School
    address: str
    """The school's public page; empty where the site does not know its address."""
    rows: tuple[Row, ...]
    left: tuple[Row, ...]


def table(entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """Count by kind, photos by width."""
    counts: dict[str, tuple[int, int]] = {}
    for one in sorted(entries, key=lambda one: (list(Kind).index(one.kind), one.width, one.format)):
        count, size = counts.get(_key(one), (0, 0))
        counts[_key(one)] = count + 1, size + one.size
    return tuple(Row(key, count, size) for key, (count, size) in counts.items())


def _key(one: Entry) -> str:
    return f"{one.kind} {one.width} {one.format}" if one.width else str(one.kind)


def kind(key: str, locale: str) -> str:
    """Name a kind in words: "Foto 960 piksel (WebP)"."""
    name, width, photo_format, *_ = [*key.split(), "", ""]
    return strings.text(f"bundle.kind.{name}", locale, width=width, format=photo_format)


def about(school: School, address: str, budget: Budget) -> About:
    """Say what the front pages tell."""
    return About(school=school, address=address, rows=table(budget.kept), left=table(budget.left))


def pages(told: About) -> Mapping[str, bytes]:
    """Write the front pages in each language, their style and scripts, and the text to read first."""
    made = {STYLE: _own("paket.css"), README: _own(README).replace(b"\n", b"\r\n")}
    made |= {f"assets/potret/{name}.js": _own(f"{name}.js") for name in SCRIPTS}
    for locale in strings.locales():
        prefix = "" if locale == SOURCE_LOCALE else f"{locale}/"
        for name, template in ((START, "mulai"), (CHECK, "periksa")):
            made[f"{prefix}{name}"] = _page(template, name, told, locale, prefix)
    return made


def _page(template: str, name: str, told: About, locale: str, prefix: str) -> bytes:
    root = "../" if prefix else ""
    opened = f"{portrait(told.school.slug).url}index.html"
    doors = [
        (code, strings.text("name", code), f"{root}{'' if code == SOURCE_LOCALE else f'{code}/'}")
        for code in strings.locales()
    ]
    html = Templates(locale).whole(
        f"paket/{template}",
        about=told,
        name=name,
        root=root,
        doors=doors,
        opened=opened,
        words=strings.text,
        kind=lambda key: kind(key, locale),
        size=lambda size: megabytes(size, locale),
        styles=(STYLE_URI, STYLE),
        scripts=(LISTED, *(f"assets/potret/{one}.js" for one in SCRIPTS)),
        manifest=MANIFEST,
        qr=_qr(told.address),
    )
    return compact(str(html)).encode() + b"\n"


def closed_style() -> bytes:
    """Write the look of what was a link: plain words, and where to find what they name."""
    plain = f".md-typeset a.{CLOSED},a.{CLOSED}{{color:inherit;text-decoration:none;cursor:text}}"
    said = {locale: strings.text("bundle.closed", locale) for locale in strings.locales()}
    notes = (f'a.{CLOSED}:lang({locale})::after{{content:" ({words})"}}' for locale, words in said.items())
    return "\n".join(["", plain, *notes, ""]).encode()


def megabytes(size: int, locale: str) -> str:
    """Write a size in megabytes; below one with a second place, and never as nothing."""
    return strings.number(max(size / 1_000_000, 0.01), locale, 1 if size >= 1_000_000 else 2)  # noqa: PLR2004


def _own(name: str) -> bytes:
    text = (theme_dir() / "paket" / name).read_text(encoding="utf-8")
    return (compact_css(text) + "\n" if name.endswith(".css") else text).encode()


def _qr(address: str) -> Markup | None:
    if not address:
        return None
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, border=2, light="#fff", dark="#000", svgclass="paket-qr__kode", lineclass=None)
    return Markup(svg)  # noqa: S704 - drawn by segno: paths only

"""The report as pages that need nothing else: one a language, with the site's tokens and no script."""

from collections.abc import Iterator

from potret import catalogue, strings
from potret.compact import compact, compact_css
from potret.readiness.lack import State
from potret.readiness.report import Readiness
from potret.sitefile import DataFile
from potret.templates import Templates, theme_dir

STYLE = "assets/potret/siap.css"
"""Beside the typeface, which the tokens name; also tells such a folder from any other."""
FONT = "assets/potret/plus-jakarta-sans.woff2"
ERRORS = 8
"""Faults named for a school; `potret check` names them all."""


def left(report: Readiness, locale: str) -> str:
    """Say how many days are left."""
    if report.days is None:
        return strings.text("readiness.days.none", locale)
    key = "today" if report.days == 0 else "left" if report.days > 0 else "past"
    return strings.text(f"readiness.days.{key}", locale, count=abs(report.days))


def texts(report: Readiness) -> Iterator[DataFile]:
    """Write the pages and their style sheet."""
    tokens = (theme_dir() / "assets" / "potret" / "tokens.css").read_text(encoding="utf-8")
    own = (theme_dir() / "siap" / "siap.css").read_text(encoding="utf-8")
    yield DataFile(STYLE, "\n".join(map(compact_css, (tokens, own))))
    for locale in strings.locales():
        yield DataFile(address(locale), _page(report, locale))


def address(locale: str) -> str:
    """Name the page of a language."""
    return "index.html" if locale == strings.FALLBACK else f"index.{locale}.html"


def _page(report: Readiness, locale: str) -> str:
    title = report.event.of(locale)[0] if report.event else strings.text("readiness.title", locale)
    others = [(one, strings.text("name", one), address(one)) for one in strings.locales() if one != locale]
    html = Templates(locale).whole(
        "siap/halaman",
        report=report,
        title=title,
        left=left(report, locale),
        materials=catalogue.cycle()["ekspose"]["materials"],
        label=catalogue.label,
        states=list(State),
        languages=others,
        style=STYLE,
        most=ERRORS,
    )
    return compact(str(html))

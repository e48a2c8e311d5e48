"""Which PDFs a wish means, for the school's own printer or for the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from potret.annex import Annex
from potret.ekspose.odner import FULL
from potret.ekspose.printing import PRINTED, PUBLISHED, PrintContext
from potret.ekspose.shelf import ARTEFACTS
from potret.media import Picture
from potret.model import Portfolio, School, Scope
from potret.printed import Printed, Publication
from potret.printshop.order import Order
from potret.printshop.shop import PrintShop
from potret.problems import Problem
from potret.wording import nearest

CARD = "kartu"
FOR_VISITORS = ("potret", "odner", "pamflet", "buletin", CARD)
"""What the site offers if the setting only says yes; banners, labels and sheets for the stand are for the school."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be printed of a school."""

    artefacts: tuple[str, ...]
    locales: tuple[str, ...]
    paper: str
    day: date
    """Decides which consent still holds."""
    site_url: str = ""
    scopes: tuple[Scope, ...] = PRINTED
    printed: date | None = None
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    stand: str = ""
    """Number of the school's stand at an ekspose."""


def orders(school: School, pictures: Mapping[str, Picture], wish: Wish) -> Iterator[Order]:
    """Give an order for each artefact and language; the full binder only where there is evidence to append."""
    context = PrintContext(
        "", wish.day, pictures, wish.site_url, wish.stand, wish.scopes, wish.annexes, printed=wish.printed
    )
    for name in wish.artefacts:
        if name != FULL.name or wish.annexes:
            for locale in wish.locales:
                yield Order(school, name, replace(context, locale=locale), wish.paper)


def wanted(setting: bool | Iterable[object]) -> tuple[tuple[str, ...], list[Problem]]:  # noqa: FBT001 - as in mkdocs.yml
    """Read the setting `cetak`: yes, no, or a list of artefacts; what cannot be published is left out and named.

    The full binder never is: evidence carries names and signatures.
    """
    if isinstance(setting, bool):
        return (FOR_VISITORS if setting else ()), []
    allowed = [name for name in ARTEFACTS if name != FULL.name]
    chosen = [f"{one}" for one in setting]
    problems = []
    for one in chosen:
        if one not in allowed:
            near, code = nearest(one, allowed), "print-private" if one == FULL.name else "print-unknown"
            values = {"value": one, "allowed": ", ".join(allowed), "near": near if code == "print-unknown" else ""}
            problems.append(Problem("mkdocs.yml", 0, 0, code, key="potret/schools › cetak", values=values))
    return tuple(name for name in allowed if name in chosen), problems


def publish(
    portfolio: Portfolio, pictures: Mapping[str, Mapping[str, Picture]], wish: Wish, shop: PrintShop, lang: str
) -> Publication:
    """Print for the site; a photo needs consent for the web and for print, as anybody can do both with such a PDF."""
    if not wish.artefacts:
        return Publication()
    wish = replace(wish, scopes=PUBLISHED)
    asked: list[Order] = []
    for school in portfolio.schools:
        found = list(orders(school, pictures.get(school.slug, {}), wish))
        asked += [one for one in found if one.artefact != CARD or school.practices]
        cards = [one for one in found if one.artefact == CARD]
        asked += [replace(one, practice=practice.slug) for practice in school.practices for one in cards]
    made, problems = shop.prints(asked, lang)
    whole: dict[str, list[Printed]] = {}
    single: dict[str, list[Printed]] = {}
    for one in made:
        if one.practice:
            single.setdefault(f"{one.slug}/{one.practice}", []).append(one)
        else:
            whole.setdefault(one.slug, []).append(one)
    return Publication(whole, single, tuple(problems))

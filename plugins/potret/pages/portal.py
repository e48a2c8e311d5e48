"""Pages about all schools: the index, and the ledger of translations."""

from collections.abc import Mapping, Sequence

from potret import places
from potret.model import SOURCE_LOCALE, Portfolio, Quarantined
from potret.pages import cards
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.translation import Entry, State, ledger


def schools(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the index of schools; it can be filtered in the browser and reads well without."""
    place = places.SCHOOLS
    found = [cards.school(one, reader, place) for one in portfolio.schools]
    body = reader.body("schools", place, title=reader.t("nav.schools"), cards=found, choices=_choices(found, reader))
    return reader.portal_page(place, reader.t("nav.schools"), reader.t("schools.lead"), body)


def _choices(found: list[cards.SchoolCard], reader: Reader) -> dict[str, list[cards.Choice]]:
    """Collect what the filter offers: levels and areas that occur."""
    levels = sorted({card.level for card in found}, key=["SD", "SMP", "SMA", "SMK", "SLB", "PAUD"].index)
    areas = sorted({card.school.profile.alamat.kabupaten for card in found})
    statuses = sorted({card.school.profile.status for card in found})
    return {
        "jenjang": [(level, level) for level in levels],
        "kabupaten": [(area, area) for area in areas],
        "status": [(status, reader.t(f"status.{status}")) for status in statuses],
    }


def translations(portfolio: Portfolio, locales: list[str], reader: Reader) -> SiteFile:
    """Make the ledger of what is not translated, or was translated from an older text."""
    rows = [(locale, ledger(portfolio, locale)) for locale in locales if locale != SOURCE_LOCALE]
    return ledger_page(rows, {one.slug: one.profile.nama for one in portfolio.schools}, portfolio.quarantined, reader)


def ledger_page(
    rows: Sequence[tuple[str, Sequence[Entry]]],
    names: Mapping[str, str],
    quarantined: Sequence[Quarantined],
    reader: Reader,
) -> SiteFile:
    """Make that page of rows by language, and of the schools' names."""
    place = places.LEDGER
    body = reader.body(
        "translations",
        place,
        title=reader.t("nav.translations"),
        rows=rows,
        names=names,
        states=list(State),
        quarantined=quarantined,
    )
    return reader.portal_page(place, reader.t("nav.translations"), reader.t("translations.lead"), body)

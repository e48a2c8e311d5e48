"""The network of all model schools: where they stand in the country, and by province and district."""

from collections.abc import Iterator, Sequence

from potret import network, places, strings
from potret.model import Portfolio, School
from potret.pages.cards import Choice
from potret.pages.network import counts
from potret.pages.networkmap import COARSE, FINE, signs
from potret.pages.networktable import Region, Tables
from potret.reader import Reader
from potret.sitefile import SiteFile

MOST_NAMED = 20
"""Schools without a place are named up to this many; the tables have them all."""


def compose(portfolio: Portfolio, reader: Reader) -> Iterator[SiteFile]:
    """Make the overview, and a page for each province where one page cannot hold all schools."""
    tables = Tables.of(portfolio.schools, reader)
    yield _overview(tables, reader)
    if tables.is_split:
        for name, schools in network.by_region(portfolio.schools, "provinsi"):
            yield _province(tables, name, schools, reader)


def _overview(tables: Tables, reader: Reader) -> SiteFile:
    place, schools, regions = places.NETWORK, tables.schools, tables.overview()
    lead = reader.t("network.portal_lead")
    unplaced = [school for school in schools if network.position(school.profile) is None]
    reported = len({npsn for school in schools for npsn in school.adoptions})
    body = reader.body(
        "networkportal",
        place,
        title=reader.t("nav.network"),
        lead=lead,
        has_schools=bool(schools),
        totals=_totals(schools, reader),
        reported=strings.number(reported, reader.locale, 0) if reported else None,
        outline=network.outline(),
        fine=signs(schools, FINE, reader),
        coarse=signs(schools, COARSE, reader),
        unplaced=unplaced if len(unplaced) <= MOST_NAMED else [],
        unplaced_count=strings.number(len(unplaced), reader.locale, 0) if unplaced else None,
        regions=regions,
        choices=_choices(regions),
        count=sum(len(one.parts) for one in regions),
        places=places,
    )
    return reader.portal_page(place, reader.t("nav.network"), lead, body)


def _province(tables: Tables, name: str, schools: Sequence[School], reader: Reader) -> SiteFile:
    place, region = places.network_region(network.slug_of(name)), tables.of_province(name, schools)
    lead = _totals(schools, reader)
    choices = {"kabupaten": _choices([region])["kabupaten"]}
    body = reader.body("networkregion", place, title=name, lead=lead, region=region, choices=choices, places=places)
    return reader.portal_page(place, f"{reader.t('nav.network')}: {name}", lead, body)


def _totals(schools: Sequence[School], reader: Reader) -> str:
    models = strings.number(len(schools), reader.locale, 0)
    return reader.t("network.totals", models=models, **counts([school.profile for school in schools], reader))


def _choices(regions: Sequence[Region]) -> dict[str, list[Choice]]:
    """Collect what the filter offers, from what the tables hold."""
    parts = [part for region in regions for part in region.parts]
    keys = ("provinsi", "kabupaten")
    found = {key: dict.fromkeys(part.choice[key] for part in parts if key in part.choice) for key in keys}
    return {key: [(value, value) for value in values] for key, values in found.items()}

"""The page that explains the files of open data."""

from potret import opendata, places
from potret.model import Portfolio
from potret.reader import Reader
from potret.sitefile import SiteFile

_LISTED = {"sekolah": opendata.SCHOOL_COLUMNS, "mutu": opendata.SCORE_COLUMNS}
_KINDS = ("json", "csv", "jsonld")


def compose(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the page on open data: which files there are, what their columns hold, what to keep in mind."""
    place = places.DATA
    links = reader.links(place)
    body = reader.body(
        "opendata",
        place,
        title=reader.t("nav.data"),
        files=[_row(uri, links.asset(uri), _key(uri), reader) for uri in opendata.DATA_FILES],
        columns={name: [(one, reader.t(f"opendata.field.{one}")) for one in found] for name, found in _LISTED.items()},
        example=_example(portfolio, reader),
        pattern=opendata.school_uri("NPSN", "json"),
    )
    return reader.portal_page(place, reader.t("nav.data"), reader.t("opendata.lead"), body)


def _key(uri: str) -> str:
    return uri.removeprefix("data/").replace("/", "_").replace(".", "_")


def _row(uri: str, link: str, name: str, reader: Reader) -> tuple[str, str, str]:
    return uri.removeprefix("data/"), link, reader.t(f"opendata.file.{name}")


def _example(portfolio: Portfolio, reader: Reader) -> list[tuple[str, str, str]]:
    """Link to the files of one school; every other school's have its NPSN in their name."""
    links = reader.links(places.DATA)
    schools = portfolio.schools[:1]
    uris = [(opendata.school_uri(one.profile.npsn, kind), kind) for one in schools for kind in _KINDS]
    return [_row(uri, links.asset(uri), f"school_{kind}", reader) for uri, kind in uris]

"""The page of licences: whose works reach visitors, and whose programs make the site."""

from potret import licences, places
from potret.reader import Reader
from potret.sitefile import SiteFile


def compose(reader: Reader) -> SiteFile:
    """Make the page; it depends on what is installed and on no school."""
    place = places.LICENCES
    links = reader.links(place)
    texts = {uri for uri, _ in licences.published_texts()}

    def text(work: licences.Work) -> str:
        uri = f"{licences.FOLDER}/{work.package}.txt"
        return links.asset(uri) if uri in texts else ""

    body = reader.body(
        "licences",
        place,
        works=[(work, text(work)) for work in licences.VISIBLE],
        packages=licences.packages(),
    )
    return reader.portal_page(place, reader.t("licences.title"), reader.t("licences.lead"), body)

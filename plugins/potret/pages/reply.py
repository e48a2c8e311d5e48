"""The form by which an imbas school says what it took over: on paper, or as text for imbas/<npsn>.yml."""

from collections.abc import Iterator
from dataclasses import replace

from potret import catalogue, places, schemas
from potret.model import School
from potret.pages import cards
from potret.reader import Reader
from potret.sitefile import SiteFile

REPORTERS = ("kepala-sekolah", "guru", "tendik", "tpmps", "pengawas", "fasda", "komite")
"""Who reports as a rule; any role of the catalogue may stand in the file."""


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the form of a school that has something to take over and somebody to take it."""
    if not school.practices or not school.profile.imbas:
        return
    place = places.reply(school.slug)
    roles = catalogue.cycle()["roles"]
    title, lead = reader.t("reply.title"), reader.t("reply.lead", name=school.profile.nama)
    body = reader.body(
        "reply",
        place,
        title=title,
        lead=lead,
        profile=school.profile,
        practices=[cards.practice(school, one, reader, place) for one in school.practices],
        rules=schemas.form_rules(),
        roles=[(key, catalogue.label(roles[key], reader.locale)) for key in REPORTERS],
    )
    menu = reader.t("nav.practices")
    page = reader.school_page(school, place, label=title, menu=menu, description=lead, body=body, is_listed=False)
    yield replace(page, front={"scripts": ["balas"]})

"""How well a practice is evidenced, in words: what is claimed, what is shown, what others confirmed."""

from dataclasses import dataclass

from potret import catalogue, strings
from potret.evidence import OWN_ROLES, Grade, Standing, standing
from potret.model import Confirmation, Practice, School, Text
from potret.reader import Reader


@dataclass(frozen=True, slots=True)
class Proof:
    """The grade and what it rests on."""

    grade: Grade
    shown: list[str]
    confirmed: list[tuple[str, Text]]
    """Who and when, and on what ground."""
    adopted: str
    """How many schools use it and report a result; empty for none."""


def of(practice: Practice, school: School, reader: Reader) -> Proof:
    """Say what speaks for a practice."""
    found = standing(practice, school)
    adopted = reader.t("grade.adoptions", count=found.adoptions) if found.adoptions else ""
    outside = [one for one in practice.front.konfirmasi if one.oleh not in OWN_ROLES]
    return Proof(found.grade, _shown(found, reader), [_confirmed(one, reader) for one in outside], adopted)


def _shown(found: Standing, reader: Reader) -> list[str]:
    counts = [(found.photos, "photos"), (found.attachments, "attachments"), (found.activities, "activities")]
    return [reader.t(f"grade.{key}", count=count) for count, key in counts if count]


def _confirmed(one: Confirmation, reader: Reader) -> tuple[str, Text]:
    roles = catalogue.cycle()["roles"]
    role = catalogue.label(roles[one.oleh], reader.locale) if one.oleh in roles else one.oleh
    return f"{role}, {strings.day(one.tanggal, reader.locale)}", one.dasar

"""What an imbas school took over: imbas/<npsn>.yml, in the words of the school that tried it."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from potret.model.fields import NPSN, Date, Npsn, Plain, one_of
from potret.model.text import Noun, Text

STATUSES = ("direncanakan", "dicoba", "berjalan", "disesuaikan", "berhenti")
"""How far a school is, in the order of time; none is better than another."""

IN_USE = frozenset({"dicoba", "berjalan", "disesuaikan"})
RELATIONS = ("imbas", "mitra")
LONGEST = 2000
"""Characters of a told text: a page of handwriting, and what a link to WhatsApp can still carry."""


def _told(value: Text) -> Text:
    longest = max(len(text) for text in value.root.values())
    if longest > LONGEST:
        raise PydanticCustomError("text-too-long", "{value}", {"value": str(longest), "limit": str(LONGEST)})
    return value


# The extras say in the JSON Schema, and so in the reply form, what the validators check.
Told = Annotated[Text, AfterValidator(_told), Field(json_schema_extra={"maxLength": LONGEST})]
Status = Annotated[str, one_of(*STATUSES), Field(json_schema_extra={"enum": list(STATUSES)})]
Relation = Annotated[str, one_of(*RELATIONS), Field(json_schema_extra={"enum": list(RELATIONS)})]


class Adoption(Noun):
    """One practice taken over."""

    praktik: Plain
    """Slug of one of the model school's practices, or <school>/<practice> for another model school's."""
    status: Status
    mulai: Date
    sampai: Date | None = None
    perubahan: Told | None = None
    hasil: Told | None = None
    bukti: tuple[Plain, ...] = ()
    dilaporkan: Plain | None = None
    """Role of who reported it, never a name."""
    tanggal: Date
    """Day of the report."""


class Reporter(Noun):
    """What the report says of its own school; it has to agree with sekolah.yml."""

    nama: Plain | None = None
    hubungan: Relation | None = None


class ImbasReport(Noun):
    """All that one imbas school reported; a contact has no place in it."""

    npsn: Annotated[Npsn, Field(json_schema_extra={"pattern": f"^({NPSN})$"})]
    """Given by the file's name; a report sent as text carries it too."""
    sekolah: Reporter | None = None
    adopsi: Annotated[tuple[Adoption, ...], Field(json_schema_extra={"minItems": 1})]
    """At least one; validation asks for it, or a broken adoption would also be reported as none at all."""
    catatan: Told | None = None

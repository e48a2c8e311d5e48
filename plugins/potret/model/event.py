"""An ekspose as it stands in ekspose.yml: which schools stand where, and when what happens."""

from typing import Annotated

from pydantic import BeforeValidator

from potret.model.fields import KIND, Date, Plain, Written, matching
from potret.model.text import Noun, Text

_HOUR = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"


def _clock(value: object) -> object:
    """Write 8.30 as 8:30: Indonesian print has a point."""
    return value.replace(".", ":") if isinstance(value, str) else value


_SPAN = rf"{_HOUR}( ?[-–] ?{_HOUR})?"
Hour = Annotated[
    Plain,
    matching(_SPAN, "event-hour"),
    BeforeValidator(_clock),
    Written({"pattern": f"^({_SPAN})$".replace(":", "[:.]"), KIND: "hour"}),
]


class Stand(Noun):
    """A school and the number of its stand."""

    slug: Plain
    stan: Plain | None = None


class Item(Noun):
    """One line of the schedule."""

    jam: Hour
    judul: Text


class Event(Noun):
    """All of ekspose.yml."""

    nama: Text
    tanggal: Date
    tempat: Text
    sekolah: tuple[Stand, ...]
    acara: tuple[Item, ...] = ()
    denah: Plain | None = None
    """A picture beside this file."""

    def stand(self, slug: str) -> str | None:
        """Give the number of a school's stand."""
        return next((one.stan for one in self.sekolah if one.slug == slug), None)

"""Photos taken back by those who are in them."""

from typing import Annotated

from potret.model.fields import Date, Plain, matching
from potret.model.text import Noun


class Withdrawal(Noun):
    """One photo taken back, known by its bytes, whatever it is called now."""

    sidik: Annotated[Plain, matching(r"[0-9a-f]{64}", "digest-format")]
    """SHA-256 of the school's own file."""
    berkas: Plain
    """<album>/<berkas> on the day it was taken back."""
    tanggal: Date
    alasan: Plain


class Withdrawals(Noun):
    """All of foto/ditarik.yml."""

    ditarik: tuple[Withdrawal, ...] = ()

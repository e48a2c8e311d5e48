"""What a school publishes although the guard objects: which kind, in which file, why, who decided, until when."""

from typing import Annotated

from potret.model.fields import Date, Plain, one_of
from potret.model.text import Noun

GUARD_CODES = (
    "guard-nik",
    "guard-nisn",
    "guard-nip",
    "guard-nuptk",
    "guard-npwp",
    "guard-birth",
    "guard-phone",
    "guard-email",
    "guard-home",
    "guard-pupils",
    "guard-unread",
    "guard-heavy",
)
"""Findings of the guard that a school may answer for."""


class Exemption(Noun):
    """One exception; it ends by itself, so that somebody looks again."""

    kode: Annotated[str, one_of(*GUARD_CODES)]
    berkas: Plain
    """Path inside the school's folder."""
    alasan: Plain
    oleh: Plain
    """Role of who decided, never a name."""
    sampai: Date


class Exemptions(Noun):
    """All of pengecualian.yml."""

    pengecualian: tuple[Exemption, ...] = ()
    """Entries that can be used; a broken entry costs only itself."""

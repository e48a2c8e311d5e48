"""A good practice (praktik baik) told in STAR: situation, challenge, action, reflection."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from potret.model.fields import Count, Date, Key, Plain, Year, one_of
from potret.model.metric import EDITIONS, Code
from potret.model.profile import SchoolType
from potret.model.slide import OwnSlide
from potret.model.text import Noun, Text
from potret.model.writing import Article

ON_REQUEST = "seizin sekolah"
"""The licence where the school says nothing: ask it. An open licence is a gift, so it is never assumed."""


class Confirmation(Noun):
    """Who else looked at the practice and found it so: the role, never a name."""

    oleh: Plain
    tanggal: Date
    dasar: Text


class PracticeFront(Noun):
    """Front matter of a practice; header fields of the usual form (lokasi, lingkup, tujuan, penulis, tanggal)."""

    judul: Plain
    ringkasan: Plain
    tahun: Year
    edisi: Annotated[str, one_of(*EDITIONS)] = "snp-2016"
    indikator: tuple[Code, ...] = ()
    jenjang: tuple[SchoolType, ...] = ()
    biaya: Count | None = None
    waktu: Text | None = None
    pelaku: tuple[Plain, ...] = ()
    bahan: tuple[Text, ...] = ()
    tujuan: Text | None = None
    penulis: Text | None = None
    tanggal: Date | None = None
    sampul: Plain | None = None
    lampiran: tuple[Plain, ...] = ()
    risiko: tuple[Text, ...] = ()
    penyesuaian: tuple[Text, ...] = ()
    tag: tuple[Plain, ...] = ()
    lisensi: Plain = ON_REQUEST
    konfirmasi: tuple[Confirmation, ...] = ()
    slide: tuple[OwnSlide, ...] = ()
    alamat_lama: tuple[Key, ...] = ()
    """Names the file had before: their addresses lead to the present one."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to take along with a practice."""

    name: str
    path: Path
    size: int
    """Bytes."""

    @property
    def kind(self) -> str:
        """The kind as people call it: PDF, CSV."""
        return self.path.suffix.removeprefix(".").upper()


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice of one school."""

    slug: str
    front: PracticeFront
    article: Article
    attachments: tuple[Attachment, ...] = ()

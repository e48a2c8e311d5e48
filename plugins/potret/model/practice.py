"""A good practice (praktik baik) told in STAR: situation, challenge, action, reflection."""

from dataclasses import dataclass
from typing import Annotated

from potret.model.fields import Count, Date, Plain, Year, one_of
from potret.model.metric import EDITIONS, Code
from potret.model.profile import SchoolType
from potret.model.text import Noun, Text
from potret.model.writing import Article


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


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice of one school."""

    slug: str
    front: PracticeFront
    article: Article

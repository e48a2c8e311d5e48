"""The five stages of a cycle year, their evidence, and the thread that runs through them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from potret.model.fields import Count, Date, Key, Npsn, Plain, one_of
from potret.model.metric import Code
from potret.model.profile import Fund
from potret.model.text import Noun, Text
from potret.model.writing import Article

STAGES = ("pemetaan", "perencanaan", "pelaksanaan", "monev", "strategi")


class Evidence(Noun):
    """One document of a stage (bukti fisik): what it is, its number and date, and whether it is signed."""

    kunci: Key | None = None
    jenis: Plain
    judul: Text | None = None
    nomor: Plain | None = None
    tanggal: Date | None = None
    ttd: Annotated[str, one_of("ya", "belum", "tidak-perlu")] = "tidak-perlu"
    indikator: tuple[Code, ...] = ()
    berkas: Plain | None = None


class StageFront(Noun):
    """Front matter of a stage page."""

    ringkasan: Plain | None = None
    mulai: Date | None = None
    selesai: Date | None = None
    dokumen: tuple[Evidence, ...] = ()


class Activity(Noun):
    """One row of the plan, as the RKAS has it; money in whole rupiah."""

    nama: Text
    biaya: Count | None = None
    sumber_dana: Fund | None = None
    volume: Text | None = None
    penanggung_jawab: Text | None = None
    waktu: Text | None = None
    bukti: tuple[Plain, ...] = ()
    imbas: tuple[Npsn, ...] = ()
    """Imbas schools that took part."""


class Concern(Noun):
    """One problem followed from the quality report card to the next strategy."""

    kunci: Key
    lanjutan_dari: Key | None = None
    """The problem of an earlier year that this one carries on."""
    indikator: tuple[Code, ...] = ()
    masalah: Text
    akar_masalah: tuple[Text, ...] = ()
    rekomendasi: tuple[Text, ...] = ()
    program: Text | None = None
    kegiatan: tuple[Activity, ...] = ()
    hasil: Text | None = None
    strategi_baru: Text | None = None


class Allocation(Noun):
    """What the RKAS sets aside for this plan, in whole rupiah; checked against the activities."""

    total: Count | None = None
    sumber: Mapping[Fund, Count] = {}


class Thread(Noun):
    """The year's rencana.yml: masalah → akar masalah → rekomendasi → program → kegiatan → bukti → hasil."""

    anggaran: Allocation | None = None
    masalah: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five stages in one year."""

    number: int
    key: str
    front: StageFront
    article: Article


@dataclass(frozen=True, slots=True)
class Cycle:
    """A year of the cycle; a stage whose page was not handed in is missing from `stages`."""

    year: int
    stages: Mapping[str, Stage]
    thread: Thread | None
    path: str = ""
    """The plan's file as messages show it."""
    lines: Mapping[tuple[int, ...], int] = field(default_factory=dict)
    """Line of each problem (n) and each of its activities (n, m) in that file, numbered from 0."""

"""Rules of the five stages, their evidence, and the thread."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from potret import catalogue
from potret.model import Activity, Allocation, Concern, Evidence, StageFront, Thread
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc, named
from potret.validation.metric import check_codes
from potret.wording import nearest


def check_stage(front: StageFront, document: Document) -> Iterator[Problem]:
    """Check dates and evidence entries of one stage."""
    if front.mulai and front.selesai and front.selesai < front.mulai:
        yield document.warning("dates-order", ("selesai",), value=front.selesai, first=front.mulai)
    kinds = catalogue.cycle()["documents"]
    for number, entry in enumerate(front.dokumen):
        loc = ("dokumen", number)
        if entry.jenis not in kinds:
            near = nearest(entry.jenis, list(kinds))
            yield document.problem("document-kind", (*loc, "jenis"), value=entry.jenis, near=near)
        yield from check_codes(entry.indikator, "snp-2016", (*loc, "indikator"), document)


def check_documents(
    key: str, entries: Iterable[Evidence], document: Document, *, has_photos: bool
) -> Iterator[Problem]:
    """Note which usual documents of a stage are still missing (a custom, not a regulation: never a warning)."""
    for kind in missing_documents(key, entries, has_photos=has_photos):
        title = catalogue.cycle()["documents"][kind]["id"]
        yield document.problem("document-missing", (), Severity.NOTE, value=title, kind=kind)


def missing_documents(key: str, entries: Iterable[Evidence], *, has_photos: bool) -> list[str]:
    """List the kinds of usual documents a stage does not have; photos of the stage count as its photographs."""
    present = {entry.jenis for entry in entries} | ({"foto"} if has_photos else set())
    return [kind for kind in catalogue.stage(key)["evidence"]["required"] if kind not in present]


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan may point to outside its own file."""

    evidence: Collection[str]
    """`dokumen:…`, `foto:…` and `praktik:…`."""
    earlier: Collection[str] = ()
    """Keys of the problems of earlier years."""
    imbas: Collection[str] | None = None
    """NPSN of the schools in `imbas`; None where the profile could not be read."""


def check_thread(thread: Thread, known: Known, document: Document) -> Iterator[Problem]:
    """Check codes, what the plan points to, and whether its budget adds up."""
    keys: set[str] = set()
    for number, concern in enumerate(thread.masalah):
        loc: Loc = ("masalah", number)
        if concern.kunci in keys:
            yield document.problem("key-twice", (*loc, "kunci"), value=concern.kunci)
        keys.add(concern.kunci)
        yield from _codes(concern.indikator, (*loc, "indikator"), document)
        before = concern.lanjutan_dari
        if before and before not in known.earlier:
            near = nearest(before, sorted(known.earlier))
            yield document.warning("thread-before", (*loc, "lanjutan_dari"), value=before, near=near)
        for row, activity in enumerate(concern.kegiatan):
            yield from _references(activity, (*loc, "kegiatan", row), known, document)
    if thread.anggaran:
        yield from _allocation(thread.anggaran, thread.masalah, document)


def _codes(codes: Iterable[str], loc: Loc, document: Document) -> Iterator[Problem]:
    """Check each code in the edition its form belongs to: a later plan follows Rapor Pendidikan."""
    for number, code in enumerate(codes):
        edition = "snp-2016" if code[0].isdigit() else "snp-2021"
        for problem in check_codes([code], edition, loc, document):
            line, column = document.mark((*loc, number))
            yield replace(problem, line=line, column=column, key=named((*loc, number)))


def _references(activity: Activity, loc: Loc, known: Known, document: Document) -> Iterator[Problem]:
    for item, reference in enumerate(activity.bukti):
        if reference not in known.evidence:
            near = nearest(reference, sorted(known.evidence))
            yield document.warning("evidence-unknown", (*loc, "bukti", item), value=reference, near=near)
    for item, npsn in enumerate(activity.imbas):
        if known.imbas is not None and npsn not in known.imbas:
            near = nearest(npsn, sorted(known.imbas))
            yield document.warning("thread-imbas-unknown", (*loc, "imbas", item), value=npsn, near=near)


def _allocation(stated: Allocation, concerns: Iterable[Concern], document: Document) -> Iterator[Problem]:
    """Compare the figures at the top of the plan with its activities, and with each other."""
    costs = Counter[str]()
    for activity in (one for concern in concerns for one in concern.kegiatan):
        costs[activity.sumber_dana or ""] += activity.biaya or 0
    if stated.total is not None:
        yield from _differs("thread-budget-total", ("anggaran", "total"), stated.total, costs.total(), document)
    for fund, amount in stated.sumber.items():
        yield from _differs("thread-budget-source", ("anggaran", "sumber", fund), amount, costs[fund], document)
    if stated.total is not None and stated.sumber:
        sources = sum(stated.sumber.values())
        yield from _differs("thread-budget-sum", ("anggaran", "sumber"), stated.total, sources, document)


def _differs(code: str, loc: Loc, stated: int, added: int, document: Document) -> Iterator[Problem]:
    if stated != added:
        # As the file has them: with dots, whatever the language of the message.
        figures = {"value": stated, "sum": added, "difference": abs(stated - added)}
        yield document.warning(code, loc, **{name: _grouped(figure) for name, figure in figures.items()})


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")

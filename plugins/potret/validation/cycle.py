"""Rules of the five stages, their evidence, and the thread."""

from collections.abc import Collection, Iterable, Iterator

from potret import catalogue
from potret.model import Evidence, StageFront, Thread
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
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
    required = catalogue.stage(key)["evidence"]["required"]
    present = {entry.jenis for entry in entries} | ({"foto"} if has_photos else set())
    for kind in required:
        if kind not in present:
            title = catalogue.cycle()["documents"][kind]["id"]
            yield document.problem("document-missing", (), Severity.NOTE, value=title, kind=kind)


def check_thread(thread: Thread, known: Collection[str], document: Document) -> Iterator[Problem]:
    """Check codes, and that each piece of evidence exists; `known` has dokumen:…, foto:… and praktik:…."""
    keys: set[str] = set()
    for number, concern in enumerate(thread.masalah):
        loc: Loc = ("masalah", number)
        if concern.kunci in keys:
            yield document.problem("key-twice", (*loc, "kunci"), value=concern.kunci)
        keys.add(concern.kunci)
        yield from check_codes(concern.indikator, "snp-2016", (*loc, "indikator"), document)
        for row, activity in enumerate(concern.kegiatan):
            for item, reference in enumerate(activity.bukti):
                if reference not in known:
                    place = (*loc, "kegiatan", row, "bukti", item)
                    near = nearest(reference, sorted(known))
                    yield document.warning("evidence-unknown", place, value=reference, near=near)

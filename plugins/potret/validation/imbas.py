"""Rules of what an imbas school reports."""

from collections.abc import Collection, Iterator

from potret import catalogue
from potret.model import Adoption, ImbasReport, Profile
from potret.problems import Problem
from potret.reading import Document
from potret.reading.document import Loc
from potret.wording import nearest


def check_reporter(report: ImbasReport, name: str, profile: Profile, document: Document) -> Iterator[Problem]:
    """Check that the report comes from a school of the list; `name` is the NPSN in the file's name."""
    listed = {school.npsn: school for school in profile.imbas}
    if report.npsn != name:
        yield document.problem("imbas-other", ("npsn",), value=report.npsn, expected=name)
    elif name == profile.npsn:
        yield document.problem("imbas-own", ("npsn",), value=name)
    elif name not in listed:
        yield document.problem("imbas-unlisted", ("npsn",), value=name, near=nearest(name, list(listed)))
    elif report.sekolah:
        for key in ("nama", "hubungan"):
            said, expected = getattr(report.sekolah, key), getattr(listed[name], key)
            if said is not None and said != expected:
                yield document.warning("imbas-differs", ("sekolah", key), value=said, expected=expected)


def check_adoptions(
    report: ImbasReport, practices: Collection[str], evidence: Collection[str], document: Document
) -> Iterator[Problem]:
    """Check each adoption; `practices` are the slugs of the school's own, `evidence` has dokumen:… and foto:…."""
    if not report.adopsi:
        yield document.problem("value-empty", ("adopsi",), value="adopsi")
    seen: set[str] = set()
    for number, adoption in enumerate(report.adopsi):
        loc: Loc = ("adopsi", number)
        if adoption.praktik in seen:
            yield document.warning("adoption-twice", (*loc, "praktik"), value=adoption.praktik)
        elif "/" not in adoption.praktik and adoption.praktik not in practices:
            near = nearest(adoption.praktik, sorted(practices))
            yield document.warning("adoption-practice", (*loc, "praktik"), value=adoption.praktik, near=near)
        seen.add(adoption.praktik)
        yield from _dates(adoption, loc, document)
        yield from _references(adoption, loc, evidence, document)


def _dates(adoption: Adoption, loc: Loc, document: Document) -> Iterator[Problem]:
    if adoption.sampai and adoption.sampai < adoption.mulai:
        yield document.warning("adoption-dates", (*loc, "sampai"), value=adoption.sampai, first=adoption.mulai)
    if adoption.status != "direncanakan" and adoption.tanggal < adoption.mulai:
        yield document.warning("adoption-early", (*loc, "tanggal"), value=adoption.tanggal, first=adoption.mulai)


def _references(adoption: Adoption, loc: Loc, evidence: Collection[str], document: Document) -> Iterator[Problem]:
    for number, reference in enumerate(adoption.bukti):
        if reference not in evidence:
            near = nearest(reference, sorted(evidence))
            yield document.warning("adoption-evidence", (*loc, "bukti", number), value=reference, near=near)
    roles = catalogue.cycle()["roles"]
    if adoption.dilaporkan and adoption.dilaporkan not in roles:
        near, allowed = nearest(adoption.dilaporkan, list(roles)), ", ".join(roles)
        values = {"value": adoption.dilaporkan, "allowed": allowed, "near": near}
        yield document.warning("role-unknown", (*loc, "dilaporkan"), **values)

"""A list of imbas schools in a workbook to the `imbas` of sekolah.yml."""

import re
from collections.abc import Sequence
from pathlib import Path

from potret.importing.amended import amend
from potret.importing.amending import Amendment
from potret.importing.editing import quoted
from potret.importing.proposal import Proposal
from potret.importing.tables import Line, Sheet
from potret.model.fields import NPSN
from potret.model.profile import SCHOOL_TYPES
from potret.problems import Problem, Severity
from potret.reading import read_yaml

ROLES = {
    "npsn": re.compile(r"npsn( sekolah)?( imbas)?"),
    "nama": re.compile(r"(nama )?(satuan pendidikan|sekolah( imbas| mitra)?|nama sekolah( imbas)?|nama)"),
    "bentuk": re.compile(r"(bentuk|jenjang)( pendidikan| sekolah)?"),
    "hubungan": re.compile(r"(hubungan|peran|keterangan|imbas mitra)"),
    "desa": re.compile(r"(desa|kelurahan|desa kelurahan)"),
    "lintang": re.compile(r"(lintang|latitude|lat)"),
    "bujur": re.compile(r"(bujur|longitude|lon|lng|long)"),
}
NEEDED = frozenset({"npsn", "nama"})
_NUMBER = re.compile(r"-?[0-9]{1,3}([.,][0-9]{1,12})?")
_DIGITS = 8


def propose(sheet: Sheet, root: Path, path: str) -> Proposal:
    """Propose the schools that sekolah.yml does not have yet; what it says otherwise of the others is only named."""
    document = read_yaml(root / "sekolah.yml", f"{root.name}/sekolah.yml")
    there = document.value.get("imbas")
    known = {str(one.get("npsn")): one for one in (there if isinstance(there, list) else []) if isinstance(one, dict)}
    problems: list[Problem] = []
    items: list[tuple[str, dict[str, str]]] = []
    seen: set[str] = set()
    for line in sheet.rows():
        entry = _entry(line, path, problems)
        if not entry or entry["npsn"] in seen:
            continue
        seen.add(entry["npsn"])
        if entry["npsn"] in known:
            problems += _differences(entry, known[entry["npsn"]], line, path)
        else:
            items.append((_written(entry), entry))
    if not items:
        return Proposal((), problems)
    return _with(amend(root, "sekolah.yml", lambda made: _append(made, items)), problems)


def _append(made: Amendment, items: list[tuple[str, dict[str, str]]]) -> None:
    made.append("imbas", list(items))


def _with(made: Proposal, problems: Sequence[Problem]) -> Proposal:
    return Proposal(made.writes, [*problems, *made.problems])


def _entry(line: Line, path: str, problems: list[Problem]) -> dict[str, str]:
    npsn, name = re.sub(r"\s", "", line.text("npsn")), line.text("nama")
    if re.fullmatch(f"[0-9]{{{_DIGITS - 1}}}", npsn):
        npsn = f"0{npsn}"  # as a number it lost its first zero
    if not re.fullmatch(NPSN, npsn) or not name:
        if npsn or name:
            values = {"value": npsn or name}
            problems.append(Problem(path, 0, 0, "imbas-row", Severity.WARNING, line.place("npsn"), values))
        return {}
    entry = {"npsn": npsn, "nama": name}
    types = {one.casefold(): one for one in SCHOOL_TYPES}
    found = types.get(line.text("bentuk").casefold()) or types.get(name.split()[0].casefold())
    entry |= {"bentuk": found} if found else {}
    entry["hubungan"] = "mitra" if "mitra" in line.text("hubungan").casefold() else "imbas"
    entry |= {"desa": line.text("desa")} if line.text("desa") else {}
    for key in ("lintang", "bujur"):
        if _NUMBER.fullmatch(line.text(key)):
            entry[key] = line.text(key).replace(",", ".")
    return entry


def _written(entry: dict[str, str]) -> str:
    bare = {"bentuk", "hubungan", "lintang", "bujur"}
    return "{" + ", ".join(f"{key}: {text if key in bare else quoted(text)}" for key, text in entry.items()) + "}"


def _differences(entry: dict[str, str], known: dict[str, str], line: Line, path: str) -> list[Problem]:
    name = str(known.get("nama") or "")
    if name.casefold() == entry["nama"].casefold():
        return []
    values = {"value": entry["nama"], "expected": name}
    return [Problem(path, 0, 0, "imbas-differs", Severity.WARNING, line.place("nama"), values)]

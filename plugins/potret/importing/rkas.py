"""A budget (RKAS) in a workbook to activities of the year's rencana.yml, as proposals under a problem to be named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from potret.importing.amended import amend
from potret.importing.editing import quoted
from potret.importing.proposal import Proposal, text_write
from potret.importing.recognising import folded
from potret.importing.tables import Line, Sheet
from potret.problems import Problem, Severity
from potret.reading import read_yaml

ROLES = {
    "program": re.compile(r"(nama )?(program|sub program|standar|standar nasional pendidikan|snp)( kegiatan)?"),
    "nama": re.compile(r"(uraian|nama|rincian)?( )?(kegiatan|uraian|uraian kegiatan|rincian kegiatan)|kegiatan"),
    "volume": re.compile(r"(volume|vol|jumlah satuan|banyaknya)"),
    "satuan": re.compile(r"satuan"),
    "biaya": re.compile(r"(jumlah|biaya|total|anggaran|pagu|nilai)( biaya| anggaran| harga| total)?( rp| rupiah)?"),
    "sumber": re.compile(r"sumber( dana| pembiayaan| biaya| anggaran)?"),
    "penanggung_jawab": re.compile(r"(penanggung ?jawab|pj|pelaksana)"),
    "waktu": re.compile(r"(waktu|bulan|jadwal)( pelaksanaan)?"),
}
NEEDED = frozenset({"nama", "biaya"})
_FUNDS = (
    ("bos-kinerja", "kinerja"),
    ("bos-daerah", "bosda|bos daerah|bopda|bosp daerah"),
    ("bos-reguler", "bos|bosp"),
    ("dak", "dak"),
    ("apbd", "apbd"),
    ("apbn", "apbn"),
    ("yayasan", "yayasan"),
    ("komite", "komite"),
    ("csr", "csr"),
)
_SUM = re.compile(r"(sub ?)?(jumlah|total)\b.*")
_MONEY = re.compile(r"(?:rp\.?)?\s*([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,(?:00|-))?")


@dataclass(frozen=True, slots=True)
class Row:
    """One activity."""

    program: str
    fields: Mapping[str, str]
    """Keys of rencana.yml with their texts."""


def propose(sheet: Sheet, root: Path, year: int, path: str) -> Proposal:
    """Propose the activities that the year's plan does not have yet."""
    problems: list[Problem] = []
    rows = list(_rows(sheet, path, problems))
    place = f"siklus/{year}/rencana.yml"
    file = root / place
    document = read_yaml(file, f"{root.name}/{place}") if file.is_file() else None
    concerns = document.value.get("masalah") if document else None
    known = concerns if isinstance(concerns, list) else []
    names = {folded(name) for name in _names(known)}
    fresh = [row for row in rows if folded(row.fields["nama"]) not in names]
    if len(fresh) < len(rows):
        values = {"value": str(len(rows) - len(fresh))}
        problems.append(Problem(path, 0, 0, "rkas-known", Severity.NOTE, values=values))
    if not rows:
        problems.append(Problem(path, 0, 0, "rkas-empty"))
    if not fresh:
        return Proposal((), problems)
    problems.append(Problem(path, 0, 0, "rkas-gaps", Severity.NOTE, values={"value": place}))
    items = list(_concerns(fresh, year, {str(one.get("kunci")) for one in known if isinstance(one, dict)}))
    whole = _whole(items, path)
    made = Proposal((text_write(root, place, whole),))
    if document is not None:
        made = amend(root, place, lambda one: one.append("masalah", items), whole)
    return Proposal(made.writes, [*problems, *made.problems])


def money(text: str) -> int | None:
    """Read whole rupiah: 1500000, Rp 1.500.000,00; None for anything else."""
    found = _MONEY.fullmatch(text.strip().casefold())
    return int(found[1].replace(".", "")) if found else None


def fund(text: str) -> str:
    """Name the source of money as the plan does; empty where it is none we know."""
    words = folded(text)
    return next((key for key, said in _FUNDS if re.search(rf"\b({said})\b", words)), "")


def _rows(sheet: Sheet, path: str, problems: list[Problem]) -> Iterable[Row]:
    program = ""
    for line in sheet.rows():
        name, amount = line.text("nama"), line.text("biaya")
        program = line.text("program") or program
        if not name or _SUM.fullmatch(folded(name)):
            continue
        if not amount:
            program = name if "program" not in sheet.columns else program
            continue
        fields = {"nama": name}
        cost = money(amount)
        if cost is None:
            where, values = line.place("biaya"), {"value": amount}
            problems.append(Problem(path, 0, 0, "rkas-money", Severity.WARNING, where, values))
        else:
            fields["biaya"] = str(cost)
        yield Row(program, fields | _more(line, path, problems))


def _more(line: Line, path: str, problems: list[Problem]) -> dict[str, str]:
    fields: dict[str, str] = {}
    if said := line.text("sumber"):
        if found := fund(said):
            fields["sumber_dana"] = found
        else:
            values = {"value": said}
            problems.append(Problem(path, 0, 0, "rkas-fund", Severity.WARNING, line.place("sumber"), values))
    volume = " ".join(part for part in (line.text("volume"), line.text("satuan")) if part)
    fields |= {"volume": volume} if volume else {}
    return fields | {key: line.text(key) for key in ("penanggung_jawab", "waktu") if line.text(key)}


def _names(concerns: list[Any]) -> Iterable[str]:
    for concern in concerns:
        rows = concern.get("kegiatan") if isinstance(concern, dict) else None
        for row in rows if isinstance(rows, list) else []:
            name = row.get("nama") if isinstance(row, dict) else None
            yield str(name.get("id") if isinstance(name, dict) else name)


def _concerns(rows: list[Row], year: int, taken: set[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    number = 0
    for program in dict.fromkeys(row.program for row in rows):
        number = next(one for one in range(number + 1, 10_000) if f"rkas-{year}-{one}" not in taken)
        head = {"kunci": f"rkas-{year}-{number}", "masalah": "ISI: masalah di rapor mutu yang dijawab program ini"}
        head |= {"program": program} if program else {}
        activities = [dict(row.fields) for row in rows if row.program == program]
        lines = [f"{key}: {text if key == 'kunci' else quoted(text)}" for key, text in head.items()]
        lines += ["kegiatan:", *(line for one in activities for line in _activity(one))]
        yield "\n".join(lines), {**head, "kegiatan": activities}


def _activity(fields: dict[str, str]) -> list[str]:
    bare = {"biaya", "sumber_dana"}
    lines = [f"{key}: {text if key in bare else quoted(text)}" for key, text in fields.items()]
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


def _whole(items: list[tuple[str, dict[str, Any]]], path: str) -> str:
    blocks = ["  - " + text.replace("\n", "\n    ") for text, _ in items]
    head = f"# Usulan dari {' '.join(path.split())}, ditulis oleh potret import; lengkapi yang bertanda ISI."
    return "\n".join([head, "masalah:", *blocks]) + "\n"

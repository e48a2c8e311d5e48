"""A filled-in workbook of captions and consent to album.yml: one row a photo, a blank cell changes nothing."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from potret.importing.amended import amend
from potret.importing.amending import Amendment
from potret.importing.proposal import Proposal, Write
from potret.importing.tables import Line, Sheet
from potret.model import STAGES, PhotoFront
from potret.model.photo import SCOPES
from potret.problems import Problem, Severity
from potret.reading import Document, read_yaml
from potret.reading.document import Loc
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build_part
from potret.wording import nearest

COLUMNS = (
    "album",
    "berkas",
    "keterangan",
    "caption",
    "alt",
    "alt_en",
    "tanggal",
    "tempat",
    "tahap",
    "orang",
    "anak",
    "izin",
    "dasar",
    "tanggal_izin",
    "cakupan",
    "sampai",
    "kredit",
)
TITLES = {one: one.replace("_", " ") for one in COLUMNS} | {
    "caption": "keterangan (Inggris)",
    "alt_en": "alt (Inggris)",
    "izin": "izin",
    "dasar": "dasar izin",
    "sampai": "izin sampai",
    "cakupan": "cakupan izin",
}
ROLES = {one: re.compile(" ".join(re.findall("[a-z]+", title.casefold()))) for one, title in TITLES.items()}
NEEDED = frozenset({"album", "berkas"})
CHOICES: Mapping[str, tuple[str, ...]] = {
    "tahap": STAGES,
    "orang": ("tidak_ada", "kerumunan", "dikenali"),
    "anak": ("ya", "tidak"),
    "izin": ("diberikan", "ditolak", "tidak-perlu"),
    "cakupan": (", ".join(SCOPES), *SCOPES),
}
_TEXTS = {"keterangan": ("keterangan", "caption"), "alt": ("alt", "alt_en")}
"""Key of album.yml with the columns of its Indonesian and its English text."""
_PLAIN = ("tanggal", "tempat", "tahap", "orang", "anak", "kredit")
_CONSENT = {"izin": "status", "dasar": "dasar", "tanggal_izin": "tanggal", "sampai": "sampai"}
_BARE = frozenset({"tahap", "orang", "anak", "status", "tanggal", "sampai"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}")


def propose(sheets: Iterable[Sheet], root: Path, path: str) -> Proposal:
    """Propose the changes of every album that the workbook names."""
    problems: list[Problem] = []
    albums: dict[str, list[Line]] = {}
    for sheet in sheets:
        for line in sheet.rows():
            albums.setdefault(line.text("album"), []).append(line)
    writes: list[Write] = []
    for name, lines in albums.items():
        file = root / "foto" / name / "album.yml"
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or not file.is_file():
            values = {"value": name or "?"}
            problems.append(Problem(path, 0, 0, "captions-album", Severity.WARNING, lines[0].place("album"), values))
            continue
        made = _album(name, lines, root, path, problems)
        writes += made.writes
        problems += made.problems
    return Proposal(tuple(writes), problems)


def _album(name: str, lines: list[Line], root: Path, path: str, problems: list[Problem]) -> Proposal:
    place = f"foto/{name}/album.yml"
    document = read_yaml(root / place, f"{root.name}/{place}")
    rows = document.value.get("foto")
    names = [
        str(row.get("berkas")) if isinstance(row, dict) else "" for row in (rows if isinstance(rows, list) else [])
    ]
    jobs: list[tuple[int, dict[str, str]]] = []
    for line in lines:
        file = line.text("berkas")
        if file not in names:
            where, values = line.place("berkas"), {"value": file, "near": nearest(file, names)}
            problems.append(Problem(path, 0, 0, "captions-photo", Severity.WARNING, where, values))
        elif wanted := _wanted(line, path, problems):
            jobs.append((names.index(file), wanted))
    if not jobs:
        return Proposal()

    def change(made: Amendment) -> None:
        for number, wanted in jobs:
            _entry(made, number, document.value["foto"][number], wanted)

    made = amend(root, place, change)
    return Proposal(made.writes, [*made.problems, *_faults(made, document)])


def _wanted(line: Line, path: str, problems: list[Problem]) -> dict[str, str]:
    """Give what a row says, word by word checked."""
    found: dict[str, str] = {}
    for role in line.cells:
        said = line.text(role)
        fault = ""
        if role in CHOICES and role != "cakupan":
            said = said.casefold().replace(" ", "_" if role == "orang" else "-")
            fault = "" if said in CHOICES[role] else ", ".join(CHOICES[role])
        elif role == "cakupan":
            words = [word for word in re.split(r"[\s,;]+", said.casefold()) if word]
            said = ", ".join(words)
            fault = "" if words and set(words) <= set(SCOPES) else ", ".join(SCOPES)
        elif role in {"tanggal", "tanggal_izin", "sampai"}:
            fault = "" if _DAY.fullmatch(said) else "2018-11-07"
        if fault:
            values = {"value": line.text(role), "allowed": fault}
            problems.append(Problem(path, 0, 0, "captions-word", Severity.WARNING, line.place(role), values))
        elif said and role not in {"album", "berkas"} and not said.startswith("ISI:"):
            found[role] = said
    return found


def _entry(made: Amendment, number: int, row: Mapping[str, Any], wanted: Mapping[str, str]) -> None:
    """Set what differs in one photo's entry."""
    at = ("foto", number)
    for key, (first, second) in _TEXTS.items():
        _text(made, (*at, key), row.get(key), wanted.get(first, ""), wanted.get(second, ""))
    for key in _PLAIN:
        if key in wanted and row.get(key) != wanted[key]:
            if isinstance(row.get(key), dict):
                made.put((*at, key), "id", wanted[key])
            else:
                made.put(at, key, wanted[key], is_code=key in _BARE)
    consent = {_CONSENT[role]: said for role, said in wanted.items() if role in _CONSENT}
    scopes = wanted.get("cakupan", "").split(", ") if wanted.get("cakupan") else []
    if consent or scopes:
        _consent(made, at, row.get("izin"), consent, scopes)


def _text(made: Amendment, at: Loc, now: object, indonesian: str, english: str) -> None:
    """Set a text; with a translation a plain text becomes `{id: …, en: …}`."""
    if isinstance(now, dict):
        for locale, text in (("id", indonesian), ("en", english)):
            if text and now.get(locale) != text:
                made.put(at, locale, text)
    elif english:
        made.pair(at[:-1], str(at[-1]), indonesian or str(now or ""), english)
    elif indonesian and now != indonesian:
        made.put(at[:-1], str(at[-1]), indonesian)


def _consent(made: Amendment, at: tuple[str, int], now: object, consent: dict[str, str], scopes: list[str]) -> None:
    if not isinstance(now, dict):
        parts = [f"{key}: {made.said(text, is_code=key in _BARE)}" for key, text in consent.items()]
        parts += [f"cakupan: [{', '.join(scopes)}]"] if scopes else []
        value: dict[str, Any] = {**consent, **({"cakupan": scopes} if scopes else {})}
        made.add(at, "izin", "{" + ", ".join(parts) + "}", value)
        return
    for key, text in consent.items():
        if now.get(key) != text:
            made.put((*at, "izin"), key, text, is_code=key in _BARE)
    if scopes and now.get("cakupan") != scopes:
        made.listed((*at, "izin"), "cakupan", scopes)


def _faults(made: Proposal, before: Document) -> list[Problem]:
    """Read every entry as the site would; an entry that was sound before has to be sound afterwards."""
    found: list[Problem] = []
    for write in made.writes:
        after = parse_yaml(write.load().decode("utf-8-sig").replace("\r\n", "\n"), before.path)
        for number, row in enumerate(after.value["foto"]):
            if build_part(PhotoFront, before.value["foto"][number], ("foto", number), before)[0] is not None:
                found += build_part(PhotoFront, row, ("foto", number), after)[1]
    return found

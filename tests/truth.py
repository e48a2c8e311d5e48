"""Numbers read back out of finished material: pages, slides, kiosk, PDFs and data files, each by its own reader.

A reading is a mapping from what a number says to its value, without its form: `("value", "1", 2018)` to `6.18`. The
readers share nothing with the code that wrote the numbers but the words and the number format of a language.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from potret import standard, strings

Key = tuple[str | int, ...]
Value = Decimal | str
Reading = Mapping[Key, Value]
Reader = Callable[[str, str], Reading]
"""Reads a text in a language."""

FACTS = ("pupils", "teachers", "groups", "practices", "imbas")
EDITION = standard.catalogue("snp-2016")
_N = r"(\d[\d.,]*)"


def amount(text: str, locale: str) -> Decimal:
    """Read a number as a language writes it: 1.234,5 in Indonesian, 1,234.5 in English."""
    thousands, point = (".", ",") if locale == "id" else (",", ".")
    return Decimal(text.strip().rstrip(".,").replace(thousands, "").replace(point, "."))


def shown(value: Value, key: Key, locale: str) -> str:
    """Write a reading's value as material has it."""
    if isinstance(value, str):
        return next(one.names[locale] for one in EDITION.categories if one.code == value)
    return strings.number(value, locale, 2 if key[0] == "value" else 0)


def faults(readings: Mapping[str, Reading], wanted: Mapping[str, Iterable[str]]) -> list[str]:
    """Name what differs between sources, and what a source should say and does not."""
    keys = sorted({key for reading in readings.values() for key in reading}, key=str)
    found = []
    for key in keys:
        said = {name: reading[key] for name, reading in readings.items() if key in reading}
        if len(set(said.values())) > 1:
            found.append(f"{key}: {said}")
    for name, kinds in wanted.items():
        truth = {key for key in readings["folder"] if key[0] in kinds}
        found += [f"{key} is not in {name}" for key in sorted(truth - set(readings[name]), key=str)]
    return found


def of_folder(school: Path) -> Reading:
    """Count in the school's own files, as a person would."""
    profile = _yaml((school / "sekolah.yml").read_text(encoding="utf-8"))
    people = profile["warga_sekolah"]
    pupils = int(people["siswa_l"]) + int(people["siswa_p"])
    found: dict[Key, Value] = {("pupils",): Decimal(pupils)}
    found |= {(name,): Decimal(people[key]) for name, key in [("teachers", "guru"), ("staff", "tendik")]}
    found["groups",] = Decimal(people["rombel"])
    found["practices",] = Decimal(len([one for one in school.glob("praktik/*.md") if not one.stem.endswith(".en")]))
    found["imbas",] = Decimal(len([one for one in profile.get("imbas", ()) if one.get("hubungan", "imbas") == "imbas"]))
    year = max(int(one.name) for one in school.glob("siklus/*"))
    for file in school.glob(f"siklus/{year}/[1-5]-*.md"):
        if not file.stem.endswith(".en"):
            front = _yaml(file.read_text(encoding="utf-8").split("---\n")[1])
            found["documents", int(file.name[0]), year] = Decimal(len(front.get("dokumen", ())))
    plan = _yaml((school / f"siklus/{year}/rencana.yml").read_text(encoding="utf-8"))
    costs = (one.get("biaya", 0) for row in plan["masalah"] for one in row["kegiatan"])
    found["budget", year] = Decimal(sum(int(str(cost).replace(".", "")) for cost in costs))
    last = max(
        (file for file in school.glob("mutu/*.yml") if "edisi: snp-2016" in file.read_text(encoding="utf-8")),
        key=lambda file: file.name,
    )
    scores = _yaml(last.read_text(encoding="utf-8"))["nilai"]
    for code, score in scores.items():
        if len(code) == 1 and isinstance(score, str):
            found["value", code, int(last.stem)] = amount(score.replace(",", "."), "en")
    return found


def _yaml(text: str) -> Any:
    """Read every scalar as text, as it was written."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes text, lists and mappings only


def of_json(text: str, _: str) -> Reading:
    """Read the school's data/sekolah/<npsn>.json."""
    data = json.loads(text)
    keys = {"pupils": "siswa", "teachers": "guru", "staff": "tendik", "groups": "rombel", "imbas": "imbas"}
    found: dict[Key, Value] = {(name,): Decimal(data["sekolah"][key]) for name, key in keys.items()}
    for year in data["mutu"]:
        if year["edisi"] == "snp-2016":
            for row in year["nilai"]:
                found |= _score(row["kode"], year["tahun"], row["nilai"], row["label"])
    return found


def of_csv(text: str, _: str) -> Reading:
    """Read the school's data/sekolah/<npsn>.csv."""
    found: dict[Key, Value] = {}
    for row in csv.DictReader(io.StringIO(text)):
        if row["edisi"] == "snp-2016" and row["nilai"]:
            found |= _score(row["kode"], int(row["tahun"]), row["nilai"], row["label"])
    return found


def _score(code: str, year: int, value: object, label: str | None) -> dict[Key, Value]:
    if len(code) > 1 or value in {None, ""}:
        return {}
    found: dict[Key, Value] = {("value", code, year): round(Decimal(str(value)), 2)}
    return found | ({("class", code, year): label} if label else {})


def of_portrait(html: str, locale: str) -> Reading:
    """Read the strip and the table of people on a portrait."""
    strip = re.findall(r"<div[^>]*><dt>([^<]+)</dt><dd>([^<]+)</dd>", html[html.index("potret-facts") :])[:5]
    found = _facts(dict(strip), locale)
    staff = re.search(rf"{re.escape(strings.text('people.staff', locale))}\s*</th><td[^>]*>{_N}<", html)
    return found | ({("staff",): amount(staff[1], locale)} if staff else {})


def of_quality(html: str, locale: str) -> Reading:
    """Read the table of the eight standards."""
    table = html[html.index("potret-standards potret-stack") :]
    table = table[: table.index("</table>")]
    year = int(re.search(r"<caption>[^<]*?(\d{4})", table)[1])  # type: ignore[index]
    found: dict[Key, Value] = {}
    for row in table.split('<tr role="row">')[1:]:
        code = re.search(r'standards__code">(\d)<', row)[1]  # type: ignore[index]
        value = re.search(rf'standards__value"[^>]*>{_N}<', row)
        named = re.search(r"</span> ([^<]+)</span>", row[row.index("potret-category") :])
        found |= _standard(code, year, value[1] if value else "", named[1] if named else "", locale)
    return found


def of_cycle(html: str, locale: str) -> Reading:
    """Read documents by stage and the sum of the plan on a cycle year's page."""
    year = int(re.search(r"\b(20\d\d)\b", html)[1])  # type: ignore[index]
    found: dict[Key, Value] = {}
    word = strings.text("circle.count", locale, documents="(#)", photos="X").partition(",")[0].strip()
    count = re.escape(word).replace(re.escape("(#)"), _N)
    for number, told in re.findall(r'step__number"[^>]*>(\d)</span>.*?circle__count[^>]*>([^<]*)<', html, re.DOTALL):
        if match := re.match(count, told.strip()):
            found["documents", int(number), year] = amount(match[1], locale)
    total = re.search(r"<tfoot.*?<td[^>]*>([^<]+)</td>", html, re.DOTALL)
    return found | ({("budget", year): _money(total[1], locale)} if total else {})


def of_slides(html: str, locale: str) -> Reading:
    """Read a slide show, on the site or in the kiosk."""
    found: dict[Key, Value] = {}
    for slide in html.split("<section")[1:]:
        kind = re.search(r"slide--(\w+)", slide)[1]  # type: ignore[index]
        title = re.search(r"<h2[^>]*>(.*?)</h2>", slide, re.DOTALL)[1]  # type: ignore[index]
        year = int((re.findall(r"20\d\d", title) or ["0"])[-1])
        if kind == "angka":
            found |= _facts(dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", slide)), locale)
        elif kind == "tahap":
            found |= _documents(
                re.findall(r"<(?:b|p) class=\"\w*[-_\w]*__(?:berkas|kecil)\">([^<]+)<", slide), year, locale
            )
        elif kind == "standar":
            rows = re.findall(r"<li>.*?</li>|<tr><th scope=\"row\">.*?</tr>", slide, re.DOTALL)
            for code, row in enumerate(rows, 1):
                value = re.search(rf'__skor">{_N}<', row)
                named = re.search(r'__kelas">([^<]+)<', row)[1]  # type: ignore[index]
                found |= _standard(str(code), year, value[1] if value else "", named, locale)
    return found


def of_print(text: str, locale: str) -> Reading:
    """Read the counts, documents and standards of the slides and the pamphlet as PDF, line breaks ignored."""
    line = " ".join(text.split())
    labels = [strings.text(f"fact.{name}", locale) for name in FACTS]
    facts = re.search(" ".join(rf"{_N} {re.escape(label)}" for label in labels), line)
    found = _facts(dict(zip(labels, facts.groups(), strict=True)), locale) if facts else {}
    stages = re.search(strings.text("kiosk.stages", locale, year="(20..)") + r"(.*?)@@@", line)
    if stages:
        word = re.escape(strings.text("kiosk.documents", locale, count="#")).replace(r"\#", _N)
        told = re.findall(f"{word}|{re.escape(strings.text('circle.open', locale))}", stages[2])
        year = int(stages[1])
        found |= {("documents", at, year): amount(one, locale) for at, one in enumerate(told, 1) if one}
    return found | _named_standards(line, locale)


def of_booklet(text: str, locale: str) -> Reading:
    """Read people, standards and classes in the booklet as PDF."""
    line = " ".join(text.split())
    found: dict[Key, Value] = {}
    people = [(name, strings.text(f"print.{name}", locale)) for name in ("pupils", "teachers", "staff", "groups")]
    match = re.search(" ".join(rf"{_N} {re.escape(label)}" for _, label in people), line)
    if match:
        found |= {(name,): amount(one, locale) for (name, _), one in zip(people, match.groups(), strict=True)}
    target, change = (re.escape(strings.text(f"print.{key}", locale)) for key in ("target", "change"))
    head = re.search(rf"(20\d\d) (20\d\d) {target} {change}", line)
    nothing = "|".join(re.escape(strings.text(f"print.{key}", locale)) for key in ("no_data", "not_applicable"))
    cell = rf"(\d[\d.,]*|{nothing})"
    for item in EDITION.standards:
        name = re.escape(item.name(locale))
        row = re.search(rf"{item.code}\. {name} {cell} {cell} \S+ \S+ ({_classes(locale)}|–)", line)
        if row and head:
            found |= _standard(item.code, int(head[1]), row[1], "", locale)
            found |= _standard(item.code, int(head[2]), row[2], row[3], locale)
    return found


def of_banner(text: str, locale: str) -> Reading:
    """Read the standards of the banner, which names them in short."""
    line = " ".join(text.split())
    year = re.search(rf"(20\d\d)(?: 20\d\d)? {re.escape(strings.text('standards.scale', locale))}", line)
    found: dict[Key, Value] = {}
    for item in EDITION.standards:
        match = re.search(rf"{re.escape(strings.text(f'axis.{item.code}', locale))} {_N}(?= )", line)
        if match and year:
            found |= _standard(item.code, int(year[1]), match[1], "", locale)
    return found


def of_binder(text: str, locale: str) -> Reading:
    """Read the sum of each year's plan in the binder."""
    line = " ".join(text.split())
    thread, cost = (re.escape(strings.text(f"print.{key}", locale)) for key in ("thread", "cost"))
    found = re.findall(rf"{thread} (20\d\d) {cost}: (Rp\s?[\d.,]+)", line)
    return {("budget", int(year)): _money(total, locale) for year, total in found}


def _named_standards(line: str, locale: str) -> dict[Key, Value]:
    """Find each standard by its name; the year stands in the slide's title, or after the bars."""
    title = re.search(rf"{re.escape(strings.text('nav.quality', locale))} (20\d\d)", line)
    scale = re.search(rf"(20\d\d)(?: 20\d\d)? {re.escape(strings.text('standards.scale', locale))}", line)
    year = title or scale
    found: dict[Key, Value] = {}
    for item in EDITION.standards:
        match = re.search(rf"{re.escape(item.name(locale))} {_N}(?: ({_classes(locale)}))?", line)
        if match and year:
            found |= _standard(item.code, int(year[1]), match[1], match[2] or "", locale)
    return found


def _classes(locale: str) -> str:
    names = sorted((one.names[locale] for one in EDITION.categories), key=len, reverse=True)
    return "|".join(map(re.escape, names))


def _standard(code: str, year: int, value: str, named: str, locale: str) -> dict[Key, Value]:
    if not value[:1].isdigit():  # why there is none, in words
        return {}
    found: dict[Key, Value] = {("value", code, year): amount(value, locale)}
    known = {one.names[locale]: one.code for one in EDITION.categories}
    return found | ({("class", code, year): known.get(named.strip(), named)} if named else {})


def _facts(rows: Mapping[str, str], locale: str) -> dict[Key, Value]:
    names = {strings.text(f"fact.{name}", locale): name for name in FACTS}
    return {(names[label],): amount(number, locale) for label, number in rows.items() if label in names}


def _documents(told: list[str], year: int, locale: str) -> dict[Key, Value]:
    word = re.escape(strings.text("kiosk.documents", locale, count="#")).replace(r"\#", _N)
    matches = [(number, re.fullmatch(word, one.strip())) for number, one in enumerate(told, 1)]
    return {("documents", number, year): amount(match[1], locale) for number, match in matches if match}


def _money(text: str, locale: str) -> Decimal:
    return amount(text.replace("Rp", "").replace("\xa0", ""), locale)

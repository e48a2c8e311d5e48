"""A province of N schools from the samples: text only, the same bytes every time, each school with its own texts.

`python benchmarks/province.py FOLDER --schools 100` writes FOLDER/schools/ and FOLDER/mkdocs.yml; 28 pages a school.
"""

import argparse
import csv
import re
import shutil
from functools import cache
from pathlib import Path

import yaml

REPO = Path(__file__).resolve().parent.parent
SAMPLE = REPO / "schools" / "smp-bahari-lohia"
YEAR = "2018"
PRACTICE = "literasi-15-menit"
_PLACES = ("Bahari", "Cahaya", "Karya", "Mekar", "Padang", "Pesisir", "Rimba", "Samudra", "Tirta", "Wana")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@cache
def districts() -> list[tuple[str, str, str, str]]:
    """List the districts of one province: code and names of district, regency and province."""
    table = REPO / "plugins/potret/areas/areas.csv"
    names = {row["code"]: row["name"] for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())}
    return [
        (code, name, names[code[:5]], names[code[:2]])
        for code, name in sorted(names.items())
        if len(code) == 8 and code.startswith("74")
    ]


def slug(number: int) -> str:
    """Name the folder of a school."""
    return f"smp-{_PLACES[number % len(_PLACES)].lower()}-{number:04d}"


def write_school(root: Path, number: int) -> None:
    """Write one school: a portrait, scores and a cycle of one year, and a practice, in both languages."""
    folder = root / slug(number)
    for pattern in ("potret*.md", f"mutu/{YEAR}.yml", f"siklus/{YEAR}/*", f"praktik/{PRACTICE}*.md"):
        for source in sorted(SAMPLE.glob(pattern)):
            target = folder / source.relative_to(SAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_own(source.read_text(encoding="utf-8"), number, source.suffix), encoding="utf-8")
    (folder / "sekolah.yml").write_text(_profile(number), encoding="utf-8")


def _own(text: str, number: int, suffix: str) -> str:
    """Make a text the school's own: without photos, with its name in every article."""
    text = re.sub(r'"foto:[^"]*",? ?', "", re.sub(r"^sampul: .*\n", "", text, flags=re.MULTILINE))
    text = re.sub(
        r',? ?"praktik:(?!literasi)[^"]*"', "", re.sub(r"^ *lanjutan_dari: .*\n", "", text, flags=re.MULTILINE)
    )
    text = re.sub(r"bukti: \[, ", "bukti: [", text)
    text = re.sub(r"bukti: \[([^\]]*?), \]", r"bukti: [\1]", text)
    text = re.sub(r" *bukti: \[\]\n", "", text)
    text = re.sub(r"\[([^\]]*)\]\((?:\.\./)*[\w/.-]+\.md\)", r"\1", text)  # to pages this school has not
    if suffix != ".md":
        return text
    front = _FRONT.match(text)
    end = front.end() if front else 0
    words = f"\nSMP {_PLACES[number % len(_PLACES)]} {number}, {number * 7919 % 10_000} langkah dari pasar.\n"
    return text[:end] + words + text[end:]


def _profile(number: int) -> str:
    code, district, regency, province = districts()[number % len(districts())]
    text = (SAMPLE / "sekolah.yml").read_text(encoding="utf-8")
    text = re.sub(r"^foto_sampul: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r'"999902(\d\d)"', lambda match: f'"7{number:05d}{match[1]}"', text)
    text = text.replace('"99990002"', f'"6{number:07d}"')
    text = text.replace("SMP Negeri Bahari Lohia", f"SMP Negeri {number} {_PLACES[number % len(_PLACES)]}")
    text = text.replace('"74.03.18"', f'"{code}"').replace("kecamatan: Lohia", f'kecamatan: "{district}"')
    text = text.replace("kabupaten: Kabupaten Muna", f'kabupaten: "{regency}"')
    return text.replace("provinsi: Sulawesi Tenggara", f'provinsi: "{province}"')


def write_province(folder: Path, schools: int) -> Path:
    """Write the schools and a mkdocs.yml like ours; give its path."""
    shutil.rmtree(folder / "schools", ignore_errors=True)
    for number in range(schools):
        write_school(folder / "schools", number)
    config = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": str(REPO / "content"), "site_dir": str(folder / "site")}
    places = {"schools_dir": str(folder / "schools"), "cache_dir": str(folder / "cache")}
    config["plugins"][0]["potret/schools"] = places
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--schools", type=int, default=20)
    options = parser.parse_args()
    print(write_province(options.folder, options.schools))

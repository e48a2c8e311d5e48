"""A minimal valid school as one text, and what tests do with such texts.

A text with `-- path --` lines is a folder. `#<` at the end of a line marks where a problem is expected, so that
no test counts lines by hand.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from potret import strings
from potret.model import Noun
from potret.problems import Problem
from potret.reading import Document
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build

M = TypeVar("M", bound=Noun)

DAY = date(2019, 7, 1)
SLUG = "sd-contoh"
MARK = "#<"
_SECTION = re.compile(r"^-- (\S+) --\n", re.MULTILINE)

PROFILE = """\
npsn: "40401234"
nama: SD Negeri 1 Contoh
bentuk: SD
status: negeri
alamat:
  jalan: Jalan Pendidikan 1
  desa: Aunupe
  kecamatan: Wolasi
  kabupaten: Kabupaten Konawe Selatan
  provinsi: Sulawesi Tenggara
kepala_sekolah: {nama: "Nama Kepala, S.Pd.", sejak: 2015}
warga_sekolah:
  tahun_ajaran: 2018/2019
  guru: 9
  tendik: 2
  siswa_l: 85
  siswa_p: 83
  rombel: 6
visi: {id: Maju bersama, en: Forward together}
misi: [Membaca tiap hari]
tujuan: [Semua anak membaca]
tpmps:
  - {peran: Ketua, unsur: kepala-sekolah}
  - {peran: Anggota, unsur: guru}
  - {peran: Anggota, unsur: tendik}
  - {peran: Anggota, unsur: komite}
sekolah_model:
  sk_nomor: "421/12/2017"
  sk_tanggal: 2017-02-14
  tahun_mulai: 2017
  lpmp: LPMP Sulawesi Tenggara
  kriteria: {belum_snp: Belum, komitmen: Ada, dukungan_pemda: Ada}
imbas:
  - {npsn: "40401001", nama: SD Imbas 1}
  - {npsn: "40401002", nama: SD Imbas 2}
  - {npsn: "40401003", nama: SD Imbas 3}
  - {npsn: "40401004", nama: SD Imbas 4}
  - {npsn: "40401005", nama: SD Imbas 5}
"""

SCHOOL = f"""\
-- sekolah.yml --
{PROFILE}
-- potret.md --
---
ringkasan: Sekolah di tepi sungai.
---

## Sekolah kami

Halaman luas.
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - berkas: pohon.jpg
    keterangan: Pohon di halaman
    alt: {{id: Pohon mangga, en: A mango tree}}
    orang: tidak_ada
-- foto/halaman/pohon.jpg --
not decoded by the loader
"""

REPORT = """\
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai: {"1": 5.21, "2": 4.61}
"""

PRACTICE = """\
---
judul: Kebun gizi
ringkasan: Sayur dari kebun sendiri.
tahun: 2018
indikator: ["1.1.6"]
pelaku: [guru, siswa]
---

## Situasi

Lahan kosong.

## Tantangan

Air jauh.

## Aksi

Menanam.

## Refleksi

Panen.
"""


def sections(text: str) -> dict[str, str]:
    """Split a text with `-- path --` lines into files."""
    parts = _SECTION.split(text)
    assert not parts[0].strip(), "a folder text begins with a -- path -- line"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def write(root: Path, text: str) -> Path:
    """Write a text's files below a folder."""
    for path, content in sections(text).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")
    return root


def edited(text: str, *edits: tuple[str, str]) -> str:
    """Replace each first occurrence; an edit that finds nothing is a mistake in the test."""
    for old, new in edits:
        assert old in text, f"{old!r} is not in the text"
        text = text.replace(old, new, 1)
    return text


def marked(text: str) -> list[int]:
    """Give the lines that carry the mark, counted from 1."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.rstrip().endswith(MARK)]


def rows(problems: Iterable[Problem]) -> list[tuple[str, int, str]]:
    """Give code, line and severity of each problem, once both languages can say it."""
    return [(said(problem).code, problem.line, problem.severity.value) for problem in problems]


def said(problem: Problem) -> Problem:
    """Check that a problem can be read in both languages and that both show its value."""
    for locale in ("id", "en"):
        message = problem.message(locale)
        template = f"{strings.find(f'problems.{problem.code}.says', locale)}"
        assert message.strip()
        assert "{value}" not in template or problem.values["value"] in message
    return problem


def found(
    model: type[M], text: str, rules: Callable[[M, Document], Iterable[Problem]] | None = None
) -> list[tuple[str, int, str]]:
    """Build a model from YAML text and apply the rules of its kind."""
    document = parse_yaml(text, "berkas.yml")
    made, problems = build(model, document)
    if made is not None and rules is not None:
        problems += rules(made, document)
    return rows(problems)


def built(model: type[M], text: str) -> M:
    """Build a model that has no problem."""
    made, problems = build(model, parse_yaml(text, "berkas.yml"))
    assert made is not None, [problem.line_of_text("en") for problem in problems]
    return made


def texts(value: Any) -> list[str]:
    """Give every text of a raw tree."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if value is not None else []

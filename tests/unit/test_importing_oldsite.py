from collections.abc import Callable
from pathlib import Path

import pytest

from minimal import SLUG, write
from potret.importing.kinds import kind_of
from potret.importing.proposal import Proposal
from potret.importing.recognising import stage, year
from potret.importing.sources import Source, propose
from potret.portfolio import load
from potret.problems import Severity
from potret.reading import SchoolFolder
from wordfiles import jpeg
from workbooks import DAY, codes

SITE = """\
-- index.md --
---
title: SD Contoh
---

# Selamat datang

Sekolah kami. ![Halaman](img/halaman.jpg) {{< youtube 1 >}}

## Lokasi

Di desa.
-- profil.md --
# Profil

Berdiri 1980.
-- inovasi/kebun.md --
---
title: Kebun gizi 2018
---

## Situasi

Kosong.

## Tantangan

Air.

## Aksi

Menanam.

## Refleksi

Panen.
-- 2018/monev.md --
# Monitoring dan evaluasi 2018

Dilihat. <img src="https://example.org/x.jpg"> ![](../../rahasia.jpg)
-- en/about.md --
# About

Hello.
-- berita/lomba.md --
# Lomba

Kami ikut.
-- .git/x.md --
# Profil

Bukan.
"""


@pytest.fixture
def school(school_folder: Callable[..., Path], schools_dir: Path) -> SchoolFolder:
    return SchoolFolder(school_folder(drop=("potret.md",)), f"{schools_dir.name}/{SLUG}")


@pytest.fixture
def made(school: SchoolFolder, tmp_path: Path) -> Proposal:
    site = write(tmp_path / "situs", SITE)
    (site / "img").mkdir()
    (site / "img" / "halaman.jpg").write_bytes(jpeg("green"))
    (tmp_path / "rahasia.jpg").write_bytes(jpeg("red"))
    (site / "tautan.md").symlink_to(tmp_path / "rahasia.jpg")
    assert kind_of(site) == "situs"
    return propose("situs", Source(site, DAY, name="situs"), school)


def test_pages_are_placed_and_the_rest_is_named(made: Proposal) -> None:
    assert sorted(write.path for write in made.writes) == [
        "foto/selamat-datang/album.yml",
        "foto/selamat-datang/halaman.jpg",
        "potret.md",
        "praktik/kebun-gizi-2018.md",
        "siklus/2018/4-monev.md",
    ]
    named = [(problem.path, code) for problem, (code, _) in zip(made.problems, codes(made.problems), strict=True)]
    assert ("berita/lomba.md", "page-part") in named
    assert ("en/about.md", "site-english") in named
    assert ("index.md", "site-shortcodes") in named
    assert named.count(("2018/monev.md", "site-picture")) == 2
    assert made.is_sound


def test_pages_of_one_part_are_joined_under_their_titles(made: Proposal) -> None:
    page = next(write.load().decode() for write in made.writes if write.path == "potret.md")
    assert "<!-- galeri: selamat-datang -->" in page
    lines = [line for line in page.splitlines() if line.startswith("#")]
    assert lines == ["## Lokasi", "## Profil"]


def test_what_was_proposed_is_read_without_an_error(made: Proposal, school: SchoolFolder, schools_dir: Path) -> None:
    for one in made.writes:
        (school.root / one.path).parent.mkdir(parents=True, exist_ok=True)
        (school.root / one.path).write_bytes(one.load())
    portfolio, problems = load(schools_dir, day=DAY)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    found = portfolio.schools[0]
    assert ([one.slug for one in found.practices], [one.year for one in found.cycles]) == (["kebun-gizi-2018"], [2018])
    assert "selamat-datang" not in {photo.album for photo in found.photos}  # nobody agreed yet


STAGES = [
    ("1. Pemetaan Mutu", "pemetaan"),
    ("Rencana Pemenuhan Mutu", "perencanaan"),
    ("Pelaksanaan Pemenuhan Mutu", "pelaksanaan"),
    ("Monev Pelaksanaan", "monev"),
    ("Penetapan Strategi Baru", "strategi"),
    ("Rencana Tindak Lanjut", "strategi"),
    ("Rencana Kerja Sekolah", ""),
    ("Visi dan Misi", ""),
    ("Kami menulis rencana ini supaya semua orang tua tahu apa saja yang akan terjadi", ""),
]


@pytest.mark.parametrize(("title", "key"), STAGES)
def test_a_stage_is_told_by_its_title(title: str, key: str) -> None:
    assert stage(title) == key


YEARS = [
    (["Laporan 2018"], 2018),
    (["2017/2018", "x"], None),
    (["x", "y_2019.docx"], 2019),
    (["kebun-2019.docx"], 2019),
    (["Rp2018,50"], None),
    (["12.2018"], None),
    (["7-11-2018"], None),
    ([], None),
]


@pytest.mark.parametrize(("texts", "found"), YEARS)
def test_a_year_is_read_where_it_stands_alone(texts: list[str], found: int | None) -> None:
    assert year(texts) == found

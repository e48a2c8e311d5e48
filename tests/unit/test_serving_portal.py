"""Pages about all schools are found one kind at a time; schools are read again only where something changed."""

import shutil
from pathlib import Path

import pytest

from minimal import DAY, SCHOOL, write
from potret.model import Portfolio
from potret.portfolio import load
from potret.reader import Reader
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.frame import portal_pages
from potret_mkdocs.serving.census import Census, Register
from potret_mkdocs.serving.gathered import gather
from potret_mkdocs.serving.kinds import kind_of

LOCALES = ["id", "en"]


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    write(tmp_path / "schools" / "sd-contoh", SCHOOL)
    other = tmp_path / "schools" / "sd-lain"
    shutil.copytree(tmp_path / "schools" / "sd-contoh", other)
    profile = other / "sekolah.yml"
    text = profile.read_text(encoding="utf-8")
    npsn = text.partition("npsn: ")[2].partition("\n")[0]
    profile.write_text(text.replace(npsn, '"40401299"'), encoding="utf-8")
    return tmp_path / "schools"


@pytest.fixture
def settings(tmp_path: Path) -> SchoolsConfig:
    made = SchoolsConfig()
    made.load_dict({"schools_dir": str(tmp_path), "cache_dir": str(tmp_path / "cache"), "manual": True})
    assert made.validate() == ([], [])
    return made


def test_every_page_about_all_schools_is_found_by_its_address(schools: Path, settings: SchoolsConfig) -> None:
    portfolio, _ = load(schools, day=DAY)
    reader = Reader("id", {})
    known: dict[str, list[str]] = {}
    for page in portal_pages(portfolio, LOCALES, reader, settings):
        kind = kind_of(page.place.url)
        assert kind is not None, page.place.url
        urls = known.setdefault(kind.url, [one.place.url for one in kind.compose(portfolio, LOCALES, reader)])
        assert page.place.url in urls


def test_what_needs_no_schools_is_the_same_without_them(schools: Path, settings: SchoolsConfig) -> None:
    portfolio, _ = load(schools, day=DAY)
    reader, nobody = Reader("id", {}), Portfolio((), ())
    kinds = {kind_of(page.place.url) for page in portal_pages(portfolio, LOCALES, reader, settings)}
    without = [kind for kind in kinds if kind is not None and not kind.needs_schools]
    assert len(without) == 4
    for kind in without:
        assert list(kind.compose(portfolio, LOCALES, reader)) == list(kind.compose(nobody, LOCALES, reader))


def test_only_what_changed_is_read_again(schools: Path) -> None:
    census = Census(Register(schools, (), sensitive=False))
    first = gather(census, "1")
    assert [school.slug for school in first.schools.portfolio.schools] == ["sd-contoh", "sd-lain"]
    before = dict(census.known)
    portrait = schools / "sd-lain" / "potret.md"
    portrait.write_text(portrait.read_text(encoding="utf-8") + "\nBaru.\n", encoding="utf-8")
    gather(census, "2")
    assert census.known["sd-contoh"] is before["sd-contoh"]
    assert census.known["sd-lain"] is not before["sd-lain"]
    shutil.rmtree(schools / "sd-lain")
    assert [one.slug for one in gather(census, "3").schools.portfolio.schools] == ["sd-contoh"]


def test_a_school_that_cannot_be_read_costs_itself(schools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Register.read

    def fail(self: Register, folder: object, withdrawn: object = None) -> object:
        if "sd-lain" in str(folder):
            raise RuntimeError("aduh")
        return read(self, folder, withdrawn)  # type: ignore[arg-type]

    monkeypatch.setattr(Register, "read", fail)
    found = gather(Census(Register(schools, (), sensitive=False)), "1")
    assert [school.slug for school in found.schools.portfolio.schools] == ["sd-contoh"]
    assert [(one.code, one.path) for one in found.problems if one.code == "school-failed"] == [
        ("school-failed", "schools/sd-lain")
    ]


def test_only_the_schools_that_were_asked_for_are_read(schools: Path) -> None:
    found = gather(Census(Register(schools, ("sd-lain",), sensitive=False)), "1")
    assert [school.slug for school in found.schools.portfolio.schools] == ["sd-lain"]

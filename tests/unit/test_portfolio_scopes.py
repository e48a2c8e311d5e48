"""Who is shown where: every kind of consent against every edition."""

import hashlib
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from minimal import DAY, SLUG
from pictures import phone_photo
from potret.cli import main
from potret.ekspose.printing import PrintContext
from potret.media import File, Picture
from potret.model import SCOPES, School, Scope
from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose, compose_school

GIVEN = "orang: dikenali, izin: {{status: diberikan, dasar: F-1, tanggal: 2018-01-01, cakupan: [{}]{}}}"
YESTERDAY = f", sampai: {DAY - timedelta(days=1)}"
TODAY = f", sampai: {DAY}"
PHOTOS: dict[str, tuple[str, set[Scope]]] = {
    "sepi": ("orang: tidak_ada", {"web", "cetak", "kios"}),
    "ramai": ("orang: kerumunan, anak: ya", {"web", "cetak", "kios"}),
    "semua": (GIVEN.format("web, cetak, kios", ""), {"web", "cetak", "kios"}),
    "web": (GIVEN.format("web", ""), {"web"}),
    "cetak": (GIVEN.format("cetak", ""), {"cetak"}),
    "kios": (GIVEN.format("kios", ""), {"kios"}),
    "web-cetak": (GIVEN.format("web, cetak", ""), {"web", "cetak"}),
    "cetak-kios": (GIVEN.format("cetak, kios", ""), {"cetak", "kios"}),
    "hari-terakhir": (GIVEN.format("cetak, kios", TODAY), {"cetak", "kios"}),
    "habis": (GIVEN.format("web, cetak, kios", YESTERDAY), set()),
    "tanpa-cakupan": (GIVEN.format("", ""), set()),
    "ditolak": ("orang: dikenali, izin: {status: ditolak, cakupan: [web, cetak, kios]}", set()),
    "tidak-perlu": ("orang: dikenali, izin: {status: tidak-perlu, cakupan: [web, cetak, kios]}", set()),
    "tanpa-izin": ("orang: dikenali", set()),
    "ditarik": (GIVEN.format("web, cetak, kios", ""), set()),
    "ditarik-sepi": ("orang: tidak_ada", set()),
}
"""What album.yml says of each photo, and where it may be shown."""


@pytest.fixture
def schools(school_folder: Callable[..., Path], schools_dir: Path) -> Path:
    rows = "".join(
        f"  - {{berkas: {name}.jpg, keterangan: {said(name)}, alt: x, {front}}}\n"
        for name, (front, _) in PHOTOS.items()
    )
    folder = school_folder(f"-- foto/halaman/album.yml --\njudul: Halaman\nfoto:\n{rows}") / "foto"
    for number, name in enumerate(PHOTOS):
        (folder / "halaman" / f"{name}.jpg").write_bytes(phone_photo(size=(64 + number, 48)))
    gone = [
        f"  - {{sidik: {digest(file)}, berkas: halaman/{file.name}, tanggal: 2019-01-01, alasan: diminta}}\n"
        for file in (folder / "halaman").glob("ditarik*.jpg")
    ]
    assert len(gone) == 2
    (folder / "ditarik.yml").write_text("ditarik:\n" + "".join(gone), encoding="utf-8")
    return schools_dir


def said(name: str) -> str:
    """Give a caption that is one word and part of no other."""
    return f"F{name.replace('-', '')}F"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def one(schools: Path, scope: Scope) -> School:
    return load(schools, day=DAY, scope=scope)[0].schools[0]


def names(school: School) -> set[str]:
    return {photo.front.berkas.removesuffix(".jpg") for photo in school.photos}


def allowed(scope: Scope) -> set[str]:
    return {name for name, (_, scopes) in PHOTOS.items() if scope in scopes}


@pytest.mark.parametrize("scope", SCOPES)
def test_an_edition_gets_the_photos_allowed_there_and_none_other(schools: Path, scope: Scope) -> None:
    assert names(one(schools, scope)) == allowed(scope)


def test_who_forgets_to_say_for_what_gets_the_web(schools: Path) -> None:
    assert names(load(schools, day=DAY)[0].schools[0]) == allowed("web")


def test_what_is_said_of_the_folder_does_not_depend_on_the_edition(schools: Path) -> None:
    said_of = [load(schools, day=DAY, scope=scope)[1] for scope in SCOPES]
    assert said_of[0] == said_of[1] == said_of[2]
    assert {problem.values["value"] for problem in said_of[0] if problem.code == "photo-scope"} == {
        f"{name}.jpg" for name, (_, scopes) in PHOTOS.items() if scopes and "web" not in scopes
    }


@pytest.mark.parametrize("scope", ["cetak", "kios"])
def test_a_site_is_not_composed_of_another_edition(schools: Path, scope: Scope) -> None:
    portfolio, reader = load(schools, day=DAY, scope=scope)[0], Reader("id", {})
    with pytest.raises(ValueError, match=scope):
        list(compose(portfolio, ["id"], reader))
    with pytest.raises(ValueError, match=scope):
        list(compose_school(portfolio.schools[0], reader))


@pytest.mark.parametrize("scope", SCOPES)
def test_paper_made_of_another_edition_shows_what_both_allow(schools: Path, scope: Scope) -> None:
    """A PDF that the site offers is made of the site's schools: no photo allowed on paper only is in it."""
    school, file = one(schools, scope), File(960, 640, Path("a.jpg"), "a.jpg")
    pictures = {photo.reference: Picture((file,), file, "#000000") for photo in school.photos}
    shown = PrintContext("id", DAY, pictures).photos(school)
    assert {photo.front.berkas.removesuffix(".jpg") for photo in shown} == allowed(scope) & allowed("cetak")


def test_the_command_prints_what_may_be_printed(schools: Path, tmp_path: Path) -> None:
    where = ("--schools", str(schools), "--out", str(tmp_path / "cetak"), "--cache", str(tmp_path / "cache"))
    result = CliRunner().invoke(main, ["print", SLUG, "--apa", "odner", "--lang", "id", *where])
    assert result.exit_code == 0, result.output
    (file,) = (tmp_path / "cetak").iterdir()
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(file.read_bytes())).pages)
    # The command asks the clock: by now the last day has passed.
    assert {name for name in PHOTOS if said(name) in words} == allowed("cetak") - {"hari-terakhir"}

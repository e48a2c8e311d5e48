"""PDFs kept by what they were made from: the same input the same bytes, on any day, in any zone, by any process."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from accessible import faults
from minimal import DAY, PRACTICE, SLUG
from pictures import phone_photo
from potret.ekspose.dating import newest
from potret.ekspose.printing import PUBLISHED
from potret.ekspose.shelf import ARTEFACTS
from potret.kit import KitStore
from potret.media import PhotoStore, Picture, Workshop
from potret.model import Portfolio, School
from potret.packing import kits
from potret.pages import portrait
from potret.portfolio import load
from potret.printed import Printed
from potret.printshop import PrintShop, Wish, orders, publish, wanted
from potret.printshop.order import keys
from potret.reader import Reader
from potret.withdrawal import take_back

EVENTS = f"""\
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - {{berkas: pohon.jpg, keterangan: Pohon, alt: Pohon, orang: tidak_ada, tanggal: 2019-03-04, praktik: kebun}}
  - berkas: anak.jpg
    keterangan: Anak membaca
    alt: Anak
    orang: dikenali
    izin: {{status: diberikan, dasar: Formulir, tanggal: 2018-01-01, cakupan: [cetak, web], sampai: 2019-12-31}}
-- praktik/kebun.md --
{PRACTICE}
-- praktik/air.md --
{PRACTICE.replace("Kebun gizi", "Panen air")}
"""
WISH = Wish(("label", "kartu"), ("id", "en"), "a4", DAY)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def loaded(
    school_folder: Callable[..., Path], schools_dir: Path, cache: Path, workshop: Workshop
) -> tuple[School, Mapping[str, Picture]]:
    folder = school_folder(EVENTS)
    for name in ("pohon", "anak"):
        (folder / "foto" / "halaman" / f"{name}.jpg").write_bytes(phone_photo())
    school = load(schools_dir, day=DAY)[0].schools[0]
    (cache / "renditions").mkdir(exist_ok=True)
    return school, PhotoStore(cache / "renditions", workshop).pictures(school.slug, school.photos)[0]


Loaded = tuple[School, Mapping[str, Picture]]


def test_a_second_run_makes_nothing_and_another_process_the_same_bytes(
    loaded: Loaded, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list(orders(*loaded, WISH))
    made, problems = PrintShop(cache).prints(asked)
    assert problems == []
    assert [(one.artefact, one.locale, one.pages, one.format) for one in made] == [
        *(("label", locale, 1, "A4") for locale in ("id", "en")),
        *(("kartu", locale, 2, "A4") for locale in ("id", "en")),
    ]
    assert made[0].uri == f"sekolah/{SLUG}/cetak/{SLUG}-label-id-a4.pdf"
    stamps = [one.path.stat().st_ino for one in made]
    assert [one.path.stat().st_ino for one in PrintShop(cache).prints(asked)[0]] == stamps
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    later = list(orders(*loaded, replace(WISH, day=DAY + timedelta(days=30))))
    again = PrintShop(tmp_path / "other").prints(later)[0]
    assert [one.path.name for one in again] == [one.path.name for one in made]
    assert [one.path.read_bytes() for one in again] == [one.path.read_bytes() for one in made]


def test_what_changes_a_sheet_changes_its_name_and_nothing_else_does(loaded: Loaded) -> None:
    school, pictures = loaded

    def key(**changes: Any) -> str:
        return keys(list(orders(school, pictures, replace(WISH, **changes))))[0]

    assert key(day=DAY + timedelta(days=1)) == key()
    assert (
        len({key(), key(day=date(2020, 1, 1)), key(paper="f4"), key(site_url="https://a.id/"), key(locales=("en",))})
        == 5
    )
    other = replace(school, profile=school.profile.model_copy(update={"nama": "SD Lain"}))
    assert keys(list(orders(other, pictures, WISH))) != keys(list(orders(school, pictures, WISH)))


def test_a_damaged_pdf_is_made_again(loaded: Loaded, cache: Path) -> None:
    asked = list(orders(*loaded, replace(WISH, artefacts=("label",), locales=("id",))))
    one = PrintShop(cache).prints(asked)[0][0]
    whole = one.path.read_bytes()
    one.path.write_bytes(whole[:-9])
    assert PrintShop(cache).prints(asked)[0][0].path.read_bytes() == whole


def test_the_date_on_paper_is_that_of_the_newest_event(loaded: Loaded) -> None:
    assert newest(loaded[0]) == date(2019, 3, 4)


@pytest.mark.parametrize(
    ("setting", "names", "codes"),
    [
        (False, (), []),
        (True, ("potret", "odner", "pamflet", "buletin", "kartu"), []),
        (["kartu", "potret"], ("potret", "kartu"), []),
        (["pamlet", 7], (), ["print-unknown", "print-unknown"]),
        (["odner-lengkap", "qr"], ("qr",), ["print-private"]),
    ],
)
def test_the_setting_names_what_is_published(setting: Any, names: tuple[str, ...], codes: list[str]) -> None:
    found, problems = wanted(setting)
    assert found == names
    assert [problem.code for problem in problems] == codes
    assert all(problem.message(locale) for problem in problems for locale in ("id", "en"))


@pytest.mark.parametrize(("scopes", "is_shown"), [("web", False), ("cetak", False), ("web, cetak", True)])
def test_a_published_photo_needs_consent_for_the_web_and_for_print(loaded: Loaded, scopes: str, is_shown: bool) -> None:  # noqa: FBT001 - a column
    school, pictures = loaded
    photo = next(one for one in school.photos if one.front.izin)
    izin = photo.front.izin.model_copy(update={"cakupan": tuple(scopes.split(", "))})  # type: ignore[union-attr]
    one = replace(photo, front=photo.front.model_copy(update={"izin": izin}))
    context = next(orders(school, pictures, replace(WISH, scopes=PUBLISHED))).context
    assert context.may_print(one) is is_shown


def published(loaded: Loaded, cache: Path) -> tuple[School, Mapping[str, list[Printed]], Mapping[str, list[Printed]]]:
    school, pictures = loaded
    found = publish(Portfolio((school,)), {school.slug: pictures}, WISH, PrintShop(cache), "id")
    assert found.problems == ()
    return school, found.prints, found.cards


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("id", ["Kartu praktik baik (bahasa Indonesia)", "PDF, 2 halaman, ", " kB, A4", "PDF, 1 halaman"]),
        ("en", ["Good-practice card (in English)", "PDF, 2 pages, ", " kB, A4", "PDF, 1 page,"]),
    ],
)
def test_the_portrait_offers_each_file_with_kind_pages_size_and_paper(
    loaded: Loaded, cache: Path, locale: str, line: list[str]
) -> None:
    school, prints, _ = published(loaded, cache)
    text = portrait.compose(school, Reader(locale, {}, prints=prints)).markdown
    up = "" if locale == "id" else "../../"
    assert all(part in text for part in line)
    assert (
        f'href="{up}cetak/{SLUG}-kartu-{locale}-a4.pdf"' in text or f"{SLUG}/cetak/{SLUG}-kartu-{locale}-a4.pdf" in text
    )
    own = text.index(f"-kartu-{locale}-a4.pdf")
    assert own < text.index(f"-kartu-{'en' if locale == 'id' else 'id'}-a4.pdf"), "the reader's language first"
    assert "cetak/" not in portrait.compose(school, Reader(locale, {})).markdown


def test_a_kit_carries_its_own_card_and_the_same_bytes_again(loaded: Loaded, cache: Path, tmp_path: Path) -> None:
    school, _, cards = published(loaded, cache)
    assert [*cards] == [f"{SLUG}/air", f"{SLUG}/kebun"]
    readers = [Reader(locale, {school.slug: loaded[1]}) for locale in ("id", "en")]
    packed = [kits(Portfolio((school,)), readers, KitStore(tmp_path / name), cards) for name in ("a", "b")]
    kit = packed[0][f"{SLUG}/kebun"].path.read_bytes()
    assert kit == packed[1][f"{SLUG}/kebun"].path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(kit)) as archive:
        assert archive.read("kartu.pdf") == cards[f"{SLUG}/kebun"][0].path.read_bytes()
        assert 'href="kartu.en.pdf"' in archive.read("index.en.html").decode()
        assert "kartu.pdf" in archive.read("manifes.json").decode()
    assert cards[f"{SLUG}/kebun"][0].pages == 1
    plain = kits(Portfolio((school,)), readers, KitStore(tmp_path / "c"))[f"{SLUG}/kebun"].path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        assert "kartu" not in "".join(archive.namelist()) + archive.read("index.html").decode()


def test_a_withdrawn_photo_takes_printed_sheets_out_of_the_cache(loaded: Loaded, tmp_path: Path) -> None:
    school, pictures = loaded
    made = PrintShop(tmp_path / "cache").prints(list(orders(school, pictures, WISH)))[0]
    original = next(school.photos).original
    take_back(
        original, why="x", day=DAY, store=PhotoStore(tmp_path / "cache" / "renditions"), roots=[tmp_path / "cache"]
    )
    assert [one.path for one in made if one.path.exists()] == []
    assert list((tmp_path / "cache" / "cetak").iterdir()) == []


def test_the_structure_of_every_artefact_is_that_of_pdf_ua(loaded: Loaded, cache: Path) -> None:
    wish = replace(WISH, artefacts=tuple(ARTEFACTS))
    made, problems = PrintShop(cache).prints(list(orders(*loaded, wish)))
    assert {one.artefact for one in made} == {*ARTEFACTS} - {"odner-lengkap"}, problems
    found = {f"{one.name}": faults(one.path.read_bytes(), locale=one.locale) for one in made}
    assert {name: one for name, one in found.items() if one} == {}

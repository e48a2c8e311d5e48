"""A finished page as the index reads it."""

from html import escape
from pathlib import Path

import pytest

from potret.search import NOBODY, PageRecord, read_pages
from potret.search.page import Found, read_page

RECORD = PageRecord(
    'Kebun & "buku" <b>', "praktik", "SD Contoh", (("jenis", "praktik"), ("kabupaten", "Kota A, B: C")), 1, "sd-contoh"
)


def page(body: str = "<p>kata</p>", *, head: str = "", lang: str = "id") -> str:
    marked = f'<article class="isi" data-cari="{lang}">{body}</article>'
    return f"<!doctype html><html lang='{lang}'><head><title>Judul &amp; lain</title>{head}</head><body>{marked}</body>"


def meta(told: str) -> str:
    return f'<meta name="potret-cari" content="{escape(told)}">'


def read(html: str) -> Found:
    found = read_page(html, "sekolah/sd-contoh/", ["id", "en"])
    assert found is not None
    return found


def test_a_record_arrives_as_the_theme_was_given_it() -> None:
    found = read(page(head=meta(RECORD.told)))
    assert (found.title, found.kind, found.school, found.group) == (
        RECORD.title,
        RECORD.kind,
        RECORD.school,
        RECORD.group,
    )
    assert (found.filters, found.weight, found.text) == (RECORD.filters, 1, "kata.")
    assert found.address == "sekolah/sd-contoh/"


def test_a_page_of_less_weight_loses_the_rows_of_its_checklist() -> None:
    rows = '<p>atas</p><div class="potret-check"><p>baris</p></div>'
    light = PageRecord("Daftar", "mutu", weight=0.2)
    assert (read(page(rows, head=meta(light.told))).weight, read(page(rows, head=meta(light.told))).text) == (
        0.2,
        "atas.",
    )
    assert read(page(rows)).text == "atas. baris."


@pytest.mark.parametrize(
    "head", ["", meta("[]"), meta("{rusak"), meta("7"), '<meta name="potret-cari" content="tak berakhir>']
)
def test_a_page_whose_theme_says_nothing_of_use_is_found_by_its_title(head: str) -> None:
    found = read(page(head=head))
    assert (found.title, found.kind, found.group, found.filters) == ("Judul & lain", "", NOBODY, ())
    assert found.text == "kata."


@pytest.mark.parametrize(
    "told",
    [
        '{"judul":"Judul","kelompok":"../../etc"}',
        '{"judul":"Judul","kelompok":["a"]}',
        '{"judul":"Judul","saring":[["jenis"],7]}',
        '{"judul":"Judul","saring":7,"bobot":"berat"}',
        '{"judul":"Judul","bobot":{}}',
    ],
)
def test_a_record_of_another_shape_costs_only_what_is_wrong_in_it(told: str) -> None:
    found = read(page(head=meta(told)))
    assert (found.title, found.group, found.filters, found.weight) == ("Judul", NOBODY, (), 1)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><article>tanpa tanda</article>",
        "<html><body>kata data-cari di dalam teks",
        "<html><body><p>kata data-cari=di dalam teks",
        page(lang="fr"),
        "",
    ],
)
def test_what_is_not_marked_or_of_no_language_of_the_site_is_not_found(html: str) -> None:
    assert read_page(html, "x/", ["id", "en"]) is None


@pytest.mark.parametrize(
    ("is_folder", "addresses"),
    [
        (True, ["", "aneh.html", "sekolah/a/", "sekolah/a/b/", "sekolah/a-b/"]),
        (
            False,
            ["aneh.html", "index.html", "sekolah/a-b/index.html", "sekolah/a/b/index.html", "sekolah/a/index.html"],
        ),
    ],
)
def test_pages_come_in_the_order_of_their_addresses(tmp_path: Path, is_folder: bool, addresses: list[str]) -> None:  # noqa: FBT001
    for uri in ("sekolah/a-b/index.html", "sekolah/a/b/index.html", "sekolah/a/index.html", "index.html"):
        (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / uri).write_text(page(), encoding="utf-8")
    (tmp_path / "aneh.html").write_bytes(page("\xff").encode("latin-1"))  # not UTF-8: no reason to fail
    (tmp_path / "tautan.html").mkdir()
    found = list(read_pages(tmp_path, ["id"], directory_urls=is_folder))
    assert [one.address for one in found] == sorted(addresses)

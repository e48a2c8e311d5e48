"""The index of a finished folder, read as the browser reads it."""

import json
from html import escape
from pathlib import Path
from typing import Any

import pytest

from potret.search import FOLDER, LIST, PageRecord, build_index, index
from potret.search.postings import parts
from potret.search.tokens import stem

RECORD = PageRecord("Judul", "praktik", "SD A", (("jenis", "praktik"), ("kabupaten", "Kota A, B: C")), 1, "sd-a")


def page(site: Path, url: str, body: str, lang: str = "id", record: PageRecord = RECORD) -> None:
    folder = site / url
    folder.mkdir(parents=True)
    head = f'<meta name="potret-cari" content="{escape(record.told)}">'
    html = f"<html lang='{lang}'><head>{head}</head><body><nav>menu</nav><article data-cari='{lang}'>{body}</article>"
    (folder / "index.html").write_text(html.replace(f"data-cari='{lang}'", f'data-cari="{lang}"'), encoding="utf-8")


def office(title: str) -> PageRecord:
    return PageRecord(title, "panduan", filters=(("jenis", "panduan"),))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "situs"
    page(made, "sekolah/a/kebun", "<h1>Kebun</h1><p>Anak-anak belajar.</p>")
    page(made, "sekolah/a/buku", "<p>Buku di kebun, kebun, kebun</p>")
    page(made, "tentang", "<p>Pembelajaran</p>", record=office('A & <b> "c"'))
    page(made, "en/garden", '<p>The garden</p><blockquote lang="id">kata asing</blockquote>', "en", office("Garden"))
    (made / "cari").mkdir()
    (made / "cari/index.html").write_text("<html><body>halaman jalan</body></html>", encoding="utf-8")
    return made


def told(site: Path, locale: str, name: str) -> Any:
    """Read a file of the index as a browser does: it calls potretIsi with its name and what it holds."""
    text = (site / FOLDER / locale / f"{name}.js").read_text(encoding="utf-8")
    head, tail = f'potretIsi("{name}",', ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    return json.loads(text[len(head) : -len(tail)])


def pages(site: Path, locale: str, word: str) -> list[str]:
    """Find the addresses of the pages with a word."""
    names, known = told(site, locale, LIST), stem(word, locale)
    rows = told(site, locale, f"k-{known[:3]}") if known[:3] in names["k"].split() else {}
    found = parts(rows.get(known, ""))
    numbers = [(names["g"][group], number) for group, text in found for number in _numbers(text)]
    return [told(site, locale, f"{group}/{number}")["u"] for group, number in numbers]


def _numbers(text: str) -> list[int]:
    assert "~" not in text
    return [sum((ord(sign) - 0x20) // 8 + 1 for sign in text[: end + 1]) - 1 for end in range(len(text))]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_word_leads_to_its_pages_in_its_own_language(site: Path) -> None:
    assert build_index(site, ["id", "en"]) == []
    assert pages(site, "id", "kebun") == ["sekolah/a/buku/", "sekolah/a/kebun/"]
    assert pages(site, "id", "belajar") == ["tentang/", "sekolah/a/kebun/"]
    assert pages(site, "en", "gardens") == ["en/garden/"]
    assert pages(site, "en", "asing") == pages(site, "id", "menu") == []


def test_a_page_is_told_as_it_is_shown(site: Path) -> None:
    build_index(site, ["id", "en"])
    assert told(site, "id", "sd-a/1") == {
        "u": "sekolah/a/kebun/",
        "t": "Judul",
        "j": "praktik",
        "s": "SD A",
        "x": "Kebun. Anak-anak belajar.",
    }
    assert told(site, "id", "_/0")["t"] == 'A & <b> "c"'


def test_the_list_names_groups_and_pieces_that_are_there(site: Path) -> None:
    build_index(site, ["id", "en"])
    known = told(site, "id", LIST)
    assert (known["n"], known["g"]) == (3, ["_", "sd-a"])
    assert known["k"].split() == sorted(file.stem[2:] for file in (site / "cari/id").glob("k-*.js"))
    assert told(site, "id", "saring") == {
        "jenis": {"panduan": ". ", "praktik": ",2,  "},
        "kabupaten": {"Kota A, B: C": ",2,  "},
    }
    assert (site / "cari/index.html").read_text(encoding="utf-8").count("halaman jalan") == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda site: page(site, "baru", "<p>kata</p>", record=office("Baru")),
        lambda site: (site / "tentang/index.html").unlink(),
        lambda site: _replace(site / "tentang/index.html", "Pembelajaran", "Pembelajaran!"),  # no word of it
        lambda site: _replace(site / "sekolah/a/buku/index.html", "SD A", "SD B"),
        lambda site: _replace(site / "sekolah/a/buku/index.html", "Kota A", "Kota Z"),  # stands in no page's file
    ],
)
def test_any_change_gives_the_language_and_no_other_a_new_version(site: Path, change: Any) -> None:
    build_index(site, ["id", "en"])
    before = [told(site, locale, LIST)["v"] for locale in ("id", "en")]
    change(site)
    build_index(site, ["id", "en"])
    after = [told(site, locale, LIST)["v"] for locale in ("id", "en")]
    assert after[0] != before[0]
    assert after[1] == before[1]


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_site_gives_the_same_bytes_and_nothing_lies_about(site: Path, tmp_path: Path) -> None:
    build_index(site, ["id", "en"])
    first = contents(site / FOLDER)
    build_index(site, ["en", "id"])
    assert contents(site / FOLDER) == first
    assert [file.name for file in tmp_path.iterdir()] == ["situs"]


def test_what_is_gone_is_gone_from_the_index(site: Path) -> None:
    build_index(site, ["id", "en"])
    (site / "sekolah/a/kebun/index.html").unlink()
    build_index(site, ["id", "en"])
    assert pages(site, "id", "kebun") == ["sekolah/a/buku/"]
    assert not (site / "cari/id/sd-a/1.js").exists()


def test_addresses_of_a_site_for_a_disk_end_in_index_html(site: Path) -> None:
    build_index(site, ["id", "en"], directory_urls=False)
    assert pages(site, "en", "garden") == ["en/garden/index.html"]


def test_line_ends_of_scripts_inside_a_text_are_escaped(tmp_path: Path) -> None:
    page(tmp_path / "situs", "x", "<p>satu\u2028dua</p><pre>tiga\u2029empat</pre>", record=office("A\u2028B"))
    build_index(tmp_path / "situs", ["id"])
    assert told(tmp_path / "situs", "id", "_/0")["t"] == "A\u2028B"
    assert not any(sign in (tmp_path / "situs/cari/id/_/0.js").read_text("utf-8") for sign in "\u2028\u2029")


def test_a_language_without_pages_has_an_index_in_which_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "situs").mkdir()
    assert build_index(tmp_path / "situs", ["id"]) == []
    assert told(tmp_path / "situs", "id", LIST) | {"v": ""} == {"v": "", "n": 0, "g": [], "k": ""}
    assert told(tmp_path / "situs", "id", "saring") == {}


def test_a_full_disk_leaves_no_half_index(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path, target: Path, *__: object, **___: object) -> None:
        (target / FOLDER / "id").mkdir(parents=True)
        raise OSError(28, "No space left on device")

    build_index(site, ["id", "en"])
    monkeypatch.setattr(index, "write_index", full)
    (problem,) = build_index(site, ["id", "en"])
    assert (problem.code, problem.values["value"]) == ("search-failed", "No space left on device")
    assert set(contents(site / FOLDER)) == {"index.html"}

"""The index of a finished folder, made by Pagefind itself: a few pages take a tenth of a second."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from potret.search import FOLDER, binary, build_index, index, offline_script, offline_uri, write_offline
from potret.search.index import arguments, selectors

PAGE = """<!doctype html><html lang="{lang}"><head><title>x</title>
<meta data-pagefind-meta="title[content]" content="{title}">
<meta data-pagefind-meta="image[content], image_alt[content], jenis:praktik" content="">
<meta data-pagefind-filter="kabupaten[content]" content="Kota A, B: C"></head>
<body><nav>menu</nav><article data-pagefind-body="{lang}">{body}</article></body></html>"""


def page(site: Path, url: str, body: str, lang: str = "id", title: str = "Judul") -> None:
    folder = site / url
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(lang=lang, title=title, body=body), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "situs"
    page(made, "kebun", '<h1>Kebun</h1><p>Anak-anak belajar.</p><img src="anak.jpg" alt="x"><p>Sesudah gambar.</p>')
    page(made, "campur", '<p>Kata kita <span lang="en">foreign words</span> lagi.</p><form>formulir</form>')
    page(made, "en/garden", '<p>The garden</p><blockquote lang="id">kata asing</blockquote>', "en", "A &amp; &lt;b&gt;")
    (made / "salinan").mkdir()
    (made / "salinan" / "index.html").write_text('<html lang="en"><body>salinan tanpa tanda</body></html>')
    return made


def fragments(site: Path) -> dict[str, Any]:
    """What the index holds, by address."""
    texts = (gzip.decompress(file.read_bytes()).decode() for file in (site / FOLDER / "fragment").iterdir())
    found = [json.loads(text[text.index("{") :]) for text in texts]
    return {one["url"]: one for one in found}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_only_marked_articles_are_found_in_their_own_language(site: Path) -> None:
    assert build_index(site, ["id", "en"]) == []
    found = fragments(site)
    assert set(found) == {"/kebun/", "/campur/", "/en/garden/"}
    assert found["/kebun/"]["content"] == "Kebun. Anak-anak belajar. Sesudah gambar."
    assert found["/campur/"]["content"] == "Kata kita lagi."
    assert found["/en/garden/"]["content"] == "The garden."
    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert {key: one["page_count"] for key, one in entry["languages"].items()} == {"en": 1, "id": 2}


def test_figures_and_the_catalogue_are_left_out_and_cells_stay_words_of_their_own(tmp_path: Path) -> None:
    made = tmp_path / "situs"
    tree = (
        '<details class="potret-details potret-details--tree"><ul class="potret-tree"><li>Kalimat</li></ul></details>'
    )
    own = '<ul class="potret-tree"><li>Daftar kantor</li></ul>'  # the office's list of standards is to be found
    cells = "<dl><dt>Tujuan</dt><dd>Siswa</dd></dl><table><tr><th>Nilai</th><td>6,20</td></tr></table>"
    page(
        made, "mutu", f'<h2 id="rincian">Rincian</h2>{tree}<table class="potret-numbers"><td>7</td></table>{own}{cells}'
    )
    assert build_index(made, ["id"]) == []
    (found,) = fragments(made).values()
    assert found["content"].replace(".", "") == "Rincian Daftar kantor Tujuan Siswa Nilai 6,20"
    assert found["anchors"] == []


def test_only_programs_that_a_language_needs_are_published(site: Path) -> None:
    build_index(site, ["id", "en"])
    assert {file.name for file in (site / FOLDER).glob("wasm.*")} == {"wasm.id.pagefind", "wasm.en.pagefind"}


def test_titles_and_filters_keep_their_signs_and_no_picture_is_named(site: Path) -> None:
    build_index(site, ["id", "en"])
    found = fragments(site)
    assert found["/en/garden/"]["meta"]["title"] == "A & <b>"
    assert found["/kebun/"]["filters"] == {"kabupaten": ["Kota A, B: C"]}
    assert found["/kebun/"]["meta"] == {"title": "Judul", "jenis": "praktik", "image": "", "image_alt": ""}


def test_filters_of_many_values_have_one_order(tmp_path: Path) -> None:
    """Pagefind writes a filter's values in a random order: three indexes of eight values were never the same."""
    made = tmp_path / "situs"
    for number in range(8):
        page(made, f"sekolah-{number}", "<p>Kebun</p>")
        file = made / f"sekolah-{number}/index.html"
        file.write_text(file.read_text("utf-8").replace("Kota A", f"Kota {number}"), encoding="utf-8")
    found = []
    for _ in range(3):
        assert build_index(made, ["id"]) == []
        found.append(contents(made / FOLDER))
    assert found[0] == found[1] == found[2]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build_index(site, ["id", "en"])
    first = contents(site / FOLDER)
    for _ in range(3):  # the order of the languages changed from run to run
        build_index(site, ["en", "id"])
        assert contents(site / FOLDER) == first
    assert [file.name for file in tmp_path.iterdir()] == ["situs"]  # nothing is left lying about


def test_no_interface_of_pagefind_is_published(site: Path) -> None:
    build_index(site, ["id", "en"])
    names = {name for name in contents(site / FOLDER) if "/" not in name}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js"}


def test_addresses_of_a_site_for_a_disk_end_in_index_html(site: Path) -> None:
    build_index(site, ["id", "en"], directory_urls=False)
    assert "/kebun/index.html" in fragments(site)


def test_settings_that_lie_about_do_not_count(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pagefind.yml").write_text("force_language: de\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    build_index(site, ["id", "en"])
    assert not list((site / FOLDER).glob("*.de_*"))


def test_without_pagefind_the_site_stays_and_the_build_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index(site, ["id"])
    monkeypatch.setattr(index, "binary", lambda: None)
    before = (site / "kebun" / "index.html").read_bytes()
    (problem,) = build_index(site, ["id", "en"])
    assert problem.code == "search-missing"
    assert not (site / FOLDER).exists()  # no index of an older site either
    assert (site / "kebun" / "index.html").read_bytes() == before


@pytest.mark.parametrize("script", ["#!/bin/sh\necho penuh >&2; exit 3\n", "#!/bin/sh\nexit 0\n", "no program"])
def test_a_pagefind_that_fails_is_a_problem(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program = tmp_path / "gagal"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(index, "binary", lambda: program)
    (problem,) = build_index(site, ["id"])
    assert problem.code == "search-failed"
    assert not (site / FOLDER).exists()


def test_a_site_with_nothing_to_find_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "situs").mkdir()
    (problem,) = build_index(tmp_path / "situs", ["id"])
    assert problem.code == "search-failed"


def test_a_full_disk_leaves_no_half_index(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        (site / FOLDER / "index").mkdir(parents=True)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index, "_publish", full)
    (problem,) = build_index(site, ["id"])
    assert (problem.code, problem.values["value"]) == ("search-failed", "No space left on device")
    assert not (site / FOLDER).exists()


def test_pagefind_is_there() -> None:
    assert binary() is not None


def test_no_void_element_is_left_out() -> None:
    assert not {"img", "br", "input", "hr", "source"} & set(selectors(["id", "en"]))


def test_arguments_name_every_selector(tmp_path: Path) -> None:
    line = arguments(tmp_path, tmp_path, ["id"], directory_urls=True)
    assert line.count("--exclude-selectors") == len(selectors(["id"]))


def test_the_script_for_a_disk_carries_one_language(site: Path) -> None:
    build_index(site, ["id", "en"])
    script = offline_script(site, "id")
    assert script is not None
    start, end = script.index("const files = ") + len("const files = "), script.index(";\n  const bytes")
    carried = json.loads(script[start:end])
    assert {"pagefind.js", "pagefind-entry.json", "wasm.id.pagefind"} <= set(carried)
    assert len([name for name in carried if name.startswith("fragment/id_")]) == 2
    assert not [name for name in carried if "en_" in name]


def test_no_script_without_an_index_or_of_a_language_that_has_none(site: Path) -> None:
    assert offline_script(site, "id") is None
    assert write_offline(site) == []
    build_index(site, ["id", "en"])
    assert offline_script(site, "fr") is None
    assert write_offline(site) == [site / offline_uri("en"), site / offline_uri("id")]

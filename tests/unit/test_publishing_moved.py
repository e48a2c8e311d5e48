"""Old addresses: who may have them, where they lead, and how a host learns of them."""

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import normpath

import pytest

from conftest import Loaded
from minimal import PRACTICE, PROFILE, edited, marked, said
from potret.publishing.moved import Move, left_behind, moves, read_moves
from potret.reader import Reader
from potret.site import compose

Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]


def profile(own: str = "40401234", old: str = "") -> str:
    return f"{edited(PROFILE, ('40401234', own))}{f'alamat_lama: {old}' if old else ''}\n"


def allowed(found: Loaded) -> dict[str, tuple[str, ...]]:
    return {school.slug: school.profile.alamat_lama for school in found[0].schools}


def taken(found: Loaded) -> list[tuple[str, str, str]]:
    told = [said(one) for one in found[1] if one.code.startswith("moved-")]
    assert all(one.line > 0 and one.severity == "warning" for one in told)
    return [(one.path, one.code, one.values["owner"]) for one in told]


def test_an_old_address_nobody_has_is_given(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(f"-- sekolah.yml --\n{profile(old='[sd-lama, sd-lebih-lama]')}", slug="sd-baru")
    assert allowed(load_all()) == {"sd-baru": ("sd-lama", "sd-lebih-lama")}
    assert taken(load_all()) == []


def test_no_school_takes_the_address_of_another(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(f"-- sekolah.yml --\n{profile('40400001', '[sd-b, sd-a, sd-rusak, sd-bebas]')}", slug="sd-a")
    school_folder(f"-- sekolah.yml --\n{profile('40400002')}", slug="sd-b")
    school_folder("-- sekolah.yml --\nnpsn: x\n", slug="sd-rusak")
    found = load_all()
    assert allowed(found) == {"sd-a": ("sd-bebas",), "sd-b": ()}
    place = "schools/sd-a/sekolah.yml"
    assert sorted(taken(found)) == [
        (place, "moved-self", ""),
        (place, "moved-taken", "schools/sd-b"),
        (place, "moved-taken", "schools/sd-rusak"),
    ]


def test_two_schools_that_claim_one_address_both_go_without(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(f"-- sekolah.yml --\n{profile('40400001', '[sd-lama]')}", slug="sd-a")
    school_folder(f"-- sekolah.yml --\n{profile('40400002', '[sd-lama]')}", slug="sd-b")
    assert allowed(load_all()) == {"sd-a": (), "sd-b": ()}
    assert [owner for _, _, owner in taken(load_all())] == ["schools/sd-b", "schools/sd-a"]


@pytest.mark.parametrize("value", ["../sd-b", "SD-Lama", "https://x.example", "a/b", '""', "index.html"])
def test_an_old_address_is_one_plain_name(problems_of: Callable[..., list[tuple[str, int, str]]], value: str) -> None:
    text = f"-- sekolah.yml --\n{profile(old=f'[{value}]')}"
    assert "error" in {severity for _, _, severity in problems_of(text)}


def test_a_practice_takes_no_other_practice_s_address(school_folder: Folder, load_all: LoadAll) -> None:
    front = edited(PRACTICE, ("---\n", "---\nalamat_lama: [kebun-lama, sawah, kebun]  #<\n"))
    other = edited(PRACTICE, ("---\n", "---\nalamat_lama: [sawah-lama]\n"))
    school_folder(f"-- praktik/kebun.md --\n{front}\n-- praktik/sawah.md --\n{other}")
    found = load_all()
    names = {one.slug: one.front.alamat_lama for one in found[0].schools[0].practices}
    assert names == {"kebun": ("kebun-lama",), "sawah": ("sawah-lama",)}
    place = "schools/sd-contoh/praktik/kebun.md"
    assert taken(found) == [(place, "moved-taken", "praktik/sawah.md"), (place, "moved-self", "")]
    assert {one.line for one in found[1] if one.code.startswith("moved-")} == set(marked(front))


@pytest.mark.parametrize("site_url", ["", "https://contoh.go.id/potret/"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_old_page_leads_to_its_new_one(
    school_folder: Folder, load_all: LoadAll, tmp_path: Path, site_url: str, *, directory_urls: bool
) -> None:
    practice = edited(PRACTICE, ("---\n", "---\nalamat_lama: [kebun-lama]\n"))
    text = f"-- sekolah.yml --\n{profile(old='[sd-lama]')}-- praktik/kebun.md --\n{practice}"
    school_folder(text, slug="sd-baru")
    portfolio, _ = load_all()
    readers = {locale: Reader(locale, {}, directory_urls, site_url=site_url) for locale in ("id", "en")}
    urls = {
        locale: [page.place.url for page in compose(portfolio, ["id", "en"], reader)]
        for locale, reader in readers.items()
    }
    for locale, reader in readers.items():
        for url in urls["id"]:
            (tmp_path / "site" / reader.prefix / url).mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / reader.prefix / url / "index.html").write_text(locale, encoding="utf-8")
    written = {file.uri: file.text for file in left_behind(portfolio, urls, readers)}
    for uri, html in written.items():
        file = tmp_path / "site" / uri
        assert not file.exists(), "no page is ever covered"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
        target = re.search(r"url=([^\"]+)", html)
        assert target
        assert (tmp_path / "site" / normpath(f"{uri}/../{target[1]}")).exists()
        canonical = re.search(r'canonical" href="([^"]+)"', html)
        assert canonical
        assert canonical[1].startswith(site_url or "..")
    found = {move.old: move.new for move in read_moves(tmp_path / "site")}
    assert found["sekolah/sd-lama/"] == "sekolah/sd-baru/"
    assert found["en/sekolah/sd-lama/praktik/kebun-lama/"] == "en/sekolah/sd-baru/praktik/kebun/"
    assert found["sekolah/sd-baru/praktik/kebun-lama/"] == "sekolah/sd-baru/praktik/kebun/"
    assert found["sekolah/sd-lama/praktik/kebun-lama/"] == "sekolah/sd-baru/praktik/kebun/"
    assert len(found) == len(written) == len({*found})


def test_the_portals_pages_of_a_school_move_too_and_no_page_is_covered(
    school_folder: Folder, load_all: LoadAll
) -> None:
    school_folder(f"-- sekolah.yml --\n{profile(old='[sd-lama]')}", slug="sd-baru")
    portfolio, _ = load_all()
    urls = ["serupa/sd-baru/", "praktik/serupa/sd-baru/halaman/2/", "sekolah/sd-baru-2/", "sekolah/sd-baru/mutu/"]
    urls += ["sekolah/sd-lama/mutu/"]  # cannot be, but would be the other page's
    assert list(moves(portfolio, urls)) == [
        Move("serupa/sd-lama/", "serupa/sd-baru/"),
        Move("praktik/serupa/sd-lama/halaman/2/", "praktik/serupa/sd-baru/halaman/2/"),
    ]


def test_nothing_moved_leaves_nothing_behind(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder()
    portfolio, _ = load_all()
    assert list(moves(portfolio, [page.place.url for page in compose(portfolio, ["id"], Reader("id", {}))])) == []


@pytest.mark.parametrize(
    "mark",
    [
        '<html lang="id" data-potret-alihan="../../etc/">',
        '<html lang="id" data-potret-alihan="//jahat.example/">',
        '<html lang="id" data-potret-alihan="tidak/ada/">',
        '<html lang="id" data-potret-alihan="a/ b/">',
        '<html lang="id"><p data-potret-alihan="ada/">',
    ],
)
def test_a_page_that_only_looks_like_ours_moves_nothing(tmp_path: Path, mark: str) -> None:
    for folder in ("ada", "lama"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(f"<!doctype html>\n{mark}", encoding="utf-8")
    assert read_moves(tmp_path) == []


def test_a_host_learns_of_a_move_from_the_page(tmp_path: Path) -> None:
    for folder in ("ada", "lama"):
        (tmp_path / folder).mkdir()
    (tmp_path / "ada" / "index.html").write_text("<html>", encoding="utf-8")
    (tmp_path / "lama" / "index.html").write_text(
        '<!doctype html>\n<html lang="id" data-potret-alihan="ada/">', encoding="utf-8"
    )
    assert read_moves(tmp_path) == [Move("lama/", "ada/")]

"""Pages as plain Markdown: links that lead somewhere, components Markdown leaves alone, nothing that can run."""

from pathlib import Path

import markdown
import pytest
import yaml

from potret.exporting.addresses import Addresses, address, composed
from potret.exporting.configuration import Naming, configuration
from potret.exporting.page import composed_page, office_page
from potret.exporting.tree import write_tree
from potret.prose import EXTENSIONS
from potret.sitefile import Body, slot

FILES = {
    "index.md": "index.md",
    "tentang/snp.md": "tentang/snp.md",
    "schools/sd-1/potret.md": "sekolah/sd-1/index.md",
    "schools/sd-1/mutu/index.md": "sekolah/sd-1/mutu/index.md",
    "schools/sd-1/praktik/kebun.md": "sekolah/sd-1/praktik/kebun/index.md",
}


def seen_from(source: str, prefix: str = "") -> Addresses:
    return Addresses(address(FILES[source]), source, FILES[source], FILES, prefix)


HERE = "schools/sd-1/potret.md"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a](mutu/index.md)", "[a](mutu/index.md)"),
        ("[a](praktik/kebun.md#aksi)", "[a](praktik/kebun/index.md#aksi)"),
        ("[a](../../index.md)", "[a](../../index.md)"),
        ("[a](<../../tentang/snp.md>)", "[a](<../../tentang/snp.md>)"),
        ('[a](praktik/kebun.md "judul")', '[a](praktik/kebun/index.md "judul")'),
        ("[x]: praktik/kebun.md", "[x]: praktik/kebun/index.md"),
        ("`[a](praktik/kebun.md)`", "`[a](praktik/kebun.md)`"),
        ("```\n[a](praktik/kebun.md)\n```", "```\n[a](praktik/kebun.md)\n```"),
        ("~~~\n[a](praktik/kebun.md)", "~~~\n[a](praktik/kebun.md)"),
        ("[a](https://x.id/praktik/kebun.md)", "[a](https://x.id/praktik/kebun.md)"),
        ("[a](#aksi) [b](/x.md) [c](mailto:a@b.id)", "[a](#aksi) [b](/x.md) [c](mailto:a@b.id)"),
        ("[a](tiada.md)", "[a](tiada.md)"),
    ],
)
def test_links_lead_to_where_the_page_lies(written: str, expected: str) -> None:
    assert seen_from(HERE).markdown(written) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="../../../assets/a.jpg">', '<img src="../../assets/a.jpg">'),
        (
            '<source srcset="../../../assets/a.webp 480w, ../../../assets/b.webp 960w">',
            '<source srcset="../../assets/a.webp 480w, ../../assets/b.webp 960w">',
        ),
        ('<a href="mutu/">', '<a href="mutu/">'),
        ('<a href="../sd-2/">', '<a href="../sd-2/">'),
        ('<a href="../../../sekolah/sd-1/">', '<a href="../../../sekolah/sd-1/">'),
        ('<a href="https://x.id/../a.jpg">', '<a href="https://x.id/../a.jpg">'),
        ('<a href="kartu.pdf">', '<a href="kartu.pdf">'),
        ('<i data-teks="a, b.c"></i>', '<i data-teks="a, b.c"></i>'),
    ],
)
def test_a_language_is_a_site_of_its_own(html: str, expected: str) -> None:
    assert seen_from(HERE, "en/").html(html) == expected
    assert seen_from(HERE).html(html) == html


def test_addresses_and_files_belong_together() -> None:
    assert [address(name) for name in ("index.md", "a/b.md", "a/b/index.md")] == ["", "a/b/", "a/b/"]
    assert [composed(url) for url in ("", "a/b/")] == ["index.md", "a/b/index.md"]


def rendered(page: str) -> str:
    return markdown.Markdown(extensions=list(EXTENSIONS)).convert(page.split("---\n", 2)[2])


PARTS = ['<svg viewBox="0 0 1 1">\n\n<title>a*b*c</title></svg>', "<div>\n\n*x*\n\n    y\n</div>", "<b>1</b>"]


def test_markdown_leaves_components_alone() -> None:
    body = Body.of(f"# A\n\n{slot(0)}\n\nTeks\n{{: .potret-lead }}\n\n{slot(1)}\n\n| a |\n|---|\n| {slot(2)} |", PARTS)
    html = rendered(composed_page({"title": "A"}, body, seen_from(HERE)))
    assert f"<div>{PARTS[0]}</div>" in html
    assert PARTS[1] in html
    assert '<p class="potret-lead">Teks</p>' in html
    assert "<td><b>1</b></td>" in html


def test_what_stands_in_another_language_is_still_markdown() -> None:
    parts = ['<div class="potret-article" lang="id">', "<figure>x</figure>", "</div>"]
    body = Body.of(f"{slot(0)}\n\n## Satu\n\n*dua*\n\n{slot(1)}\n\n{slot(2)}\n\n*tiga*", parts)
    html = rendered(composed_page({"title": "A"}, body, seen_from(HERE)))
    assert "<em>dua</em>" in html
    assert "<figure>x</figure>" in html
    inside, _, after = html.partition("</div>")
    assert "<h2" in inside
    assert "<em>tiga</em>" in after


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[a](javascript:alert(1))",
        "![a](https://pihak.ketiga/x.png)",
        '<a href="https://x.id" style="position:fixed;inset:0">x</a>',
        '<div class="md-header">x</div>',
        '<iframe src="https://x.id"></iframe>',
        "<!-- <script> -->",
        "*a*{: onclick=alert(1) }",
    ],
)
def test_what_the_site_would_take_out_is_not_exported(hostile: str) -> None:
    body = Body.of(f"# A\n\n{hostile}\n\n[k](praktik/kebun.md#aksi)\n\n{slot(0)}", ["<figure>foto</figure>"])
    html = rendered(composed_page({"title": "A"}, body, seen_from(HERE)))
    for sign in ("<script", "onerror", "onclick=", "javascript:", "pihak.ketiga", "fixed", "md-header", "<iframe"):
        assert sign not in html
    assert "<figure>foto</figure>" in html
    assert 'href="praktik/kebun/#aksi"' in html


HARMLESS = (
    "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n- x\n\n1. y\n\n> z\n\n"
    "[l](mutu/index.md) **b** `c`\n\n```\n<script>\n```\n\n???+ note\n    t"
)


def test_harmless_markdown_stays_markdown() -> None:
    assert HARMLESS in composed_page({"title": "A"}, Body.of(HARMLESS, []), seen_from(HERE))


def test_titles_are_escaped_for_engines_that_do_not() -> None:
    page = composed_page({"title": "<b>A</b>", "hide": ["toc"]}, Body.of("x", []), seen_from(HERE))
    assert yaml.safe_load(page.split("---")[1]) == {"title": "&lt;b&gt;A&lt;/b&gt;", "hide": ["toc"]}


def test_the_offices_pages_lose_only_what_our_theme_understands() -> None:
    front, body = {"title": "B", "template": "beranda.html"}, Body.of("[s](tentang/snp.md)", [])
    page = office_page(front, body, seen_from("index.md"), is_trusted=False)
    assert page == "---\ntitle: B\n---\n\n[s](tentang/snp.md)\n"


@pytest.mark.parametrize(("is_trusted", "count"), [(True, 1), (False, 0)])
def test_the_offices_scripts_go_along_only_if_it_is_trusted(count: int, *, is_trusted: bool) -> None:
    body = Body.of("a\n\n<script>x()</script>\n", [])
    assert office_page({"title": "B"}, body, seen_from("index.md"), is_trusted=is_trusted).count("<script>") == count


@pytest.mark.parametrize("is_plain", [False, True])
def test_the_configuration_names_no_plugin_and_asks_nobody_else(*, is_plain: bool) -> None:
    named = Naming("en", "N: #1", "d", "c", "https://x.id/p/", {"id": "Bahasa Indonesia", "en": "English"})
    config = yaml.safe_load(configuration(named, ["index.md"], "a.css", ["b.js"], is_plain=is_plain))
    assert "plugins" not in config
    assert config["site_name"] == "N: #1"
    assert config["site_url"] == "https://x.id/p/en/"
    assert [one["link"] for one in config["extra"]["alternate"]] == ["../", "./"]
    assert config["theme"]["name"] == ("mkdocs" if is_plain else "material")
    assert config["theme"]["highlightjs" if is_plain else "font"] is False


def test_a_tree_is_written_whole_and_over_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.bin"
    source.write_bytes(b"123")
    assert write_tree({"x/a": "é", "b": b"1", "c/d": source}, tmp_path / "out") == 6
    with pytest.raises(FileExistsError):
        write_tree({"x": "y"}, tmp_path / "out")
    with pytest.raises(OSError, match="tiada"):
        write_tree({"x": "y", "z": tmp_path / "tiada"}, tmp_path / "neu")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.bin", "out"]

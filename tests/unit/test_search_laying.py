"""What Pagefind is given to read."""

import re
from pathlib import Path

import pytest

from potret.search.laying import lay_out, slim

HEAD = '<meta charset="utf-8"><title>x</title><meta data-pagefind-meta="title[content]" content="Judul">'
CHECKLIST = (
    '<article data-pagefind-body="id" data-pagefind-weight="0.2"><h1>Daftar</h1><div class="potret-check">'
    '<details id="i-1"><p>Kalimat katalog</p><p class="potret-check__note">Catatan sekolah <b>kami</b></p></details>'
    "</div></article>"
)


def page(body: str, lang: str = "id", head: str = HEAD) -> str:
    return (
        f'<!doctype html><html class="no-js" lang="{lang}"><head>{head}</head><body><nav>menu</nav>{body}</body></html>'
    )


def article(body: str, lang: str = "id") -> str:
    return f'<article class="isi" data-pagefind-body="{lang}">{body}</article>'


@pytest.mark.parametrize(
    ("body", "kept", "gone"),
    [
        (article("<p>kata</p>"), ("<p>kata</p>", 'content="Judul"'), ("menu", "<title>")),
        (article("<article><p>satu</p></article><p>dua</p>"), ("satu", "dua"), ("menu",)),
        (article('<h2 class="a" id="b">Judul</h2>'), ('<h2 class="a">Judul',), ("id=",)),
        (article('<p>tulis <code> id="b"</code></p>'), (' id="b"',), ()),  # only a tag's id is one
        (article("<dl><dt>Tujuan</dt><dd>Siswa</dd></dl>"), ("Tujuan </dt><dd>Siswa </dd>",), ()),
        (article("<p>a <svg><title>garis</title><path/></svg>b</p>"), ("a b",), ("garis",)),
        (article("<svg><svg>dalam</svg>luar</svg>akhir"), ("<svg>luar</svg>akhir",), ("dalam",)),
        (article('<span lang="en" hidden>asing</span>'), ('lang="en" hidden',), ()),  # Pagefind's selectors need them
        (article('<div class="potret-check">potongan</div>'), ("potongan",), ()),  # on the office's own page
        (CHECKLIST, ("Daftar", "Catatan sekolah <b>kami</b>", 'weight="0.2"'), ("Kalimat",)),
        (CHECKLIST.replace('<div class="potret-check">', ""), ("Kalimat",), ()),
    ],
)
def test_a_page_is_its_article_and_its_record(body: str, kept: tuple[str, ...], gone: tuple[str, ...]) -> None:
    made = slim(page(body), "id")
    assert made.startswith('<!doctype html><html lang="id"><head><meta data-pagefind-meta')
    assert [part for part in kept if part not in made] == []
    assert [part for part in gone if part in made] == []
    assert len(re.findall("</html>", made)) == 1


@pytest.mark.parametrize(
    "html",
    [
        page(article("x"), head='<script data-pagefind-filter="jenis">a</script>'),  # marked by the office's own theme
        page(article("x") + '<footer data-pagefind-meta="a:b">y</footer>'),
        page("<p data-pagefind-body>x"),  # nothing ends here
    ],
)
def test_a_page_marked_in_another_way_stays_whole(html: str) -> None:
    assert slim(html, "id") == html


def test_each_language_has_a_folder_and_what_is_not_marked_none(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    for url, html in {
        "kebun": page(article("kebun")),
        "en/garden": page(article("garden", "en"), "en"),
        "fr/jardin": page(article("jardin", "fr"), "fr"),
        "daftar": page("<article>daftar</article>"),
        "rusak": "<article data-pagefind-body>tanpa bahasa</article>",
    }.items():
        (site / url).mkdir(parents=True)
        (site / url / "index.html").write_text(html, encoding="utf-8")
    (site / "aneh.html").write_bytes(page(article("\xff")).encode("latin-1"))  # not UTF-8: no reason to fail
    found = lay_out(site, tmp_path / "baca", ["id", "en"])
    assert found == {"id": tmp_path / "baca" / "id", "en": tmp_path / "baca" / "en"}
    files = {file.relative_to(tmp_path / "baca").as_posix() for file in (tmp_path / "baca").rglob("*.html")}
    assert files == {"id/kebun/index.html", "id/aneh.html", "en/en/garden/index.html"}

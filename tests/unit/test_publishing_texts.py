"""Sitemaps, robots.txt, security.txt, hidden mail addresses, and the look at what a site gives away."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from potret.publishing.inventory import inventory
from potret.publishing.mail import conceal
from potret.publishing.review import inline, review
from potret.publishing.sitemap import Listed, sitemap
from potret.publishing.wellknown import check_contact, contact, expired, robots, security_txt

ROOT = "https://contoh.go.id/potret/"
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PAGES = [Listed(f"{ROOT}a{number}/?x=1&y=<", [("en", f'{ROOT}en/a{number}/"')]) for number in range(25)]


def urls(text: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(text).findall(".//s:loc", XML)]  # noqa: S314 - ours


@pytest.mark.parametrize(("most", "parts"), [(25, 0), (24, 2), (10, 3), (5, 5), (1, 25)])
def test_a_large_sitemap_is_split_by_pages(most: int, parts: int) -> None:
    files = dict(sitemap(PAGES, ROOT, most=most))
    names = [f"sitemap-{number}.xml" for number in range(1, parts + 1)]
    assert list(files) == ["sitemap.xml", *names]
    if names:
        assert urls(files["sitemap.xml"]) == [f"{ROOT}{name}" for name in names]
    found = [urls(files[name]) for name in names or ["sitemap.xml"]]
    assert [url for part in found for url in part] == [page.url for page in PAGES]
    assert max(map(len, found)) <= most


def test_a_large_sitemap_is_split_by_bytes() -> None:
    files = dict(sitemap(PAGES, ROOT, largest=1_000))
    assert len(files) > 3
    assert max(len(text.encode()) for name, text in files.items() if name != "sitemap.xml") <= 1_000
    assert sum(len(urls(text)) for name, text in files.items() if name != "sitemap.xml") == len(PAGES)


def test_a_site_without_an_address_has_no_sitemap() -> None:
    assert list(sitemap(PAGES, "")) == []
    assert list(sitemap([], ROOT)) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("pengelola@contoh.go.id", "mailto:pengelola@contoh.go.id"),
        ("mailto:a.b+c@x-y.sch.id", "mailto:a.b+c@x-y.sch.id"),
        ("https://contoh.go.id/kontak?x=1", "https://contoh.go.id/kontak?x=1"),
        ("http://contoh.go.id", None),
        ("javascript:alert(1)", None),
        ('a@b.c"><script>', None),
        ("a@b.c\nExpires: never", None),
        ("", None),
        (12, None),
    ],
)
def test_a_contact_is_a_mail_address_or_a_safe_page(written: object, read: str | None) -> None:
    assert contact(written) == read


@pytest.mark.parametrize(
    ("value", "until", "codes"),
    [
        (None, None, []),
        ("a@b.id", date(2027, 1, 1), []),
        ("a@b.id", None, ["contact-until"]),
        ("a@b.id", "besok", ["contact-until"]),
        ("b.id", date(2027, 1, 1), ["contact-format"]),
    ],
)
def test_settings_of_the_contact_are_checked(value: object, until: object, codes: list[str]) -> None:
    assert [problem.code for problem in check_contact(value, until, "mkdocs.yml")] == codes


def test_security_txt_is_complete_and_the_same_every_day() -> None:
    file = security_txt("a@b.id", date(2027, 1, 31), ROOT, "tentang/lapor/")
    assert file is not None
    assert file.uri == ".well-known/security.txt"
    assert file.text.splitlines() == [
        "Contact: mailto:a@b.id",
        "Expires: 2027-01-31T00:00:00Z",
        "Preferred-Languages: id, en",
        f"Canonical: {ROOT}.well-known/security.txt",
        f"Policy: {ROOT}tentang/lapor/",
    ]
    assert not expired(file.text, date(2027, 1, 31))
    assert expired(file.text, date(2027, 2, 1))
    assert security_txt("a@b.id", None, ROOT, "") is None
    assert security_txt(None, date(2027, 1, 31), ROOT, "") is None


def test_robots_may_read_everything() -> None:
    assert robots(ROOT).text == f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}sitemap.xml\n"
    assert "Sitemap" not in robots("").text


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:tata.usaha@smk-1.sch.id?subject=Hai">tata.usaha@smk-1.sch.id</a>',
        "<p>Surel: a+b@c.id, d@e.co.id.</p>",
        "<p>a@b tanpa titik, @nama, 5 @ 3</p>",
    ],
)
def test_a_mail_address_is_hidden_from_gatherers_and_not_from_readers(html: str) -> None:
    hidden = conceal(html)
    assert not re.search(r"[\w.+-]+@[\w-]+\.[\w.]+", hidden)
    assert "mailto:t" not in hidden
    assert unescape(hidden) == html


@pytest.mark.parametrize("tag", ["script", "style", "textarea"])
def test_scripts_and_fields_keep_their_text(tag: str) -> None:
    html = f"<{tag}>x@y.id</{tag}><p>x@y.id</p>"
    assert conceal(html).startswith(f"<{tag}>x@y.id</{tag}>")
    assert conceal(html).count("x@y.id") == 1


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<script src="a.js"></script>', ""),
        ('<script type="application/ld+json">{}</script>', ""),
        ('<p title="style=x onclick=y" class="a">style="x"</p>', ""),
        ("<script>1</script>", "<script>"),
        ('<script type="module">1</script>', "<script>"),
        ("<STYLE>p{}</STYLE>", "<style>"),
        ('<td class="a" style="text-align: right">', "style="),
        ("<p onclick=alert(1)>", "onclick="),
    ],
)
def test_what_the_policy_would_block_is_found(html: str, found: str) -> None:
    assert inline(html) == found


def test_what_a_site_gives_away_is_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    texts = {
        "a.html": f"<p>{tmp_path}/schools</p>",
        "b.js": "1\n//# sourceMappingURL=b.js.map",
        "c.html": "<p style='color:red'>",
        "d.html": "<p>sourceMappingURL=</p>",
    }
    for name, text in texts.items():
        (site / name).write_text(text, encoding="utf-8")
    found = [(problem.path, problem.code) for problem in review(inventory(site)[0], site.parent)]
    assert found == [("a.html", "publish-path"), ("b.js", "publish-map"), ("c.html", "publish-inline")]

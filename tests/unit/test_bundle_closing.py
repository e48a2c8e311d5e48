"""Pages whose every address leads to a file of the bundle, or openly to the web."""

import pytest

from potret.bundle.addresses import target, written
from potret.bundle.closing import Closure
from potret.bundle.markup import rewrite

PAGE = "en/sekolah/a/index.html"
NAMES = {
    PAGE: PAGE,
    "sekolah/a/index.html": "sekolah/a/index.html",
    "sekolah/a/foto/x-320.webp": "sekolah/a/foto/x-320.webp",
    "sekolah/a/foto/x-480.webp": "sekolah/a/foto/x-480.webp",
    "sekolah/a/CON.pdf": "sekolah/a/_CON.pdf",
    "assets/a.css": "assets/a.css",
    "en/tentang/a b.html": "en/tentang/a b.html",
}
INSTEAD = {"sekolah/a/foto/x-1600.webp": "sekolah/a/foto/x-480.webp"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('<a href="../../../sekolah/a/index.html#visi">x</a>', None),
        ('<a href="../../../sekolah/a/">x</a>', '<a href="../../../sekolah/a/index.html">x</a>'),
        ('<a href="../../../sekolah/a/CON.pdf">x</a>', '<a href="../../../sekolah/a/_CON.pdf">x</a>'),
        ('<a href="../../tentang/a%20b.html">x</a>', None),
        ('<a class="y" href="../../praktik/index.html" title="t">x</a>', '<a title="t" class="potret-luar">x</a>'),
        ('<a href="/etc/passwd">x</a>', '<a class="potret-luar">x</a>'),
        ('<a href="\\\\server\\x">x</a>', '<a class="potret-luar">x</a>'),
        ('<a href="../../../../../etc/passwd" download>x</a>', '<a class="potret-luar">x</a>'),
        ('<a href="https://contoh.id/a?b&amp;c#d">x</a>', None),
        ('<a href="mailto:a@contoh.id">x</a>', None),
        ('<a href="#isi">x</a>', None),
        ('<a href="">x</a>', None),
        (
            '<a href="../../../sekolah/a/foto/x-1600.webp">x</a>',
            '<a href="../../../sekolah/a/foto/x-480.webp">x</a>',
        ),
        ('<link rel="stylesheet" href="../../../assets/a.css">', None),
        ('<link rel="next" href="../../serupa/a.html">', ""),
        ('<link rel="canonical" href="https://contoh.id/en/sekolah/a/">', ""),
        ('<script src="../../../assets/x.js"></script>', "</script>"),
        ('<img alt="&quot;" src="../../../x.png">', ""),
        ('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', None),
        ('<!-- <a href="/x"> --><script>if (a < b) "<a href=/x>"</script>', None),
        (
            '<source srcset="../../../sekolah/a/foto/x-320.webp 320w, ../../../sekolah/a/foto/x-1600.webp 1600w">',
            '<source srcset="../../../sekolah/a/foto/x-320.webp 320w">',
        ),
        ('<source srcset="../../../y-1600.webp 1600w">', ""),
    ],
)
def test_addresses_lead_to_what_is_there(given: str, wanted: str | None) -> None:
    assert Closure(NAMES, INSTEAD).page(PAGE, given) == (given if wanted is None else wanted)


def test_every_other_byte_stays() -> None:
    text = "<!doctype html>\n<p>é &amp; &lt;b&gt;\r\n<A  HREF='x.html' >1 < 2</A>\n<br/>"
    assert rewrite(text, lambda _, attributes: attributes) == text
    assert rewrite(text, lambda tag, given: {"href": 'a"b'} if tag == "a" else given) == text.replace(
        "<A  HREF='x.html' >", '<a href="a&quot;b">'
    )


@pytest.mark.parametrize(
    ("address", "page", "wanted"),
    [
        ("x.html", "a/b.html", "a/x.html"),
        ("../", "a/b/c.html", "a/index.html"),
        ("..", "a/b.html", "index.html"),
        ("./", "index.html", "index.html"),
        ("a%23b.pdf?x=1#y", "b.html", "a#b.pdf"),
        ("//contoh.id/x", "b.html", None),
        ("javascript:x", "b.html", None),
    ],
)
def test_an_address_means_a_file(address: str, page: str, wanted: str | None) -> None:
    assert target(address, page) == wanted


def test_signs_in_a_name_are_written_so_that_they_come_back() -> None:
    for uri in ("a/b#c.pdf", "a/50%.pdf", "a/x y?.pdf", "a/é.pdf"):
        assert target(written(uri, "en/c/index.html", "old#anchor"), "en/c/index.html") == uri

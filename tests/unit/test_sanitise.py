import re
from collections import Counter
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.reading import read_markdown
from potret.sanitise import sanitise
from rendering import REPO, TAG, render, shown

RUNS = re.compile(
    r"<\s*(script|style|iframe|object|embed|svg|math|base|meta|link|form|template)\b|\son\w+\s*=", re.IGNORECASE
)
ADDRESS = re.compile(r"""(?:href|src|action|data|formaction|poster|srcset)\s*=\s*"([^"]*)""", re.IGNORECASE)

TRICKS = [
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<<script>script>alert(1)<</script>/script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="x" OnErRoR = "alert(1)">',
    "<p onclick='alert(1)'>x</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href=' javascript&colon;alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input onfocus=alert(1) autofocus>",
    "<video src=x onerror=alert(1)></video>",
    "<td style='background:url(//evil.example/x)'>x</td>",
    "<table><tr><td style='text-align:expression(alert(1))'>x</td></tr></table>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<template><script>alert(1)</script></template>",
    "<a href='//evil.example' target=_blank>x</a>",
    "<p title='\"><script>alert(1)</script>'>x</p>",
]


def is_harmless(html: str) -> bool:
    """No element or attribute that runs; only ordinary schemes in addresses."""
    tags = " ".join(re.findall(r"<[^>]*>", re.sub(r'"[^"]*"', '""', html)))
    if RUNS.search(tags):
        return False
    addresses = [unescape(address) for address in ADDRESS.findall(html)]
    return all(urlsplit(address).scheme in {"", "http", "https", "mailto", "tel"} for address in addresses)


@pytest.mark.parametrize("html", TRICKS)
def test_nothing_that_runs_comes_through(html: str) -> None:
    assert is_harmless(sanitise(html))
    assert is_harmless(sanitise(f"<p>a</p>{html}<p>b</p>"))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(TRICKS), st.text(max_size=10), st.sampled_from(["<", ">", '"', "'", "</p>", "<!--", "&#"])
        ),
        max_size=5,
    )
)
def test_no_mixture_of_tricks_runs(pieces: list[str]) -> None:
    once = sanitise("".join(pieces))
    assert is_harmless(once)
    assert sanitise(once) == once


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x.png",
        "//evil.example/x.png",
        "\\\\evil.example/x.png",
        "/\\evil.example/x.png",
        "/&#9;/evil.example/x.png",
        "ht&#9;tp://evil.example/x.png",
        "&#1;//evil.example/x.png",
        " \n//evil.example/x.png",
        "HTTP:evil.example/x.png",
        "data:image/svg+xml,<svg/>",
        "ftp://evil.example/x.png",
    ],
)
def test_no_picture_is_loaded_from_elsewhere(address: str) -> None:
    assert "src" not in sanitise(f'<img alt="x" src="{address}">')


@given(st.text("/\\:.htps \t\n\x01ae?#@%&;9", max_size=12))
def test_a_picture_s_address_stays_on_the_site(address: str) -> None:
    found = re.search(r'src="([^"]*)"', sanitise(f'<img src="{address}">'))
    if found:
        seen = re.sub("[\x00-\x20]", "", unescape(found[1])).replace("\\", "/")  # as a browser reads it
        assert urlsplit(urljoin("https://sekolah.id/a/b/", seen)).netloc == "sekolah.id"


@pytest.mark.parametrize("address", ["foto.jpg", "../foto/a b.jpg", "/foto.jpg", "foto.jpg?x=//y", "a/b:c.jpg"])
def test_pictures_of_the_site_stay(address: str) -> None:
    assert f'src="{address}"' in sanitise(f'<img alt="x" src="{address}">')


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<p class="md-header lead md-button">x</p>', '<p class="lead md-button">x</p>', id="Material's classes"
        ),
        pytest.param('<p class="potret-notice">x</p>', "<p>x</p>", id="our classes"),
        pytest.param('<p class="potret-lead">x</p>', '<p class="potret-lead">x</p>', id="classes for authors"),
        pytest.param('<p id="__search">x</p>', "<p>x</p>", id="Material's controls"),
        pytest.param('<p id="bab-1">x</p>', '<p id="bab-1">x</p>', id="ids of headings"),
        pytest.param('<a href="mailto:a@b.id">x</a>', '<a href="mailto:a@b.id">x</a>', id="mail"),
        pytest.param("<b>x</b>&amp;&lt;i&gt;", "<b>x</b>&amp;&lt;i&gt;", id="escaped text"),
        pytest.param(
            '<table><thead><tr><th style="text-align:left"></th><th>a</th></tr></thead></table>',
            '<table><thead><tr><td style="text-align:left"></td><th>a</th></tr></thead></table>',
            id="the empty corner of a table",
        ),
        pytest.param(
            '<table><tbody><tr><td style="text-align:right;position:fixed;color:red">x</td></tr></tbody></table>',
            '<table><tbody><tr><td style="text-align:right">x</td></tr></tbody></table>',
            id="style beyond alignment",
        ),
    ],
)
def test_nothing_impersonates_the_site_and_ordinary_markup_stays(html: str, expected: str) -> None:
    assert sanitise(html) == expected


KITCHEN = """\
## Judul {: #judul .potret-lead }

Teks[^1] dengan **tebal**, *miring*, `kode`, [tautan](../potret.md "judul") dan ![pohon](foto/a.jpg){ width="300" }.

| a | b |
|:--|--:|
| 1 | 2 |

1. satu
    - dalam

5. lima

Istilah
:   Arti

!!! note "Catatan"
    Isi

??? tip
    Isi

```python
print("<b>")
```

> Kutipan

HTML

*[HTML]: bahasa markah

[^1]: Catatan kaki.
"""


def with_empty_corners(html: str) -> str:
    """The corner of a table becomes an ordinary cell: an empty heading confuses a screen reader."""
    return re.sub(r"<th([^>]*)>\s*</th>", r"<td\1></td>", html)


def counted(html: str) -> Counter[str]:
    return Counter(re.findall(r"<(/?[a-z0-9]+)", html))


def attributes(html: str) -> Counter[str]:
    plain = re.sub(r'style="text-align: (\w+);"', r'style="text-align:\1"', html)
    return Counter(re.findall(r'\s([a-z-]+="[^"]*")', plain))


def test_all_that_the_site_s_markdown_makes_comes_through() -> None:
    html = render(KITCHEN)
    clean = sanitise(html)
    assert shown(clean) == shown(html)
    assert counted(clean) == counted(html)
    assert attributes(clean) == attributes(html)


SAMPLES = sorted((REPO / "schools").glob("*/**/*.md"))


@pytest.mark.parametrize("school", sorted({file.relative_to(REPO / "schools").parts[0] for file in SAMPLES}))
def test_the_sample_schools_pages_come_through_unchanged(school: str) -> None:
    files = [file for file in SAMPLES if school in file.parts]
    assert len(files) > 10
    for file in files:
        html = render(read_markdown(file, file.name).body)
        clean = sanitise(html)
        assert shown(clean) == shown(html), file
        assert counted(clean) == counted(with_empty_corners(html)), file
        assert TAG.sub("", clean).strip() == TAG.sub("", html).strip().replace("&quot;", '"'), file


@pytest.mark.parametrize("written", ["&#x202e;", "&#8238;", "\u202e", "&#x200b;", "&#xfeff;", "&#x2066;"])
def test_signs_nobody_sees_are_taken_out_however_they_are_written(written: str) -> None:
    assert sanitise(f"<p>a{written}b</p>") == "<p>ab</p>"


def test_marks_of_arabic_and_emoji_stay() -> None:
    text = "<p>\u0627\u200f \u200d\u200c</p>"
    assert sanitise(text) == text

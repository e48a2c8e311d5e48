"""The text of an article."""

import pytest

from potret.search.article import article_text, whole


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Kebun</h1><p>Anak-anak belajar.</p><p>Sesudah itu?</p>", "Kebun. Anak-anak belajar. Sesudah itu?"),
        ("<dl><dt>Tujuan</dt><dd>Siswa</dd></dl>", "Tujuan. Siswa."),
        ("<table><tr><th>Nilai</th><td>6,20</td></tr></table>", "Nilai. 6,20."),
        ("<p>ke<b>bun</b>, <em>buku</em> &amp; &lt;b&gt;</p>", "kebun, buku & <b>."),
        ("<p>baris satu<br>baris dua<br/>tiga</p>", "baris satu baris dua tiga."),
        ("<li><strong>3,82</strong><span>5.4.1 Ada</span><span>5.4.7 Ada</span></li>", "3,82 5.4.1 Ada 5.4.7 Ada."),
        ("<p>ke<i><b>bu</b></i>n</p>", "kebun."),
        ("<p>Surel: <a href='mailto:&#116;u@a.sch.id'>&#116;&#117;&#64;a.sch.id</a> sekolah</p>", "Surel: … sekolah."),
        ("<p>satu\n  dua&nbsp;tiga</p>", "satu dua tiga."),
        ("<p>a<!-- <p>tersembunyi</p> -->b</p>", "ab."),
        ('<p title="x > y">kata</p><a href="?a=1&b">tautan</a>', "kata. tautan."),
        ("teks tanpa tag", "teks tanpa tag."),
        ("", ""),
        ("<p> </p><div></div>", ""),
        ("<p>a < b dan c</p>", "a < b dan c."),  # not ours: no tag begins there
        ("<p>satu\0dua</p>", "satudua."),
    ],
)
def test_blocks_and_cells_end_sentences_and_words(html: str, text: str) -> None:
    assert article_text(html, "id") == text


@pytest.mark.parametrize(
    "out",
    [
        "<nav>menu <nav>dalam</nav> lagi</nav>",
        "<form>isian</form>",
        "<button type=button>tekan</button>",
        '<svg viewBox="0 0 9 9"><title>garis</title><svg>dalam</svg><path d="M0 0"/></svg>',
        "<script>kode</script><style>gaya</style><template>pola</template>",
        "<div hidden>tersembunyi</div>",
        '<div class="x" hidden="">tersembunyi</div>',
        '<span aria-hidden="true">hiasan</span>',
        '<ul class="a potret-pager b"><li>1</li></ul>',
        *(f'<div class="potret-{name}">x</div>' for name in ("more", "years", "stepper", "notice", "numbers", "key")),
        '<details class="potret-details potret-details--tree"><ul><li>Kalimat</li></ul></details>',
        '<blockquote lang="en">foreign <p lang="id">kata di dalamnya</p></blockquote>',
        "<p lang='en-GB'>foreign</p>",
        '<div data-x="a > b" hidden>tersembunyi</div>',
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(out: str) -> None:
    assert article_text(f"<p>Sebelum</p>{out}<p>Sesudah</p>", "id") == "Sebelum. Sesudah."


@pytest.mark.parametrize(
    "kept",
    [
        '<p lang="id">kata</p>',
        '<p aria-hidden="false">kata</p>',
        '<p class="potret-moreover potret-keyed">kata</p>',
        '<p data-hidden="x" title="hidden">kata</p>',
        '<p><img src="a.jpg" alt="x" hidden>kata</p>',  # a void element has no content to jump over
        '<p><input type="text" hidden>kata</p>',
        "<navigasi>kata</navigasi>",
        '<ul class="potret-tree"><li>kata</li></ul>',  # the office's list of standards is to be found
    ],
)
def test_what_only_looks_alike_stays(kept: str) -> None:
    assert "kata" in article_text(kept, "id")


def test_a_word_of_another_language_inside_a_sentence_does_not_end_it() -> None:
    assert article_text('<p>Kata kita <span lang="en">foreign words</span> lagi.</p>', "id") == "Kata kita lagi."


def test_an_element_that_never_ends_takes_the_rest_and_no_more_time() -> None:
    assert article_text("<p>awal</p><nav>" + "<nav>x" * 500, "id") == "awal."


CHECK = (
    '<h1>Daftar</h1><div class="potret-check"><details id="i-1"><p>Kalimat katalog</p>'
    '<p class="potret-check__note">Catatan <b>kami</b></p></details></div>'
)


def test_of_a_checklist_the_school_s_notes_stay() -> None:
    assert article_text(CHECK, "id", is_light=True) == "Daftar. Catatan kami."
    assert article_text(CHECK, "id") == "Daftar. Kalimat katalog. Catatan kami."
    assert article_text("<h1>Daftar</h1><p>lain</p>", "id", is_light=True) == "Daftar. lain."


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("<article>isi</article> ekor", "isi"),
        (
            "<article a='>'><article>dalam</article>luar</article><article>lain</article>",
            "<article>dalam</article>luar",
        ),
        ("<article>tanpa akhir", "tanpa akhir"),
        ("<", ""),
    ],
)
def test_an_element_ends_where_its_own_end_is(html: str, content: str) -> None:
    start, end = whole(html, 0)
    assert html[start:end] == content

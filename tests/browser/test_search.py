"""The search dialog in a real browser: over http, below a folder, and from a disk."""

import random
import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from building import REPO, Site
from potret.search import FOLDER, LIST, build_index
from potret.search.postings import encoded, joined
from potret.search.tokens import stem, tokens
from potret.templates import theme_dir
from serving import Open, serve

pytestmark = pytest.mark.browser


def open_search(page: Page, term: str = "") -> Page:
    page.keyboard.press("/")
    expect(page.locator("dialog.potret-find")).to_be_visible()
    if term:
        page.keyboard.type(term)
    expect(page.locator(".potret-find__status")).not_to_have_text("")
    return page


def results(page: Page, count: str) -> list[str]:
    """Wait for a number of pages and give the addresses shown."""
    expect(page.locator(".potret-find__status")).to_have_text(count)
    if count[0].isdigit():  # the count is told before the pages are there
        expect(page.locator(".potret-find__link").first).to_be_visible()
    return list(page.locator(".potret-find__link").evaluate_all("links => links.map((link) => link.href)"))


SAME = ("pembelajaran", "belajar", "mengajar", "pelajar")
"""The Indonesian stemmer gives these one stem."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """A site of one page for each word, with the real dialog."""
    root = tmp_path_factory.mktemp("kecil") / "situs"
    shutil.copytree(site.root / "assets" / "potret", root / "assets" / "potret")
    (root / "cari").mkdir()
    (root / "cari" / "index.html").write_text("<html lang='id'><title>Cari</title>", encoding="utf-8")
    words = (*SAME, "penilaian", "nilai", "kurikulum", "learning")
    for word in words:
        (root / word).mkdir()
        lang = "en" if word == "learning" else "id"
        html = site.page("sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/")
        head = html[html.index('<a class="md-header__button md-icon potret-find-open') :].partition("</a>")[0]
        head = head.replace("../../../../", "../").replace("cari/", "cari/index.html", 1)
        scripts = "".join(
            f'<script src="../assets/potret/{name}.js" defer></script>'
            for name in (f"cari-{lang}", "cari-mesin", "cari-dialog", "cari")
        )
        (root / word / "index.html").write_text(
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{word}</title>{scripts}</head>'
            f'<body>{head}</a><article data-cari="{lang}"><h1>Judul</h1><p>{word}</p></article></body></html>',
            encoding="utf-8",
        )
    assert build_index(root, ["id", "en"]) == []
    return root


@pytest.fixture(scope="module")
def small_address(small: Path) -> Iterator[str]:
    server, url = serve(small)
    yield url
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("term", SAME)
def test_words_of_one_stem_find_each_other(small_address: str, view: Open, term: str) -> None:
    page = open_search(view(f"{small_address}nilai/"), term)
    assert sorted(url.split("/")[-2] for url in results(page, "4 halaman cocok")) == sorted(SAME)


def test_what_the_stemmer_keeps_apart_stays_apart_and_languages_too(small_address: str, view: Open) -> None:
    page = open_search(view(f"{small_address}nilai/"), "penilaian")
    assert [url.split("/")[-2] for url in results(page, "1 halaman cocok")] == ["penilaian"]
    page.locator(".potret-find__field").fill("learning")
    results(page, "Tidak ada halaman yang cocok.")
    page = open_search(view(f"{small_address}learning/"), "learning")
    assert [url.split("/")[-2] for url in results(page, "1 page matches")] == ["learning"]


@pytest.mark.parametrize(
    ("term", "count"),
    [
        ("kuri", "1 halaman cocok"),
        ("kuri ", "Tidak ada halaman yang cocok."),  # a blank says that the word is whole
        ("KURÍKULUM", "1 halaman cocok"),
        ("ｋｕｒｉｋｕｌｕｍ", "1 halaman cocok"),
        ("yang kurikulum", "1 halaman cocok"),  # a word that says nothing, and is on no page
        ("kurikulum nilai", "Tidak ada halaman yang cocok."),  # all words
        ("judul", "7 halaman cocok"),
    ],
)
def test_a_word_is_found_as_one_writes_it(small_address: str, view: Open, term: str, count: str) -> None:
    results(open_search(view(f"{small_address}nilai/"), term), count)


def test_what_the_index_does_not_hold_is_asked_for_nowhere(small_address: str, view: Open) -> None:
    page, asked = view(f"{small_address}nilai/"), []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].removeprefix(small_address)))
    results(open_search(page, "zzzz"), "Tidak ada halaman yang cocok.")
    assert sorted(asked) == [
        *(f"assets/potret/cari-{name}.js" for name in ("hitung", "petik", "stem-id")),
        f"{FOLDER}/id/{LIST}.js",
    ]
    page.locator(".potret-find__field").fill("nilai")
    results(page, "1 halaman cocok")
    assert sorted(asked[4:]) == [f"{FOLDER}/id/_/3.js", f"{FOLDER}/id/k-nil.js"]


def test_only_the_last_of_two_searches_counts(small_address: str, view: Open) -> None:
    page = view(f"{small_address}nilai/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/k-aja.js*", hold)
    with page.expect_request("**/k-aja.js*"):
        open_search(page, "belajar")
    page.locator(".potret-find__field").fill("nilai")
    found = results(page, "1 halaman cocok")
    held[0].continue_()
    count = page.evaluate("""async () => {
      const late = await (await window.potretCari.engine()).search("belajar", {});
      await Promise.all(late.results.map((one) => one.data()));
      return new Promise((resolve) => setTimeout(() => resolve(late.results.length)));
    }""")
    assert count == len(SAME)  # what came late is there by now
    assert results(page, "1 halaman cocok") == found


def test_the_same_dialog_works_from_a_disk(small: Path, tmp_path: Path, view: Open) -> None:
    copy = Path(shutil.copytree(small, tmp_path / "stik #1"))  # a folder name that has to be escaped
    page = open_search(view((copy / "nilai" / "index.html").as_uri()), "belajar")
    found = results(page, "4 halaman cocok")
    expect(page.locator(".potret-find__result mark").first).to_be_visible()
    page.locator(".potret-find__link").first.click()
    page.wait_for_url(found[0])
    expect(page.locator("article p")).to_contain_text("ajar")


def test_from_a_disk_without_the_index_it_says_so(small: Path, tmp_path: Path, view: Open) -> None:
    copy = Path(shutil.copytree(small, tmp_path / "stik"))
    (copy / FOLDER / "id" / f"{LIST}.js").unlink()
    page = open_search(view((copy / "nilai" / "index.html").as_uri()))
    expect(page.locator(".potret-find__status")).to_contain_text("daftar katanya tidak ada")
    page.get_by_role("link", name="Lihat semua jalan").click()
    expect(page).to_have_title("Cari")


PREFIXES = (
    "", "meny", "meng", "men", "mem", "me", "peny", "peng", "pen", "pem", "pe", "per", "pel", "di", "ter", "ke", "ber",
    "bel", "be", "memper", "keber", "diper",
)  # fmt: skip
ENDINGS = ("", "kan", "an", "i", "si", "kah", "lah", "pun", "ku", "mu", "nya", "annya", "kanlah", "inya")
ENGLISH = """
    s ed ing ly edly ingly eed eedly y ies ied sses us ss tional enci ency ancy ably ently izer ization ational
    ation ator alism ality ally fulness ously ousness iveness ivity bility bly ogist ogy fully lessly alize icate
    icity ical ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion tion sion
    e le ll lle
"""
SPECIAL = """
    skies sky news howe atlas cosmos bias andes idly gently ugly early only singly dying lying tying vying proceed
    exceed succeed inning outing canning herring earring evening past paste pasted pasting universe university later
    lateral emerge emergency organ organic organize intern internal general generic communism arsenic adding egged
    offed constructor
"""
"""Words with a rule of their own."""


def some_words(locale: str) -> list[str]:
    """Give the sample schools' words, and some of them with every beginning and ending: 20,000 and more."""
    chance = random.Random(11)  # noqa: S311 - the same words every time
    texts = (file.read_text(encoding="utf-8") for file in sorted((REPO / "schools").rglob("*.md")))
    known = sorted({word for text in texts for word in tokens(text)})
    bare = chance.sample([word for word in known if len(word) > 3], 300)
    if locale == "en":
        made = {f"{word}{end}{more}" for word, end, more in product(bare[:120], ENGLISH.split(), ("", "s", "ly"))} | {
            *SPECIAL.split()
        }
    else:
        made = {f"{begin}{word}{end}" for begin, word, end in product(PREFIXES, bare[:60], ENDINGS)}
    return [*known, *sorted(made)]


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_browser_stems_as_the_index_does(browser: Browser, locale: str) -> None:
    words = some_words(locale)
    assert len(words) > 20_000
    page = browser.new_page()
    page.add_script_tag(path=theme_dir() / f"assets/potret/cari-stem-{locale}.js")
    stems = page.evaluate("(words) => words.map(window.potretBahasa.stem)", words)
    page.close()
    wrong = {
        word: (one, stem(word, locale)) for word, one in zip(words, stems, strict=True) if one != stem(word, locale)
    }
    assert wrong == {}


ASK = """async ([list, pieces, term]) => {
  const engine = window.potretHitung(list, (name) => Promise.resolve(pieces[name] || { name }));
  const { results } = await engine.search(term, {});
  return (await Promise.all(results.map((one) => one.data()))).map((one) => one.name);
}"""
"""Asks an index that is not loaded; a page's own piece says its name."""


def test_the_browser_reads_what_the_index_writes_and_ranks_it(browser: Browser) -> None:
    chance = random.Random(5)  # noqa: S311 - the same pages every time
    groups = [f"sd-{number:03}" for number in range(400)]
    has = {one: sorted(chance.sample(range(120), chance.randint(1, 40))) for one in chance.sample(range(400), 90)}
    pages = {group: [(page, chance.randrange(8)) for page in numbers] for group, numbers in sorted(has.items())}
    piece = {"kebun": joined((group, encoded(found)) for group, found in pages.items())}
    page = browser.new_page()
    page.add_script_tag(path=theme_dir() / "assets/potret/cari-hitung.js")
    found = page.evaluate(ASK, [{"n": 9000, "g": groups, "k": "keb"}, {"k-keb": piece}, "kebun "])
    page.close()
    ranked = sorted((-impact, group, number) for group, known in pages.items() for number, impact in known)
    assert found == [f"{groups[group]}/{number}" for _, group, number in ranked]


@pytest.mark.parametrize(
    ("term", "numbers"),
    [
        ("reading", [0]),  # its stem begins ready, but it does not
        ("read", [0, 1]),  # the word itself first, although ready says more there
        ("readi", [1]),
        ("read ", [0]),
        ("the read ", [0]),  # a word that says nothing
        ("the", [2]),  # unless it is all one asks for
        ("read ready", [1]),  # the last word may be in the writing, the first is whole
        ("constructor", []),  # no word of the index, though every object has it
    ],
)
def test_the_word_in_the_writing_finds_what_it_begins(browser: Browser, term: str, numbers: list[int]) -> None:
    def postings(*pages: tuple[int, int]) -> str:
        return joined([(0, encoded(pages))])

    pieces = {
        "k-rea": {
            "read": postings((0, 3), (1, 0)) if term == "read ready" else postings((0, 3)),
            "readi": postings((1, 4)),
        },
        "k-the": {"the": postings((2, 1))},
        "k-con": {},
    }
    page = browser.new_page()
    for script in ("cari-stem-en", "cari-hitung"):
        page.add_script_tag(path=theme_dir() / f"assets/potret/{script}.js")
    found = page.evaluate(ASK, [{"n": 9, "g": ["_"], "k": "con rea the"}, pieces, term])
    page.close()
    assert found == [f"_/{number}" for number in numbers]


def test_results_say_school_and_kind_and_lead_there(address: str, view: Open) -> None:
    page = open_search(view(f"{address}tentang/snp/"), "kebun gizi wolasi")
    expect(page.locator(".potret-find__about").first).to_contain_text("SD Negeri Cahaya Wolasi")
    expect(page.locator(".potret-find__result mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    target = str(page.evaluate("document.activeElement.href"))
    assert target.startswith(f"{address}sekolah/")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.locator("h1").first).to_be_visible()


def test_no_english_page_in_indonesian_results_nor_an_untranslated_one_in_english(address: str, view: Open) -> None:
    page = open_search(view(f"{address}sekolah/"), "sekolah")
    expect(page.locator(".potret-find__link").first).to_be_visible()
    while page.locator(".potret-find__more").is_visible():
        shown = page.locator(".potret-find__link").count()
        page.locator(".potret-find__more").click()
        expect(page.locator(".potret-find__link")).not_to_have_count(shown)
    links = page.locator(".potret-find__link").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) > 50
    assert [link for link in links if "/en/" in link] == []
    page = open_search(view(f"{address}en/sekolah/"), "praktik kerja lapangan")
    expect(page.locator(".potret-find__status")).to_have_text(re.compile(r"pages? match|No page"))
    links = page.locator(".potret-find__link").evaluate_all("links => links.map((link) => link.href)")
    assert [link for link in links if "rekaman-praktik-kerja" in link] == []  # Indonesian only


def test_filters_narrow_count_and_can_be_cleared(address: str, view: Open) -> None:
    page = open_search(view(f"{address}sekolah/"), "kebun")
    page.get_by_text("Saring hasil").click()
    dialog = page.locator("dialog.potret-find")
    kind, level = dialog.get_by_label("Jenis halaman"), dialog.get_by_label("Jenjang")
    expect(kind.locator("option[value=praktik]")).to_contain_text("(")
    label = kind.locator("option[value=praktik]").inner_text()
    kind.select_option("praktik")
    count = int(label.removesuffix(")").rpartition("(")[2])
    assert len(results(page, f"{count} halaman cocok")) == min(count, 5)
    assert all("/praktik/" in url for url in results(page, f"{count} halaman cocok"))
    level.select_option("SD")
    expect(page.locator(".potret-find__about").first).to_contain_text("SD Negeri Cahaya Wolasi")
    page.get_by_role("button", name="Hapus pilihan").click()
    expect(kind).to_have_value("")
    expect(page.locator(".potret-find__field")).to_be_focused()


def test_a_filter_alone_lists_its_pages(address: str, view: Open) -> None:
    page = open_search(view(f"{address}sekolah/"))
    page.get_by_text("Saring hasil").click()
    page.locator("dialog.potret-find").get_by_label("Standar").select_option("3")
    expect(page.locator(".potret-find__link").first).to_be_visible()


def test_nothing_found_gives_advice_and_the_other_language(address: str, view: Open) -> None:
    page = open_search(view(f"{address}sekolah/"), "school garden xyz")
    results(page, "Tidak ada halaman yang cocok.")
    expect(page.locator(".potret-find__help")).to_contain_text("kata dasarnya")
    page.get_by_role("link", name="Cari di halaman bahasa Inggris").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".potret-find__field")).to_have_value("school garden xyz")


def test_keyboard_opens_moves_and_gives_focus_back(address: str, view: Open) -> None:
    page = view(f"{address}sekolah/")
    dialog, button = page.locator("dialog.potret-find"), page.locator("[data-potret-cari]")
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    button.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.type("kebun")
    expect(page.locator(".potret-find__link").nth(1)).to_be_visible()
    page.keyboard.press("Enter")  # to the first result
    page.keyboard.press("ArrowDown")
    expect(page.locator(".potret-find__link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".potret-find__field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    page.get_by_role("button", name="Tutup pencarian").click()
    page.locator("#saring-teks").focus()
    page.keyboard.type("a/b")  # where one writes, / is a letter
    expect(dialog).to_be_hidden()
    expect(page.locator("#saring-teks")).to_have_value("a/b")


@pytest.mark.parametrize(("prefix", "scheme"), [("", "light"), ("en/", "dark")])
def test_open_dialog_is_accessible(address: str, view: Open, prefix: str, scheme: str) -> None:
    page = open_search(view(f"{address}{prefix}sekolah/", 360, scheme), "SD")
    expect(page.locator(".potret-find__link").first).to_be_visible()
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.locator(".potret-find__narrow").evaluate("one => (one.open = true)")
        expect(page.locator(".potret-find__select").first.locator("option").nth(1)).to_be_attached()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.locator("dialog.potret-find").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_without_scripts_the_button_leads_to_the_ways(address: str, view: Open) -> None:
    page = view(f"{address}sekolah/sd-cahaya-wolasi/", 360, scripts=False)
    page.get_by_role("link", name="Cari").first.click()
    expect(page.locator("h1")).to_have_text("Jalan di situs ini")
    page.get_by_role("link", name="SMP Negeri Bahari Lohia").first.click()
    expect(page.locator("h1")).to_have_text("SMP Negeri Bahari Lohia")


def test_below_a_folder_of_a_host(site: Site, tmp_path: Path, view: Open) -> None:
    (tmp_path / "potret").symlink_to(site.root)
    server, url = serve(tmp_path)
    try:
        page = open_search(view(f"{url}potret/en/sekolah/"), "canteen")
        expect(page.locator(".potret-find__link").first).to_be_visible()
        target = page.locator(".potret-find__link").first.evaluate("link => link.href")
        assert target.startswith(f"{url}potret/en/")
        page.locator(".potret-find__link").first.click()
        page.wait_for_url(target)
        expect(page.locator("html")).to_have_attribute("lang", "en")
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("lost", ["daftar", "k-keb", "cari-hitung"])
def test_a_lost_connection_is_said_and_the_next_try_works(address: str, view: Open, lost: str) -> None:
    page = view(f"{address}sekolah/")
    page.context.route(f"**/{lost}.js*", lambda route: route.abort())
    open_search(page, "kebun")
    expect(page.locator(".potret-find__status")).to_contain_text("tidak dapat dimuat")
    expect(page.get_by_role("link", name="Lihat semua jalan")).to_be_visible()
    page.context.unroute_all()
    page.locator(".potret-find__field").fill("kebun sekolah")
    expect(page.locator(".potret-find__link").first).to_be_visible()

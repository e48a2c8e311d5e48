"""The kiosk's folder, read file by file: nothing leads out of it, and home can be reached from everywhere."""

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from click.testing import CliRunner

from building import CONFIG, REPO
from exhibits import DAY, EVENT, Make
from minimal import SCHOOL, edited, write
from potret import slides, strings
from potret.cli import main
from potret.commands.kiosk import Wish, assemble, publish
from potret.ekspose import attract
from potret.ekspose.enclosure import Enclosure
from potret.ekspose.event import load_event
from potret.places import Links, Place
from potret.problems import Severity
from potret.prose import EXTENSIONS

pytestmark = pytest.mark.site

ADDRESS = re.compile(r"""\s(?:href|src|data-besar)="([^"]*)\"""")
SET = re.compile(r'\ssrcset="([^"]*)"')


def pages(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))
    }


def addresses(html: str) -> list[str]:
    found = ADDRESS.findall(html)
    return [*found, *(one.split()[0] for row in SET.findall(html) for one in row.split(", "))]


def target(page: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.partition("#")[0])))


def test_every_address_stays_in_the_folder_and_is_there(folder: Path) -> None:
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    wrong = [
        (page, address)
        for page, html in pages(folder).items()
        for address in addresses(html)
        if address and not address.startswith("#") and target(page, address) not in files
    ]
    assert wrong == []
    assert len(pages(folder)) > 100


def test_every_anchor_is_there(folder: Path) -> None:
    ids = {page: set(re.findall(r'\sid="([^"]+)"', html)) for page, html in pages(folder).items()}
    wrong = {
        (page, address)
        for page, html in pages(folder).items()
        for address in ADDRESS.findall(html)
        if "#" in address
        and unquote(address.partition("#")[2]) not in ids[page if address.startswith("#") else target(page, address)]
    }
    assert wrong == set()


def test_nothing_leads_out(folder: Path) -> None:
    for page, html in pages(folder).items():
        bare = re.sub(r"<p>[^<]*</p>", "", html)
        assert not re.search(r'(?:href|src|srcset|action|data|poster)="\s*(?:[a-z]+:|//)', bare, re.IGNORECASE), page
        assert not re.search(r"<(?:form|input|select|textarea|object|embed|iframe|video|audio)\b", html), page
        assert not re.search(r"<a\b[^>]*\s(?:download|target|ping)[\s=>]|contenteditable", html), page
        assert not re.search(r"<script(?![^>]*\ssrc=)", html), page
        assert "'none'; script-src 'self' file:" in html, page


def test_home_and_language_can_be_reached_from_every_page(folder: Path) -> None:
    for page, html in pages(folder).items():
        prefix = "en/" if page.startswith("en/") else ""
        found = {target(page, address) for address in re.findall(r'<a[^>]*\shref="([^"#]+)', html)}
        assert f"{prefix}beranda/index.html" in found, page
        other = page.removeprefix("en/") if prefix else f"en/{page}"
        assert page == "index.html" or other in found, page


def test_every_page_can_be_reached_from_the_loop(folder: Path) -> None:
    seen, queue = {"index.html"}, ["index.html"]
    known = pages(folder)
    while queue:
        page = queue.pop()
        for address in re.findall(r'<a[^>]*\shref="([^"#]+)', known[page]):
            found = target(page, address)
            if found in known and found not in seen:
                seen.add(found)
                queue.append(found)
    assert set(known) - seen == set()


def test_manifest_names_every_file_with_its_size(folder: Path) -> None:
    text = (folder / "assets/potret/isi.js").read_text(encoding="utf-8")
    rows = dict(json.loads(text.removeprefix("window.potretIsi=").rstrip(";\n")))
    real = {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob("*") if file.is_file()}
    real.pop("assets/potret/isi.js")
    assert rows == real


def test_home_shows_the_event(folder: Path) -> None:
    html = pages(folder)["beranda/index.html"]
    assert html.index("Stan A2") < html.index("Stan A1")
    assert "08.30" in html
    assert "Aula &lt;b&gt;Wolasi&lt;/b&gt;" in html
    assert "08:30" in pages(folder)["en/beranda/index.html"]
    assert "sekolah/denah/foto/" in html
    assert "kios-qr__kode" in html


def test_loop_speaks_both_languages_and_lasts_two_minutes(folder: Path, make: Make) -> None:
    for html in (pages(folder)["index.html"], pages(make(slugs=["sd-cahaya-wolasi"]))["index.html"]):
        languages = re.findall(r'<section[^>]*lang="(\w+)"', html)
        assert languages.count("id") == languages.count("en") > 5
        seconds = float(re.search(r'data-lama="([\d.]+)"', html)[1]) * len(languages)  # type: ignore[index]
        assert 100 <= seconds <= 140
    assert all(f"slide--{kind}" in html for kind in ("sampul", "angka", "tahap", "standar", "praktik", "foto"))


def test_numbers_are_those_of_the_pages(folder: Path) -> None:
    slide, page = pages(folder)["index.html"], pages(folder)["sekolah/sd-cahaya-wolasi/mutu/index.html"]
    scores = re.findall(r'slide__skor">([\d,]+)<', pages(folder)["tayangan/sd-cahaya-wolasi/index.html"])
    assert len(scores) == 8
    table = page[page.index("potret-standards potret-stack") :]
    assert scores == re.findall(r'potret-standards__value"[^>]*>([\d,]+)<', table)[:8]
    portrait = pages(folder)["sekolah/sd-cahaya-wolasi/index.html"]
    counts = re.findall(r"<div><dt>([^<]+)</dt><dd>([\d.]+)</dd>", slide)
    assert all(f"<dt>{label}</dt><dd>{number}</dd>" in portrait for label, number in counts[5:10])


def test_the_same_data_give_the_same_folder(make: Make) -> None:
    one, two = (make(slugs=["smk-samudra-baubau"]) for _ in range(2))
    assert [file.read_bytes() for file in sorted(one.rglob("*")) if file.is_file()] == [
        file.read_bytes() for file in sorted(two.rglob("*")) if file.is_file()
    ]


def test_a_photo_of_the_loop_has_a_rendition_for_large_screens_and_no_other_has(folder: Path) -> None:
    loop = set(re.findall(r"[\w-]+-1920\.webp", pages(folder)["index.html"]))
    assert loop
    assert {file.name for file in folder.rglob("*-1920.webp")} == loop


PHOTO = "    orang: tidak_ada\n"


@pytest.mark.parametrize(
    ("consent", "is_shown"),
    [
        ("{status: diberikan, dasar: F-1, tanggal: 2019-01-01, cakupan: [web, kios]}", True),
        ("{status: diberikan, dasar: F-1, tanggal: 2019-01-01, cakupan: [kios]}", True),
        ("{status: diberikan, dasar: F-1, tanggal: 2019-01-01, cakupan: [web, cetak]}", False),
        ("{status: diberikan, dasar: F-1, tanggal: 2019-01-01, cakupan: [web, kios], sampai: 2019-06-30}", False),
    ],
)
def test_a_person_is_shown_only_with_consent_for_kiosks(
    make: Make, tmp_path: Path, consent: str, *, is_shown: bool
) -> None:
    school = write(
        tmp_path / "schools/sd-contoh", edited(SCHOOL, (PHOTO, f"    orang: dikenali\n    izin: {consent}\n"))
    )
    picture = REPO / "schools/smp-bahari-lohia/foto/jelajah-alam/peta-lingkungan.png"
    (school / "foto/halaman/pohon.jpg").write_bytes(picture.read_bytes())
    out = make(tmp_path / "schools")
    assert bool(list(out.rglob("*.webp"))) == is_shown
    assert any("Pohon mangga" in html for html in pages(out).values()) == is_shown


def test_a_school_with_next_to_nothing_and_hostile_words_still_makes_a_kiosk(make: Make, tmp_path: Path) -> None:
    name = "SD <script>alert(1)</script> " + "panjang" * 28
    text = edited(SCHOOL, ("SD Negeri 1 Contoh", f'"{name}"'), ("Halaman luas.", HOSTILE))
    write(tmp_path / "schools/sd-contoh", text)
    (tmp_path / "schools/sd-contoh/foto/halaman/pohon.jpg").unlink()
    out = make(tmp_path / "schools")
    for page, html in pages(out).items():
        assert "<script>alert" not in html, page
        assert not re.search(r'href="(?:https?:|mailto:|/|\\)', html), page
        assert "jahat" not in html or "href" not in html[html.index("jahat") - 20 : html.index("jahat")], page


HOSTILE = """\
[keluar](https://contoh.com "a > b") [surat](mailto:a@contoh.com) [akar](/etc/passwd) <a href='//contoh.com'>x</a>
<a HREF=https://contoh.com target=_blank download>y</a> ![gambar](https://contoh.com/x.png) ![hilang](x.png)
[naik](../../../../etc/passwd) [lain](../smp-lain/potret.md) [js](javascript:alert(1))

<form action="x"><input name="q"></form>
"""


def test_links_of_a_text_are_kept_only_inside() -> None:
    place, other = Place("schools/a/potret.md", "sekolah/a/"), Place("schools/a/praktik/b.md", "sekolah/a/praktik/b/")
    enclosure = Enclosure({one.source: one for one in (place, other)}, frozenset({"foto/x.webp"}))
    links = Links(place, "en/", directory_urls=False)
    for given, wanted in [
        ('<a href="praktik/b.md#x">b</a>', '<a href="praktik/b/index.html#x">b</a>'),
        ('<a href="praktik/b.en.md">b</a>', '<a href="praktik/b/index.html">b</a>'),
        ('<a class="q" title="a > b" href="https://x.id" rel="me">b</a>', '<a class="q" title="a > b">b</a>'),
        ("<a href='//x.id'>b</a>", "<a>b</a>"),
        ("<A HREF=http://x.id>b</A>", "<a>b</A>"),
        ('<a href="#isi">b</a>', '<a href="#isi">b</a>'),
        ('<a href="\\\\x.id">b</a>', "<a>b</a>"),
        (
            '<a class="potret-figure__link" href="../../../foto/x.webp">',
            '<a class="potret-figure__link" data-besar="../../../foto/x.webp">',
        ),
        ('<img alt="a &amp; b" src="https://x.id/x.png">', "a &amp; b"),
        ('<img src="../../../foto/x.webp" alt="">', '<img src="../../../foto/x.webp" alt="">'),
        ('<form a="1"><input></form>', ""),
    ]:
        assert enclosure.close(given, place, links) == wanted


def test_markdown_is_rendered_as_on_the_site() -> None:
    listed = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["markdown_extensions"]
    assert [next(iter(one)) if isinstance(one, dict) else one for one in listed] == list(EXTENSIONS)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("nama: A\n", ["key-missing", "key-missing", "key-missing"]),
        (EVENT.replace("sd-cahaya-wolasi", "sd-cahaya-wolas").replace("denah: denah.png\n", ""), ["event-school"]),
        (
            EVENT.replace("sd-cahaya-wolasi", "smp-bahari-lohia").replace("denah: denah.png\n", ""),
            ["event-school-twice"],
        ),
        (EVENT.replace("08.30", "25.00"), ["event-hour"]),
        (EVENT, ["event-plan"]),
        (EVENT.replace("denah.png", "../../etc/passwd"), ["event-plan"]),
        (EVENT.replace("denah:", "dena:"), ["key-unknown"]),
    ],
)
def test_ekspose_file_names_what_is_wrong(tmp_path: Path, text: str, codes: list[str]) -> None:
    file = tmp_path / "ekspose.yml"
    file.write_text(text, encoding="utf-8")
    _, problems = load_event(file, ["sd-cahaya-wolasi", "smp-bahari-lohia"])
    assert [problem.code for problem in problems] == codes
    assert all(problem.message(locale) for problem in problems for locale in strings.locales())


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--sekolah", "tidak-ada"], "kiosk-school"),
        (["--alamat", "javascript:alert(1)"], "kiosk-address"),
        (["--alamat", "https://[x"], "kiosk-address"),
        (["--schools", "kosong"], "schools-missing"),
    ],
)
def test_command_says_what_is_wrong(tmp_path: Path, options: list[str], code: str) -> None:
    common = ["--out", str(tmp_path / "kios"), "--schools", str(REPO / "schools"), "--cache", str(REPO / ".cache/test")]
    done = CliRunner().invoke(main, ["kiosk", *common, *options])
    assert done.exit_code == 1
    assert code in done.output or code == "schools-missing"
    assert not (tmp_path / "kios").exists()
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_other_folders_are_not_overwritten_and_older_kiosks_are(tmp_path: Path, folder: Path) -> None:
    wish = Wish(schools_dir=REPO / "schools", cache=REPO / ".cache/test", today=DAY, slugs=["smk-samudra-baubau"])
    exhibit, _ = assemble(wish)
    assert exhibit is not None
    other = tmp_path / "lain"
    other.mkdir()
    (other / "surat.txt").write_text("penting")
    assert [problem.code for problem in publish(exhibit, other)] == ["kiosk-folder"]
    out = tmp_path / "kios"
    assert publish(exhibit, out) == publish(exhibit, out) == []
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    blocked = tmp_path / "berkas"
    blocked.write_text("")
    assert [problem.code for problem in publish(exhibit, blocked / "kios")] == ["kiosk-disk"]
    assert {problem.severity for problem in publish(exhibit, other)} == {Severity.ERROR}
    assert folder.exists()


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("satu dua", 20, "satu dua"),
        ("satu dua tiga", 10, "satu dua…"),
        ("a" * 30, 10, "a" * 9 + "…"),
        ("a, b c", 5, "a…"),
    ],
)
def test_long_texts_are_cut_at_a_word(text: str, limit: int, wanted: str) -> None:
    assert slides.cut(text, limit) == wanted


@pytest.mark.parametrize(("count", "seconds"), [(16, 7.5), (4, 8), (100, 5)])
def test_the_loop_takes_about_two_minutes(count: int, seconds: float) -> None:
    assert attract.seconds(count) == seconds

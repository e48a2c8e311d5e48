"""The reply form in Chromium: what it writes is read back by potret check without a problem."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from serving import Open

pytestmark = pytest.mark.browser

SLUG = "sd-cahaya-wolasi"
FORM = f"sekolah/{SLUG}/imbas/balas/"
HOSTILE = [
    pytest.param("Kami memakai karung.", id="plain"),
    pytest.param("no", id="a word YAML reads as false"),
    pytest.param("08", id="a number YAML reads as octal"),
    pytest.param("2018-01-01", id="a date"),
    pytest.param("~", id="null"),
    pytest.param("12:30", id="sexagesimal"),
    pytest.param("Hasil: \"baik\" & 'cukup' # bukan catatan", id="quotes and colons"),
    pytest.param("\\n bukan baris baru, C:\\sekolah", id="backslashes"),
    pytest.param("- satu\n- dua\n\n--- tiga\n...", id="lines that look like YAML"),
    pytest.param("Panen 🥬🌱 148 kg 👩🏽‍🌾", id="emoji"),
    pytest.param("{id: x} [y] *z &a !b |c >d %e @f `g`", id="signs of YAML"),
    pytest.param("a\u2028b\u0085c\ufeffd\x7fe", id="signs that break lines"),
    pytest.param("<script>alert(1)</script>", id="markup"),
    pytest.param("x" * 2000, id="as long as may be"),
]


def fill(page: Page, words: str, *, practice: str = "kebun-sekolah") -> None:
    page.locator("#balas-npsn").fill("99990102")
    page.locator("#balas-peran").select_option("guru")
    page.locator("#balas-tanggal").fill("2018-12-08")
    page.locator(f"input[value={practice}]").check()
    box = page.locator("fieldset:visible").last
    box.locator("[name=status]").select_option("disesuaikan")
    box.locator("[name=mulai]").fill("2018-02-19")
    box.locator("[name=sampai]").fill("2018-06-20")
    for name in ("perubahan", "hasil"):
        box.locator(f"[name={name}]").fill(words)
    box.locator("[name=bukti]").fill(words[:200])
    page.locator("[name=catatan]").fill(words)


def text(page: Page) -> str:
    page.locator("form button[type=submit]").click()
    return page.locator("textarea[readonly]").input_value()


def check(schools: Path) -> str:
    potret = [sys.executable, "-c", "from potret.cli import main; main()"]
    command = [*potret, "check", SLUG, "--schools", str(schools), "--no-notes"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("words", HOSTILE)
def test_the_text_is_read_back_without_a_problem(address: str, view: Open, schools: Path, words: str) -> None:
    page = view(address + FORM)
    fill(page, words)
    made = text(page)
    file = schools / SLUG / "imbas" / "99990102.yml"
    file.write_text(made, encoding="utf-8", newline="")
    assert made.startswith("# imbas/99990102.yml\n")
    assert "0 galat, 0 peringatan" in check(schools)
    read = yaml.safe_load(made)
    assert read["npsn"] == "99990102"
    assert read["sekolah"] == {"nama": "SD Negeri Tunas Ranowila"}
    (adoption,) = read["adopsi"]
    assert (adoption["praktik"], adoption["status"]) == ("kebun-sekolah", "disesuaikan")
    assert adoption["hasil"] == read["catatan"] == page.locator("[name=catatan]").input_value().strip()
    shutil.rmtree(schools)


@pytest.mark.parametrize("locale", ["", "en/"])
def test_several_practices_make_one_report(address: str, view: Open, schools: Path, locale: str) -> None:
    page = view(f"{address}{locale}{FORM}", 360)
    fill(page, "baik")
    fill(page, "cukup", practice="pojok-baca")
    (schools / SLUG / "imbas" / "99990102.yml").write_text(text(page), encoding="utf-8")
    assert "0 galat, 0 peringatan" in check(schools)
    assert page.locator("textarea[readonly]").input_value().count("  - praktik:") == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("#balas-npsn", "", id="no NPSN"),
        pytest.param("#balas-npsn", "9999010", id="an NPSN too short"),
        pytest.param("#balas-tanggal", "", id="no date"),
        pytest.param("#balas-tanggal", "2018-01-01", id="reported before it began"),
        pytest.param("fieldset:visible [name=mulai]", "", id="no start"),
        pytest.param("fieldset:visible [name=sampai]", "2018-02-18", id="ends before it begins"),
    ],
)
def test_what_the_reader_would_refuse_makes_no_text(address: str, view: Open, field: str, value: str) -> None:
    page = view(address + FORM)
    fill(page, "baik")
    page.locator(field).fill(value)
    assert text(page) == ""
    expect(page.locator("[data-result]")).to_be_hidden()


def test_a_report_names_a_practice_and_its_state(address: str, view: Open) -> None:
    page = view(address + FORM)
    fill(page, "baik")
    page.locator("fieldset:visible [name=status]").select_option("")
    assert text(page) == ""
    page.locator("input[value=kebun-sekolah]").uncheck()
    assert text(page) == ""
    assert page.evaluate("document.activeElement.validationMessage") == "Centang sedikitnya satu praktik."


def test_nobody_is_asked_and_nothing_is_kept(address: str, view: Open) -> None:
    page = view(address + FORM)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, "baik & benar")
    made = text(page)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-said]")).not_to_be_empty()
    links = page.locator("[data-way]").evaluate_all("links => links.map(link => link.href)")
    assert links[0].startswith("https://wa.me/?text=%23%20imbas%2F99990102.yml%0A")
    assert links[1].startswith("mailto:sdn.cahaya.wolasi@example.org?subject=")
    assert all("baik%20%26%20benar" in link for link in links)
    assert [one for one in asked if not one.startswith(f"{address}assets/")] == []  # the tab's icon may come late
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    assert page.locator("[name=catatan]").input_value() == ""
    assert made


def test_a_change_takes_the_old_text_away(address: str, view: Open) -> None:
    page = view(address + FORM)
    fill(page, "baik")
    text(page)
    page.locator("[name=catatan]").fill("lain")
    expect(page.locator("[data-result]")).to_be_hidden()


def test_the_name_of_the_school_answers_its_number(address: str, view: Open) -> None:
    page = view(address + FORM)
    page.locator("#balas-npsn").fill("99990101")
    expect(page.locator("#balas-nama")).to_have_text("SD Negeri Sinar Leleka")
    page.locator("#balas-npsn").fill("12345678")
    expect(page.locator("#balas-nama")).to_contain_text("belum ada dalam daftar")


def test_without_a_clipboard_the_text_is_selected(address: str, view: Open) -> None:
    page = view("about:blank")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + FORM)
    fill(page, "baik")
    made = text(page)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-said]")).to_contain_text("Teks sudah dipilih")
    selected = page.locator("textarea[readonly]").evaluate("t => t.value.slice(t.selectionStart, t.selectionEnd)")
    assert selected == made


@pytest.mark.parametrize("locale", ["", "en/"])
def test_without_scripts_the_paper_form_shows(address: str, view: Open, locale: str) -> None:
    page = view(f"{address}{locale}{FORM}", scripts=False)
    expect(page.locator("[data-potret-balas]")).to_be_hidden()
    expect(page.locator(".potret-replysheet")).to_be_visible()
    expect(page.locator(".potret-replysheet__practice")).to_have_count(4)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "en/"])
def test_axe_finds_nothing_in_the_filled_form(address: str, view: Open, scheme: str, locale: str) -> None:
    page = view(f"{address}{locale}{FORM}", 360, scheme)
    fill(page, "baik")
    text(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "height"), [("210mm", "297mm"), ("215mm", "330mm")], ids=["A4", "F4"])
def test_paper_holds_the_form_and_not_the_fields(address: str, view: Open, width: str, height: str) -> None:
    page = view(address + FORM)
    page.emulate_media(media="print")
    expect(page.locator("[data-potret-balas]")).to_be_hidden()
    expect(page.locator(".potret-replysheet")).to_be_visible()
    pages = page.pdf(width=width, height=height).count(b"/Type /Page\n")
    assert 0 < pages <= 2

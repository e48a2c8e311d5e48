"""The index of schools, narrowed in the browser."""

import pytest
from playwright.sync_api import Page, expect

from serving import Open

pytestmark = pytest.mark.browser


@pytest.fixture
def index(address: str, view: Open) -> Page:
    return view(f"{address}sekolah/")


def shown(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".potret-card:visible .potret-card__title").all_inner_texts()]


def test_all_schools_at_first(index: Page) -> None:
    assert len(shown(index)) == 3
    expect(index.get_by_role("status")).to_have_text("3 sekolah ditampilkan")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("jenjang", "SMK", ["SMK Samudra Baubau"]),
        ("kabupaten", "Kabupaten Muna", ["SMP Negeri Bahari Lohia"]),
        ("status", "swasta", ["SMK Samudra Baubau"]),
    ],
)
def test_choice_narrows(index: Page, field: str, value: str, expected: list[str]) -> None:
    index.locator(f"#saring-{field}").select_option(value)
    assert shown(index) == expected
    expect(index.get_by_role("status")).to_have_text("1 sekolah ditampilkan")


@pytest.mark.parametrize("words", ["wolasi", "WOLASI", "99990001", "konawe"])
def test_text_finds_name_number_and_place(index: Page, words: str) -> None:
    index.locator("#saring-teks").fill(words)
    assert shown(index) == ["SD Negeri Cahaya Wolasi"]


def test_nothing_found_is_said(index: Page) -> None:
    index.locator("#saring-teks").fill("tidak ada sekolah ini")
    assert shown(index) == []
    expect(index.get_by_role("status")).to_contain_text("Tidak ada sekolah yang cocok")


def test_choices_add_up_and_can_be_undone(index: Page) -> None:
    index.locator("#saring-jenjang").select_option("SD")
    index.locator("#saring-teks").fill("lohia")
    assert shown(index) == []
    index.locator("#saring-jenjang").select_option("")
    assert shown(index) == ["SMP Negeri Bahari Lohia"]


def test_choice_can_be_shared_as_a_link(index: Page, view: Open) -> None:
    index.locator("#saring-jenjang").select_option("SMP")
    assert shown(view(index.url)) == ["SMP Negeri Bahari Lohia"]

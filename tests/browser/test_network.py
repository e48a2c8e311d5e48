"""The network's tables narrowed in the browser, and the drawings at each width."""

import pytest
from playwright.sync_api import Page, expect

from serving import Open

pytestmark = pytest.mark.browser

OTHER = """<section data-potret-group><h3>Provinsi Lain</h3><table><tbody class="potret-district" data-provinsi="Lain"
data-kabupaten="Kota Lain"><tr><th>Kota Lain</th></tr></tbody></table></section>"""


@pytest.fixture
def network(address: str, view: Open) -> Page:
    return view(f"{address}jaringan/")


def test_a_regency_narrows_the_tables(network: Page) -> None:
    expect(network.locator(".potret-district:visible")).to_have_count(3)
    network.locator("#saring-kabupaten").select_option("Kabupaten Muna")
    expect(network.locator(".potret-district:visible")).to_have_count(1)
    expect(network.locator(".potret-district:visible")).to_contain_text("SMP Negeri Bahari Lohia")
    expect(network.get_by_role("status")).to_have_text("Kabupaten/kota yang tampil: 1")
    assert network.url.endswith("#kabupaten=Kabupaten+Muna")


def test_a_province_without_a_match_goes_with_its_heading(address: str, view: Open) -> None:
    page = view("about:blank")
    page.route(
        "**/jaringan/", lambda route: route.fulfill(body=with_other(route.fetch().text()), content_type="text/html")
    )
    page.goto(f"{address}jaringan/#kabupaten=Kabupaten+Muna")
    expect(page.get_by_role("heading", name="Sulawesi Tenggara")).to_be_visible()
    expect(page.get_by_text("Provinsi Lain")).to_be_hidden()
    page.locator("#saring-kabupaten").select_option("")
    expect(page.get_by_text("Provinsi Lain")).to_be_visible()


def with_other(html: str) -> str:
    assert html.count("</section>") == 1
    return html.replace("</section>", f"</section>{OTHER}")


def test_without_scripts_everything_is_listed_under_headings(address: str, view: Open) -> None:
    page = view(f"{address}jaringan/", scripts=False)
    expect(page.locator("[data-potret-filter]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Sulawesi Tenggara")).to_be_visible()
    expect(page.locator(".potret-district:visible a")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_numbers_in_the_drawings_can_be_read(address: str, view: Open, width: int) -> None:
    sizes = "signs => signs.map(sign => sign.getBoundingClientRect().height).filter(height => height)"
    page = view(f"{address}sekolah/smp-bahari-lohia/imbas/", width)
    assert min(page.locator(".potret-compass svg text").evaluate_all(sizes)) >= 10
    page.goto(f"{address}jaringan/")
    assert min(page.locator(".potret-map text").evaluate_all(sizes)) >= 10


def test_the_map_shows_one_set_of_signs(address: str, view: Open) -> None:
    for width, name in ((360, "coarse"), (1440, "fine")):
        page = view(f"{address}jaringan/", width)
        expect(page.locator(".potret-map__signs:visible")).to_have_count(1)
        expect(page.locator(f".potret-map__signs--{name}")).to_be_visible()

"""What imbas schools report and what a practice offers to take along, in a whole site."""

from pathlib import Path

import pytest

from building import Build, Site

pytestmark = pytest.mark.site

SLUG = "sd-cahaya-wolasi"
PRACTICE = f"sekolah/{SLUG}/praktik/kebun-sekolah"


def test_only_named_attachments_leave_the_folder_and_once_for_all_languages(build: Build, schools: Path) -> None:
    folder = schools / SLUG / "praktik" / "kebun-sekolah"
    (folder / "rahasia.csv").write_text("nama,nilai", encoding="utf-8")
    built = build(schools=schools, options=())
    assert "[attachment-unlisted]" in built.log
    assert (built.root / PRACTICE / "catatan-panen.csv").read_bytes() == (folder / "catatan-panen.csv").read_bytes()
    assert [file.name for file in (built.root / "sekolah").rglob("*.csv")] == ["catatan-panen.csv"]
    for page in (f"{PRACTICE}/", f"en/{PRACTICE}/"):
        assert "catatan-panen.csv" in built.page(page)
        assert "rahasia" not in built.page(page)


def test_a_broken_report_costs_only_itself(build: Build, site: Site, schools: Path) -> None:
    (schools / SLUG / "imbas" / "99990104.yml").write_text("adopsi: [\n", encoding="utf-8")
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    assert f"schools/{SLUG}/imbas/99990104.yml" in built.log
    assert "SD Negeri Mekar Ambololi" in site.page(f"{PRACTICE}/")
    assert "SD Negeri Mekar Ambololi" not in built.page(f"{PRACTICE}/")
    assert "SD Negeri Sinar Leleka" in built.page(f"{PRACTICE}/")


def test_the_form_s_script_is_loaded_on_the_form_only(site: Site) -> None:
    with_script = {page for page, html in site.pages.items() if "balas.js" in html}
    assert with_script
    assert all(page.endswith("imbas/balas/index.html") for page in with_script)

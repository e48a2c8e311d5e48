"""The finished site as it goes to a host: nothing inline, nothing given away, everything at its known place."""

import json
import re
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
from click.testing import CliRunner

from building import REPO, Build, Site
from potret.cli import main
from potret.publishing.headers import policy
from potret.publishing.inventory import inventory
from potret.publishing.review import review

pytestmark = pytest.mark.site

OLD = "sekolah/sd-cahaya-wolasi/praktik/kebun-gizi"
NEW = "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah"


@pytest.mark.parametrize("name", ["site", "published", "offline"])
def test_nothing_on_the_site_is_inline_or_gives_anything_away(name: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(name)
    items, problems = inventory(built.root)
    assert [(problem.path, problem.code) for problem in [*problems, *review(items, REPO)]] == []


def test_every_page_carries_its_policy_but_not_from_a_usb_stick(site: Site, offline: Site) -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(is_meta=True)}">'
    without = {page for page, html in site.pages.items() if meta not in html}
    assert without == {f"{OLD}/index.html", f"en/{OLD}/index.html"}, "pages that only lead on load nothing"
    assert not any("Content-Security-Policy" in html for html in offline.pages.values())


def test_mail_addresses_are_not_there_to_be_gathered(site: Site) -> None:
    found = [page for page, html in site.pages.items() if re.search(r"[\w.+-]+@[\w-]+\.[a-z]", html)]
    assert found == []
    assert "&#109;&#97;&#105;&#108;&#116;&#111;&#58;" in site.page("sekolah/sd-cahaya-wolasi/")


def test_every_page_leads_to_reporting_and_to_the_licences(published: Site) -> None:
    for page, html in published.pages.items():
        if "data-potret-alihan" in html:
            continue
        foot = re.search(r'<ul class="potret-foot">(.*?)</ul>', html, re.DOTALL)
        assert foot, page
        links = re.findall(r'href="([^"]+)"', foot[1])
        assert [link.rstrip("/").rpartition("/")[2] or link for link in links] in (
            ["lapor", "lisensi"],
            ["lapor", "."],
            [".", "lisensi"],
        ), page
    english = re.search(r'<ul class="potret-foot">(.*?)</ul>', published.page("en/sekolah/"), re.DOTALL)
    assert english
    assert "Report or ask for removal" in english[1]
    assert "../tentang/lapor/" in english[1]


def test_robots_are_told_where_the_sitemap_is(published: Site, site: Site) -> None:
    assert "Sitemap: https://contoh.go.id/potret/sitemap.xml" in published.page("robots.txt")
    assert "Sitemap" not in site.page("robots.txt")


def test_an_old_address_leads_on_in_both_languages(published: Site) -> None:
    assert f'url=../{NEW.rpartition("/")[2]}/"' in published.page(OLD)
    assert f'"canonical" href="https://contoh.go.id/potret/en/{NEW}/"' in published.page(f"en/{OLD}")
    assert OLD not in published.page("sitemap.xml")


def test_publish_plans_for_the_finished_site_without_a_word(published: Site) -> None:
    before = sorted(published.root.rglob("*"))
    result = CliRunner().invoke(
        main, ["publish", "--site", str(published.root), "--target", "apache", "--dry-run", "--lang", "en"]
    )
    assert result.exit_code == 0
    assert "[publish-" not in result.output
    assert "site at /potret/" in result.output
    assert sorted(published.root.rglob("*")) == before


def test_contact_of_the_office_reaches_every_foot_and_security_txt(build: Build) -> None:
    extra = {"generator": False, "kontak": "kantor@contoh.go.id", "kontak_sampai": "2027-12-31"}
    alone = build(i18n=False, options=(), extra=extra)
    assert "[contact-until]" in alone.log, "a day in quotes is text, and said"
    assert "Hubungi pengelola" in alone.page("sekolah/")
    assert not (alone.root / ".well-known").exists()


@pytest.fixture(scope="module")
def sbom(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The list of `make sbom`, written twice."""
    folder = tmp_path_factory.mktemp("sbom")
    files = [folder / "a.json", folder / "b.json"]
    for file in files:
        options = ["--output-reproducible", "--output-format", "JSON", "--output-file", str(file)]
        command = ["requirements", "requirements.lock", "--pyproject", "pyproject.toml", *options]
        subprocess.run([sys.executable, "-m", "cyclonedx_py", *command], cwd=REPO, check=True, capture_output=True)
    return files


def test_sbom_names_every_requirement_of_the_site_the_same_way_each_time(sbom: list[Path]) -> None:
    text = sbom[0].read_text(encoding="utf-8")
    assert text == sbom[1].read_text(encoding="utf-8")
    assert str(REPO) not in text
    listed = json.loads(text)
    assert listed["bomFormat"] == "CycloneDX"
    names = {one["name"].lower().replace("_", "-") for one in listed["components"]}
    lines = [line for line in requires("potret") or [] if "extra ==" not in line]
    assert {re.split(r"[^\w.-]", line)[0].lower() for line in lines} <= names
    assert all(one["externalReferences"][0]["hashes"] for one in listed["components"])

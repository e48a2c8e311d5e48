"""A page that nothing foresaw: as if there were no static limits, in the build and in the worker alike."""

import shutil
from pathlib import Path

import pytest

from building import REPO, Build

pytestmark = pytest.mark.site

NO_LIMITS = "from potret.intake import weight\nweight.MAX_OPENERS = weight.MAX_SEARCH = 10**12\nweight.COUNTED = {}\n"
NESTED = f"---\ntahun: 2018\nringkasan: Kebun.\nindikator: ['1']\n---\n\n{'- ' * 600}a\n"
OFFICE = "---\ntitle: <b>Jahat</b>\nlocation: x\n---\n\n# Jahat\n\nTeks kantor.\n\n<p onclick='x()'>Paragraf kantor.</p>\n"
SCHOOL = "sekolah/sd-cahaya-wolasi/"


def test_a_page_no_limit_foresaw_costs_only_itself(
    build: Build, schools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs alone would end with a RecursionError; the office's page in the same build is cleaned, as it is set."""
    (tmp_path / "sitecustomize.py").write_text(NO_LIMITS, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (schools / "sd-cahaya-wolasi/praktik/jahat.md").write_text(NESTED, encoding="utf-8")
    content = Path(shutil.copytree(REPO / "content", tmp_path / "content"))
    (content / "tentang" / "jahat.md").write_text(OFFICE, encoding="utf-8")
    site = build(schools=schools, options=(), docs_dir=str(content))
    assert site.code == 0, site.log
    said = [line.rsplit("[", 1)[-1] for line in site.log.splitlines() if "jahat.md" in line and line.endswith("]")]
    assert sorted(said) == ["office-front]", "office-markup]", "text-failed]"]
    assert "schools/sd-cahaya-wolasi/praktik/jahat.md:1:1: " in site.log
    assert not (site.root / SCHOOL / "praktik/jahat").exists()
    assert (site.root / SCHOOL / "praktik/kebun-sekolah/index.html").is_file()
    page = site.page("tentang/jahat/")
    assert "Paragraf kantor." in page
    assert "onclick" not in page
    assert "<b>Jahat" not in page

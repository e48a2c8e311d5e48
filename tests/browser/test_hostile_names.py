"""Names with <, & and quotes are shown as they are, everywhere, and run nowhere."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import REPO, Build
from serving import Open
from test_look import KINDS

pytestmark = pytest.mark.browser

EVIL = '<img src=x onerror="window.hit=1"> </title><script>window.hit=1</script> " \' & *_[]|`'
PLAIN = re.compile(r"[0-9.,/ -]*|ya|tidak|belum|true|false")
FORMATTED = {
    "npsn", "nss", "bentuk", "status", "kode_wilayah", "lintang", "bujur", "waktu", "kurikulum", "tahun_ajaran",
    "semester", "unsur", "hubungan", "sumber", "tingkat", "peringkat", "sk_tanggal", "tanggal", "mulai", "selesai",
    "jenis", "kunci", "ttd", "berkas", "tahap", "orang", "praktik", "foto_sampul", "sumber_dana", "bukti", "indikator",
    "jenjang", "pelaku", "sampul", "edisi", "skala", "website", "email", "kode_pos", "izin", "per_tingkat", "biaya",
    "lanjutan_dari", "alamat_lama", "foto",
}  # fmt: skip


def poison(value: Any, key: str = "") -> Any:
    """Add hostile text to every free text below a value."""
    if key in FORMATTED or (isinstance(value, str) and PLAIN.fullmatch(value)):
        return value
    if isinstance(value, dict):
        return {name: poison(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [poison(inner, key) for inner in value]
    return f"{value} {EVIL}" if isinstance(value, str) else value


@pytest.fixture(scope="module")
def poisoned(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose first school carries hostile text in every free field and in its Markdown."""
    schools = tmp_path_factory.mktemp("poison") / "schools"
    shutil.copytree(REPO / "schools", schools)
    school = schools / "sd-cahaya-wolasi"
    for file in school.rglob("*.yml"):
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        file.write_text(yaml.safe_dump(poison(data), allow_unicode=True), encoding="utf-8")
    for file in school.rglob("*.md"):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        data = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - text only
        evil = f"\n\n{EVIL}\n\n<div onclick='window.hit=1'>x</div>\n\n[klik](javascript:window.hit=1)\n"
        text = yaml.safe_dump(poison(data), allow_unicode=True)
        file.write_text(f"---\n{text}---\n{body}{evil}", encoding="utf-8")
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    assert "Traceback" not in built.log
    assert "ERROR" not in built.log  # the school is published, or the test would show nothing
    return built.root


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_nothing_runs_on_any_page(poisoned: Path, view: Open, prefix: str) -> None:
    page = view("about:blank")
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for url in [url for url in KINDS.values() if url.endswith("/") or not url]:
        page.goto((poisoned / prefix / url / "index.html").as_uri())
        assert page.evaluate("window.hit") is None, url
        for link in page.locator("a[href^='javascript']").all():
            assert link.evaluate("link => link.href") is None
    assert dialogs == []


def test_hostile_name_is_shown_as_written(poisoned: Path, view: Open) -> None:
    page = view((poisoned / "sekolah/sd-cahaya-wolasi/index.html").as_uri())
    name = f"SD Negeri Cahaya Wolasi {EVIL}"
    assert page.locator("h1").inner_text() == name
    assert name in page.title()
    assert name in page.locator(".md-nav--primary").inner_text().replace("\n", " ") or page.evaluate(
        "name => document.querySelector('.md-nav--primary').textContent.includes(name)", name
    )

"""`potret publish` on small folders: what is written, what goes up, what is never touched."""

import gzip
import json
import zipfile
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner, Result

from potret.cli import main
from potret.publishing.inventory import inventory
from potret.publishing.ledger import difference, read_ledger
from potret.publishing.twins import press, stale

HOME = '<link rel="canonical" href="https://contoh.go.id/potret/"><p>' + "Halaman sekolah. " * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for uri, text in {"index.html": HOME, "404.html": "x", "a/b.css": "p{}", "a/c.txt": "satu"}.items():
        (root / uri).parent.mkdir(parents=True, exist_ok=True)
        (root / uri).write_text(text, encoding="utf-8")
    return root


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["publish", "--site", str(site), *arguments])


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("target", ["apache", "nginx", "github", "gitlab", "netlify", "s3", "folder"])
def test_a_dry_run_writes_nothing(site: Path, target: str) -> None:
    before = tree(site.parent)
    result = run(site, "--target", target, "--dry-run", "--kompres", "--zip", str(site.parent / "u.zip"))
    assert result.exit_code == 0, result.output
    assert "+ a/c.txt" in result.output
    assert tree(site.parent) == before


@pytest.mark.parametrize(
    ("target", "files"),
    [
        ("apache", {"site/.htaccess"}),
        ("nginx", {"potret-nginx.conf"}),
        ("github", {"site/.nojekyll"}),
        ("gitlab", {"site/_redirects"}),
        ("netlify", {"site/_headers", "site/_redirects"}),
        ("s3", {"potret-objek.json"}),
        ("folder", set()),
    ],
)
def test_each_target_writes_its_files_and_the_same_again(site: Path, target: str, files: set[str]) -> None:
    before = tree(site.parent)
    for _ in range(2):
        result = run(site, "--target", target)
        assert result.exit_code == 0, result.output
        after = tree(site.parent)
        assert set(after) - set(before) == files
        assert before.items() <= after.items()


def test_the_address_is_read_from_the_home_page(site: Path) -> None:
    run(site, "--target", "apache")
    assert "ErrorDocument 404 /potret/404.html\n" in (site / ".htaccess").read_text(encoding="utf-8")
    run(site, "--target", "apache", "--alamat", "https://contoh.go.id")
    assert "ErrorDocument 404 /404.html\n" in (site / ".htaccess").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address", ["contoh.go.id", "javascript:alert(1)", 'https://x/"\nHeader', "https://[x", "//x/"]
)
def test_an_address_that_is_none_is_refused(site: Path, address: str) -> None:
    result = run(site, "--target", "apache", "--alamat", address)
    assert result.exit_code == 1
    assert "[publish-address]" in result.output
    assert not (site / ".htaccess").exists()


def test_a_file_of_someone_else_stays_and_stops_the_rest(site: Path) -> None:
    (site / ".htaccess").write_text("Require all denied\n", encoding="utf-8")
    before = tree(site.parent)
    result = run(site, "--target", "apache", "--zip", str(site.parent / "u.zip"))
    assert result.exit_code == 1
    assert "[publish-foreign]" in result.output
    assert tree(site.parent) == before


def test_a_link_in_the_place_of_our_file_is_not_followed(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.write_text("# potret publish\n", encoding="utf-8")
    (site / ".htaccess").symlink_to(other)
    assert run(site, "--target", "apache").exit_code == 1
    assert other.read_text(encoding="utf-8") == "# potret publish\n"


def test_leftovers_are_named_and_stay_behind(site: Path, tmp_path: Path) -> None:
    (site / ".cache").mkdir()
    (site / ".cache" / "foto.jpg").write_bytes(b"x")
    (site / "main.js.map").write_text("{}", encoding="utf-8")
    (site / "rahasia.txt").symlink_to(tmp_path / "x")
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_text("Contact: x\n", encoding="utf-8")
    items, problems = inventory(site)
    assert {item.uri for item in items} == {
        ".well-known/security.txt",
        "404.html",
        "a/b.css",
        "a/c.txt",
        "index.html",
    }
    assert [problem.values["value"] for problem in problems] == [".cache", "main.js.map", "rahasia.txt"]


def test_the_zip_holds_what_has_changed_and_the_list_what_has_gone(site: Path) -> None:
    out = site.parent / "unggah.zip"
    assert run(site, "--target", "apache", "--kompres", "--zip", str(out)).exit_code == 0
    first = set(zipfile.ZipFile(out).namelist())
    assert first == {".htaccess", "404.html", "a/b.css", "a/c.txt", "index.html", "index.html.br", "index.html.gz"}
    assert run(site, "--target", "apache", "--kompres", "--zip", str(out)).exit_code == 0
    assert zipfile.ZipFile(out).namelist() == []
    (site / "index.html").write_text(HOME + "baru", encoding="utf-8")
    (site / "baru.txt").write_text("x", encoding="utf-8")
    (site / "a" / "c.txt").unlink()
    result = run(site, "--target", "apache", "--kompres", "--zip", str(out))
    assert zipfile.ZipFile(out).namelist() == ["baru.txt", "index.html", "index.html.br", "index.html.gz"]
    assert (site.parent / "unggah-hapus.txt").read_text(encoding="utf-8") == "a/c.txt\n"
    assert "unggah-hapus.txt" in result.output
    run(site, "--target", "apache", "--kompres", "--zip", str(out), "--semua")
    assert set(zipfile.ZipFile(out).namelist()) == first - {"a/c.txt"} | {"baru.txt"}


def test_publishing_without_a_zip_notes_no_upload(site: Path) -> None:
    run(site, "--target", "github")
    assert not (site.parent / "site.terbit.json").exists()


def test_the_same_site_gives_the_same_zip(site: Path) -> None:
    zips = [site.parent / name for name in ("a.zip", "b.zip")]
    for file in zips:
        assert run(site, "--kompres", "--semua", "--zip", str(file)).exit_code == 0
    assert zips[0].read_bytes() == zips[1].read_bytes()


@pytest.mark.parametrize("option", ["--zip", "--catatan"])
def test_a_zip_inside_the_site_would_be_published(site: Path, option: str) -> None:
    other = () if option == "--zip" else ("--zip", str(site.parent / "u.zip"))
    result = run(site, option, str(site / "x.zip"), *other)
    assert result.exit_code == 1
    assert "[publish-inside]" in result.output
    assert not (site / "x.zip").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": {"../x": "' + "0" * 64 + '"}}',
        '{"version": 1, "files": {"/etc/passwd": "' + "0" * 64 + '"}}',
        '{"version": 1, "files": {"a\\nb": "' + "0" * 64 + '"}}',
        '{"version": 1, "files": {"a": "x"}}',
        '{"version": 1, "files": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_a_ledger_that_cannot_be_relied_on_counts_as_none(site: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "site.terbit.json"
    file.write_text(text, encoding="utf-8")
    assert read_ledger(file) is None
    result = run(site, "--zip", str(tmp_path / "u.zip"))
    assert result.exit_code == 0
    assert "[publish-ledger]" in result.output
    assert len(zipfile.ZipFile(tmp_path / "u.zip").namelist()) == 4
    assert len(json.loads(file.read_text(encoding="utf-8"))["files"]) == 4


def test_difference_goes_by_content(site: Path) -> None:
    items, _ = inventory(site)
    before = {item.uri: item.digest for item in items} | {"gone.txt": "x", "a/b.css": "y"}
    del before["404.html"]
    found = difference(before, items)
    assert (found.added, found.changed, found.gone, found.same) == (("404.html",), ("a/b.css",), ("gone.txt",), 2)


def test_twins_open_to_the_same_text_and_never_grow_old(site: Path) -> None:
    written = list(press(inventory(site)[0]))
    assert [path.name for path in written] == ["index.html.br", "index.html.gz"]
    assert brotli.decompress(written[0].read_bytes()).decode() == HOME
    assert gzip.decompress(written[1].read_bytes()).decode() == HOME
    assert sum(path.stat().st_size for path in written) < len(HOME) / 4
    assert list(press(inventory(site)[0])) == []
    (site / "index.html").write_text(HOME + "!", encoding="utf-8")
    assert list(stale(inventory(site)[0])) == written
    written[0].write_bytes(b"no brotli")
    run(site)  # without --kompres an old twin goes, or the host would send the old page
    assert not any(path.exists() for path in written)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_disk_that_refuses_is_said(site: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", "u.zip")

    monkeypatch.setattr("potret.publishing.upload.write_zip", refuse)
    result = run(site, "--zip", str(site.parent / "u.zip"), "--lang", lang)
    assert result.exit_code == 1
    assert "[publish-disk]" in result.output
    assert not (site.parent / "site.terbit.json").exists()

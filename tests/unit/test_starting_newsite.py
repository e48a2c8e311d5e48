"""`potret new-site`: a working site of one's own, and nothing that was there is touched."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from potret import strings
from potret.cli import main
from potret.commands.new_site import is_address
from potret.starting.newsite import configured, contents
from potret.starting.origin import origin

REPO = Path(__file__).resolve().parents[2]


def run(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["new-site", str(folder), *options])


def test_a_site_has_pages_in_every_language_and_only_pages_its_menu_can_show(tmp_path: Path) -> None:
    done = run(tmp_path / "situs")
    assert done.exit_code == 0, done.output
    site = tmp_path / "situs"
    config = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    pages = {file.relative_to(site / "content").as_posix() for file in (site / "content").rglob("*.md")}
    assert {page for page in pages if not page.endswith(".en.md")} == {
        page.replace(".en.md", ".md") for page in pages if page.endswith(".en.md")
    }
    assert "panduan/satu-sore.md" in str(config["nav"])
    assert "panduan/satu-sore.md" in pages
    for name in (".gitignore", ".gitlab-ci.yml", ".github/workflows/potret.yml", ".vscode/settings.json"):
        assert (site / name).is_file()
    assert not any((site / "schools" / name).is_dir() for name in ("sd-cahaya-wolasi", "smk-samudra-baubau"))
    assert "cd " in done.output
    assert "potret new" in done.output


def test_our_samples_and_our_lock_file_are_not_spoken_of() -> None:
    written = {path: text.decode() for path, text in contents("", "") if not path.endswith(".webp")}
    assert "Ketiga sekolah" not in written["schools/README.md"]
    assert "Salin sekolah contoh" not in written["schools/README.md"]
    assert "potret new SLUG" in written["schools/README.md"]
    for recipe in (".gitlab-ci.yml", ".github/workflows/potret.yml"):
        assert "requirements.lock" not in written[recipe]
        assert "pyproject" not in written[recipe]
        assert "--requirement requirements.txt" in written[recipe]
        assert yaml.safe_load(written[recipe])
    assert "{{" not in written["BACA-SAYA.md"] + written["requirements.txt"]


NAMES = ('Dinas "Coba": #1', "- a", "{x}", "no", "Sekolah é \\1 \\g<0>", "'", "& <b>")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_text_and_comments_stay(name: str) -> None:
    before = (REPO / "mkdocs.yml").read_text(encoding="utf-8")
    after = configured(before, name, "https://dinas.contoh.go.id/potret")
    config = yaml.safe_load(after)
    languages = config["plugins"][-1]["i18n"]["languages"]
    assert (config["site_name"], config["site_url"]) == (name, "https://dinas.contoh.go.id/potret/")
    assert {one["site_name"] for one in languages if "site_name" in one} == {name}
    assert before.count("# ") - after.count("# ") <= 1 + name.count(
        "# "
    )  # only the comment on site_url has done its work
    assert configured(before, "", "") == before


def test_what_is_there_stays_and_nothing_is_half_written(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("milik saya", encoding="utf-8")
    done = run(tmp_path, "--lang", "en")
    assert done.exit_code == 2
    assert "content/index.md" in done.output
    assert "Traceback" not in done.output
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["index.md"]
    assert (tmp_path / "content" / "index.md").read_text(encoding="utf-8") == "milik saya"


def test_a_folder_with_other_things_is_fine(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("x", encoding="utf-8")
    assert run(tmp_path).exit_code == 0
    assert (tmp_path / "mkdocs.yml").is_file()


def test_a_disk_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, real = [], Path.open

    def fail(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if mode == "xb":
            opened.append(self)
            if len(opened) == 5:
                raise OSError(28, "No space left on device")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail)
    done = run(tmp_path / "situs")
    assert done.exit_code == 1
    assert "No space left" in done.output
    assert not (tmp_path / "situs").exists()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.go.id/x/", True),
        ("http://localhost:8000", True),
        ("a.go.id", False),
        ("javascript:x", False),
        ("https://", False),
        ('https://a"b', False),
        ("http://[x", False),
    ],
)
def test_an_address_is_one(text: str, tmp_path: Path, *, is_one: bool) -> None:
    assert is_address(text) is is_one
    if not is_one:
        done = run(tmp_path / "x", "--alamat", text)
        assert done.exit_code == 2
        assert "https://dinas.contoh.go.id" in done.output


def test_the_checkout_is_the_origin_of_an_editable_install() -> None:
    assert (origin() / "mkdocs.yml").read_bytes() == (REPO / "mkdocs.yml").read_bytes()


@pytest.mark.parametrize("locale", ["id", "en"])
def test_what_is_told_next_can_be_typed(locale: str) -> None:
    told = strings.text("new_site.next", locale)
    assert [line.split("  ")[1 if line.startswith("  ") else 0].strip() for line in told.splitlines()[:2]] == [
        "potret new sd-negeri-3-wolasi",
        "potret serve",
    ]

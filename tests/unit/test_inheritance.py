"""What mkdocs.yml takes from elsewhere counts as much as what stands in it."""

from pathlib import Path

import pytest

from potret.shards.digests import Digests
from potret_mkdocs.inheritance import settings_files, values, variables
from potret_mkdocs.roots import Roots


@pytest.fixture
def child(tmp_path: Path) -> Path:
    (tmp_path / "situs").mkdir()
    (tmp_path / "kakek.yml").write_text("site_name: !ENV NAMA\n", "utf-8")
    (tmp_path / "induk.yml").write_text('INHERIT: "kakek.yml"  # yang pertama\n', "utf-8")
    own = tmp_path / "situs" / "mkdocs.yml"
    own.write_text("INHERIT: ../induk.yml\nsite_url: !ENV [ALAMAT, 'CADANGAN', https://contoh.id]\n", "utf-8")
    return own


def test_parents_of_parents_are_named_in_order(child: Path) -> None:
    assert [file.name for file in settings_files(child)] == ["mkdocs.yml", "induk.yml", "kakek.yml"]


def test_a_circle_or_a_missing_parent_ends(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("INHERIT: b.yml\n", "utf-8")
    (tmp_path / "b.yml").write_text("INHERIT: a.yml\n", "utf-8")
    (tmp_path / "c.yml").write_text("INHERIT: tiada.yml\n", "utf-8")
    assert [file.name for file in settings_files(tmp_path / "a.yml")] == ["a.yml", "b.yml"]
    assert [file.name for file in settings_files(tmp_path / "c.yml")] == ["c.yml", "tiada.yml"]


def test_variables_are_named_wherever_they_are_asked_for(child: Path) -> None:
    assert {"NAMA", "ALAMAT", "CADANGAN"} <= set(variables(settings_files(child)))


@pytest.mark.parametrize("change", ["parent", "variable", "unset"])
def test_a_change_elsewhere_changes_the_digest(child: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMA", "")
    files = list(settings_files(child))
    roots = Roots(tuple(map(str, files)), "content", "schools", "cache", variables(files))
    before = roots.config_digest(Digests(child.parent / "sidik.json"))
    assert roots.config_digest(Digests(child.parent / "sidik.json")) == before
    match change:
        case "parent":
            files[-1].write_text("site_name: Lain\n", "utf-8")
        case "variable":
            monkeypatch.setenv("NAMA", "Potret")
        case _:
            monkeypatch.delenv("NAMA")
    assert roots.config_digest(Digests(child.parent / "sidik.json")) != before


def test_the_values_say_whether_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMA", "")
    monkeypatch.delenv("ALAMAT", raising=False)
    assert values(["ALAMAT", "NAMA"]) == ["ALAMAT", "NAMA="]

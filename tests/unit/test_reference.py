from pathlib import Path

import pytest

import potret_mkdocs.reference
from potret.reader import Reader
from potret_mkdocs import manual
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.reference import empty_portal, keep_apart, reference


def config(cache: Path) -> SchoolsConfig:
    found = SchoolsConfig()
    found.load_dict({"cache_dir": str(cache)})
    assert found.validate() == ([], [])
    return found


def nothing(_: Reader) -> None:
    pytest.fail("composed although it was kept")


def test_the_reference_is_composed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader("id", {})
    made = reference(reader, config(tmp_path))
    assert made == tuple(manual.pages(reader))
    monkeypatch.setattr(manual, "pages", nothing)
    assert reference(reader, config(tmp_path)) == made


def test_another_process_composes_what_is_lacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readers, locales = [Reader("id", {}), Reader("en", {})], ["id", "en"]
    monkeypatch.setattr(potret_mkdocs.reference, "active_count", lambda: 1)  # other tests may have threads
    known = reference(readers[0], config(tmp_path))
    keep_apart(readers, config(tmp_path), locales)
    monkeypatch.setattr(manual, "pages", nothing)
    monkeypatch.setattr(potret_mkdocs.reference, "compose_portal", nothing)
    assert reference(readers[0], config(tmp_path)) == known
    assert all(reference(one, config(tmp_path)) and empty_portal(one, config(tmp_path), locales) for one in readers)
    monkeypatch.setattr(potret_mkdocs.reference, "Pool", nothing)
    keep_apart(readers, config(tmp_path), locales)


@pytest.mark.parametrize(
    ("name", "value"), [("active_count", lambda: 2), ("can_fork", lambda: False)], ids=["threads", "no fork"]
)
def test_a_process_that_must_not_fork_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(potret_mkdocs.reference, name, value)
    monkeypatch.setattr(potret_mkdocs.reference, "Pool", nothing)
    keep_apart([Reader("id", {})], config(tmp_path), ["id"])
    assert list(tmp_path.glob("rujukan/*.pickle")) == []


@pytest.mark.parametrize("other", [Reader("en", {}), Reader("id", {}, directory_urls=False), Reader("id", {}, site_url="https://a.id/")])  # fmt: skip # noqa: E501
def test_other_readers_get_their_own(tmp_path: Path, other: Reader) -> None:
    reference(Reader("id", {}), config(tmp_path))
    assert reference(other, config(tmp_path)) == tuple(manual.pages(other))


def test_a_torn_file_is_made_anew(tmp_path: Path) -> None:
    made = reference(Reader("id", {}), config(tmp_path))
    (kept,) = tmp_path.glob("rujukan/*.pickle")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert reference(Reader("id", {}), config(tmp_path)) == made


def test_a_folder_that_takes_nothing_costs_no_page(tmp_path: Path) -> None:
    (tmp_path / "rujukan").write_text("in the way", encoding="utf-8")
    assert len(reference(Reader("id", {}), config(tmp_path))) > 5

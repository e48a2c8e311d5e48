from pathlib import Path

import pytest

from potret.reader import Reader
from potret_mkdocs import manual
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.reference import reference


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

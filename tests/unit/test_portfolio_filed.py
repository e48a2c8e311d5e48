"""Evidence that lies in `dokumen/` and that nothing names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import PRACTICE, edited

STAGE = """\
-- siklus/2018/1-pemetaan.md --
---
ringkasan: Ya.
dokumen:
  - {{jenis: notulen, berkas: {name}}}
---

Ya.
"""
PAGE = "-- praktik/kebun.md --\n" + edited(PRACTICE, ("tahun: 2018", "tahun: 2018\nlampiran: [{name}] #<"))


@pytest.mark.parametrize(
    ("text", "written", "is_told"),
    [
        pytest.param("", "", True, id="named nowhere"),
        pytest.param(STAGE, "a.pdf", False, id="by a stage"),
        pytest.param(STAGE, "dokumen/a.pdf", False, id="by a stage, with the folder"),
        pytest.param(STAGE, "dokumen\\a.pdf", False, id="as Windows writes it"),
        pytest.param(STAGE, "b.pdf", True, id="another one by a stage"),
        pytest.param(PAGE, "dokumen/a.pdf", False, id="by a practice"),
        pytest.param(PAGE, "a.pdf", True, id="by a practice that means its own folder"),
    ],
)
def test_a_document_that_nothing_names_is_noted(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded], text: str, written: str, *, is_told: bool
) -> None:
    root = school_folder(text.format(name=written))
    (root / "dokumen").mkdir(exist_ok=True)
    (root / "dokumen" / "a.pdf").write_bytes(b"%PDF-1.7")
    found = [problem for problem in load_all()[1] if problem.code == "annex-unnamed"]
    assert [problem.path.rpartition("/")[2] for problem in found] == ["a.pdf"] * is_told
    assert all("a.pdf" in problem.message(locale) for problem in found for locale in ("id", "en"))

"""What the JSON Schema and the form allow is what the reader of the file takes."""

import re

import pytest

from minimal import found
from potret import schemas
from potret.model import STATUSES, ImbasReport
from potret.model.imbas import LONGEST

TEXT = """\
npsn: "{npsn}"
adopsi: [{{praktik: kebun, status: {status}, mulai: 2018-01-01, tanggal: 2018-12-08}}]
catatan: {note}
"""


def test_the_schema_leaves_the_number_to_the_file_s_name() -> None:
    schema = schemas.imbas_report()
    assert (schema["required"], schema["additionalProperties"]) == (["adopsi"], False)
    assert schema["$schema"] == schemas.DIALECT
    assert schema["properties"]["adopsi"]["minItems"] == 1
    assert [choice.get("type") for choice in schema["$defs"]["Text"]["anyOf"]] == ["string", "object"]


def test_what_is_required_is_what_the_model_requires() -> None:
    rules = schemas.form_rules()
    assert {name for name, rule in rules.items() if rule.required} == {
        "npsn",
        "adopsi",
        "praktik",
        "status",
        "mulai",
        "tanggal",
    }
    assert rules["status"].options == STATUSES
    assert {name for name, rule in rules.items() if rule.maxlength} == {"perubahan", "hasil", "catatan"}


@pytest.mark.parametrize("npsn", ["40401001", "P1234567", "4040100", "404010011", "X1234567", "p1234567", "4040 001"])
def test_the_pattern_says_what_the_reader_says(npsn: str) -> None:
    fits = re.search(schemas.form_rules()["npsn"].pattern or "", npsn) is not None
    text = TEXT.format(npsn=npsn, status="dicoba", note="x")
    assert fits is (found(ImbasReport, text) == [])


@pytest.mark.parametrize("status", [*STATUSES, "sukses", "1"])
def test_the_options_are_what_the_reader_takes(status: str) -> None:
    text = TEXT.format(npsn="40401001", status=status, note="x")
    assert (status in schemas.form_rules()["status"].options) is (found(ImbasReport, text) == [])


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_the_length_is_what_the_reader_takes(length: int) -> None:
    limit = schemas.form_rules()["catatan"].maxlength or 0
    text = TEXT.format(npsn="40401001", status="dicoba", note="x" * length)
    assert (length <= limit) is (found(ImbasReport, text) == [])

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from potret.model.fields import Count, Date, Flag, Key, Npsn, Number, Plain, Whole, Year


def code_of(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        pytest.param(Plain, "  teks ", "teks", id="text loses outer blanks"),
        pytest.param(Number, "5.76", Decimal("5.76"), id="decimal point"),
        pytest.param(Number, "5,76", Decimal("5.76"), id="decimal comma"),
        pytest.param(Number, "1.234,5", Decimal("1234.5"), id="grouped with comma"),
        pytest.param(Number, "1.234", Decimal("1.234"), id="a point alone is a decimal point"),
        pytest.param(Number, "-4.2208", Decimal("-4.2208"), id="negative"),
        pytest.param(Number, "0", Decimal(0), id="zero"),
        pytest.param(Whole, "1.500.000", 1_500_000, id="grouped whole"),
        pytest.param(Whole, "Rp 1.500.000", 1_500_000, id="rupiah sign"),
        pytest.param(Whole, "007", 7, id="leading zeros are decimal, never octal"),
        pytest.param(Count, "0", 0, id="nothing is a count"),
        pytest.param(Year, "1945", 1945, id="first year"),
        pytest.param(Year, "2100", 2100, id="last year"),
        pytest.param(Flag, "ya", True, id="ya"),
        pytest.param(Flag, "no", False, id="the Norway problem: no is false only for a flag"),
        pytest.param(Flag, "Tidak", False, id="whatever the case"),
        pytest.param(Date, "2018-11-12", date(2018, 11, 12), id="iso date"),
        pytest.param(Date, "12-11-2018", date(2018, 11, 12), id="day first"),
        pytest.param(Date, "1/2/2018", date(2018, 2, 1), id="day first with slashes"),
        pytest.param(Key, "sk-tpmps-2018", "sk-tpmps-2018", id="key"),
        pytest.param(Npsn, "01234567", "01234567", id="octal-looking NPSN stays text"),
        pytest.param(Npsn, "P1234567", "P1234567", id="NPSN of an equivalency centre"),
        pytest.param(Number, "9" * 18, Decimal("9" * 18), id="as many digits as allowed"),
    ],
)
def test_text_becomes_a_value(kind: Any, written: str, expected: object) -> None:
    assert TypeAdapter(kind).validate_python(written) == expected


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        pytest.param(Plain, ["a"], "type-text", id="list for text"),
        pytest.param(Plain, {"a": "b"}, "type-text", id="mapping for text"),
        pytest.param(Number, "baik", "type-number", id="word for number"),
        pytest.param(Number, "12:30", "type-number", id="a time is no number"),
        pytest.param(Number, "1e3", "type-number", id="no exponents"),
        pytest.param(Number, "nan", "type-number", id="no nan"),
        pytest.param(Number, "1,234.5", "type-number", id="English grouping is not guessed"),
        pytest.param(Whole, "12.5", "type-whole", id="a fraction is not whole"),
        pytest.param(Whole, "0x1F", "type-whole", id="hexadecimal"),
        pytest.param(Whole, "1_000", "type-whole", id="underscore"),
        pytest.param(Count, "-1", "count-negative", id="negative count"),
        pytest.param(Count, "Rp -5", "count-negative", id="negative rupiah"),
        pytest.param(Year, "1944", "year-range", id="before the first year"),
        pytest.param(Year, "2101", "year-range", id="after the last year"),
        pytest.param(Flag, "mungkin", "type-flag", id="neither yes nor no"),
        pytest.param(Date, "2018-02-30", "type-date", id="no such day"),
        pytest.param(Date, "12-13-2018", "type-date", id="month first is not guessed"),
        pytest.param(Date, "kemarin", "type-date", id="word for date"),
        pytest.param(Key, "SK TPMPS", "key-format", id="blanks and capitals in a key"),
        pytest.param(Key, "a--b", "key-format", id="two hyphens"),
        pytest.param(Npsn, "4040123", "npsn-format", id="seven digits"),
        pytest.param(Npsn, "404012345", "npsn-format", id="nine digits"),
        pytest.param(Npsn, "20325309.0", "npsn-format", id="NPSN out of a spreadsheet"),
        pytest.param(Npsn, "4040123A", "npsn-format", id="letter in an NPSN"),
    ],
)
def test_what_is_no_value_has_a_code(kind: Any, written: object, code: str) -> None:
    assert code_of(kind, written) == code


@pytest.mark.parametrize("kind", [Npsn, Whole, Number])
def test_digits_of_other_scripts_are_refused(kind: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python("٤٠٤٠١٢٣٤")


@pytest.mark.parametrize(("kind", "code"), [(Whole, "type-whole"), (Number, "type-number"), (Year, "type-whole")])
@pytest.mark.parametrize("digits", [19, 5000])
def test_a_number_without_end_is_none(kind: Any, code: str, digits: int) -> None:
    assert code_of(kind, "9" * digits) == code

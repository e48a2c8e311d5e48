"""Scores of one year, always together with the catalogue and scale they belong to."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from potret.model.fields import KIND, Date, Flag, Number, Plain, matching, one_of
from potret.model.text import Noun, Text

EDITIONS = ("snp-2016", "snp-2021")
SCALES = ("0-7", "0-100")
LABELS = ("kurang", "sedang", "baik", "rendah", "tinggi", "tidak-tersedia")

Code = Annotated[Plain, matching(r"[1-8](\.[0-9]{1,2}){0,2}|[A-E](\.[0-9]{1,2}){1,2}", "indicator-format")]


class Score(Noun):
    """What is known of one row: a value, a label, or that the row does not apply to this school.

    Zero, "does not apply" and "no data" are three different things: zero is `nilai: 0`, a row that does not
    apply is `berlaku: false`, and a row nobody measured is simply not there.
    """

    nilai: Number | None = None
    label: Annotated[str, one_of(*LABELS)] | None = None
    """As the report prints it; which of them a row knows stands in its catalogue, where "tinggi" may be good or bad."""
    berlaku: Flag = True
    catatan: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_number(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
        return {"nilai": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors both ways to write a score."""
        record = handler(core)
        number = handler.resolve_ref_schema(record)["properties"]["nilai"]["anyOf"][0]
        return {"anyOf": [number, record], KIND: "score"}


class Comparison(Noun):
    """Published figures of an area, with their source, to stand beside the school's."""

    sumber: Text
    tanggal: Date | None = None
    catatan: Text | None = None
    """What to mind when comparing: another level, another year, a mean of few schools."""
    nilai: Mapping[Code, Number]


class Report(Noun):
    """One year of scores: mutu/<tahun>.yml."""

    edisi: Annotated[str, one_of(*EDITIONS)]
    skala: Annotated[str, one_of(*SCALES)]
    sumber: Text
    tanggal: Date | None = None
    catatan: Text | None = None
    nilai: Mapping[Code, Score]
    target: Mapping[Code, Number] = {}
    pembanding: Mapping[Annotated[str, one_of("kabupaten", "provinsi", "nasional")], Comparison] = {}

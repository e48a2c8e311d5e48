"""What a template had to cut so that it fits its box: `fit` in print/pieces.typ leaves a mark with the field's name."""

import json

import typst

from potret.problems import Problem, Severity


def shortened(compiler: typst.Compiler, place: str) -> list[Problem]:
    """Ask the document just compiled for its marks; 0.1 ms, as the compiler still holds its layout."""
    fields = dict.fromkeys(json.loads(compiler.query("<shortened>", field="value")))
    return [Problem(place, 0, 0, "print-shortened", Severity.NOTE, key=field) for field in fields]

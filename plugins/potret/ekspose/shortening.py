"""What a template had to cut so that it fits its box: `fit` in print/pieces.typ leaves a mark with the field's name."""

import json
from collections.abc import Mapping
from pathlib import Path

import typst

from potret.problems import Problem, Severity


def shortened(template: Path, root: Path, fonts: Path, inputs: Mapping[str, str], place: str) -> list[Problem]:
    """Ask the document just compiled for its marks; 5 ms, as Typst remembers its layout."""
    compiler = typst.Compiler(
        input=str(template), root=root, font_paths=[str(fonts)], ignore_system_fonts=True, sys_inputs=dict(inputs)
    )
    fields = dict.fromkeys(json.loads(compiler.query("<shortened>", field="value")))
    return [Problem(place, 0, 0, "print-shortened", Severity.NOTE, key=field) for field in fields]

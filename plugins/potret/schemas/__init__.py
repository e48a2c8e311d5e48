"""JSON Schemas of every file a school writes, made from the models: for editors, the reply form and the reference."""

from potret.schemas.editor import write
from potret.schemas.imbas import FieldRule, exemptions, form_rules, imbas_report
from potret.schemas.kinds import DIALECT, KINDS, FileKind, schema
from potret.schemas.rows import Row, rows

__all__ = [
    "DIALECT",
    "KINDS",
    "FieldRule",
    "FileKind",
    "Row",
    "exemptions",
    "form_rules",
    "imbas_report",
    "rows",
    "schema",
    "write",
]

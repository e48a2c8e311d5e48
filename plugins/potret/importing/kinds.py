"""What a file or folder is: told by its kind, its pages and the titles of its columns."""

from pathlib import Path

from potret.importing.archive import inspect
from potret.importing.oldsite import pages

SHEETS = ("rkas", "imbas", "keterangan")
KINDS = ("nilai", *SHEETS, "word", "foto", "situs")


def kind_of(file: Path) -> str:
    """Tell what an import reads; a workbook of unknown titles is taken for scores, which say what they miss."""
    if file.is_dir():
        return "situs" if pages(file) else "foto"
    if file.suffix.casefold() in {".doc", ".docx", ".docm", ".dotm", ".dotx"}:
        return "word"
    return _sheet(file) or "nilai"


def _sheet(file: Path) -> str:
    archive, _ = inspect(file, file.name)
    if archive is None:
        return ""
    from potret.importing import captions, imbaslist, rkas  # noqa: PLC0415 - openpyxl is an extra
    from potret.importing.tables import sheets  # noqa: PLC0415
    from potret.importing.workbook import grids  # noqa: PLC0415

    found, _ = grids(archive, file.name)
    kinds = (("keterangan", captions), ("imbas", imbaslist), ("rkas", rkas))
    return next((kind for kind, module in kinds if sheets(found, module.ROLES, module.NEEDED)), "")

"""One look into a document before it is published; reads at most its limit of bytes."""

import re
from pathlib import Path

from potret.intake.kinds import KINDS, MAX_BYTES, Fault
from potret.intake.office import office_fault
from potret.intake.pdf import pdf_fault

# A cell that a spreadsheet would reckon: "=…" always; "@", "+" and "-" only where a call or a program follows, since
# "-5", "+62 …" and "- catatan" are what schools write. https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r'(?:^|[,;\t])[ ]*"?[ \t]*(=[^\n,;]|[@+-][A-Za-z_]\w*[(|!])', re.MULTILINE)


def document_fault(file: Path) -> Fault | None:
    """Say why a file is not what its name says, or must not be published; None if it is fit."""
    kind = file.suffix.lower()
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        return Fault("attachment-content")
    if len(raw) > MAX_BYTES:
        return Fault("attachment-size")
    if not raw.startswith(KINDS[kind]):
        return Fault("attachment-content")
    if kind == ".csv":
        return None if table_text(raw) is not None else Fault("attachment-content")
    return pdf_fault(raw) if kind == ".pdf" else office_fault(raw, kind)


def formula_line(file: Path) -> int:
    """Give the first line of a table on which a cell would be reckoned as a formula, from 1; 0 if none."""
    with file.open("rb") as stream:
        text = table_text(stream.read(MAX_BYTES)) or ""
    found = _FORMULA.search(text)
    return text.count("\n", 0, found.start(1)) + 1 if found else 0


def table_text(raw: bytes) -> str | None:
    """Decode a table; None if it is no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text

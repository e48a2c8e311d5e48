"""Rules of a good practice: STAR headings, codes, roles."""

import re
from collections.abc import Iterator

from potret import catalogue
from potret.model import PracticeFront
from potret.problems import Problem
from potret.reading import Document, MarkdownFile
from potret.reading.document import Loc
from potret.validation.metric import check_codes
from potret.wording import nearest

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$", re.MULTILINE)


def check_practice(front: PracticeFront, file: MarkdownFile) -> Iterator[Problem]:
    """Check the practice against what a reader of the library looks for."""
    document = file.front
    yield from check_codes(front.indikator, front.edisi, ("indikator",), document)
    roles = catalogue.cycle()["roles"]
    for number, role in enumerate(front.pelaku):
        if role not in roles:
            yield _unknown_role(role, ("pelaku", number), document)
    for number, one in enumerate(front.konfirmasi):
        if one.oleh not in roles:
            yield _unknown_role(one.oleh, ("konfirmasi", number, "oleh"), document)
    written = {match[2].casefold() for match in _HEADING.finditer(file.body)}
    for part in catalogue.cycle()["good_practice"]["parts"]:
        title = part["key"].capitalize()
        if not any(heading.startswith(part["key"]) for heading in written):
            yield document.warning("star-missing", (), value=title, question=part["ask_id"])


def _unknown_role(role: str, loc: Loc, document: Document) -> Problem:
    roles = list(catalogue.cycle()["roles"])
    return document.warning("role-unknown", loc, value=role, allowed=", ".join(roles), near=nearest(role, roles))

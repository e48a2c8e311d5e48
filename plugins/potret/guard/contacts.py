"""Telephone numbers and e-mail addresses that stand outside the school's contact fields."""

import re
from collections.abc import Collection, Iterator

from potret.guard.hit import Hit, masked
from potret.problems import Severity

# A mobile number has 10 to 13 digits, in groups of three to five; a date such as 08-12-2018 has shorter ones.
_MOBILE = re.compile(
    r"(?<![\w.,-])(?:\+62[ .-]?\(?0?\)?|\(\+62\)[ .-]?|62|0)8[1-9]\d[ .-]?\d{3,4}[ .-]?\d{3,5}(?:[ .-]\d{2,4})?"
    r"(?!\w|-\d)"
)
_LANDLINE = re.compile(r"(?<![\w.,-])\+62[ .-]?\(?[2-7]\d{1,2}\)?[ .-]?\d{3,4}[ .-]?\d{2,4}(?!\d)")
_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?![\w-])")
_PICTURE = re.compile(r"\.(?:png|jpe?g|webp|gif|svg|avif)$", re.IGNORECASE)


def contacts(text: str, own: Collection[str] = ()) -> Iterator[Hit]:
    """Find contacts; `own` are the school's, as `own_contacts` writes them, and may stand anywhere."""
    for found in _MOBILE.finditer(text):
        if _number(found[0]) not in own:
            yield Hit(found.start(), found.end(), "guard-phone", masked(found[0]))
    for found in _LANDLINE.finditer(text):
        if _number(found[0]) not in own:
            yield Hit(found.start(), found.end(), "guard-phone", masked(found[0]), Severity.WARNING)
    if "@" not in text:
        return
    for found in _MAIL.finditer(text):
        if found[0].casefold() not in own and not _PICTURE.search(found[0]):
            yield Hit(found.start(), found.end(), "guard-email", "•••@•••", Severity.WARNING)


def own_contacts(*written: object) -> frozenset[str]:
    """Give what stands in the contact fields in the form in which contacts are compared."""
    texts = [text for text in written if isinstance(text, str)]
    numbers = {_number(part) for text in texts for part in re.split(r"[,;/]|\bdan\b", text)}
    mails = {mail.casefold() for text in texts for mail in _MAIL.findall(text)}
    return frozenset((numbers | mails) - {""})


def _number(text: str) -> str:
    """Reduce a number to its digits after the prefix: 0812… and +62 812… are the same."""
    digits = re.sub(r"\D", "", text)
    return digits.removeprefix("62").lstrip("0") if digits else ""

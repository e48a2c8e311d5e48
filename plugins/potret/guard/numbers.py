"""Numbers that name one person: NIK, NISN, NIP, NUPTK, NPWP. Lengths and structures: domain.md section 8.

Without its label a number counts only where its structure speaks for it: area and birth date of a NIK, the three parts
of a NIP, the points of an NPWP. Groups are those in which people write them, so that a row of years is no number.
"""

import re
from collections.abc import Iterator
from datetime import date

from potret import area
from potret.guard.hit import Hit, masked

_START, _END = r"(?<![\w.,/-])", r"(?![\w]|[.,/-]\d)"
_SIXTEEN = re.compile(
    rf"{_START}(?:\d{{16}}|\d{{4}}([ .-])\d{{4}}\1\d{{4}}\1\d{{4}}|\d{{6}}([ .-])\d{{6}}\2\d{{4}}){_END}"
)
_NIP = re.compile(rf"{_START}(?:\d{{18}}|\d{{8}}[ .-]\d{{6}}[ .-]\d[ .-]\d{{3}}|\d{{8}} \d{{6}} \d{{4}}){_END}")
_NPWP = re.compile(rf"{_START}\d{{2}}\.\d{{3}}\.\d{{3}}\.\d-\d{{3}}\.\d{{3}}{_END}")
_TEN = re.compile(rf"{_START}\d{{10}}{_END}")
_NISN = re.compile(r"(?:99\d|00\d|01\d|02\d)(?!0000)\d{7}")
"""The last three digits of the year of birth, then seven: pupils of 2016 and later were born from 1990 on."""

# Any digits right after the label, however they are grouped.
_LABELS = (
    ("guard-nip", r"NIP(?:PPPK)?|NI[ .]?PPPK", r"\d(?:[ .-]?\d){17}|\d{9}"),
    ("guard-nuptk", r"NUPTK", r"\d(?:[ .-]?\d){15}"),
    ("guard-npwp", r"NPWP", r"\d(?:[ .-]?\d){14,15}"),
    ("guard-nik", r"NIK|KTP|KK|Kartu Keluarga|Induk Kependudukan", r"\d(?:[ .-]?\d){15}"),
    ("guard-nisn", r"NISN|Siswa Nasional", r"\d(?:[ .-]?\d){9}"),
)
_LABELLED = tuple(
    (code, re.compile(rf"(?<![^\W_])(?:{label})(?![^\W_])[^\w\n]{{0,12}}(?P<number>{digits})(?!\d)", re.IGNORECASE))
    for code, label, digits in _LABELS
)
_NISN_WORD = re.compile(r"(?<![^\W_])NISN(?![^\W_])", re.IGNORECASE)
NEAR = 2000
"""Characters between the word NISN and a number of ten digits that is taken for one: a page's table."""


def numbers(text: str) -> Iterator[Hit]:
    """Find numbers, the surest first."""
    for code, pattern in _LABELLED:
        yield from (_hit(code, found, "number") for found in pattern.finditer(text))
    yield from (_hit("guard-nip", found) for found in _NIP.finditer(text) if is_nip(_digits(found[0])))
    yield from (_hit("guard-npwp", found) for found in _NPWP.finditer(text))
    yield from (_hit("guard-nik", found) for found in _SIXTEEN.finditer(text) if is_nik(_digits(found[0])))
    words = [found.end() for found in _NISN_WORD.finditer(text)]
    for found in _TEN.finditer(text):
        if _NISN.fullmatch(found[0]) and any(0 <= found.start() - word <= NEAR for word in words):
            yield _hit("guard-nisn", found)


def is_nik(digits: str) -> bool:
    """Tell whether 16 digits are built like a NIK: regency, district, day (women + 40), month, year, running number.

    Districts are not looked up: many a NIK carries one that has since been divided.
    """
    if not area.exists(f"{digits[:2]}.{digits[2:4]}") or digits[4:6] == "00" or digits[12:] == "0000":
        return False
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    born = day - 40 if day > 40 else day  # noqa: PLR2004 - women
    return _is_date(2000 + year, month, born) or _is_date(1900 + year, month, born)


def is_nip(digits: str) -> bool:
    """Tell whether 18 digits are built like a NIP: birth date, month of appointment (21 for PPPK), sex, number."""
    born, since, month = int(digits[:4]), int(digits[8:12]), int(digits[12:14])
    if not _is_date(born, int(digits[4:6]), int(digits[6:8])) or digits[14] not in "12":
        return False
    return 1930 <= born < since <= 2099 and (1 <= month <= 12 or month == 21)  # noqa: PLR2004 - years and months


def name_numbers(name: str) -> Iterator[Hit]:
    """Find numbers in a file's name, where `_`, `-` and letters stand around them and no label is needed."""
    for found in re.finditer(r"(?<!\d)\d{10}(?!\d)", name):
        if _NISN.fullmatch(found[0]) and not found[0].startswith("000"):
            yield _hit("guard-nisn", found)
    for found in re.finditer(r"(?<!\d)\d{16}(?!\d)", name):
        if is_nik(found[0]):
            yield _hit("guard-nik", found)
    for found in re.finditer(r"(?<!\d)\d{18}(?!\d)", name):
        if is_nip(found[0]):
            yield _hit("guard-nip", found)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _hit(code: str, found: re.Match[str], group: str | int = 0) -> Hit:
    return Hit(found.start(group), found.end(group), code, masked(found[group]))

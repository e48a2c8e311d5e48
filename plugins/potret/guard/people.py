"""Dates of birth, homes, and pupils called by their names. Words decide here, so only what is sure is an error."""

import re
from collections.abc import Iterator

from potret.guard.hit import Hit
from potret.guard.names import given_names
from potret.problems import Severity

_MONTHS = (
    "januari|februari|maret|april|mei|juni|"
    "juli|"  # codespell:ignore juli
    "agustus|september|oktober|november|desember|"
    "january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec"
)
# Nobody at a school of today was born before 1940: heroes of the nation may be celebrated.
_YEAR = r"(?:19[4-9]\d|20\d\d)"
DATE = rf"(?:\d{{1,2}}[ ./-]{{1,3}}(?:\d{{1,2}}|{_MONTHS})[ .,/-]{{1,3}}{_YEAR}|{_YEAR}-\d{{1,2}}-\d{{1,2}})(?!\d)"
_BORN_LABEL = re.compile(
    rf"\b(?:TTL|(?:tempat[ ,/]*(?:dan |& ?)?)?(?:tanggal|tgl\.?) ?lahir|date of birth|birth ?date|DOB)\b"
    rf"(?P<between>[^\n]{{0,60}}?)(?<!\d)(?P<date>{DATE})",
    re.IGNORECASE,
)
_BORN = re.compile(rf"\b(?:lahir|kelahiran|born)\b(?P<between>[^.\n]{{0,50}}?)(?<!\d)(?P<date>{DATE})", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:hari|sekolah\w*|madrasah|yayasan|pancasila|gerakan|program|kegiatan|lembaga|organisasi|komunitas|kurikulum|desa|"
    r"kebun|gagasan|ide|kebiasaan|peraturan|undang-undang|SD|SDN|SMP|SMPN|SMA|SMK|school|programme|idea|movement|garden)\b",
    re.IGNORECASE,
)
_AROUND = 60
"""Characters before a word in which its subject is looked for."""

_PLACE = re.compile(
    r"(?<![\d.,])(?P<south>-?\d{1,2}[.,]\d{3,10})°?\s{0,3}[,;/ ]\s{0,3}(?P<east>\d{2,3}[.,]\d{3,10})(?!\d)"
)
_HOME = re.compile(
    r"\b(?:rumah (?:siswa|murid|anak|orang tua|wali|guru|keluarga|saya|kami|Pak|Ibu|Bapak|B[u])|"
    r"tempat tinggal|domisili|kediaman|alamat (?:siswa|murid|anak|orang tua|wali|rumah)|home of|pupils?'? homes?)\b",
    re.IGNORECASE,
)

_ITEM = r"(?:[-*+]|\d{1,3}[.)])[ \t]+"
_NAME = r"[A-Z][\w'’]{1,24}(?: [A-Z][\w'’.]{0,24}){0,3}"
_NEXT = rf"(?:[ \t]*[,;/][ \t]*(?:dan |and )?|[ \t]+(?:dan|and|&)[ \t]+|[ \t]*,?[ \t]*\n{{1,2}}[ \t]*{_ITEM})"
_LIST = re.compile(
    r"\b(?i:(?P<strong>nama(?:-nama)?|daftar nama|names? of)?[ ]?(?:para )?"
    r"(?:siswa|siswi|murid|peserta didik|pupils|students)(?: kelas [\w.-]{1,6})?)[ ]?[:=][ \t]*"
    rf"(?:\n{{0,2}}[ \t]*{_ITEM})?(?P<names>{_NAME}(?:{_NEXT}{_NAME}){{1,60}})"
)
_SURE = 2
"""Given names that a list must have before it is sure that it names pupils."""


def births(text: str) -> Iterator[Hit]:
    """Find birth dates: after their label, or after "lahir" where a person is its subject."""
    for found in _BORN_LABEL.finditer(text):
        if not _NO_PERSON.search(found["between"]):
            yield Hit(found.start(), found.end(), "guard-birth", "•••")
    for found in _BORN.finditer(text):
        before = re.split(r"[.!?]\s|\n\n", text[max(0, found.start() - _AROUND) : found.start()])[-1]
        if not _NO_PERSON.search(f"{before} {found['between']}"):
            is_sure = any(word in given_names() for word in re.findall(r"\w+", before.casefold()))
            yield Hit(found.start(), found.end(), "guard-birth", "•••", Severity.ERROR if is_sure else Severity.WARNING)


def homes(text: str) -> Iterator[Hit]:
    """Find coordinates in Indonesia beside the word for somebody's home."""
    for found in _PLACE.finditer(text):
        south, east = (float(found[name].replace(",", ".")) for name in ("south", "east"))
        around = text[max(0, found.start() - 2 * _AROUND) : found.end() + _AROUND]
        if -12 < south < 7 and 94 < east < 142 and _HOME.search(around):  # noqa: PLR2004 - the country's bounds
            yield Hit(found.start(), found.end(), "guard-home", "•••")


def pupils(text: str) -> Iterator[Hit]:
    """Find pupils listed by name; sure where two of them bear names that are nothing else."""
    for found in _LIST.finditer(text):
        known = {word for word in re.findall(r"\w+", found["names"].casefold()) if word in given_names()}
        if len(known) >= _SURE:
            yield Hit(found.start(), found.end(), "guard-pupils", "•••")
        elif found["strong"]:
            yield Hit(found.start(), found.end(), "guard-pupils", "•••", Severity.WARNING)

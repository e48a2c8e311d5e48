"""Which photos a gallery directive asks for: `kebun-sekolah`, `tahap=pelaksanaan,monev tahun=2018`, `indikator=6.2`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from potret import standard
from potret.model import STAGES, Photo, School
from potret.problems import Problem, Severity
from potret.wording import nearest, shorten

KEYS = ("album", "tahap", "tahun", "praktik", "indikator", "jumlah")
_COUNT = re.compile(r"[1-9][0-9]?")
_COMMA = re.compile(r"\s*,\s*")
_SHOWN = 12
"""So many choices a message names at most: an edition has 200 indicators."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a directive asks for, checked against the school; `wanted` never names what the school does not have."""

    wanted: Mapping[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int | None:
        """How many photos at most."""
        return int(self.wanted["jumlah"]) if "jumlah" in self.wanted else None

    def has(self, photo: Photo) -> bool:
        """Tell whether a photo is asked for; every part of the directive has to fit, of several values any."""
        facts = {"album": photo.album, "tahap": photo.front.tahap, "praktik": photo.front.praktik}
        facts["tahun"] = str(year_of(photo) or "")
        codes = self._values("indikator")
        fits = not codes or any(f"{one}.".startswith(f"{code}.") for one in photo.front.indikator for code in codes)
        return fits and all(value in self._values(key) for key, value in facts.items() if key in self.wanted)

    def _values(self, key: str) -> list[str]:
        return values_of(self.wanted[key]) if key in self.wanted else []


def year_of(photo: Photo) -> int | None:
    """Give the cycle year of a photo, or the year in which it was taken."""
    date = photo.front.tanggal
    return photo.front.tahun or (date.year if date else None)


def standards_of(photo: Photo) -> list[str]:
    """Name the standards (1 to 8) whose indicators a photo shows."""
    return sorted({code.partition(".")[0] for code in photo.front.indikator})


def words_of(argument: str) -> list[tuple[str, str]]:
    """Split a directive's argument into keys and values; a word alone names an album."""
    pairs = (word.partition("=") for word in _COMMA.sub(",", argument).split())
    return [(key.casefold(), value) if sign else ("album", key) for key, sign, value in pairs]


def values_of(value: str) -> list[str]:
    """Split several values of one key: pelaksanaan,monev."""
    return value.split(",")


def select(words: list[tuple[str, str]], school: School) -> tuple[Selection, list[Problem]]:
    """Check each word against the school; the problems have no place yet."""
    choices = _choices(school)
    found = [
        problem for key, values in words for value in _each(key, values) for problem in _check(key, value, choices)
    ]
    keys = [key for key, _ in words]
    found += [unknown(_word(key, value), []) for at, (key, value) in enumerate(words) if key in keys[:at]]
    if not words:
        found = [unknown("", [_word("album", slug) for slug in choices["album"]])]
    wanted = Selection(dict(words))
    if not found and not any(wanted.has(photo) for photo in school.photos):
        # Only a note: a photo that is withdrawn may empty a gallery, and the site has to be published without it.
        values = {"value": " ".join(_word(key, value) for key, value in words)}
        found = [Problem("", 0, 0, "gallery-empty", Severity.NOTE, values=values)]
    return wanted, found


def unknown(value: str, allowed: list[str]) -> Problem:
    """Say that a word of a directive is not known, what was meant and what may stand there."""
    near = nearest(value, allowed)
    example = near or (allowed[0] if allowed else "kebun-sekolah")
    names = ", ".join(allowed[:_SHOWN]) + (", …" if len(allowed) > _SHOWN else "")
    values = {"value": shorten(value), "near": near, "allowed": names or "-", "example": example}
    return Problem("", 0, 0, "gallery-unknown", Severity.WARNING, values=values)


def _choices(school: School) -> dict[str, list[str]]:
    years = {year for photo in school.photos if (year := year_of(photo))} | {cycle.year for cycle in school.cycles}
    return {
        "album": [album.slug for album in school.albums],
        "tahap": list(STAGES),
        "tahun": [str(year) for year in sorted(years)],
        "praktik": [practice.slug for practice in school.practices],
        "indikator": list(standard.catalogue("snp-2016").items),
    }


def _each(key: str, values: str) -> list[str]:
    return [values] if key == "jumlah" else values_of(values)


def _check(key: str, value: str, choices: dict[str, list[str]]) -> list[Problem]:
    if key == "jumlah":
        return [] if _COUNT.fullmatch(value) else [unknown(f"jumlah={value}", ["jumlah=4"])]
    if key not in choices:
        keys = [*(f"{one}={(choices.get(one) or ['…'])[0]}" for one in choices), "jumlah=4"]
        meant = nearest(key, list(KEYS))
        return [unknown(f"{key}={value}", [f"{meant}={value}"] if meant else keys)]
    if value in choices[key]:
        return []
    return [unknown(_word(key, value), [_word(key, choice) for choice in choices[key]])]


def _word(key: str, value: str) -> str:
    return value if key == "album" else f"{key}={value}"

"""What a new folder needs to know of its school."""

import re
from dataclasses import dataclass

from potret import area, catalogue


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to the questions of `potret new`."""

    slug: str
    npsn: str
    name: str
    school_type: str
    """Key of `types` in profile.yml: SD, SMP, MI, …"""
    status: str
    """negeri or swasta."""
    area: str
    """Kemendagri code of the district (74.05.18), or empty if not known yet."""
    year: int
    """First year as a model school."""

    def area_name(self, level: str) -> str:
        """Name the province, regency or district; a marked gap where the code does not say."""
        return (area.name(self.area, level) if self.area else None) or f"ISI: {level}"


def guess_type(slug: str) -> str:
    """Read the type of school from the beginning of its folder's name: smkn-1-baubau is an SMK; else an SD."""
    known: dict[str, str] = {key.casefold(): key for key in catalogue.profile()["types"]}
    first = slug.split("-", maxsplit=1)[0]
    return known.get(first) or known.get(first.removesuffix("n"), "SD")


def guess_name(slug: str) -> str:
    """Write a folder's name as the school would: sd-negeri-3-wolasi becomes SD Negeri 3 Wolasi."""
    first, *rest = slug.split("-")
    known = {key.casefold(): key for key in catalogue.profile()["types"]}
    start = {**known, **{f"{key}n": f"{name} Negeri" for key, name in known.items()}}.get(first, first.capitalize())
    return " ".join([start, *(word.capitalize() for word in rest)])


def guess_status(slug: str) -> str:
    """Tell a state school by its name (sd-negeri-3, sdn-3); every other is private until somebody says otherwise."""
    words = slug.split("-")
    return "negeri" if "negeri" in words or re.fullmatch(r"(sd|smp|sma|smk|slb|mts|mi|ma)n", words[0]) else "swasta"

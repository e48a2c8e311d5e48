"""Administrative areas of Indonesia: Kemendagri codes and names down to the district (kecamatan)."""

import csv
import re
from collections.abc import Mapping
from functools import cache

from potret.packaged import understood

# Lists write "Kab. Muna", "KAB. KOLAKA TIMUR", "Prop. Banten" for the same places.
_KINDS = r"kabupaten|kab\.?|kota administrasi|kota|provinsi|prov\.?|prop\.?|kecamatan|kec\.?"
_TITLES = r"daerah istimewa|daerah khusus(?: ibukota)?|d\.?i\.?|dki|dkj"
_PREFIX = re.compile(rf"^({_TITLES}|{_KINDS})\s+")
_LEVELS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8}


@cache
def _areas() -> Mapping[str, str]:
    return understood(_names, "areas", "areas.csv")


def _names(table: bytes) -> dict[str, str]:
    rows = csv.DictReader(table.decode("utf-8").splitlines())
    return {row["code"]: row["name"] for row in rows}


def exists(code: str) -> bool:
    """Tell whether a code exists; a village code is judged by its district, villages are not in the table."""
    return code[:8] in _areas()


def name(code: str, level: str) -> str | None:
    """Name the area of a level ("provinsi", "kabupaten", "kecamatan") in which a code lies."""
    length = _LEVELS[level]
    return _areas().get(code[:length]) if len(code) >= length else None


def same(one: str, other: str) -> bool:
    """Compare two area names as people write them, without "Kab." and case."""
    return normalised(one) == normalised(other)


def normalised(text: str) -> str:
    """Reduce an area name to what identifies it."""
    plain = _PREFIX.sub("", " ".join(text.casefold().split()))
    return re.sub(r"[\W_]", "", plain)  # "Bau Bau" is written "Baubau" too

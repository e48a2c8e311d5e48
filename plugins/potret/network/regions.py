"""Schools by province and by regency or city, whatever way their names are written."""

import re
import zlib
from collections.abc import Sequence
from operator import attrgetter

from potret import area
from potret.model import School

LEVELS = ("provinsi", "kabupaten")
_SHORT = re.compile(r"^kab(\.|upaten)?\s+", re.IGNORECASE)


def region_name(school: School, level: str) -> str:
    """Name the area of a school as the official list has it, so that "Kab. Muna" joins the others."""
    profile = school.profile
    written = " ".join(str(getattr(profile.alamat, level)).split())
    found = area.name(profile.kode_wilayah, level) if profile.kode_wilayah else None
    return found or _SHORT.sub("Kabupaten ", written)


def by_region(schools: Sequence[School], level: str) -> list[tuple[str, list[School]]]:
    """Part schools by area, areas and schools by name; one area however it is spaced and capitalised."""
    found: dict[str, tuple[str, list[School]]] = {}
    for school in sorted(schools, key=attrgetter("profile.nama", "slug")):
        name = region_name(school, level)
        found.setdefault(slug_of(name).replace("-", ""), (name, []))[1].append(school)
    return sorted(found.values(), key=lambda pair: pair[0])


def slug_of(name: str) -> str:
    """Make the address of an area: sulawesi-tenggara."""
    words = re.findall(r"[a-z0-9]+", name.casefold())
    return "-".join(words) if words else f"wilayah-{zlib.crc32(name.encode()):08x}"

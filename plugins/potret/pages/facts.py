"""Facts of a school as rows: label, value."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from operator import attrgetter

from markupsafe import Markup

from potret import catalogue, strings
from potret.model import ImbasSchool, Profile, School, Text
from potret.reader import Reader

Row = tuple[str, str | Markup]

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG); over the few kilometres between neighbours the sphere errs by less than 0.6 %."""


def strip(school: School, reader: Reader) -> list[tuple[str, str]]:
    """Give the handful of numbers at the top of a portrait: number, label."""
    people = school.profile.warga_sekolah
    numbers = [
        (people.pupils, "fact.pupils"),
        (people.guru, "fact.teachers"),
        (people.rombel, "fact.groups"),
        (len(school.practices), "fact.practices"),
        (sum(neighbour.hubungan == "imbas" for neighbour in school.profile.imbas), "fact.imbas"),
    ]
    return [(strings.number(number, reader.locale, 0), reader.t(key)) for number, key in numbers]


def identity(profile: Profile, reader: Reader) -> list[Row]:
    """Give the identity table; rows without a value are left out."""
    rows = [*_identity(profile, reader), *_contact(profile)]
    return [(reader.t(f"identity.{key}"), value) for key, value in rows if value]


def _identity(profile: Profile, reader: Reader) -> list[tuple[str, str | Markup | None]]:
    kind = catalogue.label(catalogue.profile()["types"][profile.bentuk], reader.locale)
    rank, principal = profile.akreditasi, profile.kepala_sekolah
    return [
        ("npsn", profile.npsn),
        ("nss", profile.nss),
        ("type", f"{kind} ({profile.bentuk})"),
        ("status", reader.t(f"status.{profile.status}")),
        ("foundation", profile.yayasan),
        ("accreditation", _accreditation(profile, reader) if rank else None),
        ("curriculum", reader.t("curriculum.lain") if profile.kurikulum == "lain" else profile.kurikulum),
        (
            "principal",
            principal.nama + (reader.t("identity.since", year=principal.sejak) if principal.sejak else ""),
        ),
        ("committee", profile.komite.ketua if profile.komite else None),
        ("hours", reader.t(f"hours.{profile.waktu}") if profile.waktu else None),
        ("address", address(profile)),
        ("area", f"{profile.alamat.kecamatan}, {profile.alamat.kabupaten}, {profile.alamat.provinsi}"),
        *((key, reader.plain(text)) for key, text in _supplies(profile) if text),
    ]


def _supplies(profile: Profile) -> list[tuple[str, Text | None]]:
    return [("power", profile.listrik), ("internet", profile.internet), ("water", profile.air)]


def _contact(profile: Profile) -> list[tuple[str, str | Markup | None]]:
    site = profile.website
    if site and not site.lower().startswith(("http://", "https://")):
        site = f"https://{site}"
    link = Markup('<a href="{}" rel="noopener nofollow">{}</a>')
    return [
        ("phone", profile.telepon),
        ("email", link.format(f"mailto:{profile.email}", profile.email) if profile.email else None),
        ("website", link.format(site, profile.website) if site else None),
    ]


def _accreditation(profile: Profile, reader: Reader) -> str:
    rank = profile.akreditasi
    if rank is None:
        return ""
    parts = [reader.t(f"accreditation.{rank.peringkat}")]
    if rank.nilai:
        parts.append(strings.number(rank.nilai, reader.locale, 0))
    if rank.tahun:
        parts.append(str(rank.tahun))
    return " · ".join(parts)


def address(profile: Profile) -> str:
    """Write the address on one line, as Indonesian letters do."""
    place = profile.alamat
    rt_rw = f"RT {place.rt}/RW {place.rw}" if place.rt and place.rw else None
    return ", ".join(part for part in (place.jalan, rt_rw, place.dusun, place.desa, place.kode_pos) if part)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An imbas school with its distance in kilometres, where both positions are known."""

    school: ImbasSchool
    kilometres: float | None


def imbas(profile: Profile) -> list[Neighbour]:
    """List the imbas schools, nearest first; those without a position come last, by name."""
    found = [Neighbour(school, _distance(profile, school)) for school in profile.imbas]
    found.sort(key=attrgetter("school.nama"))
    return sorted(found, key=lambda one: (one.school.hubungan, one.kilometres is None, one.kilometres or 0.0))


def _distance(one: Profile, other: ImbasSchool) -> float | None:
    here, there = _position(one), _position(other)
    if here is None or there is None:
        return None
    half = sin((here[0] - there[0]) / 2) ** 2 + cos(here[0]) * cos(there[0]) * sin((here[1] - there[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _position(place: Profile | ImbasSchool) -> tuple[float, float] | None:
    """Give latitude and longitude in radians; None where they are missing or cannot be right."""
    latitude, longitude = place.lintang, place.bujur
    if latitude is None or longitude is None or not catalogue.in_indonesia(latitude, longitude):
        return None
    return radians(latitude), radians(longitude)

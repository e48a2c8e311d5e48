"""Facts of a school as rows: label, value."""

from markupsafe import Markup

from potret import catalogue, strings, suppression
from potret.model import Profile, School, Text
from potret.reader import Reader

Row = tuple[str, str | Markup]


def strip(school: School, reader: Reader) -> list[tuple[str, str]]:
    """Give the handful of numbers at the top of a portrait: number, label."""
    people = school.profile.warga_sekolah
    numbers = [
        (suppression.pupils(school.profile).total, "fact.pupils"),
        (people.guru, "fact.teachers"),
        (people.rombel, "fact.groups"),
        (len(school.practices), "fact.practices"),
        (sum(neighbour.hubungan == "imbas" for neighbour in school.profile.imbas), "fact.imbas"),
    ]
    return [(strings.number(number, reader.locale, 0), reader.t(key)) for number, key in numbers if number is not None]


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

"""Rules of the school's profile. Sources: Dapodik fields, counts in public lists (catalogue profile.yml)."""

import re
from collections.abc import Iterator

from potret import area, catalogue
from potret.model import ImbasSchool, Profile
from potret.model.profile import Address
from potret.problems import Problem
from potret.reading import Document
from potret.reading.document import Loc
from potret.wording import nearest

_LONG_NUMBER = re.compile(r"\d[\d ]{8,}\d")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEBSITE = re.compile(r"(https?://)?[\w.-]+\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


def check_profile(profile: Profile, document: Document) -> Iterator[Problem]:
    """Check what one field alone cannot show."""
    yield from _numbers(profile, document)
    yield from _accreditation(profile, document)
    yield from _address(profile, document)
    yield from _people(profile, document)
    yield from _contact(profile, document)
    yield from _community(profile, document)
    yield from _lists(profile, document)
    yield from _team(profile, document)
    yield from _imbas(profile, document)


def _numbers(profile: Profile, document: Document) -> Iterator[Problem]:
    if not profile.contoh and profile.npsn[:2] not in catalogue.profile()["npsn_prefixes"]:
        yield document.warning("npsn-prefix", ("npsn",), value=profile.npsn)
    if profile.nss and not re.fullmatch(r"\d{12}", profile.nss):
        yield document.warning("nss-format", ("nss",), value=profile.nss)
    if profile.yayasan and profile.status == "negeri":
        yield document.warning("foundation-public", ("yayasan",), value=profile.yayasan)


def _accreditation(profile: Profile, document: Document) -> Iterator[Problem]:
    given = profile.akreditasi
    if given is None or not given.nilai or given.peringkat == "belum":
        return  # rank A with score 0 occurs in real records of 2024: the score may be absent
    rules = catalogue.profile()["accreditation"]
    low, high = rules["bounds"][given.peringkat]
    is_comparable = given.tahun is not None and given.tahun >= rules["since"]
    if is_comparable and not low <= given.nilai < high + 1:
        values = {"rank": given.peringkat, "value": given.nilai, "low": low, "high": high}
        yield document.warning("accreditation-rank", ("akreditasi", "nilai"), **values)


def _address(profile: Profile, document: Document) -> Iterator[Problem]:
    address, code = profile.alamat, profile.kode_wilayah
    if address.kode_pos and not re.fullmatch(r"\d{5}", address.kode_pos):
        yield document.warning("postcode-format", ("alamat", "kode_pos"), value=address.kode_pos)
    if code and not area.exists(code):
        yield document.warning("area-unknown", ("kode_wilayah",), value=code)
    elif code:
        for level, written in _levels(address):
            expected = area.name(code, level)
            if expected and not area.same(expected, written):
                place = ("alamat", level)
                yield document.warning("area-nesting", place, value=written, area=code, expected=expected)
    yield from _position(profile, (), document)


def _levels(address: Address) -> list[tuple[str, str]]:
    return [(level, getattr(address, level)) for level in ("provinsi", "kabupaten", "kecamatan")]


def _position(place: Profile | ImbasSchool, loc: Loc, document: Document) -> Iterator[Problem]:
    latitude, longitude = place.lintang, place.bujur
    if latitude is None and longitude is None:
        return
    at = (*loc, "lintang" if latitude is not None else "bujur")
    if latitude is None or longitude is None:
        yield document.warning("position-half", at)
    elif latitude == longitude == 0:
        yield document.warning("position-zero", at)
    elif not catalogue.in_indonesia(latitude, longitude):
        code = "position-swapped" if catalogue.in_indonesia(longitude, latitude) else "position-outside"
        yield document.warning(code, at, latitude=latitude, longitude=longitude)


def _people(profile: Profile, document: Document) -> Iterator[Problem]:
    names: list[tuple[Loc, str]] = [(("kepala_sekolah", "nama"), profile.kepala_sekolah.nama)]
    if profile.komite:
        names.append((("komite", "ketua"), profile.komite.ketua))
    for loc, name in names:
        if _LONG_NUMBER.search(name):  # a NIP has 18 digits, a NUPTK 16: they never belong on a page
            yield document.problem("person-number", loc)


def _contact(profile: Profile, document: Document) -> Iterator[Problem]:
    if profile.email and not _EMAIL.fullmatch(profile.email):
        yield document.warning("email-format", ("email",), value=profile.email)
    if profile.website and not _WEBSITE.fullmatch(profile.website):
        yield document.problem("website-format", ("website",), value=profile.website)


def _community(profile: Profile, document: Document) -> Iterator[Problem]:
    people, rules, at = profile.warga_sekolah, catalogue.profile(), "warga_sekolah"
    if people.siswa is not None and people.siswa != people.pupils:
        yield document.problem("pupils-sum", (at, "siswa"), value=people.siswa, expected=people.pupils)
    limit = rules["group_limits"].get(catalogue.level(profile.bentuk), rules["group_limit"])
    if people.rombel == 0 < people.pupils:
        yield document.warning("groups-zero", (at, "rombel"))
    elif people.rombel and people.pupils > limit * people.rombel:
        average = round(people.pupils / people.rombel, 1)
        yield document.warning("groups-full", (at, "rombel"), value=average, limit=limit)
    if people.per_tingkat:
        yield from _grades(profile, document)


def _grades(profile: Profile, document: Document) -> Iterator[Problem]:
    people, smallest, at = (
        profile.warga_sekolah,
        catalogue.profile()["small_cell"],
        ("warga_sekolah", "per_tingkat"),
    )
    boys, girls = (sum(getattr(row, sex) for row in people.per_tingkat.values()) for sex in ("l", "p"))
    if (boys, girls) != (people.siswa_l, people.siswa_p):
        total = f"{people.siswa_l} + {people.siswa_p}"
        yield document.warning("grades-sum", at, value=f"{boys} + {girls}", expected=total)
    for grade, row in people.per_tingkat.items():
        for sex in ("l", "p"):
            if 0 < getattr(row, sex) < smallest:
                yield document.warning("small-cell", (*at, grade, sex), limit=smallest)


def _lists(profile: Profile, document: Document) -> Iterator[Problem]:
    for key in ("misi", "tujuan"):
        if not getattr(profile, key):
            yield document.warning("list-empty", (key,), value=key)


def _team(profile: Profile, document: Document) -> Iterator[Problem]:
    roles, needed = catalogue.cycle()["roles"], catalogue.profile()["team"]
    for number, member in enumerate(profile.tpmps):
        if member.unsur not in roles:
            loc = ("tpmps", number, "unsur")
            near, allowed = nearest(member.unsur, list(roles)), ", ".join(roles)
            yield document.warning("role-unknown", loc, value=member.unsur, allowed=allowed, near=near)
    missing = [role for role in needed if role not in {member.unsur for member in profile.tpmps}]
    if missing:
        yield document.warning("team-incomplete", ("tpmps",), value=", ".join(missing))


def _imbas(profile: Profile, document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, school in enumerate(profile.imbas):
        loc = ("imbas", number)
        if school.npsn == profile.npsn:
            yield document.problem("imbas-self", (*loc, "npsn"), value=school.npsn)
        if school.npsn in seen:
            yield document.problem("imbas-twice", (*loc, "npsn"), value=school.npsn)
        seen.add(school.npsn)
        if not profile.contoh and school.npsn[:2] not in catalogue.profile()["npsn_prefixes"]:
            yield document.warning("npsn-prefix", (*loc, "npsn"), value=school.npsn)
        yield from _position(school, loc, document)
    count, expected = sum(s.hubungan == "imbas" for s in profile.imbas), catalogue.cycle()["imbas"]["per_model"]
    if count != expected:  # a 2019 school had three imbas and three mitra: never more than a warning
        yield document.warning("imbas-count", ("imbas",), value=count, expected=expected)

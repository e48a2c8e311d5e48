"""The published shape of a school and its scores. JSON Schemas are made from these models."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from potret import catalogue, standard, suppression
from potret.attainment import Attainment, Measure, Row, State, attain
from potret.model import Noun, Report, School

_DIGITS = 4
"""Decimals of a computed mean; classes are taken from the unrounded value."""

TOTAL = "semua"
"""Code of the mean of the eight standards."""

Condition = Literal["value", "not-applicable", "no-data"]
Origin = Literal["tertulis", "hitungan"]


class Score(Noun):
    """One row of one year."""

    kode: str
    nilai: float | None
    keadaan: Condition
    label: str | None
    target: float | None
    asal: Origin | None


class Year(Noun):
    """One report."""

    tahun: int
    edisi: str
    skala: str
    sumber: dict[str, str]
    tanggal: date | None
    catatan: dict[str, str] | None
    nilai: tuple[Score, ...]


class Imbas(Noun):
    """A nearby school to which the model school passes on its practice."""

    npsn: str
    nama: str
    hubungan: str


class SchoolFacts(Noun):
    """One row of the list of schools."""

    npsn: str
    nama: str
    slug: str
    bentuk: str
    jenjang: str
    status: str
    desa: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    kode_wilayah: str | None
    lintang: float | None
    bujur: float | None
    akreditasi: str | None
    kurikulum: str | None
    website: str | None
    tahun_ajaran: str
    siswa: int | None
    guru: int
    tendik: int
    rombel: int
    tahun_mulai: int
    imbas: int
    contoh: bool


class SchoolData(Noun):
    """Everything about one school."""

    sekolah: SchoolFacts
    imbas: tuple[Imbas, ...]
    mutu: tuple[Year, ...]


class SchoolList(Noun):
    """All schools."""

    sekolah: tuple[SchoolFacts, ...]


def facts(school: School) -> SchoolFacts:
    """Take the facts of a school from its profile; pupils are withheld where so few could be recognised."""
    profile, people = school.profile, school.profile.warga_sekolah
    place = profile.alamat.model_dump(include={"desa", "kecamatan", "kabupaten", "provinsi"})
    return SchoolFacts(
        npsn=profile.npsn,
        nama=profile.nama,
        slug=school.slug,
        bentuk=profile.bentuk,
        jenjang=catalogue.level(profile.bentuk),
        status=profile.status,
        **place,
        kode_wilayah=profile.kode_wilayah,
        lintang=_float(profile.lintang),
        bujur=_float(profile.bujur),
        akreditasi=profile.akreditasi.peringkat if profile.akreditasi else None,
        kurikulum=profile.kurikulum,
        website=profile.website,
        tahun_ajaran=people.tahun_ajaran,
        siswa=suppression.pupils(profile).total,
        guru=people.guru,
        tendik=people.tendik,
        rombel=people.rombel,
        tahun_mulai=profile.sekolah_model.tahun_mulai,
        imbas=sum(one.hubungan == "imbas" for one in profile.imbas),
        contoh=profile.contoh,
    )


def data(school: School) -> SchoolData:
    """Take everything published of a school."""
    imbas = tuple(Imbas(npsn=one.npsn, nama=one.nama, hubungan=one.hubungan) for one in school.profile.imbas)
    years = tuple(_year(year, report) for year, report in sorted(school.reports.items()))
    return SchoolData(sekolah=facts(school), imbas=imbas, mutu=years)


def _year(year: int, report: Report) -> Year:
    return Year(
        tahun=year,
        edisi=report.edisi,
        skala=report.skala,
        sumber=dict(report.sumber.root),
        tanggal=report.tanggal,
        catatan=dict(report.catatan.root) if report.catatan else None,
        nilai=tuple(_scores(attain(year, report), report)),
    )


def _scores(attainment: Attainment, report: Report) -> Iterator[Score]:
    """Give every row of the catalogue, those without data too; first the whole, where the edition has one."""
    if attainment.category or attainment.overall.value is not None:
        label = attainment.category.code if attainment.category else None
        yield _score(TOTAL, attainment.overall, label, None, "hitungan")
    known = standard.catalogue(report.edisi).items
    for row in _rows(attainment.standards):
        if row.item.code not in known:  # a dimension of Rapor Pendidikan is a heading, nobody scores it
            continue
        own = report.nilai.get(row.item.code)
        label = row.category.code if row.category else own.label if own else None
        is_own = own is not None and own.nilai == row.measure.value
        yield _score(row.item.code, row.measure, label, row.target, "tertulis" if is_own else "hitungan")


def _score(code: str, measure: Measure, label: str | None, target: Decimal | None, origin: Origin) -> Score:
    return Score(
        kode=code,
        nilai=_float(measure.value),
        keadaan=measure.state.value,
        label=label,
        target=_float(target),
        asal=origin if measure.state is State.VALUE else None,
    )


def _rows(rows: tuple[Row, ...]) -> Iterator[Row]:
    for row in rows:
        yield row
        yield from _rows(row.children)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(round(value, _DIGITS))

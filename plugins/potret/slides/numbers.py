"""The numbers every material shows, and how they are written: site, slides, kiosk and print take them from here."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from potret import attainment, strings
from potret.attainment import Attainment, Measure, Row
from potret.model import School
from potret.standard import Catalogue
from potret.standard import catalogue as standards_of

EDITION = "snp-2016"
"""The edition with a mean of eight standards; Rapor Pendidikan publishes none."""

Data = dict[str, object]
"""What a template gets: texts, numbers and lists, never markup."""


def name_of(school: School) -> str:
    """Give the school's own spelling of its name, on one line."""
    return " ".join(school.profile.nama.split())


def place_of(school: School) -> str:
    """Write village, district and regency."""
    place = school.profile.alamat
    return " · ".join(" ".join(part.split()) for part in (place.desa, place.kecamatan, place.kabupaten))


def counts(school: School, locale: str) -> list[Data]:
    """Give the handful of numbers a portrait begins with."""
    people = school.profile.warga_sekolah
    rows = [
        (people.pupils, "fact.pupils"),
        (people.guru, "fact.teachers"),
        (people.rombel, "fact.groups"),
        (len(school.practices), "fact.practices"),
        (sum(one.hubungan == "imbas" for one in school.profile.imbas), "fact.imbas"),
    ]
    return [{"number": strings.number(value, locale, 0), "label": strings.text(key, locale)} for value, key in rows]


def score(school: School, locale: str) -> Data | None:
    """Compare the first and the latest year of the eight standards; None where no standard has a value."""
    series = [one for one in attainment.trend(school.reports, EDITION) if _has_values(one.standards)]
    if not series:
        return None
    edition, last = standards_of(EDITION), series[-1]
    first = series[0] if len(series) > 1 else None
    earlier: Iterable[Row | None] = first.standards if first else [None] * len(last.standards)
    rows = [_bar(row, before, edition, locale) for row, before in zip(last.standards, earlier, strict=True)]
    return {
        "first": {"year": str(first.year)} if first else None,
        "last": {"year": str(last.year)},
        "rows": rows,
        "mean": _mean(first, last, locale),
        "scale-note": strings.text("standards.scale", locale),
    }


def _has_values(rows: Sequence[Row]) -> bool:
    return any(row.measure.value is not None for row in rows)


def _bar(row: Row, before: Row | None, edition: Catalogue, locale: str) -> Data:
    earlier = before.measure.value if before else None
    return {
        "name": row.item.name(locale),
        "short": strings.text(f"axis.{row.item.code}", locale),
        "now": figure(row.measure, locale),
        "before": strings.number(earlier, locale) if earlier is not None else "–",
        "target": strings.number(row.target, locale) if row.target is not None else "–",
        "category": row.category.names.get(locale, row.category.names["id"]) if row.category else "–",
        "share": _share(row.measure.value, edition),
        "share-before": _share(earlier, edition),
    }


def figure(measure: Measure, locale: str) -> str:
    """Write a value, or in words why there is none; zero is a value."""
    if measure.value is not None:
        return strings.number(measure.value, locale)
    return strings.text(f"radar.nothing.{measure.state}", locale)


def _share(value: Decimal | None, edition: Catalogue) -> float | None:
    return None if value is None else float((value - edition.low) / (edition.high - edition.low))


def _mean(first: Attainment | None, last: Attainment, locale: str) -> Data | None:
    """Give the school's value of both years; None where the latest year has none."""
    if last.overall.value is None:
        return None
    before = first if first and first.overall.value is not None else None
    names = last.category.names if last.category else {"id": ""}
    return {
        "label": strings.text("series.overall", locale),
        "first": figure(before.overall, locale) if before else None,
        "last": figure(last.overall, locale),
        "years": f"{before.year} → {last.year}" if before else str(last.year),
        "category": names.get(locale, names["id"]),
    }

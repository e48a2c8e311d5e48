"""A school and its data set in the words of schema.org (JSON-LD). Addresses are relative to the file itself."""

from typing import Any

from potret import strings
from potret.opendata.record import SchoolData, SchoolFacts

_TYPES = {"SD": "ElementarySchool", "SMP": "MiddleSchool", "SMA": "HighSchool", "SMK": "HighSchool"}


def linked(data: SchoolData) -> dict[str, Any]:
    """Describe a school and the files about it."""
    return {"@context": "https://schema.org", "@graph": [_school(data.sekolah), _dataset(data)]}


def _school(facts: SchoolFacts) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": [_TYPES.get(facts.jenjang, "School"), "EducationalOrganization"],
        "@id": "#sekolah",
        "name": facts.nama,
        "identifier": {"@type": "PropertyValue", "propertyID": "NPSN", "value": facts.npsn},
        "address": {
            "@type": "PostalAddress",
            "addressLocality": f"{facts.desa}, {facts.kecamatan}, {facts.kabupaten}",
            "addressRegion": facts.provinsi,
            "addressCountry": "ID",
        },
    }
    if facts.lintang is not None and facts.bujur is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": facts.lintang, "longitude": facts.bujur}
    if facts.website:
        found["url"] = facts.website
    if facts.contoh:
        found["disambiguatingDescription"] = strings.text("opendata.fictional", "id")
    return found


def _dataset(data: SchoolData) -> dict[str, Any]:
    npsn, years = data.sekolah.npsn, [year.tahun for year in data.mutu]
    found: dict[str, Any] = {
        "@type": "Dataset",
        "name": strings.text("opendata.dataset", "id", name=data.sekolah.nama),
        "description": strings.text("opendata.dataset_says", "id"),
        "about": {"@id": "#sekolah"},
        "isAccessibleForFree": True,
        "inLanguage": ["id", "en"],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{npsn}.{suffix}"}
            for kind, suffix in (("application/json", "json"), ("text/csv", "csv"))
        ],
    }
    if years:
        found["temporalCoverage"] = f"{min(years)}/{max(years)}" if len(years) > 1 else str(years[0])
        found["isBasedOn"] = sorted({year.sumber["id"] for year in data.mutu})
    return found

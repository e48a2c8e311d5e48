"""Where the files of open data lie, below the root of the site and the same for every language."""

FOLDER = "data"
SCHOOLS_CSV = f"{FOLDER}/sekolah.csv"
SCHOOLS_JSON = f"{FOLDER}/sekolah.json"
SCORES_CSV = f"{FOLDER}/mutu.csv"
INDICATORS_CSV = f"{FOLDER}/indikator.csv"
PACKAGE = f"{FOLDER}/datapackage.json"
SCHOOLS_SCHEMA = f"{FOLDER}/skema/daftar-sekolah.json"
SCHOOL_SCHEMA = f"{FOLDER}/skema/sekolah.json"

DATA_FILES = (SCHOOLS_CSV, SCHOOLS_JSON, SCORES_CSV, INDICATORS_CSV, PACKAGE, SCHOOLS_SCHEMA, SCHOOL_SCHEMA)
"""Files about all schools, in the order in which a reader meets them."""


def school_uri(npsn: str, kind: str) -> str:
    """Find one school's file; `kind` is json, csv or jsonld."""
    return f"{FOLDER}/sekolah/{npsn}.{kind}"

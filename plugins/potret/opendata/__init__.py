"""Open data: what the site shows, as files to count with, keyed by NPSN.

No person is in it: no principal, committee, mentor or team, no telephone and no e-mail; of pupils only their number.
"""

from potret.opendata.addresses import DATA_FILES, school_uri
from potret.opendata.files import data_files, data_pieces, data_uris
from potret.opendata.table import SCHOOL_COLUMNS, SCORE_COLUMNS

__all__ = ["DATA_FILES", "SCHOOL_COLUMNS", "SCORE_COLUMNS", "data_files", "data_pieces", "data_uris", "school_uri"]

"""Search over the finished site: what a page can be found by, the index, and the index as one script for file://."""

from potret.search.binary import binary
from potret.search.index import FOLDER, build_index
from potret.search.offline import offline_script, offline_uri, write_offline
from potret.search.record import KINDS, PageRecord, office_record, page_record
from potret.search.words import words_script, words_uri

__all__ = [
    "FOLDER",
    "KINDS",
    "PageRecord",
    "binary",
    "build_index",
    "office_record",
    "offline_script",
    "offline_uri",
    "page_record",
    "words_script",
    "words_uri",
    "write_offline",
]

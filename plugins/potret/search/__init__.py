"""Search over the finished site: what a page can be found by, and the index in pieces that are scripts."""

from potret.search.index import build_index
from potret.search.page import NOBODY, read_pages
from potret.search.part import grow
from potret.search.pieces import FOLDER, LIST
from potret.search.record import KINDS, PageRecord, office_record, page_record
from potret.search.standing import Standing
from potret.search.words import words_script, words_uri

__all__ = [
    "FOLDER",
    "KINDS",
    "LIST",
    "NOBODY",
    "PageRecord",
    "Standing",
    "build_index",
    "grow",
    "office_record",
    "page_record",
    "read_pages",
    "words_script",
    "words_uri",
]

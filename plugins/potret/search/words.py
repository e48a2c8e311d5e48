"""The dialog's words as a script of its own: cached once for the site, not carried by every page."""

import json

from potret import catalogue, strings
from potret.search.record import FILTERS, KINDS
from potret.standard import catalogue as edition_of

_WORDS = (
    "title",
    "label",
    "close",
    "all",
    "clear",
    "narrow",
    "more",
    "idle",
    "waiting",
    "none",
    "advice",
    "other",
    "list",
    "count",
    "one",
    "broken",
    "from_disk",
)


def words_uri(locale: str) -> str:
    """Give the script's place in the site."""
    return f"assets/potret/cari-{locale}.js"


def words_script(locale: str) -> str:
    """Write what the dialog says in a language, with the names of the filters and their values."""
    words: dict[str, object] = {key: strings.text(f"search.{key}", locale) for key in _WORDS}
    words["filters"] = {name: strings.text(f"search.filter.{name}", locale) for name in FILTERS}
    words["values"] = {
        "jenis": {kind: strings.text(f"search.kind.{kind}", locale) for kind in KINDS},
        "standar": {row.code: f"{row.code} {row.name(locale)}" for row in edition_of("snp-2016").standards},
        "tahap": {row["key"]: catalogue.label(row, locale) for row in catalogue.cycle()["stages"]},
    }
    return f"window.potretKata = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n"

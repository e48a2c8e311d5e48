"""Given names that are common in Indonesia and mean nothing else in a school's text.

Left out although common: Putra and Putri (boys, girls), Bunga, Melati, Bintang, Cahaya, Surya, Indah, Hari, Made.
"""

from functools import cache
from importlib.resources import files


@cache
def given_names() -> frozenset[str]:
    """Read the list, in lower case."""
    return frozenset(files("potret").joinpath("guard", "given_names.txt").read_text(encoding="utf-8").split())

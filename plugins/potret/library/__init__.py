"""The practice library of all schools: what a practice can be found by, page by page, and what is like it."""

from potret.library.cost import COSTS, Cost, cost_of
from potret.library.entry import Entry, area_of, entries, entry_of, slug_of
from potret.library.facets import KINDS, Facet, facets
from potret.library.paging import Sheet, sheets
from potret.library.similar import Likeness

__all__ = [
    "COSTS",
    "KINDS",
    "Cost",
    "Entry",
    "Facet",
    "Likeness",
    "Sheet",
    "area_of",
    "cost_of",
    "entries",
    "entry_of",
    "facets",
    "sheets",
    "slug_of",
]

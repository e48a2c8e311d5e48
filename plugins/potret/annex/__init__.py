"""Evidence handed in as PDF: cleaned, measured, and bound into the full binder."""

from potret.annex.bind import Sheet, bound
from potret.annex.store import Annex, AnnexStore

__all__ = ["Annex", "AnnexStore", "Sheet", "bound"]

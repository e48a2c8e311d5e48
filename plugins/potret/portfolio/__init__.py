"""All school folders to one portfolio; one broken school is quarantined and never stops the others."""

from potret.portfolio.filed import unnamed
from potret.portfolio.load import load

__all__ = ["load", "unnamed"]

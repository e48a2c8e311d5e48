"""What a folder may hold: links, names, sizes, and what hides in text and documents, before anything reads it."""

from potret.intake.kinds import Fault
from potret.intake.links import is_plain, is_plain_file
from potret.intake.names import name_problems
from potret.intake.signs import HIDDEN_SIGNS, hidden_signs
from potret.intake.weight import heavy

__all__ = ["HIDDEN_SIGNS", "Fault", "heavy", "hidden_signs", "is_plain", "is_plain_file", "name_problems"]

"""A new school folder: commented, complete enough to build at once, with every gap marked "ISI:"; and a new site."""

from potret.starting.answers import Answers, guess_name, guess_type
from potret.starting.folder import create
from potret.starting.newsite import TakenError, create_site

__all__ = ["Answers", "TakenError", "create", "create_site", "guess_name", "guess_type"]

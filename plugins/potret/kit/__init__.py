"""The take-away kit of a practice: everything another school needs in one file that opens without a program."""

from potret.kit.archive import manifest, pack
from potret.kit.budget import BUDGET, Chosen, ChosenPhoto, choose
from potret.kit.steps import steps
from potret.kit.store import Kit, KitStore

__all__ = ["BUDGET", "Chosen", "ChosenPhoto", "Kit", "KitStore", "choose", "manifest", "pack", "steps"]

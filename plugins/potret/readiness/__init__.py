"""Is everything ready for the ekspose: what is missing, who can give it, and how long that takes."""

from potret.readiness.lack import Lack, Need, Said, State, needs, role
from potret.readiness.mentoring import Step, steps
from potret.readiness.report import Group, Readiness, Seen, Standing, Thing, assess, readiness

__all__ = [
    "Group",
    "Lack",
    "Need",
    "Readiness",
    "Said",
    "Seen",
    "Standing",
    "State",
    "Step",
    "Thing",
    "assess",
    "needs",
    "readiness",
    "role",
    "steps",
]

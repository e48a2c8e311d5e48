"""Where the commands try the schools' texts: as the site would, without asking how it is set up."""

from pathlib import Path

from potret.prose import EXTENSIONS
from potret.trial import Trial


def trial(cache: Path) -> Trial:
    """Give the place for trials below a cache."""
    return Trial(cache / "texts", EXTENSIONS)


def trial_beside(schools_dir: Path) -> Trial:
    """Give the place for trials where the site keeps its cache, for a command that asks for none."""
    return trial(schools_dir.absolute().parent / ".cache" / "potret")

"""A worker without the static limits, as if there were signs nobody has thought of; run by tests of the trial."""

import os
import signal
from pathlib import Path

from potret.intake import weight
from potret.trial import worker

NO_LIMITS = {"MAX_SEARCH": 10**12, "MAX_OPENERS": 10**9, "MAX_LINE": 10**9, "COUNTED": {}}


def main() -> None:
    """Answer jobs; a text that says so kills its worker."""
    for name, value in NO_LIMITS.items():
        setattr(weight, name, value)
    real = worker.read_yaml

    def read_yaml(file: Path, path: str) -> object:
        if b"bunuh" in file.read_bytes():
            os.kill(os.getpid(), signal.SIGKILL)
        return real(file, path)

    worker.read_yaml = read_yaml  # type: ignore[assignment]
    worker.main()

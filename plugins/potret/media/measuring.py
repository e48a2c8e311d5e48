"""Sizes of photos in pixels, read in a process of its own: what damaged bytes do to a decoder is not ours to know."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from potret.media.photo import measure
from potret.media.rendition import Size

# As the workshop's workers: without the caller's main module.
_COMMAND = (sys.executable, "-P", "-c", "from potret.media.measuring import main; main()")
_SECONDS = 60


def sizes(files: Iterable[Path]) -> Mapping[Path, Size]:
    """Measure photos from their headers, upright; what cannot be measured is missing.

    A photo that ends the process costs those after it their size, never the caller.
    """
    wanted = list(files)
    if not wanted:
        return {}
    asked = "".join(f"{json.dumps(str(file))}\n" for file in wanted)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            _COMMAND, input=asked, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    try:
        found = [json.loads(line) for line in done.stdout.splitlines()]
    except ValueError:  # a decoder wrote into the answers
        return {}
    return {file: (size[0], size[1]) for file, size in zip(wanted, found, strict=False) if size}


def main() -> None:
    """Answer each path with its size, or with nothing."""
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(measure(Path(json.loads(line))))}\n")
        sys.stdout.flush()

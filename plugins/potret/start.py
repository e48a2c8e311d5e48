"""The command's entry: commands that other packages bring start without loading all of ours.

`potret build` with nothing to do takes 0.2 s of CPU; loading the models, Babel and rich first would take a whole one.
"""

import gc
import sys
from importlib.metadata import entry_points

from potret.classcode import kept

GROUP = "potret.commands"


def main() -> None:
    """Run a command of another package by its name, anything else by the command group."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    # a short life that holds on to what it loads and makes: a tenth of the time went into looking through it
    gc.set_threshold(50_000, 20, 20)
    with kept():
        for entry in entry_points(group=GROUP, name=name) if name else ():
            entry.load().main(args=sys.argv[2:], prog_name=f"potret {name}")
        from potret.cli import main as group  # noqa: PLC0415 - see above

        group()

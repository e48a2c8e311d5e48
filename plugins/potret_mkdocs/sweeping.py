"""When workers look for garbage.

The main process does so seldom, as it holds on to what it makes; a worker that inherits this grew by 0.7 MB a school,
from 72 to 115 MB at 50 schools. Swept after each, it stays at 77 MB, for no CPU that could be measured.
"""

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def swept(work: Callable[[T], R]) -> Callable[[T], R]:
    """Look for garbage after each task and at no other time; what a worker is born with is looked at no more."""
    gc.freeze()
    gc.disable()

    def done(task: T) -> R:
        try:
            return work(task)
        finally:
            gc.collect()

    return done

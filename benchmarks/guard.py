"""What the guard costs: CPU of loading a school with it by that without it, and of reading one document.

`python benchmarks/guard.py [SCHOOLS]`. Both sides run by turns in one process, so a busy machine changes both alike.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

import typst

from potret.guard import inspect_files
from potret.portfolio import guarding, load

REPO = Path(__file__).resolve().parents[1]
ROUNDS = 9
PAGES = 30


def main() -> None:
    """Print the ratio, and the milliseconds of a PDF."""
    schools = Path(sys.argv[1]) if len(sys.argv) > 1 else REPO / "schools"
    load(schools)  # catalogues and area codes are read once
    with_it, without = [], []
    for _ in range(ROUNDS):
        with_it.append(cpu(lambda: load(schools)))
        with unguarded():
            without.append(cpu(lambda: load(schools)))
    count = len(load(schools)[0].schools) or 1
    cost = (median(with_it) - median(without)) / count * 1000
    print(f"load with the guard / without: {median(with_it) / median(without):.2f}; {cost:.1f} ms a school")
    with TemporaryDirectory() as folder:
        file = Path(folder, "notulen.pdf")
        file.write_bytes(report())
        few, many = (children(lambda n=n: list(inspect_files([(file, "x")] * n))) for n in (1, 11))
        print(f"PDF of {PAGES} pages: {(many - few) / 10 * 1000:.0f} ms each; starting the reader: {few * 1000:.0f} ms")


@contextmanager
def unguarded() -> Iterator[None]:
    """Load as if there were no guard; documents are not read either."""
    nothing: Callable[..., list[object]] = lambda *_: []  # noqa: E731 - one line, three uses
    with (
        patch.object(guarding, "in_document", nothing),
        patch.object(guarding, "in_page", nothing),
        patch.object(guarding, "in_name", nothing),
    ):
        yield


def cpu(run: Callable[[], object]) -> float:
    """Seconds of this process."""
    start = time.process_time()
    run()
    return time.process_time() - start


def children(run: Callable[[], object]) -> float:
    """Seconds of the processes it started and ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report() -> bytes:
    """Print a text of some pages with Typst, as an office's word processor would."""
    line = "Notulen rapat tim penjaminan mutu: hadir kepala sekolah, guru, komite; dibahas rapor mutu dan rencana. "
    source = Path(TemporaryDirectory().name)
    source.mkdir()
    (source / "a.typ").write_text(f'#for page in range({PAGES}) [ #("{line}" * 22) #pagebreak(weak: true) ]')
    return bytes(typst.compile(source / "a.typ"))


if __name__ == "__main__":
    main()

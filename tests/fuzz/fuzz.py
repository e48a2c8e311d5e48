"""Feeds readers and renderers for minutes with what Hypothesis makes up: `make fuzz MINUTES=10`.

Alone: `PYTHONPATH=tests/unit:tests/hostile python tests/fuzz/fuzz.py yaml --minutes 10 --seed 7`.

Each round is a hundred examples from one seed, which is printed when something fails; the same seed gives the same
examples. A fault is a crash, an example over five seconds of the processor, or more than 512 MB.
"""

import argparse
import faulthandler
import random
import re
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from types import FrameType
from typing import Any

import markdown
from attachments import DOCUMENTS
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from markups import PAGES, YAMLS
from portraits import PHOTOS

from potret.directives import expand
from potret.intake import heavy
from potret.intake.document import document_fault
from potret.media.limit import UnreadablePhoto
from potret.media.photo import encode
from potret.reading.markdown import read_markdown
from potret.reading.marked_yaml import parse_yaml
from potret.sanitise import sanitise

SECONDS, MEGABYTES, EXAMPLES = 5, 512, 100
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
EXTENSIONS += ["pymdownx.details", "pymdownx.superfences"]


def bent(samples: list[bytes]) -> st.SearchStrategy[bytes]:
    """Change, cut and double pieces of sound and unsound samples."""

    @st.composite
    def make(draw: Any) -> bytes:
        data = bytearray(draw(st.sampled_from(samples)))
        for _ in range(draw(st.integers(0, 8))):
            if not data:
                break
            place = draw(st.integers(0, len(data) - 1))
            length = draw(st.integers(0, 32))
            piece = draw(st.one_of(st.binary(max_size=16), st.just(bytes(data[place : place + length]) * 3)))
            data[place : place + length] = piece
        return bytes(data)

    return make()


class Look(HTMLParser):
    """Fails for what no cleaned page may have."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        assert tag not in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "base",
            "meta",
            "link",
            "form",
            "svg",
            "math",
        }
        for name, value in attrs:
            assert not name.startswith("on")
            if name in {"href", "src"}:
                assert not re.match(r"(?:[\x00-\x20])*(javascript|vbscript|data):", value or "", re.IGNORECASE)

    handle_startendtag = handle_starttag


def check_yaml(folder: Path, text: str) -> None:
    """Any text becomes values or problems."""
    del folder
    for problem in parse_yaml(text, "a.yml").problems:
        assert problem.line_of_text("id")


def check_markdown(folder: Path, text: str) -> None:
    """Any page is refused or rendered, and nothing in it runs."""
    file = folder / "a.md"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    page = read_markdown(file, "a.md")
    assert all(problem.line_of_text("id") for problem in page.front.problems)
    if next(heavy(page.body), None) is None:
        body = expand(page.body, {}, "a.md", is_office=False)[0].text
        html = sanitise(markdown.Markdown(extensions=EXTENSIONS).convert(body))
        Look().feed(html)


def check_photo(folder: Path, data: bytes) -> None:
    """Any bytes become renditions or a reason."""
    file = folder / "a.jpg"
    file.write_bytes(data)
    with suppress(UnreadablePhoto):
        encode(file)


def check_document(folder: Path, data: bytes) -> None:
    """Any bytes are fit or have a fault; what acts is never fit."""
    for suffix in (".pdf", ".docx", ".odt", ".csv"):
        file = folder / f"a{suffix}"
        file.write_bytes(data)
        document_fault(file)


CASES: dict[str, tuple[Callable[[Path, Any], None], st.SearchStrategy[Any]]] = {
    "yaml": (check_yaml, st.one_of(st.text(), st.lists(st.sampled_from(YAMLS), max_size=400).map("".join))),
    "markdown": (check_markdown, st.one_of(st.text(), st.lists(st.sampled_from(PAGES), max_size=400).map("".join))),
    "photo": (check_photo, bent([data for data, _ in PHOTOS.values() if len(data) < 100_000])),
    "pdf": (check_document, bent([data for data, _ in DOCUMENTS.values() if len(data) < 100_000])),
}


def run(name: str, minutes: float, number: int) -> int:
    """Go on until the time is over; give the number of examples."""
    check, examples = CASES[name]
    end, count, worst = time.monotonic() + 60 * minutes, 0, 0.0

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"over {SECONDS} s of the processor")

    signal.signal(signal.SIGVTALRM, late)
    with tempfile.TemporaryDirectory() as place:

        def one(example: Any) -> None:
            nonlocal count, worst
            count += 1
            before = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            check(Path(place), example)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            worst = max(worst, time.process_time() - before)

        while time.monotonic() < end:
            rule = settings(
                max_examples=EXAMPLES,
                deadline=None,
                database=None,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            )
            try:
                seed(number)(rule(given(examples)(one)))()
            except BaseException:
                sys.stdout.write(f"{name}: failed with --seed {number}" + "\n")
                raise
            number += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{name}: {count} examples, seeds up to {number - 1}, longest {worst:.2f} s of CPU, {memory} MB" + "\n"
    )
    assert memory < MEGABYTES
    return count


def main() -> None:
    """Read what to feed, for how long, and from which seed."""
    faulthandler.enable()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*CASES, []], help="default: all")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    wish = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_DATA, (2 * MEGABYTES * 2**20, resource.RLIM_INFINITY))
    sys.stdout.write(f"seed {wish.seed}, {wish.minutes} minutes each" + "\n")
    for name in wish.names or CASES:
        run(name, wish.minutes, wish.seed)


if __name__ == "__main__":
    main()

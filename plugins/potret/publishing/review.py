"""What a finished site would give away, or what its own policy would block."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from potret.problems import Problem, Severity
from potret.publishing.inventory import Item
from potret.publishing.kinds import can_be_pressed

_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*\stype=\"?application/)[^>]*>", re.IGNORECASE)
_STYLE = re.compile(r"<style\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"<[a-z][^<>]*?\s(style|on[a-z]+)\s*=\s*[\"'a-z]", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"")


def review(items: Iterable[Item], folder: Path) -> Iterator[Problem]:
    """Read every text of the site; `folder` is where the site was built and must not be told to visitors."""
    place = str(folder.resolve())
    for item in items:
        if not can_be_pressed(item.uri):
            continue
        text = item.path.read_text(encoding="utf-8", errors="replace")
        if len(place) > len("/tmp/") and place in text:  # noqa: S108 - a length, not a file
            yield Problem(item.uri, 0, 0, "publish-path", Severity.WARNING)
        if "sourceMappingURL=" in text and item.uri.endswith((".js", ".css")):
            yield Problem(item.uri, 0, 0, "publish-map", Severity.WARNING)
        if item.uri.endswith(".html") and (found := inline(text)):
            yield Problem(item.uri, 0, 0, "publish-inline", Severity.WARNING, values={"value": found})


def inline(html: str) -> str:
    """Name the first script or style inside a page, which the policy blocks; empty if there is none.

    None is ever let through by its digest: what a school smuggled in would get a digest as well.
    """
    for pattern, name in ((_SCRIPT, "<script>"), (_STYLE, "<style>")):
        if pattern.search(html):
            return name
    bare = _QUOTED.sub('""', html)
    found = _ATTRIBUTE.search(bare)
    return f"{found[1].lower()}=" if found else ""

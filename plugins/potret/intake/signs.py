"""Signs nobody sees: they turn the order of letters around, hide words, or make two names look the same."""

import re

_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
HIDDEN_SIGNS = re.compile(f"[{_BIDI}{_UNSEEN}]")
"""Bidi overrides, embeddings and isolates; zero-width signs; tags. Not among them are the marks and joiners Arabic and
emoji need (U+200C to U+200F) and the soft hyphen: they join or part letters and cannot turn a text around."""

ENOUGH = 20
"""Lines of one file that are named; who sees them will look at the others."""

_TURNING = re.compile(f"[{_BIDI}]")


def hidden_signs(text: str) -> list[tuple[int, str]]:
    """Give line and name (U+202E) of each sign that turns text around, the first on a line; lines count from 1."""
    found: dict[int, str] = {}
    for match in _TURNING.finditer(text):
        found.setdefault(text.count("\n", 0, match.start()) + 1, f"U+{ord(match[0]):04X}")
        if len(found) == ENOUGH:
            break
    return sorted(found.items())

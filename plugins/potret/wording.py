"""Words of a file, made fit to stand in a message."""

import unicodedata
from difflib import get_close_matches


def shorten(value: object, limit: int = 60) -> str:
    """Show a value on one line of at most `limit` characters."""
    text = printable(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def printable(value: object) -> str:
    """Put a value on one line that any terminal and file can take: no line ends, no halves of characters."""
    return " ".join(str(value).split()).encode("utf-8", "backslashreplace").decode()


def visible(value: str) -> str:
    """Write signs nobody sees by their number, so that a name cannot pass for another: U+202E."""
    return "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in {"Cf", "Cc"} else sign for sign in value)


def nearest(value: object, choices: list[str]) -> str:
    """Name the choice a writer most likely meant, or an empty string."""
    folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(str(value)[:100].casefold(), list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def composed(name: str) -> str:
    """Write a file name with each accent in its letter, as a keyboard does; a Mac puts it behind."""
    return unicodedata.normalize("NFC", name)

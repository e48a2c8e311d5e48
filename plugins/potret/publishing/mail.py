"""E-mail addresses that programs which gather them from pages do not see at once."""

import re

_ADDRESS = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TEXT = re.compile(r"(<(script|style|textarea)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)


def conceal(html: str) -> str:
    """Write every e-mail address as character references: browsers and screen readers show it as it was.

    A hurdle, not a wall: whoever reads HTML as a browser does still finds it.
    """
    if "@" not in html:
        return html
    pieces = _TEXT.split(html)  # text, kept block, its tag name, text, …: the names repeat what the block has
    return "".join(
        _ADDRESS.sub(_referenced, piece) if position % 3 == 0 else piece
        for position, piece in enumerate(pieces)
        if position % 3 != 2  # noqa: PLR2004
    )


def _referenced(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in match[0])

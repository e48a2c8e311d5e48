"""Articles as plain paragraphs, for boxes that hold only as much as fits."""

from collections.abc import Iterable

from potret.ekspose.richtext import Inline, Node

BREAK = " ¶ "
"""Between paragraphs; `fit` in print/pieces.typ reads it."""


def passages(nodes: Iterable[Node]) -> list[str]:
    """Give blocks as plain paragraphs; tables and code stay with the full text."""
    found: list[str] = []
    for node in nodes:
        if node["k"] in {"p", "h"}:
            found.append(plain(node["c"]))
        elif node["k"] in {"ul", "ol"}:
            marks = ("•" if node["k"] == "ul" else f"{number}." for number in range(node.get("start", 1), 10**9))
            found += [f"{mark} {' '.join(passages(item))}" for mark, item in zip(marks, node["c"], strict=False)]
        elif node["k"] == "quote":
            found += passages(node["c"])
    return [one for one in found if one.strip()]


def plain(inline: Iterable[Inline]) -> str:
    """Give inline content as words."""
    parts = (one if isinstance(one, str) else one.get("v") or plain(one.get("c", ())) or " " for one in inline)
    return " ".join("".join(parts).split())

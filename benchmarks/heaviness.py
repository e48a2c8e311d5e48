"""How long the heaviest pages take that `potret.intake.weight` lets through, in seconds of the processor."""

import time
from collections.abc import Callable
from pathlib import Path

import markdown
import yaml

from potret.intake import heavy

REPO = Path(__file__).resolve().parent.parent
WORDS = "kata lain yang panjang sekali " * 40 + "\n"
MOST = 60_000

SHAPES: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "open pictures": lambda n: "![" * n,
    "open links": lambda n: "[a](" * n,
    "nested links": lambda n: "[" * n + "a" + "](b)" * n,
    "links": lambda n: "[a](b)\n" * n,
    "references": lambda n: "[a][b\n" * n,
    "list items": lambda n: "- a\n" * n,
    "nested lists": lambda n: "".join("    " * (k % 12) + "- a\n\n" for k in range(n)),
    "lists on a line": lambda n: "- " * n + "a",
    "quotes": lambda n: "> a\n\n" * n,
    "open tags": lambda n: "<a \n" * n,
    "open attributes": lambda n: '<a href="\n' * n,
    "blocks of HTML": lambda n: "<div>x</div>\n\n" * n,
    "Markdown in HTML": lambda n: '<div markdown="1">\n' * n + "a\n" + "</div>\n" * n,
    "emphasis": lambda n: "*a* **b** _c_\n" * n,
    "code": lambda n: "`a`\n" * n,
    "runs of ticks": lambda n: "".join("`" * (k % 40 + 1) + "a" for k in range(n)),
    "fences": lambda n: "```\na\n```\n\n" * n,
    "headings": lambda n: "## a\n\n" * n,
    "a wide table": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n",
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "footnotes": lambda n: "[^1]\n" * n + "\n\n[^1]: x\n",
    "abbreviations": lambda n: "\n".join(f"*[w{k}]: x" for k in range(n)) + "\n\n" + "w1\n" * n,
    "notes": lambda n: "!!! note\n    a\n\n" * n,
    "line breaks": lambda n: "a  \n" * n,
    "paragraphs": lambda n: "a\n\n" * n,
    "words": lambda n: WORDS * (n // 1000),
}


def is_light(text: str) -> bool:
    """Tell whether a page may be rendered."""
    return next(heavy(text), None) is None


def largest(shape: Callable[[int], str]) -> int:
    """Find how often a piece may be repeated."""
    low, high = 1, MOST
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_light(shape(middle)) else (low, middle - 1)
    return low


def filled(text: str) -> str:
    """Add words as long as the page is still let through."""
    low, high = 0, max(0, (199_000 - len(text.encode())) // len(WORDS))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_light(text + " " + WORDS * middle) else (low, middle - 1)
    return text + " " + WORDS * low


def main() -> None:
    """Render each shape at its limit, alone and with as many words as the page may still have."""
    config = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [next(iter(one)) if isinstance(one, dict) else one for one in config["markdown_extensions"]]
    worst = 0.0
    for name, shape in SHAPES.items():
        count = largest(shape)
        seconds = []
        for text in (shape(count), filled(shape(count))):
            start = time.process_time()
            markdown.Markdown(extensions=listed).convert(text)
            seconds.append(time.process_time() - start)
        worst = max(worst, *seconds)
        print(f"{name:20} {count:6}  {seconds[0]:5.2f} s  with words {seconds[1]:5.2f} s")
    print(f"worst {worst:.2f} s")


if __name__ == "__main__":
    main()

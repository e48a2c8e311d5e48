"""The typeface as print needs it: Typst reads neither WOFF2 nor variable fonts, so static cuts are made once."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from potret.font import original_fonts

_CUTS = (("upright", 400), ("upright", 700), ("italic", 400))
"""Slope and weight (CSS numbers)."""


def print_fonts(cache: Path) -> Path:
    """Cut the fonts once for each version of the typeface; give their folder in the cache."""
    releases = " ".join(version(name) for name in ("fontpkg-plus-jakarta-sans", "fonttools"))
    key = hashlib.sha256(f"{releases} {_CUTS}".encode()).hexdigest()[:12]
    folder = cache / f"plus-jakarta-sans-{key}"
    for slope, weight in _CUTS:
        target = folder / f"{slope}-{weight}.ttf"
        if not target.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            part = target.with_suffix(".part")
            _cut(original_fonts()[slope], weight, part)
            part.replace(target)
    return folder


def signs(fonts: Path) -> frozenset[int]:
    """List the code points the upright cut can show."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 0.1 s, and only where something is printed

    with TTFont(fonts / "upright-400.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def _cut(source: Path, weight: int, target: Path) -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - see above
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(source, recalcTimestamp=False)  # the same bytes every time
    # With its names updated, each cut says its own weight, by which Typst tells regular from bold.
    instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
    font.save(target)

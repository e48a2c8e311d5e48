"""The site's typeface, cut down to the signs Indonesian and English need: 27 kB instead of 180."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import fontpkg_plus_jakarta_sans

_PACKAGE = "fontpkg-plus-jakarta-sans"
# Basic Latin, Latin-1 (é in names), and the dashes, quotes, arrows and marks our own texts use.
_SIGNS = "U+0020-007E,U+00A0-00FF,U+2010-2014,U+2018-201D,U+2022,U+2026,U+2032,U+2190-2193,U+2212,U+25B2,U+25BC"


def subset_font(cache: Path) -> Path:
    """Make the subset once for each version of the font and set of signs; give its place in the cache."""
    key = hashlib.sha256(f"{version(_PACKAGE)} {version('fonttools')} {_SIGNS} 2".encode()).hexdigest()[:12]
    target = cache / f"plus-jakarta-sans-{key}.woff2"
    if not target.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        _subset(original_fonts()["upright"], part)
        part.replace(target)
    return target


def font_licence() -> Path:
    """Find the font's licence (OFL-1.1), which has to travel with it."""
    return original_fonts()["upright"].parent.parent / "LICENSE"


def original_fonts() -> dict[str, Path]:
    """Find the variable fonts by their slope: `upright` and `italic`."""
    folder = Path(fontpkg_plus_jakarta_sans.__file__).parent / "files"
    names = {"upright": "PlusJakartaSans[wght].ttf", "italic": "PlusJakartaSans-Italic[wght].ttf"}
    return {slope: folder / name for slope, name in names.items()}


def _subset(source: Path, target: Path) -> None:
    from fontTools import subset  # noqa: PLC0415 - 0.2 s, and needed once in a machine's life
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "mark", "tnum"], hinting=False)
    limited = TTFont(source, recalcTimestamp=False)  # the same bytes on every day
    instancer.instantiateVariableFont(limited, {"wght": (400, 800)}, inplace=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(_SIGNS.replace("U+", "")))
    subsetter.subset(limited)
    subset.save_font(limited, str(target), options)

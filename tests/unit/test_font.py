from pathlib import Path

from fontTools.ttLib import TTFont

from potret.font import font_licence, original_fonts, subset_font


def test_the_typeface_is_cut_down_once_and_keeps_every_sign_of_both_languages(tmp_path: Path) -> None:
    made = subset_font(tmp_path / "huruf")
    stamp = made.stat().st_mtime_ns
    signs = set(TTFont(made).getBestCmap())
    assert {ord(sign) for sign in "AZaz09éÉ–—‘’“”…•→−"} <= signs
    assert ord("Ж") not in signs
    assert made.read_bytes().startswith(b"wOF2")
    assert made.stat().st_size < 40_000
    assert subset_font(tmp_path / "huruf").stat().st_mtime_ns == stamp
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_the_typeface_has_the_same_bytes_on_another_day(tmp_path: Path) -> None:
    """The day of making stood in the table `head`, so two builds never gave the same site."""
    made = TTFont(subset_font(tmp_path / "huruf"))
    assert made["head"].modified == TTFont(original_fonts()["upright"])["head"].modified


def test_the_licence_travels_with_it() -> None:
    assert "SIL OPEN FONT LICENSE" in font_licence().read_text(encoding="utf-8").upper()

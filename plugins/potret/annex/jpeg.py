"""JPEG without what a camera writes into it: EXIF, XMP, IPTC, comments. Pixels stay as they are, bit for bit."""

_START, _SCAN = b"\xff\xd8", 0xDA
_KEPT_APP = frozenset({0xE0, 0xEE})
"""JFIF, and Adobe's, without which CMYK and YCCK turn wrong."""
_MARK, _COMMENT = 0xFF, 0xFE
_LONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""


def stripped(data: bytes) -> bytes:
    """Leave application segments and comments out; bytes that are no JPEG come back as they are."""
    if not data.startswith(_START):
        return data
    kept, at = bytearray(_START), 2
    while at + 4 <= len(data) and data[at] == _MARK:
        marker = data[at + 1]
        if marker == _MARK:  # filling
            at += 1
            continue
        if marker == _SCAN:
            return bytes(kept) + data[at:]
        end = at + 2 if marker in _LONE else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        is_told = 0xE0 <= marker <= 0xEF and marker not in _KEPT_APP  # noqa: PLR2004 - APP0 to APP15
        if not is_told and marker != _COMMENT:
            kept += data[at:end]
        at = end
    return data

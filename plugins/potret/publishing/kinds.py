"""What a published file is, by its name: its media type, how long it may be kept, whether it can be pressed."""

import re
from pathlib import PurePosixPath

MEDIA = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".html": "text/html",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
TEXTS = frozenset({".css", ".csv", ".html", ".js", ".json", ".jsonld", ".svg", ".txt", ".xml"})
"""Written in UTF-8, and small when pressed; pictures, fonts and zips are pressed already."""

TWINS = (".br", ".gz")

PHOTOS = r"foto/[^/]+-[0-9a-f]{12,64}-[0-9]+\.(?:webp|jpg|png|avif)"
INDEX = r"cari/[A-Za-z-]+/(?:k-[^/]+|saring|[^/]+/[0-9]+)\.js"
"""Pieces of the search index are asked for with the digest that `cari/<locale>/daftar.js` tells (`?v=`): another one is
another address to browsers and caches."""
PERSONAL = f"{PHOTOS}|{INDEX}"
"""What never changes and may show or name people."""
HASHED = r"assets/stylesheets/main\.[0-9a-f]{8}\.min\.css"
"""Names that carry a digest of their content: what has such a name never changes."""

REVALIDATE = "no-cache"
"""Kept, but asked for again each time: an answer of some 200 bytes while nothing has changed."""
A_MONTH = "public, max-age=2592000, immutable"
"""A longer time would keep a photo that was taken back, or a page's old text, in more browsers."""
A_YEAR = "public, max-age=31536000, immutable"


def media_type(uri: str) -> str:
    """Name a file's media type, with its encoding where it is text."""
    suffix = PurePosixPath(uri).suffix.lower()
    found = MEDIA.get(suffix, "application/octet-stream")
    return f"{found}; charset=utf-8" if suffix in TEXTS else found


def cache_control(uri: str) -> str:
    """Say how long browsers may keep a file without asking."""
    if re.search(rf"(?:^|/)(?:{PERSONAL})$", uri):
        return A_MONTH
    return A_YEAR if re.search(rf"(?:^|/)(?:{HASHED})$", uri) else REVALIDATE


def can_be_pressed(uri: str) -> bool:
    """Tell whether a pressed twin is worth its place."""
    return PurePosixPath(uri).suffix.lower() in TEXTS

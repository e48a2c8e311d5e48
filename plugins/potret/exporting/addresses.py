"""Where exported pages lie, and how their links are written.

A composed page lies at its address (sekolah/sd-1/mutu/index.md), so that any engine with folder addresses publishes it
where Potret did: old links, QR codes and the addresses inside components stay right.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

_HTML = re.compile(r'(?P<head>\s(?:href|src|srcset|data-[a-z-]+)=")(?P<value>[^"]*)(?=")')
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*$.*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)|(`+)[^\n]*?\2", re.MULTILINE | re.DOTALL
)
_LINK = re.compile(
    r"(?P<head>\]\(\s*<?)(?P<value>[^)\s>]+)|^(?P<name> {0,3}\[[^\]\n]+\]:[ \t]+<?)(?P<target>[^\s>]+)", re.MULTILINE
)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?", re.IGNORECASE)
_FILE = re.compile(r"\.(?!html$)[a-z0-9]{2,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one page in the tree of one language."""

    url: str
    """Address of the page below the language's root: sekolah/sd-1/ or empty."""
    source: str
    """Path by which authors know the page, without language: schools/sd-1/potret.md."""
    file: str
    """Path of the page in the tree: sekolah/sd-1/index.md."""
    files: Mapping[str, str]
    """The path in the tree of each page by its source."""
    prefix: str
    """Folder the language has on the site Potret builds: empty, or "en/"; each tree is a site of its own."""

    def markdown(self, text: str) -> str:
        """Write the links of a Markdown text anew; code stays as it is."""
        parts, end = [], 0
        for code in _CODE.finditer(text):
            parts += [_LINK.sub(self._link, text[end : code.start()]), code[0]]
            end = code.end()
        return "".join([*parts, _LINK.sub(self._link, text[end:])])

    def html(self, text: str) -> str:
        """Write the addresses of a component anew: files that all languages share lie in the tree itself."""
        return _HTML.sub(self._attribute, text) if self.prefix else text

    def rendered(self, text: str) -> str:
        """Write the addresses of HTML that was made from an author's Markdown: links to .md files become addresses."""
        return self.html(re.sub(r'(?P<head>\shref=")(?P<value>[^"]*)(?=")', self._page, text))

    def _link(self, match: re.Match[str]) -> str:
        head, value = (match["head"] or match["name"]), (match["value"] or match["target"])
        path, sign, anchor = value.partition("#")
        if _WHOLE.match(value) or not path:
            return match[0]
        found = self.files.get(self._named(path))
        if found is None:
            return f"{head}{self._shared(value)}"
        return f"{head}{posixpath.relpath(found, posixpath.dirname(self.file) or '.')}{sign}{anchor}"

    def _page(self, match: re.Match[str]) -> str:
        path, sign, anchor = match["value"].partition("#")
        found = None if _WHOLE.match(match["value"]) else self.files.get(self._named(path))
        if found is None:
            return match[0]
        return f"{match['head']}{posixpath.relpath('/' + address(found), '/' + self.url)}/{sign}{anchor}"

    def _named(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.source), unquote(path)))

    def _attribute(self, match: re.Match[str]) -> str:
        if "data-" in match["head"] and not match["value"].startswith("../"):
            return match[0]
        if match["head"].endswith('srcset="'):
            return match["head"] + ", ".join(self._candidate(one) for one in match["value"].split(","))
        return match["head"] + self._shared(match["value"])

    def _candidate(self, text: str) -> str:
        path, *width = text.split()
        return " ".join([self._shared(path), *width])

    def _shared(self, value: str) -> str:
        """Turn an address that leaves the language's folder for a file into one inside the tree."""
        path, sign, anchor = value.partition("#")
        if not self.prefix or not path.startswith("../") or not _FILE.search(path):
            return value
        here = partial(posixpath.join, f"/{self.prefix}{self.url}")
        whole = posixpath.normpath(here(path))
        if whole.startswith(f"/{self.prefix}"):
            return value
        return posixpath.relpath(whole, f"/{self.url}") + sign + anchor


def address(file: str) -> str:
    """Give the address an engine publishes a file of the tree at, with folder addresses."""
    stem = file.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"


def composed(url: str) -> str:
    """Give the path in the tree of a page Potret composed."""
    return f"{url}index.md"

"""One request taken apart, within limits; and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from potret import strings

MOUNT = "/_sunting"
"""Where the pages lie beside those of `potret serve`."""
MAX_BYTES = 256 * 1024
"""Of a form: the 226 rows of a whole report card need 20 kB."""
MAX_FIELDS = 2000
_FORM = "application/x-www-form-urlencoded"


class Denied(Exception):  # noqa: N818 - an answer, not a fault of ours
    """The request is not answered; carries the status and the key of the sentence that says why."""

    def __init__(self, status: str, key: str) -> None:
        super().__init__(key)
        self.status, self.key = status, key


@dataclass(frozen=True, slots=True)
class Request:
    """What a browser asked for."""

    method: str
    parts: tuple[str, ...]
    """The path below MOUNT, piece by piece."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    form: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def locale(self) -> str:
        """The reader's language: Indonesian unless the address asks for another that there is."""
        wanted = self.query.get("lang", "")
        return wanted if wanted in strings.locales() else strings.FALLBACK


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: str
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


def path_of(environ: Mapping[str, Any]) -> str:
    """Give the whole path, wherever the application is mounted."""
    raw = str(environ.get("SCRIPT_NAME", "")) + str(environ.get("PATH_INFO", ""))
    return raw.encode("latin-1", "replace").decode("utf-8", "replace")  # as WSGI hands it over


def read(environ: Mapping[str, Any]) -> Request:
    """Take a request apart. Raises Denied for what is too big or no form."""
    method = str(environ.get("REQUEST_METHOD", "GET"))
    if method not in {"GET", "HEAD", "POST"}:
        raise Denied("405 Method Not Allowed", "editing.denied.method")
    path = path_of(environ)
    if not path.startswith(f"{MOUNT}/"):
        raise Denied("404 Not Found", "editing.denied.missing")
    query = {key: found[0] for key, found in _parsed(str(environ.get("QUERY_STRING", ""))).items()}
    names = ("HTTP_HOST", "HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE", "HTTP_IF_NONE_MATCH", "SERVER_PORT", "REMOTE_ADDR")
    headers = {name: str(environ.get(name, "")) for name in names}
    form = _form(environ) if method == "POST" else {}
    parts = tuple(part for part in path.removeprefix(f"{MOUNT}/").split("/") if part)
    return Request(method, parts, query, headers, _cookies(str(environ.get("HTTP_COOKIE", ""))), form)


def _form(environ: Mapping[str, Any]) -> Mapping[str, list[str]]:
    if str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().casefold() != _FORM:
        raise Denied("415 Unsupported Media Type", "editing.denied.form")
    length = str(environ.get("CONTENT_LENGTH") or "")
    if not length.isascii() or not length.isdigit() or len(length) > len(str(MAX_BYTES)) or int(length) > MAX_BYTES:
        raise Denied("413 Content Too Large", "editing.denied.size")
    return _parsed(environ["wsgi.input"].read(int(length)).decode("utf-8", "replace"))


def _parsed(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError:
        raise Denied("413 Content Too Large", "editing.denied.size") from None


def _cookies(header: str) -> dict[str, str]:
    try:
        return {key: one.value for key, one in SimpleCookie(header[:4096]).items()}
    except CookieError:
        return {}

"""The server as a WSGI application: pages, changes told, and what else hangs in it."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from potret import strings
from potret.publishing.headers import security
from potret_mkdocs.serving.answer import NEWS, Answer
from potret_mkdocs.serving.gate import clean, is_ours
from potret_mkdocs.serving.house import House

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_SLUG = re.compile(r"[a-z0-9-]*")
PAUSE, BREATH = 0.2, 10.0
"""Seconds between two looks at a folder, and between two signs of life to a page that waits."""


def application(house: House, name: str, mounts: Mapping[str, Wsgi] | None = None) -> Wsgi:
    """Make the application; `mounts` are applications below a prefix such as `/_sunting/`, which alone take POST.

    `name` is the address the server was told to listen on, which a browser may call it by.
    """

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path, is_head = str(environ.get("PATH_INFO", "")), environ["REQUEST_METHOD"] == "HEAD"
        if not is_ours(environ, name):
            text = strings.text("serve.host", house.locale, host=str(environ.get("HTTP_HOST", "")))
            return _send(start, Answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", text.encode()))
        for prefix, mounted in (mounts or {}).items():
            if path.startswith(prefix):
                inside = {**environ, "SCRIPT_NAME": prefix.rstrip("/"), "PATH_INFO": path[len(prefix) - 1 :]}
                return mounted(inside, start)
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return _send(start, Answer(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b""))
        wanted = clean(path)
        if wanted is None:
            return _send(start, Answer(HTTPStatus.BAD_REQUEST, "text/plain", b""))
        if wanted == NEWS and not is_head:
            return _news(house, str(environ.get("QUERY_STRING", "")), start)
        return _send(start, house.answer(wanted), is_head=is_head)

    return app


def _send(start: Callable[..., Any], answer: Answer, *, is_head: bool = False) -> list[bytes]:
    headers = {**security(), "Content-Type": answer.kind, "Content-Length": str(len(answer.body))}
    headers |= {"Cache-Control": "no-store"} | ({"Location": answer.location} if answer.location else {})
    start(f"{int(answer.status)} {HTTPStatus(answer.status).phrase}", list(headers.items()))
    return [] if is_head else [answer.body]


def _news(house: House, query: str, start: Callable[..., Any]) -> Iterator[bytes]:
    """Say when what a page is about has changed (server-sent events), once."""
    about, _, since = query.partition(".")
    start("200 OK", [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")])
    yield b"retry: 1000\n\n"
    breath = time.monotonic()
    while house.mark(about if _SLUG.fullmatch(about) else "") == since:
        time.sleep(PAUSE)
        if time.monotonic() - breath > BREATH:
            breath = time.monotonic()
            yield b":\n\n"
    yield b"event: berubah\ndata: -\n\n"

"""A browser without a browser: calls the editing application as a server would."""

import html
import io
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from potret.editing import application

TOKEN = "kunci-rahasia-yang-panjang-dan-acak-12345"  # noqa: S105 - of a test
DAY = date(2019, 7, 1)
HOST = "127.0.0.1:8000"
_INPUT = re.compile(r"<input ([^>]*)>|<textarea ([^>]*)>([^<]*)</textarea>|<select ([^>]*)>(.*?)</select>", re.DOTALL)


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Tab:
    """One browser tab with its cookies."""

    schools: Path
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = TOKEN

    def __post_init__(self) -> None:
        self.app = application(self.schools, TOKEN, today=lambda: DAY)

    def enter(self) -> "Tab":
        reply = self.get("/_sunting/", kunci=self.token)
        name, _, value = reply.headers["Set-Cookie"].partition(";")[0].partition("=")
        self.cookies[name] = value
        return self

    def get(self, path: str, environ: dict[str, str] | None = None, **query: str) -> Reply:
        return self.ask("GET", path, environ or {}, b"", query)

    def post(self, path: str, form: dict[str, Any], environ: dict[str, str] | None = None, **query: str) -> Reply:
        body = urlencode(form, doseq=True).encode()
        sent = {
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_ORIGIN": f"http://{HOST}",
        }
        return self.ask("POST", path, {**sent, **(environ or {})}, body, query)

    def ask(self, method: str, path: str, environ: dict[str, str], body: bytes, query: dict[str, str]) -> Reply:
        path, _, more = path.partition("?")
        given: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(path).encode().decode("latin-1"),
            "QUERY_STRING": "&".join(part for part in (more, urlencode(query)) if part),
            "HTTP_HOST": HOST,
            "SERVER_PORT": "8000",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "wsgi.input": io.BytesIO(body),
            **environ,
        }
        told: list[Any] = []
        data = b"".join(self.app(given, lambda status, headers: told.extend([status, headers])))
        return Reply(int(told[0].split()[0]), dict(told[1]), data)


def filled(page: str) -> dict[str, Any]:
    """Give what a browser would send back if nobody touched the form."""
    form = page[page.rindex("<form") :]
    found: dict[str, Any] = {}
    for match in _INPUT.finditer(form):
        words = match[1] or match[2] or match[4]
        known = dict(re.findall(r'([a-z-]+)="([^"]*)"', words))
        if "name" not in known:
            continue
        name, value = known["name"], html.unescape(known.get("value", ""))
        if match[2]:
            value = html.unescape(match[3])
        elif match[4]:
            chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', match[5])
            value = html.unescape(chosen[1] if chosen and chosen[1] is not None else chosen[2] if chosen else "")
        elif known.get("type") == "checkbox":
            if " checked" in words:
                found.setdefault(name, []).append(value or "on")
            continue
        found.setdefault(name, []).append(value)
    return found

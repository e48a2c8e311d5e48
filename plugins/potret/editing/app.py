"""The WSGI application: the door, the pages, and headers that let nothing else in."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from potret.editing import views
from potret.editing.door import Door
from potret.editing.request import Answer, Denied, Request, read
from potret.editing.site import Site

Start = Callable[..., Any]
Wsgi = Callable[[dict[str, Any], Start], Iterable[bytes]]

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    # not no-referrer: browsers then send "Origin: null" with a form, and we ask where it comes from
    ("Referrer-Policy", "same-origin"),
)


def application(schools_dir: Path, token: str, *, today: Callable[[], date] = date.today) -> Wsgi:
    """Make the application over a folder of schools, for a server on this machine.

    Whoever opens `/_sunting/?kunci=<token>` may edit; `token` has to be random (`secrets.token_urlsafe(32)`) and new
    for each run. Raises ValueError for one that could be guessed.
    """
    if len(token) < 32:  # noqa: PLR2004 - 24 random bytes in base64
        raise ValueError("the token is too short")
    door = Door(token)
    site = Site(schools_dir, door.sign, today)

    def respond(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        answer = _answered(environ, door, site)
        kept = {name for name, _ in answer.headers}
        more = [] if "Cache-Control" in kept else [("Cache-Control", "no-store")]
        length = [("Content-Length", str(len(answer.body)))]
        start(answer.status, [*answer.headers, *more, *_HEADERS, *length])
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [answer.body]

    return respond


def _answered(environ: Mapping[str, Any], door: Door, site: Site) -> Answer:
    locale = "id"
    try:
        request: Request = read(environ)
        locale = request.locale
        return door.check(request) or site.answer(request)
    except Denied as denied:
        return views.denied(denied, locale)
    except OSError:  # a disk that is full, a folder taken away meanwhile
        return views.denied(Denied("500 Internal Server Error", "editing.denied.disk"), locale)

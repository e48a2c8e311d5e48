"""Who may come in: a browser on this machine that was given the key, and no page of another origin.

Other programs on this machine answer on other ports of the same host, which browsers call the same site: cookies with
SameSite=Strict are sent to their requests too. So each request is also asked where it comes from.
"""

import hmac
from dataclasses import dataclass

from potret.editing.request import MOUNT, Answer, Denied, Request

COOKIE = "potret_sunting"
KEY = "kunci"
"""The token's name in the address that `potret serve` prints."""
SIGN = "tanda"
"""The form's field that only our own pages know."""
_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_NEAR = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})
_OWN = frozenset({"same-origin", "none", ""})


@dataclass(frozen=True, slots=True)
class Door:
    """Checks requests against one random token."""

    token: str

    @property
    def sign(self) -> str:
        """What every form of ours carries; it cannot be turned back into the token."""
        return self._derived("formulir")

    def check(self, request: Request) -> Answer | None:
        """Let a request pass (None), or answer with the way in. Raises Denied for everybody else."""
        self._from_here(request)
        if KEY in request.query:
            return self._enter(request)
        if not _same(request.cookies.get(COOKIE, ""), self._derived("kue")):
            raise Denied("403 Forbidden", "editing.denied.key")
        if request.method == "POST":
            self._own_form(request)
        return None

    def _enter(self, request: Request) -> Answer:
        """Change the token in the address for a cookie, so that it stays out of later addresses."""
        if request.method != "GET" or not _same(request.query[KEY], self.token):
            raise Denied("403 Forbidden", "editing.denied.key")
        cookie = f"{COOKIE}={self._derived('kue')}; Path={MOUNT}/; HttpOnly; SameSite=Strict"
        language = f"?lang={request.locale}" if "lang" in request.query else ""
        return Answer("303 See Other", b"", (("Location", f"{MOUNT}/{language}"), ("Set-Cookie", cookie)))

    @staticmethod
    def _from_here(request: Request) -> None:
        """Refuse names that only lead here (DNS rebinding), other machines, and requests of other origins."""
        name, colon, port = request.headers["HTTP_HOST"].rpartition(":")
        host = name if colon and port.isdigit() else request.headers["HTTP_HOST"]
        if host.casefold() not in _HOSTS or (colon and port.isdigit() and port != request.headers["SERVER_PORT"]):
            raise Denied("421 Misdirected Request", "editing.denied.host")
        if request.headers["REMOTE_ADDR"] not in _NEAR:
            raise Denied("403 Forbidden", "editing.denied.host")
        is_entry = request.method == "GET" and KEY in request.query
        if request.headers["HTTP_SEC_FETCH_SITE"] not in _OWN and not is_entry:
            raise Denied("403 Forbidden", "editing.denied.origin")

    def _own_form(self, request: Request) -> None:
        origin, site = request.headers["HTTP_ORIGIN"], request.headers["HTTP_SEC_FETCH_SITE"]
        is_own = _same(origin, f"http://{request.headers['HTTP_HOST']}") if origin else site == "same-origin"
        if not is_own:
            raise Denied("403 Forbidden", "editing.denied.origin")
        if not _same(next(iter(request.form.get(SIGN, [])), ""), self.sign):
            raise Denied("403 Forbidden", "editing.denied.sign")

    def _derived(self, purpose: str) -> str:
        return hmac.digest(self.token.encode(), purpose.encode(), "sha256").hex()


def _same(one: str, other: str) -> bool:
    """Compare in a time that does not tell how much was right."""
    return hmac.compare_digest(one.encode(), other.encode())

"""The headers every page is sent with, once for all hosts (OWASP Secure Headers; Content Security Policy Level 3)."""

from collections.abc import Mapping

_SOURCES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material's style sheet draws its icons from data: addresses
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
_NO_ONE = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")
_FEATURES = (*_NO_ONE, "midi", "payment", "serial", "usb", "browsing-topics")


def policy(*, is_meta: bool = False) -> str:
    """Write the Content-Security-Policy.

    In a `<meta>` element browsers ignore frame-ancestors and say so in the console, so it is left out there.
    """
    frames = {} if is_meta else {"frame-ancestors": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in {**_SOURCES, **frames}.items())


def security() -> dict[str, str]:
    """Give the headers of every answer.

    No Strict-Transport-Security: a site in a folder would decide for everything else under the host's name.
    """
    return {
        "Content-Security-Policy": policy(),
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


OPEN_DATA = {"Access-Control-Allow-Origin": "*"}
"""For `data/`: open data may be read by other sites' scripts; it holds no persons. Only headers the others have not:
where two rules of `_headers` fit, some hosts join their values."""

"""Files that programs look for at a known place: robots.txt, and security.txt (RFC 9116)."""

import re
from collections.abc import Iterator
from datetime import date

from potret.problems import Problem, Severity
from potret.sitefile import DataFile
from potret.wording import shorten

SECURITY = ".well-known/security.txt"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"https://[\w-]+(\.[\w-]+)+(:[0-9]+)?(/[\w./?=&%#~+-]*)?", re.ASCII)


def contact(value: object) -> str | None:
    """Read an office's contact: a mail address or a page of its own; None if it is neither."""
    text = str(value).strip().removeprefix("mailto:")
    if _EMAIL.fullmatch(text):
        return f"mailto:{text}"
    return text if _WEB.fullmatch(text) else None


def check_contact(value: object, until: object, path: str) -> Iterator[Problem]:
    """Check the office's settings `kontak` and `kontak_sampai`."""
    if value and contact(value) is None:
        yield Problem(path, 0, 0, "contact-format", Severity.WARNING, "extra › kontak", {"value": shorten(value)})
    if value and not isinstance(until, date):
        yield Problem(path, 0, 0, "contact-until", Severity.WARNING, "extra › kontak_sampai")


def robots(site_url: str) -> DataFile:
    """Let every program read everything; tell where the sitemap is, if the site knows its address."""
    where = f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else ""
    return DataFile("robots.txt", f"User-agent: *\nAllow: /\n{where}")


def security_txt(value: object, until: object, site_url: str, report: str) -> DataFile | None:
    """Say whom to tell of a weakness and until when that holds; None without both.

    The day stands in the settings, so that the same input gives the same bytes on another day. `report` is the page
    on reporting, below the site's address.
    """
    found = contact(value) if value else None
    if found is None or not isinstance(until, date):
        return None
    root = site_url.rstrip("/")
    lines = [f"Contact: {found}", f"Expires: {until:%Y-%m-%d}T00:00:00Z", "Preferred-Languages: id, en"]
    lines += [f"Canonical: {root}/{SECURITY}", *([f"Policy: {root}/{report}"] if report else [])] if root else []
    return DataFile(SECURITY, "\n".join(lines) + "\n")


def expired(text: str, today: date) -> bool:
    """Tell whether a published security.txt no longer holds."""
    found = re.search(r"^Expires: ([0-9]{4}-[0-9]{2}-[0-9]{2})T", text, re.MULTILINE)
    return found is not None and date.fromisoformat(found[1]) < today

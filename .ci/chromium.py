"""Find a Chromium for the browser tests, or install one; prints its path.

The headless shell goes first: it is the same engine without the windows of a desktop browser, and took 11 s of CPU for
30 first visits of a portrait where the whole Chromium took 42 s (two cores, 2026-11).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

LIGHT = "chromium-headless-shell"
NAMES = (LIGHT, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """Look where browsers usually are; CHROMIUM names one directly."""
    named = os.environ.get("CHROMIUM")
    if named and Path(named).is_file():
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwright()


def _playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where no browser is on the path

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Install the distribution's Chromium as root on Debian, Playwright's own elsewhere."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _run("apt-get", "update", "-qq")
        if not any(_run("apt-get", "install", "-y", "-qq", name) for name in (LIGHT, "chromium")):
            sys.exit("No Chromium found, and apt-get could not install one.")
    elif not _run(sys.executable, "-m", "playwright", "install", "chromium"):
        sys.exit("No Chromium found, and Playwright could not install one.")


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, stdout=sys.stderr).returncode == 0


if __name__ == "__main__":
    if find() is None:
        install()
    print(find() or sys.exit("No Chromium found and none could be installed."))

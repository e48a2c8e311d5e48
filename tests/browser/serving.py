"""A server for built sites, on this machine only."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

# Without these Chromium itself asks its maker's servers for updates, which would count as third-party requests.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Page]
"""Opens an address in a fresh browser: `view(url, width=360, scheme="dark", scripts=False)`."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a line in the test's output for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(root: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on this machine only."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium as `make test` found it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()

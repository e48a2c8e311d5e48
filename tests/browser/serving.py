"""A server for built sites, on this machine only."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any

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

    def __init__(self, *arguments: Any, headers: Mapping[str, str], **more: Any) -> None:
        self.more_headers = headers
        super().__init__(*arguments, **more)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Send what a host would send too."""
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()


def serve(root: Path, headers: Mapping[str, str] | None = None) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on this machine only, with a host's headers if any."""
    handler = partial(_Quiet, directory=str(root), headers=headers or {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def until(page: Page, condition: str, seconds: float = 20) -> None:
    """Wait until an expression is true; Playwright's own wait polls by eval, which our policy forbids."""
    end = monotonic() + seconds
    while not page.evaluate(condition):
        assert monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(50)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium as `make test` found it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()

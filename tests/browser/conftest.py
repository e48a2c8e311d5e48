"""A real Chromium, and a server for built sites."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from building import Site
from serving import Open, serve


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The sample site over http."""
    server, url = serve(site.root)
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture
def view(browser: Browser) -> Iterator[Open]:
    """Open an address: `view(url, width=360, scheme="dark", scripts=False)`; keeps what the page asked for and said."""
    contexts: list[BrowserContext] = []

    def look(url: str, width: int = 1440, scheme: str = "light", *, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(url, wait_until="load")
        return page

    yield look
    for context in contexts:
        context.close()

"""`potret serve` from its first word to its last."""

import errno
import os
import sys
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from potret import strings
from potret.commands.terminal import console, show
from potret.media import Workshop
from potret.problems import Problem
from potret_mkdocs.serving.app import Wsgi, application
from potret_mkdocs.serving.house import House
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.opening import open_house
from potret_mkdocs.serving.server import Server, listen, serve


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for."""

    config_file: Path
    name: str
    port: int
    locale: str
    is_opened: bool


Mounting = Callable[[Path], Wsgi]
"""Makes an application for the folder of schools."""


def run(wish: Wish, mountings: Mapping[str, Mounting] | None = None) -> int:
    """Serve until Ctrl-C; give the exit code. `mountings` hang applications below prefixes such as `/_sunting/`."""
    screen = console()
    try:
        server = listen(wish.name, wish.port)
    except OSError as error:
        show(_unheard(wish, error), wish.locale, screen)
        return 1
    screen.print(strings.text("serve.opening", wish.locale))
    try:
        with Workshop() as workshop:
            _serve(server, wish, workshop, mountings or {})
    except MkDocsException as error:
        values = {"reason": str(error)}
        show(Problem(wish.config_file.name, 0, 0, "serve-config", values=values), wish.locale, screen)
        return 1
    except KeyboardInterrupt:  # before the first answer
        pass
    finally:
        server.server_close()
    screen.print(strings.text("serve.stopped", wish.locale))
    return 0


def _unheard(wish: Wish, error: OSError) -> Problem:
    code = "serve-port" if error.errno == errno.EADDRINUSE else "serve-address"
    values = {"value": f"{wish.name}:{wish.port}", "next": str(wish.port + 1), "reason": error.strerror or str(error)}
    return Problem("potret serve", 0, 0, code, values=values)


def _serve(server: Server, wish: Wish, workshop: Workshop, mountings: Mapping[str, Mounting]) -> None:
    screen, marks = console(), Marks()
    tell = partial(show, lang=wish.locale, screen=screen)
    house = House(partial(open_house, wish.config_file, workshop, marks), marks, wish.locale, tell)
    census = house.ready().census
    census.start()
    name = "localhost" if wish.name in {"0.0.0.0", "::"} else wish.name  # noqa: S104 - compared, not bound
    url = f"http://{f'[{name}]' if ':' in name else name}:{server.server_port}/"
    known = strings.text("serve.ready", wish.locale, url=url, count=census.total)

    def ready() -> None:
        screen.print(known)
        if wish.is_opened and _has_screen():
            webbrowser.open(url)

    mounts = {prefix: mounting(census.register.root) for prefix, mounting in mountings.items()}
    serve(server, application(house, wish.name, mounts), ready)


def _has_screen() -> bool:
    """Tell whether there is a desktop: a browser in letters would take the terminal over."""
    is_linux = sys.platform.startswith("linux")
    return sys.stdout.isatty() and (not is_linux or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)))

"""`potret serve` from its first word to its last."""

import errno
import os
import secrets
import sys
import webbrowser
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from potret import strings
from potret.commands.terminal import console, show
from potret.editing import KEY, MOUNT
from potret.editing import application as editing
from potret.media import Workshop
from potret.problems import Problem
from potret_mkdocs.serving.app import application
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
    is_edited: bool = False


def run(wish: Wish) -> int:
    """Serve until Ctrl-C; give the exit code."""
    screen = console()
    try:
        server = listen(wish.name, wish.port)
    except OSError as error:
        show(_unheard(wish, error), wish.locale, screen)
        return 1
    screen.print(strings.text("serve.opening", wish.locale))
    try:
        with Workshop() as workshop:
            _serve(server, wish, workshop)
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


def _serve(server: Server, wish: Wish, workshop: Workshop) -> None:
    screen, marks = console(), Marks()
    tell = partial(show, lang=wish.locale, screen=screen)
    house = House(partial(open_house, wish.config_file, workshop, marks), marks, wish.locale, tell)
    census = house.ready().census
    census.start()
    name = "localhost" if wish.name in {"0.0.0.0", "::"} else wish.name  # noqa: S104 - compared, not bound
    url = f"http://{f'[{name}]' if ':' in name else name}:{server.server_port}/"
    token = secrets.token_urlsafe(32)
    lines = [strings.text("serve.ready", wish.locale, url=url, count=census.total)]
    if wish.is_edited:
        lines.append(strings.text("serve.edit", wish.locale, url=f"{url.rstrip('/')}{MOUNT}/?{KEY}={token}"))

    def ready() -> None:
        for line in lines:
            screen.print(line, soft_wrap=True)  # an address that is broken over two lines cannot be clicked
        if wish.is_opened and _has_screen():
            webbrowser.open(url)

    mounts = {f"{MOUNT}/": editing(census.register.root, token)} if wish.is_edited else {}
    serve(server, application(house, wish.name, mounts), ready)


def _has_screen() -> bool:
    """Tell whether there is a desktop: a browser in letters would take the terminal over."""
    is_linux = sys.platform.startswith("linux")
    return sys.stdout.isatty() and (not is_linux or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)))

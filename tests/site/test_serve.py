"""`mkdocs serve`: a change in a school is seen, and nothing rebuilds for ever."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from building import write_config

pytestmark = pytest.mark.site

PATIENCE = 60.0
"""Seconds to wait for a page on a busy machine; the rebuild itself takes about three."""


class Server:
    """`mkdocs serve` in a process of its own."""

    def __init__(self, folder: Path, schools: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        config = write_config(folder, schools=schools)
        self.log = folder / "log.txt"
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "-f", str(config), "-a", f"127.0.0.1:{self.port}"]
        with self.log.open("wb") as log:
            environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)

    def wait_for(self, url: str, text: str) -> str:
        """Ask for a page until it holds the text."""
        end = time.monotonic() + PATIENCE
        html = ""
        while time.monotonic() < end:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/{url}", timeout=PATIENCE) as answer:
                    html = answer.read().decode()
            except (URLError, ConnectionError):
                html = ""
            if text in html:
                return html
            time.sleep(0.2)
        raise AssertionError(f"{text!r} never came: {self.log.read_text(encoding='utf-8')[-2000:]}")

    def builds(self) -> int:
        """Count the builds so far."""
        return len(re.findall(r"Documentation built", self.log.read_text(encoding="utf-8")))


@pytest.fixture
def server(tmp_path: Path, schools: Path) -> Iterator[Server]:
    started = Server(tmp_path, schools)
    yield started
    started.process.terminate()
    started.process.wait(timeout=20)


def test_change_in_a_school_is_seen_in_both_languages(server: Server, schools: Path) -> None:
    url = "sekolah/sd-cahaya-wolasi/"
    server.wait_for(url, "SD Negeri Cahaya Wolasi")
    profile = schools / "sd-cahaya-wolasi" / "sekolah.yml"
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("Cahaya Wolasi", "Surya Wolasi", 1), encoding="utf-8"
    )
    server.wait_for(url, "SD Negeri Surya Wolasi")
    english = server.wait_for(f"en/{url}", "SD Negeri Surya Wolasi")
    assert '<html lang="en"' in english
    built = server.builds()
    time.sleep(3)
    assert server.builds() == built, "nothing changed, so nothing is built"


def test_a_mistake_while_writing_stops_nothing(server: Server, schools: Path) -> None:
    url = "sekolah/sd-cahaya-wolasi/"
    server.wait_for(url, "SD Negeri Cahaya Wolasi")
    profile = schools / "sd-cahaya-wolasi" / "sekolah.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("npsn:", "\tnpsn:", 1), encoding="utf-8")
    server.wait_for("terjemahan/", "sd-cahaya-wolasi")
    seen = server.wait_for("sekolah/", "potret-preview")  # the author sees it on the page, too
    assert "schools/sd-cahaya-wolasi/sekolah.yml:" in seen
    server.wait_for("assets/potret/pratinjau.css", ".potret-preview")
    profile.write_text(text, encoding="utf-8")
    server.wait_for(url, "SD Negeri Cahaya Wolasi")
    assert "[yaml-tab]" in server.log.read_text(encoding="utf-8")

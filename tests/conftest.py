"""Built sites, made once for all tests of a run."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from building import REPO, Build, Site, Stick, make_stick, run_mkdocs, write_config
from serving import chromium


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a site: `build(schools=…, options=("--strict",), site_url=…)`."""

    def make(schools: Path = REPO / "schools", options: tuple[str, ...] = ("--strict",), **settings: Any) -> Site:
        folder = tmp_path_factory.mktemp("build")
        done = run_mkdocs(write_config(folder, schools=schools, **settings), *options)
        return Site(folder / "site", done.returncode, done.stdout + done.stderr)

    return make


@pytest.fixture(scope="session")
def shared(build: Build, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Build:
    """Build a site that no test changes, once for all workers of a run: `shared("site", …)`."""
    alone = worker_id == "master"
    common = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent

    def make(name: str, **settings: Any) -> Site:
        note = common / f"{name}.json"
        with FileLock(common / f"{name}.lock"):
            if not note.exists():
                made = build(**settings)
                note.write_text(json.dumps([str(made.root), made.code, made.log]), encoding="utf-8")
        root, code, log = json.loads(note.read_text(encoding="utf-8"))
        return Site(Path(root), code, log)

    return make


@pytest.fixture(scope="session")
def site(shared: Build) -> Site:
    """The sample schools as `make site` builds them."""
    return shared("site")


@pytest.fixture(scope="session")
def published(shared: Build) -> Site:
    """The sample schools on a host, below a folder."""
    return shared("published", site_url="https://contoh.go.id/potret/")


@pytest.fixture(scope="session")
def offline(shared: Build) -> Site:
    """The sample schools for a USB stick: addresses end in index.html."""
    return shared("offline", use_directory_urls=False)


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Stick:
    """A bundle of one sample school, of whose photos one was taken back and one shows somebody without consent."""
    return make_stick(tmp_path_factory.mktemp("stik"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as `make test` found it."""
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def one_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only the first sample school: what is built of it is built in a third of the time."""
    folder = tmp_path_factory.mktemp("one") / "schools"
    shutil.copytree(REPO / "schools/sd-cahaya-wolasi", folder / "sd-cahaya-wolasi")
    return folder


@pytest.fixture
def schools(one_school: Path, tmp_path: Path) -> Path:
    """A copy of the first sample school that a test may break."""
    return Path(shutil.copytree(one_school, tmp_path / "schools"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of `make golden`."""
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def write_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files shall be written anew."""
    return bool(request.config.getoption("--write-golden"))

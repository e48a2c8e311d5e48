"""One build of all hostile schools beside the sound ones."""

import json
import shutil
from pathlib import Path

import pytest
from corpus import Case, assemble
from filelock import FileLock

from building import REPO, Build, Site


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, list[Case]]:
    """The sample schools among hostile ones: their folder and the cases; written once for all workers."""
    base = tmp_path_factory.getbasetemp()
    schools = (base if worker_id == "master" else base.parent) / "hostile" / "schools"
    with FileLock(schools.parent.with_suffix(".lock")):
        note = schools.parent / "cases.json"
        if not note.exists():
            shutil.copytree(REPO / "schools", schools)
            rows = [[getattr(case, name) for name in Case.__slots__] for case in assemble(schools)]
            note.write_text(json.dumps(rows), encoding="utf-8")
    return schools, [Case(*row) for row in json.loads(note.read_text(encoding="utf-8"))]


@pytest.fixture(scope="session")
def cases(hostile: tuple[Path, list[Case]]) -> list[Case]:
    """Every case of the corpus."""
    return hostile[1]


@pytest.fixture(scope="session")
def attacked(shared: Build, hostile: tuple[Path, list[Case]]) -> Site:
    """One build of all."""
    return shared("attacked", schools=hostile[0], options=())

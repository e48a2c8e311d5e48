"""Kiosks, made once for all tests of a worker."""

from pathlib import Path

import pytest

from building import REPO
from exhibits import DAY, EVENT, Make
from potret.commands.kiosk import Wish, assemble, publish


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make a kiosk: `make(slugs=…, event=…, schools_dir=…)`."""

    def made(schools_dir: Path = REPO / "schools", **wishes: object) -> Path:
        out = tmp_path_factory.mktemp("kios") / "kios"
        wish = Wish(schools_dir=schools_dir, cache=REPO / ".cache" / "test", today=DAY, **wishes)  # type: ignore[arg-type]
        exhibit, problems = assemble(wish)
        assert exhibit is not None, [problem.line_of_text("en") for problem in problems]
        assert publish(exhibit, out) == []
        return out

    return made


@pytest.fixture(scope="session")
def folder(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk of an event with two schools, a plan and QR codes."""
    place = tmp_path_factory.mktemp("ekspose")
    plan = REPO / "schools/smp-bahari-lohia/foto/jelajah-alam/peta-lingkungan.png"
    (place / "denah.png").write_bytes(plan.read_bytes())
    (place / "ekspose.yml").write_text(EVENT, encoding="utf-8")
    return make(event=place / "ekspose.yml", address="https://contoh.go.id/potret")

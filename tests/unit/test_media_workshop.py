"""Workers: one photo's time, memory or death costs only that photo, and no worker outlives the run."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from pictures import encoded, phone_photo, upright, write
from potret.media import Reason, Workshop, worker
from potret.media.limit import HEAVY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of memory")

# A worker whose decoder does what a file's name says.
MOODY = """
import os, sys, time
from potret.media import photo, worker
real = photo.encode
def encode(file, boxes, *rest):
    if file.stem in {"exit", "once", "killed"}:
        open(os.path.join(file.parent, "cache", file.stem + "-320.webp"), "wb").close()
    if file.stem == "sleep":
        time.sleep(1000)
    if file.stem == "exit":
        os._exit(3)
    if file.stem == "killed":
        os.kill(os.getpid(), 9)
    if file.stem == "crash":
        os.kill(os.getpid(), 11)
    if file.stem == "speaks":
        print("Warning: strange file", flush=True)
    if file.stem == "once" and not (file.parent / "seen").exists():
        (file.parent / "seen").touch()
        os._exit(4)
    return real(file, boxes, *rest)
photo.encode = encode
worker.main()
"""


@pytest.fixture
def moody(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    monkeypatch.setattr("potret.media.workshop._COMMAND", (sys.executable, "-c", MOODY))
    with Workshop(seconds=8, patience=1, side_by_side=2) as opened:
        yield opened


def job(folder: Path, name: str, data: bytes) -> worker.Job:
    (folder / "cache").mkdir(exist_ok=True)
    file = write(folder, name, data)
    return worker.Job(folder / "cache", file.stem, file, (), hashlib.sha256(data).hexdigest())


MOODS = {
    "sleep": HEAVY,
    "killed": HEAVY,
    "exit": Reason("photo-unreadable", {"reason": "exit 3"}),
    "crash": Reason("photo-unreadable", {"reason": "signal 11"}),
}


def test_a_photo_that_harms_its_worker_costs_only_itself(tmp_path: Path, moody: Workshop) -> None:
    names = ["a", "sleep", "b", "exit", "c", "crash", "once", "killed", "speaks", "d"]
    jobs = [job(tmp_path, f"{name}.jpg", phone_photo(size=(60 + at, 40))) for at, name in enumerate(names)]
    assert moody.make_all(jobs, "sd-1") == MOODS
    made = {file.name.partition("-")[0].partition(".")[0] for file in (tmp_path / "cache").iterdir()}
    assert made == {"a", "b", "c", "once", "speaks", "d"}


@pytest.mark.parametrize("name", MOODS)
def test_a_single_photo_is_made_in_a_worker_too(tmp_path: Path, moody: Workshop, name: str) -> None:
    assert moody.make_all([job(tmp_path, f"{name}.jpg", phone_photo())], "sd-1") == {name: MOODS[name]}


def test_too_much_memory_is_refused_and_the_next_photo_made(tmp_path: Path) -> None:
    transparent = encoded(Image.new("RGBA", (5000, 4000)), "PNG", compress_level=1)
    with Workshop(memory=120, side_by_side=1) as opened:
        jobs = [job(tmp_path, "berat.png", transparent), job(tmp_path, "b.jpg", phone_photo())]
        assert opened.make_all(jobs, "sd-1") == {"berat": HEAVY}


def many_scans(count: int) -> bytes:
    """A progressive JPEG whose last scan is repeated: few bytes each, and the whole picture is gone over each time."""
    plain = encoded(Image.new("L", (7000, 7000)), "JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    return plain[:last] + plain[last:-2] * count + plain[-2:]


def test_too_much_time_is_refused(tmp_path: Path) -> None:
    with Workshop(seconds=3, side_by_side=1) as opened:
        jobs = [job(tmp_path, "lama.jpg", many_scans(1000)), job(tmp_path, "b.jpg", phone_photo())]
        assert opened.make_all(jobs, "sd-1") == {"lama": HEAVY}


def test_no_worker_is_started_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    with Workshop() as opened:
        assert opened.make_all([], "sd-1") == {}


def test_a_worker_that_died_between_two_photos_is_replaced(tmp_path: Path) -> None:
    with Workshop(side_by_side=1) as opened:
        assert opened.make_all([job(tmp_path, "a.jpg", phone_photo())], "sd-1") == {}
        process = opened._workers[0]._process  # noqa: SLF001 - nobody else may end it
        assert process is not None
        process.kill()
        process.wait()
        assert opened.make_all([job(tmp_path, "b.jpg", phone_photo())], "sd-1") == {}
    with pytest.raises(RuntimeError):
        opened.make_all([job(tmp_path, "c.jpg", phone_photo())], "sd-1")


def test_a_worker_that_cannot_start_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("potret.media.workshop._COMMAND", (sys.executable, "-c", "raise SystemExit(7)"))
    with Workshop(side_by_side=1) as opened:
        failed = opened.make_all([job(tmp_path, "a.jpg", phone_photo())], "sd-1")
    assert failed == {"a": Reason("photo-unreadable", {"reason": "exit 7"})}


def test_a_job_and_its_names_survive_the_pipe() -> None:
    name = os.fsdecode(b"/tmp/caf\xe9 \xf0\x9f\x93\xb7\nx.jpg")
    one = worker.Job(Path("/a"), "k", Path(name), ((1.5, 2.0, 3.0, 4.0),), "ab")
    assert one.line().count(b"\n") == 1
    assert worker.read_job(one.line()) == one


RUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in its background
from pathlib import Path
from potret.media import Workshop, workshop, worker
workshop._COMMAND = (sys.executable, "-c", sys.argv[2])
folder = Path(sys.argv[1])
(folder / "sleep.jpg").touch()
job = worker.Job(folder, "k", folder / "sleep.jpg", (), "")
with Workshop(side_by_side=2) as opened:
    opened.make_all([job, job, job], "sd-1")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are listed in /proc")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, -2), (signal.SIGTERM, -15), (signal.SIGKILL, -9)])
def test_no_worker_outlives_the_run(tmp_path: Path, number: int, code: int) -> None:
    script = MOODY.replace("time.sleep(1000)", "(file.parent / f'{os.getpid()}.pid').touch(); time.sleep(8)")
    run = subprocess.Popen([sys.executable, "-c", RUN, tmp_path, script], stderr=subprocess.DEVNULL)
    started = waited_for(lambda: [int(file.stem) for file in tmp_path.glob("*.pid")], 2)
    run.send_signal(number)
    assert run.wait(20) == code
    assert waited_for(lambda: [pid for pid in started if not Path(f"/proc/{pid}").exists()], 2)


def waited_for(found: object, count: int) -> list[int]:
    until = time.monotonic() + 20
    while time.monotonic() < until and len(found()) < count:
        time.sleep(0.02)
    assert len(found()) >= count
    return found()


@pytest.mark.parametrize(("count", "is_terminal", "seen"), [(8, True, True), (7, True, False), (8, False, False)])
def test_a_bar_is_shown_for_many_photos_on_a_terminal(
    tmp_path: Path,
    workshop: Workshop,
    count: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_terminal: bool,
    seen: bool,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    data = encoded(upright((40, 30)), "PNG")
    jobs = [job(tmp_path, f"{number}.png", data) for number in range(count)]
    assert workshop.make_all(jobs, "sd-1") == {}
    printed = capsys.readouterr()
    assert ("sd-1" in printed.err) is seen
    assert printed.out == ""

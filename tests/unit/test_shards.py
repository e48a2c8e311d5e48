import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from potret.shards import Digests, Pool, Setting, ShardStore, link_tree, school_key, swap
from potret.shards.schedule import DISK
from potret.shards.swap import beside, recover

SETTING = Setting("code", "config", "frame")
DAY = date(2019, 7, 1)
OLD = 1_500_000_000


def write(file: Path, text: str, *, at: int | None = OLD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if at is not None:
        os.utime(file, (at, at))
    return file


def key(root: Path, *, day: date = DAY, setting: Setting = SETTING, withdrawn: tuple[str, ...] = ()) -> str:
    return school_key("sd", Digests(root / "none.json").tree(root / "sd"), withdrawn, setting, day)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    write(tmp_path / "sd/sekolah.yml", "nama: SD\n")
    write(tmp_path / "sd/foto/a/album.yml", "sampai: 2019-07-01\n")
    write(tmp_path / "sd/foto/a/x.jpg", "pixels")
    return tmp_path


def test_a_key_stays_while_nothing_changes(school: Path) -> None:
    assert key(school) == key(school)
    assert key(school, withdrawn=("of-another",)) == key(school)
    assert key(school, day=date(2019, 6, 1)) == key(school, day=date(2019, 5, 1))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: write(root / "sd/sekolah.yml", "nama: SE\n"), id="same size and time, other text"),
        pytest.param(lambda root: write(root / "sd/potret.md", ""), id="one file more"),
        pytest.param(lambda root: (root / "sd/foto/a/x.jpg").unlink(), id="one file less"),
        pytest.param(lambda root: (root / "sd/foto/a/x.jpg").rename(root / "sd/foto/a/y.jpg"), id="another name"),
    ],
)
def test_a_key_follows_the_folder(school: Path, change: Callable[[Path], object]) -> None:
    before = key(school)
    change(school)
    assert key(school) != before


def test_a_key_follows_what_is_outside_the_folder(school: Path) -> None:
    taken = Digests(school / "none.json").of(str(school / "sd/foto/a/x.jpg")).sha256
    others = [
        key(school, setting=Setting("code 2", "config", "frame")),
        key(school, setting=Setting("code", "config", "other menu")),
        key(school, withdrawn=(taken,)),
        key(school, day=date(2019, 7, 2)),  # the consent has ended
        key(school, day=date(2020, 7, 1)),
    ]
    assert len({key(school), *others}) == 6


def test_a_digest_is_kept_and_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file, table = write(tmp_path / "a.md", "one 2019-07-01"), tmp_path / "digests.json"
    time.sleep(2.1)  # a file touched just now is not remembered
    digests = Digests(table)
    first = digests.of(str(file))
    digests.save()
    assert first.dates == ("2019-07-01",)
    assert len(json.loads(table.read_text())["files"]) == 1
    write(file, "two 2019-07-02")  # the clock jumped back: the same size and the same time
    assert Digests(table).load().of(str(file)) != first


def test_a_file_of_the_future_is_read_every_time(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md", "one", at=int(time.time()) + 10_000)
    digests = Digests(tmp_path / "digests.json")
    digests.of(str(file))
    digests.save()
    assert json.loads((tmp_path / "digests.json").read_text())["files"] == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 1, "files": {"a": [1]}}'])
def test_a_broken_table_is_an_empty_one(tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "a.md", "one")
    assert len(Digests(write(tmp_path / "t.json", text)).load().of(str(file)).sha256) == 64


@pytest.fixture
def store(tmp_path: Path) -> ShardStore:
    return ShardStore(tmp_path / "shards")


def make(store: ShardStore, name: str = "k") -> None:
    folder = store.begin()
    write(folder / "situs/sekolah/sd/index.html", "<p>page", at=None)
    store.finish(folder, name, b"record", {"pages": 1})


def test_a_shard_comes_back_as_it_was_written(store: ShardStore) -> None:
    make(store)
    shard = store.get("k")
    assert shard is not None
    assert (shard.files, shard.record(), shard.about) == (("sekolah/sd/index.html",), b"record", {"pages": 1})
    make(store)  # another process made the same one
    assert [folder.name for folder in store.root.iterdir()] == ["k"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda root: write(root / "situs/sekolah/sd/index.html", "<p>evil", at=None), id="page"),
        pytest.param(lambda root: write(root / "situs/sekolah/sd/index.html", "", at=None), id="torn"),
        pytest.param(lambda root: (root / "situs/sekolah/sd/index.html").unlink(), id="gone"),
        pytest.param(lambda root: write(root / "catatan.pickle", "evil!!", at=None), id="record"),
        pytest.param(lambda root: write(root / "manifes.json", "{}", at=None), id="manifest"),
        pytest.param(lambda root: (root / "manifes.json").unlink(), id="no manifest"),
    ],
)
def test_a_damaged_shard_is_thrown_away(store: ShardStore, damage: Callable[[Path], object]) -> None:
    make(store)
    damage(store.root / "k")
    assert store.get("k") is None
    assert not (store.root / "k").exists()
    make(store)
    assert store.get("k") is not None


def test_half_a_shard_is_no_shard_and_is_tidied_up(store: ShardStore) -> None:
    make(store)
    half = store.begin()
    store.tidy({"k"})
    assert not half.exists()
    assert store.get("k") is not None


def test_linked_files_are_the_same_bytes_and_replace_what_is_there(tmp_path: Path) -> None:
    write(tmp_path / "a/x/y.html", "new")
    write(tmp_path / "b/x/y.html", "old")
    link_tree(tmp_path / "a", tmp_path / "b", ["x/y.html"])
    assert (tmp_path / "b/x/y.html").samefile(tmp_path / "a/x/y.html")


def test_without_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", no_link)
    write(tmp_path / "a/x.html", "new")
    link_tree(tmp_path / "a", tmp_path / "b", ["x.html"])
    assert (tmp_path / "b/x.html").read_text() == "new"


def test_a_full_disk_is_no_reason_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", full)
    write(tmp_path / "a/x.html", "new")
    with pytest.raises(OSError, match="full"):
        link_tree(tmp_path / "a", tmp_path / "b", ["x.html"])


@pytest.mark.parametrize("platform", [pytest.param(sys.platform, id="here"), pytest.param("plan9", id="elsewhere")])
def test_the_new_site_takes_the_old_ones_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    site = tmp_path / "site"
    monkeypatch.setattr(sys, "platform", platform)
    for text in ("one", "two", "three"):
        write(beside(site, "baru") / "index.html", text)
        swap(beside(site, "baru"), site)
        assert (site / "index.html").read_text() == text
        assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_mended(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(beside(site, "lama") / "index.html", "old")
    write(beside(site, "baru") / "index.html", "half")
    recover(site)
    assert (site / "index.html").read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def work(task: object) -> object:
    if task == "raise":
        raise ValueError("broken")
    if task == "full":
        raise OSError(errno.ENOSPC, "no space")
    if task == "hang":
        time.sleep(600)
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{task}!"


def prepare() -> Callable[[object], object]:
    return work


def test_one_task_that_fails_hangs_or_kills_its_worker_costs_no_other() -> None:
    tasks = ["a", "raise", "b", "hang", "c", "die", "d", "full"]
    with Pool(prepare, 2, lambda task: 1.5 if task == "hang" else 60) as pool:
        found = {outcome.task: outcome for outcome in pool.run(tasks)}
    assert {task: one.result for task, one in found.items() if not one.error} == {name: f"{name}!" for name in "abcd"}
    errors = {task: one.error for task, one in found.items() if one.error}
    assert errors.pop("full").startswith(DISK)
    assert errors == {"raise": "ValueError: broken", "hang": "hang", "die": "died"}


def test_something_else_is_done_once_while_they_work() -> None:
    done: list[str] = []
    with Pool(prepare, 1, lambda _: 60) as pool:
        done += (outcome.task for outcome in pool.run(["a", "b"], lambda: done.append("meanwhile")))
    assert done == ["meanwhile", "a", "b"]


def test_a_task_is_asked_for_when_somebody_is_free() -> None:
    asked: list[str] = []

    def tasks() -> Iterator[str]:
        for name in "abc":
            asked.append(name)
            yield name

    with Pool(prepare, 1, lambda _: 60) as pool:
        ended = [(outcome.task, "".join(asked)) for outcome in pool.run(tasks(), lambda: asked.append("-"))]
    assert ended == [("a", "a-"), ("b", "a-b"), ("c", "a-bc")]


def test_without_tasks_nobody_is_hired() -> None:
    done: list[str] = []

    with Pool(prepare, 2, lambda _: 60) as pool:
        assert list(pool.run([], lambda: done.append(str(multiprocessing.active_children())))) == []
    assert done == ["[]"]


SCRIPT = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in its background
from potret.shards import Pool
def work(task):
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece: two workers write
    time.sleep(600)
def prepare():
    return work
try:
    with Pool(prepare, 2, lambda task: 600) as pool:
        list(pool.run([1, 2, 3]))
except KeyboardInterrupt:
    sys.exit(130)
"""


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9), (signal.SIGTERM, -15)])
def test_workers_end_with_the_build(sent: signal.Signals, code: int) -> None:
    with subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        try:
            workers = [int(build.stdout.readline()) for _ in range(2)]
            build.send_signal(sent)
            assert build.wait(60) == code
        finally:
            build.kill()  # or the end of this block would wait for it
        until = time.monotonic() + 60
        while any(is_alive(worker) for worker in workers) and time.monotonic() < until:
            time.sleep(0.05)
        assert [worker for worker in workers if is_alive(worker)] == []

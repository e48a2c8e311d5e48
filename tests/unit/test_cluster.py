"""What `potret build --scheduler` refuses, notices and keeps in order, without a cluster."""

import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from potret.carriage.depot import depot
from potret.carriage.fault import DamagedError, StoreError
from potret.reading import SchoolFolder
from potret_mkdocs.cluster import crew, program
from potret_mkdocs.cluster.bench import refused
from potret_mkdocs.cluster.carrier import Carrier
from potret_mkdocs.cluster.craft import FrameError
from potret_mkdocs.cluster.errand import Answer, Errand
from potret_mkdocs.cluster.fault import ClusterError
from potret_mkdocs.cluster.ledger import Ledger
from potret_mkdocs.cluster.luggage import NOTE, pack
from potret_mkdocs.cluster.relocation import relocated
from potret_mkdocs.cluster.scratch import scratch_folder, sweep
from potret_mkdocs.cluster.watch import Watch
from potret_mkdocs.cluster.wish import Wish

TCP = "tcp://127.0.0.1:8786"
WISH = Wish(TCP, "file:///bersama", "")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish("localhost:8786", "/bersama"), "cluster-address"),
        (Wish("tcp://localhost", "/bersama"), "cluster-address"),
        (Wish("tcp://localhost:x", "/bersama"), "cluster-address"),
        (Wish("http://localhost:8786", "/bersama"), "cluster-address"),
        (Wish(TCP, ""), "cluster-store-missing"),
        (Wish(TCP, "http://contoh.go.id/x"), "cluster-store-kind"),
        (Wish(TCP, "simplecache::s3://ember/x"), "cluster-store-kind"),
        (Wish(TCP, "s3:///x"), "cluster-store-kind"),
        (Wish(TCP, "file:///"), "cluster-store-kind"),
        (Wish(TCP, "s3://ember/../x"), "cluster-store-kind"),
        (Wish(TCP, "s3://kunci:rahasia@ember/x"), "cluster-store-secret"),
        (Wish(TCP, "s3://ember/x", "https://kunci:rahasia@s3.contoh.go.id"), "cluster-store-secret"),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_connected(wish: Wish, code: str) -> None:
    with pytest.raises(ClusterError) as found:
        wish.executor(1)
    assert found.value.problem.code == code
    assert "rahasia" not in found.value.problem.line_of_text("id")


def test_without_a_scheduler_this_machine_makes_the_schools() -> None:
    assert Wish().executor(2) is None


@pytest.mark.parametrize(
    ("store", "url"),
    [
        ("s3://ember/potret/", "s3://ember/potret"),
        ("file:///mnt/bersama", "file:///mnt/bersama"),
        ("/mnt/bersama dinas", "file:///mnt/bersama dinas"),
    ],
)
def test_a_path_is_a_store(store: str, url: str) -> None:
    assert Wish(TCP, store).checked().store == url


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "SECONDS", 0.2)
    with pytest.raises(ClusterError) as found, crew.joined(Wish("tcp://127.0.0.1:1", "", "")):
        pass
    assert found.value.problem.code == "cluster-scheduler"


class Client:
    """A cluster as far as it is asked here."""

    def __init__(
        self, found: object = None, workers: tuple[str, ...] = ("tcp://a:1",), status: str = "running"
    ) -> None:
        self.found, self.workers, self.status = found, workers, status
        self.ended: list[str] = []

    def wait_for_workers(self, _: int, timeout: float) -> None:
        if not self.workers:
            raise TimeoutError(timeout)

    def run(self, _: object, on_error: str) -> dict[str, object]:
        assert on_error == "return"
        return dict.fromkeys(self.workers, self.found)

    def scheduler_info(self) -> dict[str, object]:
        return {"workers": self.workers}

    def restart_workers(self, workers: list[str], **_: object) -> None:
        self.ended += workers


@pytest.mark.parametrize(
    ("client", "code"),
    [
        (Client(workers=()), "cluster-workers"),
        (Client(("0123", "potret 9")), "cluster-version"),
        (Client(ModuleNotFoundError("No module named 'potret'")), "cluster-version"),
    ],
    ids=["nobody", "another version", "no potret"],
)
def test_workers_with_another_program_are_named(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("POTRET_WORKER_DIR", str(tmp_path))
    with pytest.raises(ClusterError) as found:
        crew.alike(client, WISH)
    assert found.value.problem.code == code
    crew.alike(Client(program.inspect()), WISH)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (DamagedError("ab"), "damaged"),
        (StoreError("NoSuchBucket"), "store"),
        (FrameError(), "frame"),
        (OSError(28, "No space left on device"), "disk"),
        (PermissionError(13, "Permission denied"), "school"),
        (ValueError("rusak"), "school"),
    ],
)
def test_a_worker_says_what_went_wrong(
    error: Exception, kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("POTRET_WORKER_DIR", str(tmp_path))
    assert refused(error, "school").kind == kind


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("code", "cluster-version"),
        ("frame", "cluster-version"),
        ("store", "cluster-store"),
        ("disk", "cluster-disk"),
        ("setup", "cluster-setup"),
    ],
)
def test_what_stops_a_build_has_a_code(kind: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POTRET_WORKER_DIR", str(tmp_path))
    inputs = depot(f"file://{tmp_path}", "", "masukan")
    carrier = Carrier(WISH, Any, Errand("1", "", "", "", ""), inputs, inputs, {})
    folder = SchoolFolder(tmp_path / "sd-a", "schools/sd-a")
    assert carrier.take(folder, "k", Answer(kind="school", reason="rusak")).error == "rusak"
    with pytest.raises(ClusterError) as found:
        carrier.take(folder, "k", Answer(kind=kind, reason="sebab"))
    assert found.value.problem.code == code


def test_a_school_that_hangs_costs_its_worker_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POTRET_SECONDS", "0")
    client = Client()
    watch = Watch(client, WISH, 0)
    folders = [SchoolFolder(tmp_path / slug, f"schools/{slug}") for slug in ("sd-a", "sd-b", "sd-c")]
    watch.begin(folders)
    for slug in ("sd-a", "sd-b"):
        watch.heard((0.0, {"slug": slug, "worker": f"tcp://{slug}:1"}))
    watch.ended("sd-b")
    time.sleep(0.01)
    assert list(watch.overdue({"sd-a", "sd-b", "sd-c"})) == [folders[0]]
    assert client.ended == ["tcp://sd-a:1"]
    watch.heard((0.0, {"slug": "sd-b", "worker": "tcp://sd-b:1"}))  # told too late
    assert list(watch.overdue({"sd-c"})) == []


@pytest.mark.parametrize(
    ("client", "code"), [(Client(workers=()), "cluster-workers"), (Client(status="connecting"), "cluster-lost")]
)
def test_a_cluster_that_is_gone_is_given_up(client: Client, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(client, WISH, 0)
    watch.begin([])
    assert list(watch.overdue(())) == []
    monkeypatch.setattr("potret_mkdocs.cluster.watch.ALONE", 0)
    with pytest.raises(ClusterError) as found:
        list(watch.overdue(()))
    assert found.value.problem.code == code
    with pytest.raises(ClusterError):
        watch.why(SimpleNamespace(status="lost"))


def test_paths_of_a_record_lead_to_the_main_machine(tmp_path: Path) -> None:
    record = pickle.dumps({"in": tmp_path / "schools/sd-a/x.pdf", "out": Path("/lain/x"), "text": str(tmp_path)})
    moved = pickle.loads(relocated(record, {tmp_path / "schools": Path("/utama/schools")}))  # noqa: S301 - ours
    assert moved == {"in": Path("/utama/schools/sd-a/x.pdf"), "out": Path("/lain/x"), "text": str(tmp_path)}


def making(folder: Path, **settings: object) -> Any:
    own = SimpleNamespace(schools_dir=str(folder / "schools"), cache_dir=str(folder / "cache"))
    plugins = {"potret/schools": SimpleNamespace(config=own)}

    class Config(dict[str, object]):
        config_file_path = str(folder / "situs/mkdocs.yml")
        theme = SimpleNamespace(custom_dir=str(folder / "situs/rangka"))

    config = Config(docs_dir=str(folder / "content"), hooks={"hook.py": None}, **settings)
    config.plugins = plugins  # type: ignore[attr-defined]
    language = SimpleNamespace(config=config, schools=SimpleNamespace(config=own))
    frame = SimpleNamespace(languages=[language], digest="bingkai")
    day = time.gmtime()
    return SimpleNamespace(
        frame=frame, withdrawn={"sd-a": frozenset("ba")}, day=SimpleNamespace(isoformat=lambda: f"{day.tm_year}-01-01")
    )


def test_the_luggage_holds_all_a_worker_reads(tmp_path: Path) -> None:
    names = ("situs/mkdocs.yml", "induk.yml", "situs/hook.py", "situs/rangka/main.html", "content/a/index.md")
    for name in (*names, "schools/sd-a/sekolah.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("INHERIT: ../induk.yml\n" if name.endswith("mkdocs.yml") else "", "utf-8")
    luggage = pack(making(tmp_path))
    assert set(luggage) == {*names, NOTE}
    note = json.loads(luggage.pop(NOTE))  # type: ignore[arg-type]
    assert (note["config"], note["docs"], note["hooks"]) == ("situs/mkdocs.yml", "content", ["situs/hook.py"])
    assert note["withdrawn"] == {"sd-a": ["a", "b"]}


def test_the_store_forgets_schools_that_are_gone(tmp_path: Path) -> None:
    inputs = depot(f"file://{tmp_path}/bersama", "", "masukan")
    first, second, old = (inputs.put(text) for text in (b"satu", b"dua", b"lama"))
    for slug in ("sd-a", "sd-b"):
        (tmp_path / "schools" / slug).mkdir(parents=True)
    (tmp_path / "cache").mkdir()
    ledger = Ledger.of(making(tmp_path), "file:///bersama")
    ledger.settle(inputs, {"sd-a": frozenset({first, old}), "sd-b": frozenset({second})})
    ledger.settle(inputs, {"sd-a": frozenset({first})})  # sd-b was not asked for: it has not changed
    names = {place.rpartition("/")[2] for place in inputs.fs.find(inputs.root)}
    assert names == {first, second}
    (tmp_path / "schools/sd-b").rmdir()
    ledger.settle(inputs, {})
    assert {place.rpartition("/")[2] for place in inputs.fs.find(inputs.root)} == {first}


@pytest.mark.skipif(os.name != "posix", reason="processes by number")
def test_what_a_killed_worker_left_is_swept_up(tmp_path: Path) -> None:
    leave = "import os, sys; from pathlib import Path; from potret_mkdocs.cluster.scratch import scratch_folder\n"
    leave += "with scratch_folder(Path(sys.argv[1])) as place: (place / 'sekolah.yml').touch(); os._exit(9)"
    subprocess.run([sys.executable, "-c", leave, str(tmp_path)], check=False)
    with scratch_folder(tmp_path) as ours:
        assert len(list(tmp_path.iterdir())) == 2
        sweep(tmp_path)
        assert list(tmp_path.iterdir()) == [ours]
    assert list(tmp_path.iterdir()) == []

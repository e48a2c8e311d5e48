"""Folders through a store: all stores alike, nothing twice, nothing believed."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from potret.carriage import parcel as parcels
from potret.carriage.depot import Depot, depot
from potret.carriage.fault import DamagedError, StoreError
from potret.carriage.parcel import receive, send
from potret.carriage.survey import survey

BIG = os.urandom(300_000)
STORES = ("memory", "file", "s3")


@pytest.fixture(scope="module")
def moto() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Depot:
    kind = getattr(request, "param", "file")
    if kind == "memory":
        return depot(f"memory://{tmp_path}", "", "masukan")
    if kind == "file":
        return depot(f"file://{tmp_path}/bersama dinas", "", "masukan")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "uji")
    made = depot("s3://ember/potret", request.getfixturevalue("moto"), "masukan")
    made.fs.mkdirs("ember", exist_ok=True)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "sd-a"
    (root / "foto/kosong").mkdir(parents=True)
    (root / "sekolah.yml").write_text("nama: SD\n", encoding="utf-8")
    (root / "kosong.md").touch()
    (root / "foto/besar.jpg").write_bytes(BIG)
    (root / "tautan.md").symlink_to("../luar.md")
    return root


def carried(root: Path, store: Depot) -> parcels.Parcel:
    found = survey(root)
    return send(found.files, store, found.folders, found.links)


@pytest.mark.parametrize("store", STORES, indirect=True)
def test_a_folder_arrives_as_it_was(store: Depot, folder: Path, tmp_path: Path) -> None:
    sent = carried(folder, store)
    assert sent.sums["foto/besar.jpg"] == hashlib.sha256(BIG).hexdigest()
    receive(sent.name, store, tmp_path / "tiba")
    arrived, gone = survey(tmp_path / "tiba"), survey(folder)
    assert (arrived.folders, arrived.links) == (gone.folders, gone.links)
    assert {path: file.read_bytes() for path, file in arrived.files.items()} == {
        path: file.read_bytes() for path, file in gone.files.items()
    }
    assert not [place for place in store.fs.find(store.root) if "/." in place], "half a file stayed"


@pytest.mark.parametrize("store", STORES, indirect=True)
def test_nothing_is_put_there_twice(store: Depot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = carried(folder, store)
    written: list[str] = []
    monkeypatch.setattr(Depot, "_write", lambda _, digest, __: written.append(digest))
    assert carried(folder, store).name == first.name
    assert written == []


def test_packs_are_closed_when_they_are_full(
    store: Depot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcels, "FULL", 10)
    for number in range(9):
        (folder / f"{number}.md").write_text(f"halaman {number}", encoding="utf-8")
    sent = carried(folder, store)
    assert len(sent.parts) > 6
    receive(sent.name, store, tmp_path / "tiba")
    assert [(tmp_path / f"tiba/{number}.md").read_text("utf-8") for number in range(9)] == [
        f"halaman {number}" for number in range(9)
    ]


def test_what_was_changed_in_the_store_is_found_and_can_be_put_anew(store: Depot, folder: Path, tmp_path: Path) -> None:
    sent = carried(folder, store)
    for number, place in enumerate(store.fs.find(store.root)):
        kept = store.fs.cat_file(place)
        store.fs.pipe_file(place, b"x" * len(kept))
        with pytest.raises(DamagedError) as found:
            receive(sent.name, store, tmp_path / f"rusak-{number}")
        assert found.value.digest == place.rpartition("/")[2]
        store.forget(found.value.digest)
        assert carried(folder, store).name == sent.name
    receive(sent.name, store, tmp_path / "tiba")


@pytest.mark.parametrize("path", ["../luar", "/etc/x", "a/../../x", "", "a\\b", "a\0b"])
@pytest.mark.parametrize("what", ["files", "folders", "links"])
def test_no_list_leads_out_of_the_folder(store: Depot, tmp_path: Path, path: str, what: str) -> None:
    pack = store.put(b"x")
    entry = {"files": [[path, 1, hashlib.sha256(b"x").hexdigest(), pack]], "folders": [path], "links": {path: "y"}}
    listing = {"files": [], "folders": [], "links": {}, what: entry[what]}
    with pytest.raises(DamagedError):
        receive(store.put(json.dumps(listing).encode()), store, tmp_path / "tiba")


@pytest.mark.parametrize(
    ("strange", "is_plain"),
    [
        (lambda root: (root / "biasa.md").touch(), True),
        (lambda root: os.link(root / "sekolah.yml", root / "dua.yml"), False),
        (lambda root: os.mkfifo(root / "pipa"), False),
        (lambda root: (root / ".git").mkdir(), False),
        (lambda root: (root / "a\\b.md").touch(), False),
    ],
    ids=["plain", "hard link", "pipe", "unseen by the key", "backslash"],
)
@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_what_would_not_arrive_as_it_is_stays_here(folder: Path, strange: object, *, is_plain: bool) -> None:
    strange(folder)  # type: ignore[operator]
    assert survey(folder).is_plain is is_plain


def test_only_what_is_needed_stays(store: Depot) -> None:
    kept, old = store.put(b"satu"), store.put(b"dua")
    store.clear(frozenset({kept}))
    assert store.get(kept) == b"satu"
    with pytest.raises(StoreError):
        store.get(old)


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(StoreError, match="berkas"):
        depot(f"file://{tmp_path}/berkas", "", "masukan").put(b"x")

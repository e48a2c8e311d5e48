"""`potret build --scheduler` against `potret build`: the same site, made by workers of which one is killed."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from test_build import BUILD, OTHERS, tree
from test_build_faults import hand_in

from building import REPO, write_config

pytestmark = [pytest.mark.site, pytest.mark.skipif(os.name != "posix", reason="kills by signal")]

SECRET = "kunci-rahasia"  # noqa: S105 - moto takes any
HOST = """
import sys
import boto3
from distributed import LocalCluster
from moto.server import ThreadedMotoServer
store = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
store.start()
place = "http://127.0.0.1:%d" % store.get_host_and_port()[1]
boto3.client("s3", endpoint_url=place, region_name="us-east-1").create_bucket(Bucket="ember")
options = dict(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
with LocalCluster(**options) as cluster:
    print(cluster.scheduler_address, place, flush=True)
    sys.stdin.read()
"""
HOOK = """
import os, pathlib, signal
FLAG = pathlib.Path({flag!r})
def on_page_markdown(markdown, page, **_):
    if "sd-b" in page.file.src_uri and FLAG.exists():
        FLAG.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("klaster")
    hand_in(folder)
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Beranda\n", encoding="utf-8")
    (folder / "hook.py").write_text(HOOK.format(flag=str(folder / "flag")), encoding="utf-8")
    settings: dict[str, Any] = {"docs_dir": "content", "nav": [{"Beranda": "index.md"}], "hooks": ["hook.py"]}
    settings["plugins"] = [{"potret/schools": {"manual": False}}, OTHERS[-1]]  # what costs time and is no shard's
    write_config(folder, schools=folder / "schools", site_url="https://contoh.go.id/", **settings)
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    own = {"AWS_ACCESS_KEY_ID": "potret", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_DEFAULT_REGION": "us-east-1"}
    own |= {"POTRET_WORKER_DIR": str(tmp_path_factory.mktemp("pekerja")), "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **own, "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def addresses(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Start two workers and an S3 server, all on the loopback."""
    pipe, place = subprocess.PIPE, tmp_path_factory.mktemp("dask")
    with subprocess.Popen(
        [sys.executable, "-c", HOST], stdin=pipe, stdout=pipe, text=True, env=environment, cwd=place
    ) as host:
        assert host.stdout is not None
        scheduler, store = host.stdout.readline().split()
        yield scheduler, store
        host.communicate("")


def run(home: Path, name: str, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    config = home / "mkdocs.yml"
    cache = home / "cache" / name
    text = config.read_text(encoding="utf-8")
    for known in (REPO / ".cache" / "test", home / "cache" / "satu"):
        text = text.replace(f"cache_dir: {known}\n", f"cache_dir: {cache}\n")
    config.write_text(text, encoding="utf-8")
    command = [*BUILD, "-f", str(config), "--out", str(home / name), *options]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)


def test_a_cluster_makes_the_same_site_although_a_worker_dies(
    home: Path, environment: dict[str, str], addresses: tuple[str, str]
) -> None:
    scheduler, store = addresses
    alone = run(home, "satu", environment)
    assert alone.returncode == 0, alone.stdout + alone.stderr
    (home / "flag").touch()
    place = ("--store", "s3://ember/potret", "--endpoint", store)
    done = run(home, "banyak", environment, "--scheduler", scheduler, *place)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert SECRET not in said
    assert not (home / "flag").exists(), "no worker was killed"
    ours, theirs = tree(home / "banyak"), tree(home / "satu")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert left(store) == {"masukan"}
    worker = Path(environment["POTRET_WORKER_DIR"])
    assert not list(worker.rglob("sekolah.yml")), "a school stayed at a worker"


def left(store: str) -> set[str]:
    """Name the folders of the store that hold anything."""
    with urlopen(f"{store}/ember?list-type=2") as found:  # noqa: S310 - moto on the loopback
        return set(re.findall(r"<Key>potret/(\w+)/", found.read().decode()))

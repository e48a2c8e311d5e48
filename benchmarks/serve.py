"""`potret serve` over a province: start, first page, a change until it is on screen, memory.

`python benchmarks/serve.py FOLDER --schools 440` writes the province into FOLDER unless it is there. A change is a word
in a school's portrait; it counts as on screen when the server has told the browser and given the new page.
"""

import argparse
import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

from province import slug, write_province


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _get(port: int, url: str) -> tuple[int, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    line.request("GET", url)
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def _memory(pid: int) -> tuple[float, float]:
    """Give what the server holds now and held at most, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return int(found["VmRSS"]) / 1024, int(found["VmHWM"]) / 1024


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _news(port: int, page: str) -> http.client.HTTPResponse:
    """Listen as the page's script does."""
    about, since = (page.partition(f'data-{name}="')[2].partition('"')[0] for name in ("tentang", "sejak"))
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", f"/_potret/kabar?{about}.{since}")
    return line.getresponse()


def _change(port: int, schools: Path, number: int, turn: int, pid: int) -> tuple[float, float]:
    """Change a word; give seconds until the new page is there, and the server's CPU for it."""
    url, word = f"/sekolah/{slug(number)}/", f"kata{turn}x{number}"
    news = _news(port, _get(port, url)[1])
    file = schools / slug(number) / "potret.md"
    before = _cpu(pid)
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\nTambahan {word}.\n")
    began = time.perf_counter()
    while b"berubah" not in (line := news.readline()):
        if not line:
            sys.exit("the server hung up")
    if word not in _get(port, url)[1]:
        sys.exit("the page is not the new one")
    return time.perf_counter() - began, _cpu(pid) - before


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--schools", type=int, default=440)
    parser.add_argument("--changes", type=int, default=9)
    wanted = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts with & ignores it
    config = wanted.folder / "mkdocs.yml"
    if not config.exists():
        write_province(wanted.folder, wanted.schools)
    port, began = _port(), time.perf_counter()
    program = str(Path(sys.executable).with_name("potret"))
    command = [program, "serve", "--no-buka", "--port", str(port), "-f", str(config)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in process.stdout or ():
        if "http://" in line:
            break
    ready = time.perf_counter()
    print(f"ready after {ready - began:.1f} s ({_cpu(process.pid):.1f} s CPU)")
    status, _ = _get(port, f"/sekolah/{slug(5)}/")
    print(f"first page of a school {time.perf_counter() - ready:.2f} s ({status})")
    busy = [_change(port, wanted.folder / "schools", 7, turn, process.pid) for turn in range(3)]
    print("changes while schools are read:", ", ".join(f"{wall:.2f} s" for wall, _ in busy))
    while _get(port, "/jaringan/")[0] == 503:
        time.sleep(0.5)
    print(f"all schools read and first page about all after {time.perf_counter() - began:.1f} s")
    for url in ("/", "/sekolah/", "/praktik/", f"/serupa/{slug(5)}/"):
        start, before = time.perf_counter(), _cpu(process.pid)
        _get(port, url)
        print(f"  {url}: {time.perf_counter() - start:.2f} s ({_cpu(process.pid) - before:.2f} s CPU)")
    changes = [_change(port, wanted.folder / "schools", 9, turn, process.pid) for turn in range(wanted.changes)]
    walls, cpus = zip(*changes, strict=True)
    print(f"change to screen: median {statistics.median(walls):.2f} s, worst {max(walls):.2f} s")
    print(f"  CPU of the server for it: median {statistics.median(cpus):.2f} s")
    now, most = _memory(process.pid)
    print(f"memory of the server: {now:.0f} MB, at most {most:.0f} MB")
    start = time.perf_counter()
    process.send_signal(signal.SIGINT)
    process.wait(20)
    print(f"stopped {time.perf_counter() - start:.2f} s after Ctrl-C, code {process.returncode}")


if __name__ == "__main__":
    main()

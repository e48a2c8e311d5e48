"""A worker that is a fork: it answers as a new interpreter does, keeps nothing of its parent, and ends with it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minimal import SLUG
from potret.trial import trial_workshop
from potret.trial.worker import Job

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="workers are forked on Linux only")

# Run by itself: the tests' own process may have threads.
FORKED = """
import json, os, sys
from pathlib import Path
from potret.media.forked import Forked
{body}
"""
TRIED = """
import lenient
from potret.trial import forked_workshop
from potret.trial.worker import Job
from potret.prose import EXTENSIONS
from potret.intake import weight
vars(weight).update(lenient.NO_LIMITS)
root = Path(sys.argv[1])
jobs = [Job(root, file.name, file, EXTENSIONS) for file in sorted(root.iterdir())]
with forked_workshop() as workshop:
    first = workshop._workers[0]._process
    found = workshop.make_all(jobs, "")
    left = workshop._workers[0]._process is first
print(json.dumps([{key: [one.code, dict(one.values)] for key, one in found.items()}, left]))
"""


def run(body: str, *arguments: str) -> str:
    command = [sys.executable, "-c", FORKED.format(body=body), *arguments]
    here = str(Path(__file__).parent)
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=here)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_fork_answers_and_its_end_is_told() -> None:
    told = run(
        """
def program():
    for line in sys.stdin.buffer:
        if line == b"mati\\n":
            os._exit(7)
        os.write(1, json.dumps([sys.argv[1:], line.decode(), sorted(os.listdir("/proc/self/fd"))]).encode() + b"\\n")
secret = open("/etc/hostname")
for way in ("closed", "killed", "itself"):
    process = Forked(program, "5", "6")
    process.stdin.write(b"halo\\n"); process.stdin.flush()
    print(process.poll(), process.stdout.readline().decode(), end="", flush=True)
    if way == "closed":
        process.stdin.close()
    elif way == "killed":
        process.kill()
    else:
        process.stdin.write(b"mati\\n"); process.stdin.flush()
    print(process.wait(), process.poll(), process.kill(), flush=True)
"""
    ).splitlines()
    # the last descriptor is the folder that is being listed
    assert told[::2] == ['None [["5", "6"], "halo\\n", ["0", "1", "2", "3"]]'] * 3
    assert told[1::2] == ["0 0 None", "-9 -9 None", "7 7 None"]


def test_a_program_that_fails_writes_nothing_a_second_time() -> None:
    told = run(
        """
def program():
    raise ValueError
sys.stdout.write("sekali ")
print(Forked(program).wait())
"""
    )
    assert told == "sekali 1\n"


def test_texts_are_judged_as_by_a_new_interpreter(tmp_path: Path) -> None:
    for name, text in {
        "a.md": "# Judul\n\n- satu\n",
        "b.yml": "a: 1\n",
        "c.md": f"{'- ' * 600}a",
        "d.md": "[" * 30_000,
        "e.md": "# Sesudah\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found, is_first = json.loads(run(TRIED, str(tmp_path)))
    assert found == {"c.md": ["text-failed", {"reason": "RecursionError"}], "d.md": ["photo-heavy", {}]}
    assert not is_first, "what was killed is followed by a new interpreter"
    assert SLUG not in found
    with trial_workshop(1) as plain:
        job = Job(tmp_path, "a.md", tmp_path / "a.md", ())
        assert plain.make_all([job], "") == {}

"""Evidence that lies in `dokumen/` and that nothing names: the binder would leave it out without a word."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from potret.model import School
from potret.problems import Problem, Severity

_FOLDER = "dokumen"


def unnamed(school: School, path: str) -> Iterator[Problem]:
    """Note each PDF that no register of a stage and no practice names; `path` is how messages call the school."""
    stages = [stage for cycle in school.cycles for stage in cycle.stages.values()]
    named = {_file(entry.berkas) for stage in stages for entry in stage.front.dokumen if entry.berkas}
    attached = [PurePosixPath(_slashed(one)) for practice in school.practices for one in practice.front.lampiran]
    named |= {one.name for one in attached if one.parent.name == _FOLDER}
    for name in school.documents:
        if name not in named:
            yield Problem(f"{path}/{_FOLDER}/{name}", 0, 0, "annex-unnamed", Severity.NOTE, values={"value": name})


def _file(written: str) -> str:
    return PurePosixPath(_slashed(written)).name


def _slashed(written: str) -> str:
    return written.replace("\\", "/")

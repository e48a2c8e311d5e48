"""Writes the folder of a new school, whole or not at all."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from potret.starting.answers import Answers

_GAP = re.compile(r"\{\{(\w+)\}\}")


def create(answers: Answers, schools_dir: Path) -> list[str]:
    """Write the folder; give its files, sorted, as paths below it.

    Raises FileExistsError if anything of that name is there: what a school wrote is never touched; OSError if it
    cannot be written.
    """
    target = schools_dir / answers.slug
    if target.exists() or target.is_symlink():
        raise FileExistsError(target)
    schools_dir.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".baru-", dir=schools_dir))
    try:
        written = dict(contents(answers))
        for name, text in written.items():
            file = part / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        part.chmod(0o755)
        part.rename(target)
    except OSError:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return sorted(written)


def contents(answers: Answers) -> Iterator[tuple[str, str]]:
    """Give each file's path below the folder and its text."""
    values = _values(answers)
    for path, source in _walk(files("potret").joinpath("starting", "folder"), PurePosixPath()):
        name = path.as_posix().replace("TAHUN", str(answers.year))
        yield name, _GAP.sub(lambda match: values[match[1]], source.read_text(encoding="utf-8"))


def _walk(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, path / entry.name)
        elif entry.name.endswith((".yml", ".md")):
            yield path / entry.name, entry


def _values(answers: Answers) -> Mapping[str, str]:
    """Write each answer as YAML: in double quotes, which JSON's are, so that no name can be anything but text."""
    known = "kode_wilayah: " + _quoted(answers.area) if answers.area else '# kode_wilayah: "74.05.18"'
    return {
        "slug": answers.slug,
        "npsn": _quoted(answers.npsn),
        "nama": _quoted(answers.name),
        "bentuk": answers.school_type,
        "status": answers.status,
        "tahun": str(answers.year),
        "tahun_ajaran": f"{answers.year}/{answers.year + 1}",
        "wilayah": f"{known}          # kode Kemendagri, boleh sampai kecamatan",
        **{level: _quoted(answers.area_name(level)) for level in ("kecamatan", "kabupaten", "provinsi")},
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

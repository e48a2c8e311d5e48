"""The exported tree on the disk: whole or not at all, never over anything that is there."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_tree(files: Mapping[str, str | bytes | Path], out: Path) -> int:
    """Write files by their path below `out`; give how many bytes they have.

    Raises FileExistsError if `out` holds anything; OSError if it cannot be written, with nothing left behind.
    """
    if out.is_symlink() or (out.exists() and (not out.is_dir() or any(out.iterdir()))):
        raise FileExistsError(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".ekspor-", dir=out.parent))
    try:
        for name, content in files.items():
            _write(part / name, content)
        part.chmod(0o755)
        if out.exists():
            out.rmdir()
        part.rename(out)
    except OSError:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return sum(file.stat().st_size for file in out.rglob("*") if file.is_file())


def _write(file: Path, content: str | bytes | Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, file)
    else:
        file.write_bytes(content.encode() if isinstance(content, str) else content)

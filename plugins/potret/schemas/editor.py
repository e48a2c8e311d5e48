"""Schemas where an editor finds them: VS Code checks and completes YAML by them while one writes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from potret.schemas.kinds import KINDS, published, schema

FOLDER = ".vscode"
SCHEMAS = "schemas"
EXTENSION = "redhat.vscode-yaml"


def write(folder: Path) -> list[str]:
    """Write `.vscode/schemas/*.json` and connect them in `.vscode/settings.json`; give the paths written.

    Settings of one's own stay. A settings file that is not plain JSON (VS Code allows comments) is left alone: the
    connection goes into `settings.potret.json` beside it. Raises OSError where nothing can be written.
    """
    target = folder / FOLDER / SCHEMAS
    target.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        _save(target / f"{kind.key}.json", published(schema(kind)))
    settings = _merged(folder / FOLDER / "settings.json", _settings())
    extensions = _merged(folder / FOLDER / "extensions.json", {"recommendations": [EXTENSION]})
    written = [*(target / f"{kind.key}.json" for kind in KINDS), settings, extensions]
    return sorted(path.relative_to(folder).as_posix() for path in written)


def _settings() -> dict[str, Any]:
    globs = {f"./{FOLDER}/{SCHEMAS}/{kind.key}.json": list(kind.globs) for kind in KINDS if kind.globs}
    return {
        "yaml.schemas": globs,
        "yaml.schemaStore.enable": False,  # it would fetch a catalogue from the net, and take album.yml for another's
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _merged(file: Path, ours: Mapping[str, Any]) -> Path:
    """Add our entries to a file of settings; what stands there already wins, but for our own schemas."""
    try:
        theirs = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except ValueError:  # comments, or not UTF-8
        theirs = None
    if not isinstance(theirs, dict):
        file = file.with_name(f"{file.stem}.potret.json")
        theirs = {}
    merged = {**ours, **theirs}
    for key, value in ours.items():
        if isinstance(value, dict) and isinstance(theirs.get(key), dict):
            merged[key] = {**theirs[key], **value} if key == "yaml.schemas" else {**value, **theirs[key]}
        elif isinstance(value, list) and isinstance(theirs.get(key), list):
            merged[key] = [*theirs[key], *(one for one in value if one not in theirs[key])]
    _save(file, merged)
    return file


def _save(file: Path, value: Mapping[str, Any]) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")

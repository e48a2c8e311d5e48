"""The index of one language as one classic script, for pages opened from a disk.

On file:// neither `fetch` nor `import` of a file is allowed. So everything stands in the script as base64;
`pagefind.js` is imported from a Blob, and what it asks for is answered from memory. The site's content security
policy has to allow `'wasm-unsafe-eval'` and, for this script only, `blob:`.
"""

import base64
import json
from importlib.resources import files
from pathlib import Path

from potret.search.index import FOLDER

_ENTRY = "pagefind-entry.json"
_PROGRAM = "pagefind.js"


def offline_uri(locale: str) -> str:
    """Give the place at which the dialog looks for the script when a page comes from a disk."""
    return f"{FOLDER}/luring-{locale}.js"


def offline_script(site: Path, locale: str) -> str | None:
    """Carry the index of a language in one script; None where the site has no index, or none of that language."""
    folder = site / FOLDER
    entry = folder / _ENTRY
    known = json.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {"languages": {}}
    language = known["languages"].get(locale)
    if language is None:
        return None
    carried = {_ENTRY: _encoded(json.dumps({**known, "languages": {locale: language}}).encode())}
    for file in _files(folder, locale, language):
        carried[file.relative_to(folder).as_posix()] = _encoded(file.read_bytes())
    program = files("potret.search").joinpath("luring.js").read_text(encoding="utf-8")
    return program.replace("__BERKAS__", json.dumps(carried, indent=0))


def write_offline(site: Path) -> list[Path]:
    """Put the script of every language of the index where the dialog looks for it; give the files written."""
    entry = site / FOLDER / _ENTRY
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"] if entry.is_file() else {}
    written: list[Path] = []
    for locale in sorted(languages):
        script = offline_script(site, locale)
        if script is not None:
            file = site / offline_uri(locale)
            file.write_text(script, encoding="utf-8", newline="\n")
            written.append(file)
    return written


def _files(folder: Path, locale: str, language: dict[str, str]) -> list[Path]:
    """List the program and what belongs to one language."""
    parts = sorted(file for kind in ("index", "filter", "fragment") for file in (folder / kind).glob(f"{locale}_*"))
    meta = folder / f"pagefind.{language['hash']}.pf_meta"
    return [folder / _PROGRAM, folder / f"wasm.{language['wasm']}.pagefind", meta, *parts]


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")

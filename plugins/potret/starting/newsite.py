"""A working site of one's own: configuration, the office's pages in every language, recipes for hosts."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

from potret import __version__
from potret.starting.origin import origin

_OURS = {
    "BACA-SAYA.md": "BACA-SAYA.md",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/settings.json": "settings.json",
}
"""File of the new site, and its text in starting/situs/: names there begin with no dot, which packers leave out."""

_RECIPES = {".github/workflows/potret.yml": "github-pages.yml", ".gitlab-ci.yml": "gitlab-pages.yml"}
_SAMPLES = re.compile(r"\n+Ketiga sekolah di sini rekaan.*\Z", re.DOTALL)
_COPY = (
    "Salin sekolah contoh, ganti isinya, jalankan `potret check`.",
    "copy a sample, change it, run `potret check`.",
)
_MAKE = (
    "Buat dengan `potret new SLUG`, ganti isinya, jalankan `potret check`.",
    "make it by `potret new SLUG`, fill it in, run `potret check`.",
)


class TakenError(Exception):
    """Something is there already; its argument lists the files that would have been overwritten."""


def create_site(target: Path, name: str, address: str) -> list[str]:
    """Write the site; give its files, sorted, as paths below it.

    What is in the folder stays: raises TakenError, with nothing written, if one of the files is there; OSError if it
    cannot be written, with what was written taken away again.
    """
    written = dict(contents(name, address))
    if taken := [path for path in sorted(written) if _is_there(target / path)]:
        raise TakenError(taken)
    with ExitStack() as undo:
        for path, content in written.items():
            for folder in _missing((target / path).parent):
                folder.mkdir(exist_ok=True)
                undo.callback(_quietly, folder.rmdir)
            with (target / path).open("xb") as file:
                undo.callback(_quietly, (target / path).unlink)
                file.write(content)
        undo.pop_all()
    return sorted(written)


def contents(name: str, address: str) -> Iterator[tuple[str, bytes]]:
    """Give each file's path below the site, with forward slashes, and its bytes."""
    begun = origin()
    yield "mkdocs.yml", configured(_text(begun / "mkdocs.yml"), name, address).encode()
    yield "schools/README.md", _contract(_text(begun / "schools" / "README.md")).encode()
    for file in sorted((begun / "content").rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(begun).as_posix(), file.read_bytes()
    values = {"nama": " ".join((name or "Potret Sekolah Model").split()), "versi": __version__}
    package = files("potret")
    for path, source in _OURS.items():
        text = package.joinpath("starting", "situs", source).read_text(encoding="utf-8")
        yield path, _filled(text, values).encode()
    for path, source in _RECIPES.items():
        yield path, _recipe(package.joinpath("recipes", source).read_text(encoding="utf-8")).encode()


def configured(config: str, name: str, address: str) -> str:
    """Put a site's own name, in every language, and its address into our mkdocs.yml; comments stay."""
    if name:
        quoted = _quoted(name)
        config = re.sub(r"^( *(?:- )?site_name:).*$", lambda match: f"{match[1]} {quoted}", config, flags=re.MULTILINE)
    if address:
        line = f"site_url: {_quoted(address.rstrip('/') + '/')}"
        config = re.sub(r"^site_url:.*$", lambda _: line, config, count=1, flags=re.MULTILINE)
    return config


def _contract(readme: str) -> str:
    """Take the sentences about our sample schools out: a new site has none."""
    for old, new in zip(_COPY, _MAKE, strict=True):
        readme = readme.replace(old, new)
    return _SAMPLES.sub("\n", readme)


def _recipe(text: str) -> str:
    """Install what requirements.txt names; hashes are of our lock file, which is of a checkout."""
    text = re.sub(r"^.*test ! -f pyproject\.toml.*\n", "", text, flags=re.MULTILINE)
    text = text.replace("--require-hashes --requirement requirements.lock", "--requirement requirements.txt")
    return text.replace("requirements.lock", "requirements.txt")


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], text)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _missing(folder: Path) -> list[Path]:
    """List the folders that have to be made, the outermost first."""
    return [one for one in (*reversed(folder.parents), folder) if not one.exists()]


def _quietly(take_away: Callable[[], None]) -> None:
    try:
        take_away()
    except OSError:
        return

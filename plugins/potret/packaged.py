"""The data that comes with the program, read once: what it says is kept under its bytes.

YAML is read by libyaml where PyYAML has it, in a tenth of the time; even so the strings of two languages, the
catalogues and the areas took 0.06 s at every start.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Any, TypeVar

from potret import pycache

T = TypeVar("T")


def packaged(*path: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """Read a YAML file of the package `potret` by its path; FileNotFoundError would be a mistake of ours."""
    return understood(_parsed, *path)


def understood(parse: Callable[[bytes], T], *path: str) -> T:
    """Give what a function makes of a file of ours, plain data; kept until the file or its own steps change."""
    content, place = files("potret").joinpath(*path).read_bytes(), pycache.place("-".join(path))
    code = parse.__code__
    source = content + repr((code.co_code, code.co_names)).encode()
    kept: T | None = pycache.read(place, source)
    if kept is None:
        kept = parse(content)
        pycache.write(place, kept, source)
    return kept


def _parsed(content: bytes) -> Any:  # noqa: ANN401 - as above
    import yaml  # noqa: PLC0415 - seldom needed

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(content.decode("utf-8"), loader)  # noqa: S506 - safe, both

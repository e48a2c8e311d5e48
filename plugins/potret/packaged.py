"""The YAML files that come with the program, read by libyaml where PyYAML has it: a tenth of the time."""

from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def packaged(*path: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """Read a file of the package `potret` by its path; FileNotFoundError would be a mistake of ours."""
    text = files("potret").joinpath(*path).read_text(encoding="utf-8")
    return yaml.load(text, _LOADER)  # noqa: S506 - safe, both

"""The front matter of the office's own pages: known keys, each of its kind; Material prints some of them unescaped."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_HIDE = frozenset({"navigation", "toc", "path", "footer", "feedback", "tags"})
_TEMPLATE = re.compile(r"[a-z0-9_-]+\.html")
_ICON = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
_WORD = re.compile(r"[a-z0-9_-]+")
_BRACKETS = str.maketrans("<>", "‹›")


def kept(front: Mapping[str, Any], templates: Callable[[str], bool]) -> tuple[dict[str, Any], list[str]]:
    """Give the front matter that is used, and the keys that are not; `templates` tells which the theme has."""

    def template(value: Any) -> Any:  # noqa: ANN401
        return _matching(value, _TEMPLATE) if templates(str(value)) else None

    rules = {**_RULES, "template": template}
    clean = {str(key): rules[key](value) for key, value in front.items() if key in rules}
    found = {key: value for key, value in clean.items() if value is not None}
    return found, [str(key) for key, value in front.items() if key not in found and value is not None]


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever YAML gives
    """Keep a text without signs that begin markup."""
    return str(value).translate(_BRACKETS) if isinstance(value, str | int | float) else None


def _texts(value: Any) -> Any:  # noqa: ANN401
    """Keep a list of texts; whoever writes one text means a list of it."""
    items = value if isinstance(value, list) else [value]
    return [_plain(item) for item in items] if all(isinstance(item, str | int | float) for item in items) else None


def _hidden(value: Any) -> Any:  # noqa: ANN401
    items = value if isinstance(value, list) else [value]
    return items if all(isinstance(item, str) and item in _HIDE for item in items) else None


def _search(value: Any) -> Any:  # noqa: ANN401
    kinds = {"exclude": bool, "boost": int | float}
    is_known = isinstance(value, dict) and all(isinstance(one, kinds.get(key, ())) for key, one in value.items())
    return value if is_known else None


def _matching(value: Any, pattern: re.Pattern[str]) -> Any:  # noqa: ANN401
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


_RULES: dict[str, Callable[[Any], Any]] = {
    "title": _plain,
    "description": _plain,
    "author": _plain,
    "tags": _texts,
    "hide": _hidden,
    "icon": lambda value: _matching(value, _ICON),
    "status": lambda value: _matching(value, _WORD),
    "search": _search,
    "slide": lambda value: value is True or None,
}
ALLOWED = (*_RULES, "template")
"""Keys the office may write without further ado."""

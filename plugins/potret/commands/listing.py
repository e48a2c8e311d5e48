"""Commands and their options, as the reference lists them: read from click, so that nothing can be forgotten."""

from collections.abc import Iterator

import click

from potret import manual
from potret.pages.manual import Entry, Topic

_OWN = "--help"
"""Click adds it to every command."""


def topics(root: click.Group) -> list[Topic]:
    """List the program itself, then each command by name; groups inside it with their path."""
    return [_topic("potret", "potret", root), *_commands("potret", root)]


def _commands(path: str, group: click.Group) -> Iterator[Topic]:
    for name, command in sorted(group.commands.items()):
        full = f"{path} {name}"
        yield _topic(full, full.removeprefix("potret "), command)
        if isinstance(command, click.Group):
            yield from _commands(full, command)


def _topic(title: str, name: str, command: click.Command) -> Topic:
    words = manual.command(name, "", (command.help or "").strip())
    return Topic(title, words, tuple(_entry(name, one) for one in command.params if _OWN not in one.opts))


def _entry(command: str, parameter: click.Parameter) -> Entry:
    typed = next((one for one in parameter.opts if one.startswith("--")), parameter.opts[0])
    is_option = isinstance(parameter, click.Option)
    words = manual.command(command, typed, (parameter.help or "") if isinstance(parameter, click.Option) else "")
    choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
    return Entry(
        name=typed if is_option else typed.upper(),
        kind=_kind(parameter),
        words=words,
        required=parameter.required,
        repeated=isinstance(parameter, click.Option) and parameter.multiple,
        choices=tuple(str(choice) for choice in choices),
        default=_default(parameter),
    )


def _kind(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return "switch"
    kinds: tuple[tuple[type[object], str], ...] = (
        (click.Path, "path"),
        (click.Choice, "choice"),
        (click.DateTime, "date"),
        (click.types.IntParamType, "whole"),
    )
    return next((name for kind, name in kinds if isinstance(parameter.type, kind)), "text")


def _default(parameter: click.Parameter) -> str:
    """Give what holds when nothing is typed; a switch is off."""
    is_shown = isinstance(parameter, click.Option) and not parameter.is_flag and not parameter.multiple
    default = parameter.to_info_dict().get("default") if is_shown else None
    return "" if default in (None, "", ()) else str(default)

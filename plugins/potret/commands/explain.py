"""The command `potret explain`: what a code means, with an example."""

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from potret import manual, strings
from potret.commands.terminal import console as terminal
from potret.wording import nearest


@click.command("explain")
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def explain(code: str | None, lang: str) -> None:
    """Jelaskan satu kode temuan dengan contoh; tanpa kode, tampilkan semua kode."""
    screen = terminal()
    if code is None:
        for group in manual.groups():
            screen.print(Text(group.name(lang), style="bold"))
            screen.print(
                Padding(Text(", ".join(one.name for one in group.codes)), (0, 0, 0, 2), expand=False), soft_wrap=False
            )
        return
    found = manual.explained(code.strip("[] "))
    if found is None:
        near = nearest(code, [one.name for group in manual.groups() for one in group.codes])
        hint = strings.text("problems.near", lang, near=near) if near else ""
        raise click.UsageError(f"{strings.text('explain.unknown', lang, value=code)} {hint}".strip())
    _show(found, lang, screen)


def _show(code: manual.Code, lang: str, screen: Console) -> None:
    screen.print(Text(code.name, style="bold"))
    screen.print(Text(code.says(lang)))
    screen.print(Text(code.hint(lang), style="green"))
    for name, example in (("wrong", code.wrong), ("right", code.right)):
        if example:
            screen.print(Text(strings.text(f"explain.{name}", lang), style="dim"))
            screen.print(Padding(Text(example), (0, 0, 0, 4), expand=False), soft_wrap=False)

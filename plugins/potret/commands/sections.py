"""`potret --help` in the order of the work, not of the alphabet; and a console that never ends a command."""

from typing import Any

import click

from potret.commands.terminal import forgive

SECTIONS = {
    "Memulai": ("new-site", "new", "import", "undo"),
    "Menulis dan memeriksa": ("serve", "check", "explain", "schemas", "translate-status"),
    "Menerbitkan": ("build", "publish", "check-site", "export"),
    "Ekspose dan stik USB": ("siap", "print", "kiosk", "bundle", "verify"),
    "Foto dan privasi": ("withdraw",),
}
"""Title, and the commands in the order in which a school needs them; one that is not installed is left out."""
REST = "Lainnya"


class SectionedGroup(click.Group):
    """Shows its commands by section, each with the first part of its sentence, whole."""

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run; letters the console does not know become question marks, not an error."""
        forgive()
        return super().main(*args, **options)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands."""
        known = self.list_commands(ctx)
        placed = {name for names in SECTIONS.values() for name in names}
        rest = tuple(name for name in known if name not in placed)
        for title, names in {**SECTIONS, REST: rest}.items():
            rows = [(name, told) for name in names if name in known and (told := self._told(ctx, name))]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def _told(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        if command is None or command.hidden:
            return ""
        sentence = " ".join((command.help or "").split("\n\n")[0].split())
        for sign in (";", ":"):
            sentence = sentence.partition(sign)[0]
        return sentence.rstrip(".")

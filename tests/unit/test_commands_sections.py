"""`potret --help`: every command once, in the order of the work, with a whole sentence."""

import re

import click
from click.testing import CliRunner

from potret.cli import main
from potret.commands.sections import REST, SECTIONS, SectionedGroup

SHOWN = CliRunner().invoke(main, ["--help"]).output


def test_every_command_has_its_section_and_sentence() -> None:
    listed = re.findall(r"^  ([a-z][a-z-]+) {2,}\S", SHOWN, re.MULTILINE)
    known = [name for name, command in main.commands.items() if not command.hidden]
    assert sorted(listed) == sorted(known)
    assert "..." not in SHOWN.partition("\n")[2]


def test_sections_follow_the_work() -> None:
    titles = [title for title in SECTIONS if f"{title}:" in SHOWN]
    assert sorted(titles, key=SHOWN.index) == titles
    assert titles[0] == "Memulai"


def test_a_command_nobody_placed_is_shown_last() -> None:
    group = SectionedGroup(
        "x", commands={"new": click.Command("new", help="A; b."), "baru": click.Command("baru", help="C: d.")}
    )
    shown = CliRunner().invoke(group, ["--help"]).output
    assert shown.index("new  A\n") < shown.index(f"{REST}:") < shown.index("baru  C\n")

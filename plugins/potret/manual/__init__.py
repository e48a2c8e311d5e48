"""The reference manual as data: what every code, key, command and setting means, in every language."""

from potret.manual.codes import Code, Group, explained, groups, spoken
from potret.manual.descriptions import Words, command, field, known, noun, setting

__all__ = ["Code", "Group", "Words", "command", "explained", "field", "groups", "known", "noun", "setting", "spoken"]

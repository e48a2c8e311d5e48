"""Where a value of a YAML file ends, also one over several lines: `>-`, `|`, a plain text that goes on below."""

import yaml


def span(text: str, line: int, column: int) -> tuple[int, int] | None:
    """Give the offsets of the scalar that begins at a line and column (from 1); None where none does.

    A block text ends behind its last word, so that the empty lines below it stay.
    """
    wanted = (line - 1, column - 1)
    for event in yaml.parse(text, Loader=yaml.SafeLoader):  # its offsets count characters, libyaml's may count bytes
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and start and end and (start.line, start.column) == wanted:
            return start.index, start.index + len(text[start.index : end.index].rstrip())
    return None

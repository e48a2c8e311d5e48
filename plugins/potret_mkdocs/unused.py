"""What the themes bring and no page asks for."""

import re
from pathlib import Path

from mkdocs.structure.files import Files

from potret.templates import theme_dir

# 5 MB of search workers for 30 languages, a 2 MB word list for Thai, maps for debuggers, a palette we define ourselves.
_UNUSED = re.compile(r"assets/(javascripts/|images/|stylesheets/(palette|.*\.map$))")


def drop_unused(files: Files) -> None:
    """Keep templates from being published as pages, and Material's scripts and source maps at all."""
    for file in list(files):
        is_ours = file.src_dir is not None and Path(file.src_dir) == theme_dir()
        is_source = is_ours and (not file.src_uri.startswith("assets/") or file.src_uri.endswith(".css"))
        if is_source or _UNUSED.match(file.src_uri):
            files.remove(file)

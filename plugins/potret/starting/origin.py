"""Where the office's pages and mkdocs.yml lie that a new site begins with."""

from importlib.resources import files
from pathlib import Path


def origin() -> Path:
    """Find the folder that holds mkdocs.yml, content/ and schools/README.md.

    The wheel carries it (force-include in pyproject.toml); an editable install reads the checkout itself. Raises
    FileNotFoundError where neither is there: a package that was put together wrongly.
    """
    package = Path(str(files("potret")))
    for folder in (package / "starting" / "site", package.parents[1]):
        if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir():
            return folder
    raise FileNotFoundError(package)

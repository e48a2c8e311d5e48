"""From files to raw values that remember where each of them stands."""

from potret.reading.document import Document
from potret.reading.folder import SchoolFolder, school_folders
from potret.reading.markdown import MarkdownFile, read_markdown
from potret.reading.marked_yaml import read_yaml

__all__ = ["Document", "MarkdownFile", "SchoolFolder", "read_markdown", "read_yaml", "school_folders"]

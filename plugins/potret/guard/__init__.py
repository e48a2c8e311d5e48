"""The guard of children's and people's data: finds what must not be published, and never repeats it.

Pure but for `inspection`, which reads documents in a process of its own. Knows lines and columns, no pages.
"""

from potret.guard.inspection import Inspected, inspect_files
from potret.guard.scanning import scan, scan_name
from potret.guard.sources import in_document, in_name, in_page

__all__ = ["Inspected", "in_document", "in_name", "in_page", "inspect_files", "scan", "scan_name"]

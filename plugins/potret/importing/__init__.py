"""Workbooks in (`potret import`): look into the file, read its cells, understand them, show the change, write it."""

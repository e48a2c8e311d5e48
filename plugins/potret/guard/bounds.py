"""How much of a document the guard reads."""

BYTES = 64 * 1024 * 1024
"""Of XML in one document, unpacked: the longest report has 3 MB; a bomb of 40 kB claims gigabytes."""
PARTS = 500
"""Files inside a document that are read."""
PAGES = 300
"""Of a PDF. What is longer is not read whole, and that is said."""
CELLS = 300_000
SECONDS = 20
"""Of the processor, for one document: a report of 300 pages takes 4."""
PATIENCE = 4
"""How many times that the clock may show on a busy machine."""
MEMORY = 768
"""Megabytes of data for the process."""

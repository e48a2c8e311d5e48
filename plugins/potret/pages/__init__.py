"""One module a page kind: from models to composed pages. A page never reads the disk."""

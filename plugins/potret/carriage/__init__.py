"""Folders carried between machines through a store they all reach: a shared folder or an object store, by fsspec."""

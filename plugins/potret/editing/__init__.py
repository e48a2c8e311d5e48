"""The editing page of `potret serve --edit`: forms for captions, consent and scores, on this machine only.

A WSGI application without scripts. It writes as an import does: only what differs, comments kept, with a journal that
`potret undo` takes back, and not at all where the file has changed since the form was opened.
"""

from potret.editing.app import application
from potret.editing.door import KEY
from potret.editing.request import MOUNT

__all__ = ["KEY", "MOUNT", "application"]

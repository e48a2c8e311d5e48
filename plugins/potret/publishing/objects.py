"""A list for object stores: the type, the time to keep and the redirect of every object."""

import json
from collections.abc import Sequence

from potret.publishing import kinds
from potret.publishing.moved import Move


def object_list(uris: Sequence[str], base: str, moves: Sequence[Move]) -> str:
    """Write the list with the names S3's API has for these fields; a store cannot send a policy, pages carry it."""
    goals = {f"{move.old}index.html": f"{base}{move.new}" for move in moves}
    rows = [
        {
            "Key": uri,
            "ContentType": kinds.media_type(uri),
            "CacheControl": kinds.cache_control(uri),
            **({"WebsiteRedirectLocation": goals[uri]} if uri in goals else {}),
        }
        for uri in sorted(uris)
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"

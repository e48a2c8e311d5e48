"""Finished schools kept by what they were made from, and the site put together from them.

Knows no site engine: keys, the store, staging, the swap and the workers. `potret_mkdocs.build` fills them with life.
"""

from potret.shards.digests import Digests
from potret.shards.key import Setting, combined, school_key
from potret.shards.listing import described, listed
from potret.shards.schedule import Outcome, Pool
from potret.shards.spare import WHOSE, Held, Part, Spare, forget_gone, is_apart
from potret.shards.staging import flush, link_tree
from potret.shards.store import Shard, ShardStore
from potret.shards.swap import swap

__all__ = [
    "WHOSE",
    "Digests",
    "Held",
    "Outcome",
    "Part",
    "Pool",
    "Setting",
    "Shard",
    "ShardStore",
    "Spare",
    "combined",
    "described",
    "flush",
    "forget_gone",
    "is_apart",
    "link_tree",
    "listed",
    "school_key",
    "swap",
]

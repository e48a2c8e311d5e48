"""Finished schools kept by what they were made from, and the site put together from them.

Knows no site engine: keys, the store, staging, the swap and the workers. `potret_mkdocs.build` fills them with life.
"""

from potret.shards.digests import Digests
from potret.shards.key import Setting, school_key
from potret.shards.schedule import Outcome, Pool
from potret.shards.staging import flush, link_tree
from potret.shards.store import Shard, ShardStore
from potret.shards.swap import swap

__all__ = ["Digests", "Outcome", "Pool", "Setting", "Shard", "ShardStore", "flush", "link_tree", "school_key", "swap"]

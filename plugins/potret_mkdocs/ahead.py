"""What the main process gets ready while the workers work; what it did not get to is done when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from potret.shards import Held, Shard, Spare
from potret_mkdocs.brief import Brief, brief_of
from potret_mkdocs.look import Files, Look


@dataclass
class Ahead:
    """The twin and the schools' folders, looked through, and what the schools that are there have to say."""

    spare: Spare
    look: Look
    _briefs: dict[str, Brief] = field(default_factory=dict)

    def get_ready(self, there: Mapping[str, Shard]) -> None:
        """Do what can be done before the last school is made."""
        _ = self.again, self.held
        for shard in there.values():
            self.brief(shard)

    @cached_property
    def held(self) -> Held | None:
        """What the twin holds."""
        return self.spare.held()

    @cached_property
    def again(self) -> Files:
        """The files of the schools at a second look; what a worker reads later has a key of its own."""
        try:
            return self.look.again()
        except OSError:  # who reads it has to say so; for us it is no longer what it was
            return {}

    def brief(self, shard: Shard) -> Brief:
        """Give what a school has to say."""
        name = shard.root.name
        if name not in self._briefs:
            self._briefs[name] = brief_of(shard)
        return self._briefs[name]

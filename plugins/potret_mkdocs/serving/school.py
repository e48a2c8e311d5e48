"""One school as it is now: read, its photos made, laid out in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from potret.media import Workshop
from potret.pages import written
from potret.portfolio.imbas import Elsewhere
from potret.portfolio.school import load_school
from potret.problems import Problem, ordered
from potret.reading import SchoolFolder
from potret.translation import findings
from potret_mkdocs import carried, shard
from potret_mkdocs.edition import is_sensitive
from potret_mkdocs.frame import Frame
from potret_mkdocs.serving.scene import Scene


@dataclass(frozen=True, slots=True)
class SeenSchool:
    """What can be shown of a school."""

    mark: str
    """Its folder's, from before it was read."""
    problems: tuple[Problem, ...]
    scenes: tuple[Scene, ...]
    """None where sekolah.yml cannot be used."""
    files: Mapping[str, Path]
    """Photos, kits and attachments by their address."""

    def draw(self, uri: str) -> bytes | None:
        """Draw a page."""
        return next((page for scene in self.scenes if (page := scene.draw(uri)) is not None), None)


@dataclass(frozen=True, slots=True)
class Look:
    """With what a school is looked at."""

    frame: Frame
    workshop: Workshop
    scratch: Path

    def at(self, folder: SchoolFolder, mark: str, withdrawn: Mapping[str, frozenset[str]]) -> SeenSchool:
        """Read a school as a shard does, but draw nothing yet."""
        day, elsewhere = date.today(), list[Elsewhere]()  # noqa: DTZ011 - a consent ends at local midnight
        config = self.frame.languages[0].config
        school, problems = load_school(folder, day, withdrawn, elsewhere, sensitive=is_sensitive(config))
        if school is None:
            return SeenSchool(mark, tuple(ordered(problems)), (), {})
        bare = shard.compose(school, self.frame, folder, shard.Tools(day, self.workshop, self.scratch))
        problems += [*findings(bare.portfolio, self.frame.locales), *written.findings(bare.portfolio), *bare.problems]
        edition = replace(bare, problems=tuple(ordered(problems)))
        pairs = zip(self.frame.languages, self.frame.layouts, strict=True)
        scenes = tuple(Scene.of(language, layout, edition) for language, layout in pairs)
        return SeenSchool(mark, edition.problems, scenes, carried.assets(edition))

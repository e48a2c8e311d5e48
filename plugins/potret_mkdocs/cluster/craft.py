"""How a worker makes a school: the luggage unpacked, MkDocs set up for every language, a workshop for photos."""

from dataclasses import dataclass
from pathlib import Path

from potret.carriage.depot import Depot, depot
from potret.carriage.parcel import receive, send
from potret.carriage.survey import survey
from potret.media import Workshop
from potret.reading import SchoolFolder
from potret.shards.store import RECORD, TREE
from potret.trial import trial_workshop
from potret_mkdocs import shard
from potret_mkdocs.cluster.errand import INPUTS, RESULTS, Answer, Errand, Job
from potret_mkdocs.cluster.luggage import Note
from potret_mkdocs.cluster.relocation import relocated
from potret_mkdocs.cluster.scratch import scratch_folder
from potret_mkdocs.frame import Frame, frame
from potret_mkdocs.opening import Moved, open_languages
from potret_mkdocs.patience import is_passing
from potret_mkdocs.record import packed
from potret_mkdocs.searchparts import WORDS
from potret_mkdocs.trying import trial


class FrameError(Exception):
    """The menu came out differently here, so the pages would, too."""


@dataclass(frozen=True, slots=True)
class Craft:
    """A worker that is ready."""

    frame: Frame
    note: Note
    home: Path
    workshop: Workshop
    trials: Workshop

    @classmethod
    def learn(cls, errand: Errand, home: Path) -> "Craft":
        """Set up; raises StoreError, DamagedError, FrameError, or OSError of the local disk."""
        luggage = _fetched(errand.luggage, depots(errand)[0], home / "situs")
        note = Note.read(luggage)
        own = {"schools_dir": str(luggage / note.schools), "cache_dir": str(home)}
        settings = {"docs_dir": str(luggage / note.docs), "hooks": [str(luggage / hook) for hook in note.hooks]}
        whole = frame(open_languages(luggage / note.config, home / "tidak-ada", Moved(settings, own)))
        if whole.digest != note.frame:
            raise FrameError
        return cls(whole, note, home, Workshop(side_by_side=1), trial_workshop(1))

    def make(self, job: Job, inputs: Depot, results: Depot) -> Answer:
        """Make a school from its parcel and put it into the store; nothing of it stays here outside the cache."""
        with scratch_folder(self.home) as scratch:
            schools = scratch / self.note.schools
            (schools / job.slug).mkdir(parents=True)
            receive(job.parcel, inputs, schools / job.slug)
            folder = SchoolFolder(schools / job.slug, f"{self.note.schools}/{job.slug}")
            tree, day = scratch / TREE, self.note.date
            tree.mkdir()
            withdrawn = {slug: frozenset(taken) for slug, taken in self.note.withdrawn.items()}
            language = self.frame.languages[0]
            (tried,) = trial(language.schools.config, language.config, self.trials).tried([folder])
            found = shard.make(self.frame, tried, withdrawn, day, self.workshop, tree)
            moves = {schools: Path(self.note.root), self.home: Path(self.note.cache)}
            files: dict[str, Path | bytes] = {f"{TREE}/{path}": file for path, file in survey(tree).files.items()}
            files |= {f"{WORDS}/{one.name}": one for one in (scratch / WORDS).glob("*.json")}
            files[RECORD] = relocated(packed(found), moves)
            pages = sum(path.endswith(".html") for path in files)
            return Answer(send(files, results).name, pages, is_passing(found))

    def close(self) -> None:
        """End the processes that make photos and try texts."""
        self.workshop.__exit__(None, None, None)
        self.trials.__exit__(None, None, None)


def depots(errand: Errand) -> tuple[Depot, Depot]:
    """Open the store: what comes in, and what goes out."""
    below = (INPUTS, f"{RESULTS}/{errand.run}")
    inputs, results = (depot(errand.store, errand.endpoint, one) for one in below)
    return inputs, results


def _fetched(name: str, inputs: Depot, root: Path) -> Path:
    """Unpack a parcel once for all processes of a machine."""
    root.mkdir(parents=True, exist_ok=True)
    with scratch_folder(root) as scratch:
        if not (root / name).is_dir():
            receive(name, inputs, scratch / name)
            try:
                (scratch / name).rename(root / name)
            except OSError:  # another process was quicker
                if not (root / name).is_dir():
                    raise
    return root / name

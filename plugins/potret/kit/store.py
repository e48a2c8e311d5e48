"""Kits kept by what they were made from, so that an unchanged practice is not packed again."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from potret.kit.archive import MANIFEST, manifest, pack
from potret.kit.budget import Chosen
from potret.model import Practice, School

KEPT = 7 * 24 * 3600
"""Seconds for which a kit nobody asked for stays: another build, or the office's other site, may be copying it."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A packed kit."""

    path: Path
    """File in the cache."""
    uri: str
    """Place in the site, without language."""
    size: int
    """Bytes."""


Texts = Callable[[Chosen], tuple[Mapping[str, str], Mapping[str, object]]]
"""Writes the pages of a kit, and what its manifest says about it."""


@dataclass(frozen=True, slots=True)
class KitStore:
    """A folder of kits; one that was not asked for in a week goes when its successor comes."""

    root: Path

    def kit(  # noqa: PLR0913, PLR0917 - what a kit is made from
        self,
        school: School,
        practice: Practice,
        chosen: Chosen,
        setting: str,
        texts: Texts,
        cards: Mapping[str, Path] | None = None,
    ) -> Kit:
        """Find a kit or make it; `setting` is whatever else its pages depend on, such as the site's address.

        `cards` are printed cards by their name in the kit; in the cache they are named by what they were made from.
        """
        name = f"{school.slug}--{practice.slug}"  # no slug has two hyphens in a row
        printed = cards or {}
        setting = "\0".join((setting, *(f"{one} {path.name}" for one, path in printed.items())))
        file = self.root / f"{name}--{_key(school, practice, chosen, setting)}.zip"
        if file.is_file():
            os.utime(file)
        else:
            self._make(file, chosen, texts, printed)
            self._clear(name)
        uri = f"sekolah/{school.slug}/praktik/{practice.slug}/{practice.slug}-kit.zip"
        return Kit(file, uri, file.stat().st_size)

    def _clear(self, name: str) -> None:
        for old in self.root.glob(f"{name}--*.zip"):
            if old.stat().st_mtime < time.time() - KEPT:
                old.unlink(missing_ok=True)

    def _make(self, file: Path, chosen: Chosen, texts: Texts, cards: Mapping[str, Path]) -> None:
        written, about = texts(chosen)
        members = {name: text.encode() for name, text in written.items()} | dict(_files(chosen))
        members |= {name: path.read_bytes() for name, path in cards.items()}
        members[MANIFEST] = manifest(about, members)
        self.root.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=self.root)
        with os.fdopen(handle, "wb") as stream:
            stream.write(pack(members))
        Path(part).chmod(0o644)  # mkstemp closes it to everybody else, a web server included
        Path(part).replace(file)


def photo_name(number: int, kind: str) -> str:
    """Name a photo in the kit; counted from 1."""
    return f"foto/{number:02}.{kind}"


def attachment_name(name: str) -> str:
    """Name an attachment in the kit."""
    return f"lampiran/{name}"


def _files(chosen: Chosen) -> Iterable[tuple[str, bytes]]:
    for number, photo in enumerate(chosen.photos, 1):
        if photo.webp:
            yield photo_name(number, "webp"), photo.webp.path.read_bytes()
        yield photo_name(number, "jpg"), photo.jpeg.path.read_bytes()
    for file in chosen.attachments:
        yield attachment_name(file.name), file.path.read_bytes()


def _key(school: School, practice: Practice, chosen: Chosen, setting: str) -> str:
    """Hash what a kit is made from; a rendition's file name is a hash of its photo already."""
    photos = [(school.photo(photo.reference), [file.path.name for file in photo.files]) for photo in chosen.photos]
    attachments = [hashlib.sha256(file.path.read_bytes()).hexdigest() for file in chosen.attachments]
    front = [photo.front.model_dump_json() for photo, _ in photos if photo]
    profile = school.profile
    parts = (
        _program(),
        setting,
        f"{profile.npsn} {profile.nama} {profile.alamat} {profile.contoh} {practice.slug}",
        practice.front.model_dump_json(),
        *(f"{locale} {one.title} {one.summary} {one.body}" for locale, one in practice.article.writings.items()),
        *front,
        *(" ".join(names) for _, names in photos),
        *attachments,
        f"{chosen.reduced}",
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


@cache
def _program() -> str:
    """Hash our own part in a kit: its code, its templates, its words."""
    code, theme = Path(str(files("potret"))), Path(str(files("potret_theme")))
    own = [
        *code.glob("kit/*.py"),
        *code.glob("pages/kit*.py"),
        code / "sanitise.py",
        *code.glob("locales/*.yml"),
        *code.glob("standards/*.yml"),
        code / "cycle.yml",
        *theme.glob("components/kit*.html"),
        theme / "assets/potret/kit.css",
    ]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(own))).hexdigest()

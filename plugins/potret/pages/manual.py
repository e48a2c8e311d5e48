"""The office's reference pages, made from the models, the command line and the plugins' settings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from potret import manual, places
from potret.manual import Words
from potret.places import Place
from potret.reader import Reader
from potret.schemas import KINDS, FileKind, rows
from potret.sitefile import SiteFile


@dataclass(frozen=True, slots=True)
class Entry:
    """An argument or option of a command, or a setting of a plugin."""

    name: str
    """As it is typed: --lang, SLUG, schools_dir."""
    kind: str
    """Key of the kind's name, `manual.type.<…>`."""
    words: Words
    required: bool = False
    repeated: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A command with its options, or a plugin with its settings."""

    name: str
    words: Words
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        """A name for links: potret-check-site, potret-schools."""
        return self.name.replace(" ", "-").replace("/", "-")


def compose(commands: Sequence[Topic], settings: Sequence[Topic], reader: Reader) -> Iterator[SiteFile]:
    """Make the pages: an index, one for each kind of file, commands, settings, codes."""
    yield _index(reader)
    for kind in KINDS:
        yield _kind(kind, reader)
    yield _topics(places.MANUAL_COMMANDS, "commands", commands, reader)
    yield _topics(places.MANUAL_SETTINGS, "settings", settings, reader)
    yield _codes(reader)


def _index(reader: Reader) -> SiteFile:
    kinds = [
        (reader.t(f"manual.name.{kind.key}"), places.manual(kind.key), manual.noun(kind.model.__name__))
        for kind in KINDS
    ]
    others = [
        (reader.t(f"manual.{key}"), place, reader.t(f"manual.{key}_lead"))
        for key, place in (
            ("commands", places.MANUAL_COMMANDS),
            ("settings", places.MANUAL_SETTINGS),
            ("codes", places.MANUAL_CODES),
        )
    ]
    links = reader.links(places.MANUAL)
    files = [(name, links.to(place), words.of(reader.locale)) for name, place, words in kinds]
    rest = [(name, links.to(place), lead) for name, place, lead in others]
    return _page(places.MANUAL, "manual", reader, files=files, rest=rest)


def _kind(kind: FileKind, reader: Reader) -> SiteFile:
    place, title = places.manual(kind.key), reader.t("manual.file", name=reader.t(f"manual.name.{kind.key}"))
    lead = manual.noun(kind.model.__name__).of(reader.locale)
    found = rows(kind, reader.locale)
    body = reader.body("manualkind", place, title=title, lead=lead, path=kind.path, rows=found, index=places.MANUAL)
    return reader.portal_page(place, title, lead, body)


def _topics(place: Place, key: str, topics: Sequence[Topic], reader: Reader) -> SiteFile:
    return _page(place, "manualtopics", reader, key=key, topics=topics, index=places.MANUAL)


def _codes(reader: Reader) -> SiteFile:
    return _page(places.MANUAL_CODES, "manualcodes", reader, key="codes", groups=manual.groups(), index=places.MANUAL)


def _page(place: Place, template: str, reader: Reader, key: str = "", **values: object) -> SiteFile:
    title = reader.t(f"manual.{key or 'title'}")
    lead = reader.t(f"manual.{key}_lead" if key else "manual.lead")
    return reader.portal_page(place, title, lead, reader.body(template, place, title=title, lead=lead, **values))

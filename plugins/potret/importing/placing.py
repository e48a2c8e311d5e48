"""Recognised drafts to files of the school's folder: pages, and an album for the pictures of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.importing.albums import Shot, album
from potret.importing.draft import PICTURE, Draft, Picture, headings, lowered
from potret.importing.editing import quoted
from potret.importing.proposal import Fate, Proposal, Write, text_write
from potret.importing.recognising import PORTRAIT, PRACTICE, STAR, Told, folded, year
from potret.importing.slugs import slugged, unused
from potret.problems import Problem, Severity
from potret.reading.folder import STAGE_FILES

_SUMMARY = "ISI: satu kalimat untuk kartu dan mesin pencari"


@dataclass(slots=True)
class _Desk:
    """What is on its way into one folder."""

    root: Path
    year: int | None
    """As it was said on the command line."""
    writes: list[Write] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, draft: Draft, code: str, severity: Severity = Severity.NOTE, **values: str) -> None:
        self.problems.append(Problem(draft.origin, 0, 0, code, severity, values=values))


def place(told: Iterable[Told], root: Path, year_wanted: int | None) -> Proposal:
    """Propose the files for all drafts; those that are the same page are joined."""
    desk = _Desk(root, year_wanted)
    pages: dict[str, list[Told]] = {}
    for one in told:
        path = _path(one, desk)
        if path and one.part == PRACTICE:
            path = unused(path, pages)
        if path:
            pages.setdefault(path, []).append(one)
    for path, same in pages.items():
        _page(path, same, desk)
    return Proposal(tuple(desk.writes), desk.problems)


def _path(one: Told, desk: _Desk) -> str:
    """Give the file a draft belongs to; empty, and a problem, where its year is not known."""
    if not one.part:
        desk.note(one.draft, "page-part", Severity.WARNING, value=one.draft.title)
        return ""
    if one.part == PORTRAIT:
        return "potret.md"
    if one.part == PRACTICE:
        return f"praktik/{slugged(one.draft.title, 'praktik')}.md"
    if (found := _year(one, desk)) is None:
        desk.note(one.draft, "page-year", Severity.ERROR, value=one.draft.title)
        return ""
    return f"siklus/{found}/{STAGE_FILES[one.part]}.md"


def _year(one: Told, desk: _Desk) -> int | None:
    return desk.year or year([one.draft.title, one.draft.context, one.draft.origin, one.draft.body])


def _page(path: str, same: list[Told], desk: _Desk) -> None:
    first = same[0]
    front = [f"ringkasan: {quoted(_SUMMARY)}"]
    if first.part == PRACTICE:
        found = _year(first, desk)
        if found is None:
            desk.note(first.draft, "page-year", Severity.ERROR, value=first.draft.title)
            return
        front = [f"judul: {quoted(first.draft.title)}", *front, f"tahun: {found}"]
    bodies = [_body(one.draft, desk, is_joined=number > 0) for number, one in enumerate(same)]
    body = "\n\n".join(bodies)
    if first.part == PRACTICE:
        body = _starred(body, first.draft, desk)
    write = text_write(desk.root, path, "\n".join(["---", *front, "---", "", body, ""]))
    desk.writes.append(write)
    for one in same:
        desk.note(one.draft, "page-guess", value=one.draft.title, file=write.path)
    if write.fate is Fate.BESIDE:
        desk.note(first.draft, "page-beside", Severity.WARNING, value=path, file=write.path)


def _body(draft: Draft, desk: _Desk, *, is_joined: bool) -> str:
    """Write a draft's text with its gallery; a page that joins another becomes a section of it."""
    body = lowered(draft.body)
    pictures = {name: draft.pictures[name] for name in PICTURE.findall(body) if name in draft.pictures}
    if pictures:
        body = _with_gallery(body, _album(draft, pictures, desk))
        desk.note(draft, "page-photos", Severity.WARNING, value=str(len(pictures)))
    if is_joined:
        marks = {line for line, _, _ in headings(body)}
        lines = (f"#{line}" if number in marks else line for number, line in enumerate(body.split("\n")))
        body = f"## {draft.title}\n\n" + "\n".join(lines)
    return body.strip("\n")


def _with_gallery(body: str, name: str) -> str:
    """Put the album where the first picture stood, outside tables; no picture is named in a text."""
    lines, is_placed = [], False
    for line in body.split("\n"):
        bare = PICTURE.sub("", line)
        if bare.strip() or bare == line:
            lines.append(bare.rstrip() if bare != line else line)
        if bare != line and not is_placed and not line.startswith("|"):
            lines += ["", f"<!-- galeri: {name} -->", ""]
            is_placed = True
    lines += [] if is_placed else ["", f"<!-- galeri: {name} -->"]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _album(draft: Draft, pictures: Mapping[str, Picture], desk: _Desk) -> str:
    """Propose the album of a draft's pictures; one that holds the very same ones is used as it is."""
    base = slugged(draft.title, "foto")
    for name in _numbered(base):
        folder = desk.root / "foto" / name
        if not folder.exists() and not any(write.path == f"foto/{name}/album.yml" for write in desk.writes):
            desk.writes += _album_files(name, draft, pictures)
            return name
        if all(_holds(folder / picture.name, picture.content) for picture in pictures.values()):
            return name
    raise AssertionError("there is no end of numbers")


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content


def _album_files(name: str, draft: Draft, pictures: Mapping[str, Picture]) -> Iterator[Write]:
    shots = [Shot(picture.name, alt=picture.said) for picture in pictures.values()]
    text = album(f"ISI: judul album; fotonya dari {draft.title}", shots).encode()
    yield Write(f"foto/{name}/album.yml", lambda: text)
    for picture in pictures.values():
        yield Write(f"foto/{name}/{picture.name}", lambda content=picture.content: content)  # type: ignore[misc]


def _starred(body: str, draft: Draft, desk: _Desk) -> str:
    """Name the four steps as the library does: "Latar belakang" becomes "Situasi"."""
    lines = body.split("\n")
    left = dict(STAR)
    for number, level, title in headings(body):
        for name, words in left.items():
            if words.search(folded(title)):
                if not folded(title).startswith(name.casefold()):
                    desk.note(draft, "page-star", value=title, expected=name)
                lines[number] = f"{'#' * level} {name}"
                del left[name]
                break
    return "\n".join(lines)

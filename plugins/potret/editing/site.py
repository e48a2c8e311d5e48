"""What an address leads to: which page, which form, which file."""

import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from potret import strings
from potret.editing import album as photos
from potret.editing import scores, views
from potret.editing.assets import asset
from potret.editing.fields import current, typed
from potret.editing.request import Answer, Denied, Request
from potret.editing.thumbnail import WIDTHS, thumbnail
from potret.importing import journal
from potret.importing.proposal import Write
from potret.problems import Problem
from potret.reading import SchoolFolder, school_folders

_CONFLICT, _INVALID = "409 Conflict", "422 Unprocessable Content"


class _Attempt(Protocol):
    """What saving a form would do, of a photo or of a sheet."""

    @property
    def write(self) -> Write | None: ...
    @property
    def problems(self) -> list[Problem]: ...
    @property
    def is_allowed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Site:
    """The pages over one folder of schools."""

    schools_dir: Path
    sign: str
    today: Callable[[], date] = date.today
    lock: threading.Lock = field(default_factory=threading.Lock)
    """One change at a time."""

    def answer(self, request: Request) -> Answer:  # noqa: PLR0911 - an address, a page
        """Find what belongs to an address. Raises Denied where nothing does."""
        view = views.View(request.locale, self.sign, "tersimpan" in request.query)
        match request.parts:
            case ():
                return view.page("daftar", (), {"schools": [views.summary(folder) for folder in self._folders()]})
            case ("aset", name):
                return asset(name)
            case (slug,):
                folder = self._folder(slug)
                return view.page("sekolah", (slug,), self._school(folder))
            case (slug, "urungkan") if request.method == "POST":
                return self._undo(self._folder(slug), view)
            case (slug, "foto", name):
                return self._listed(request, view, self._album(self._folder(slug), name))
            case (slug, "foto", name, number):
                return self._photo(request, view, self._album(self._folder(slug), name), number)
            case (slug, "foto", name, number, "gambar.jpg"):
                return self._picture(request, self._album(self._folder(slug), name), number)
            case (slug, "mutu", year) if year.isascii() and year.isdigit() and len(year) == 4:  # noqa: PLR2004
                return self._scores(request, view, self._folder(slug), int(year))
        raise _missing()

    def _folders(self) -> list[SchoolFolder]:
        return school_folders(self.schools_dir, self.schools_dir.name)[0]

    def _folder(self, slug: str) -> SchoolFolder:
        found = next((folder for folder in self._folders() if folder.slug == slug), None)
        if found is None:
            raise _missing()
        return found

    @staticmethod
    def _album(folder: SchoolFolder, name: str) -> photos.Album:
        found = next((one for one in photos.albums(folder) if one.slug == name), None)
        if found is None:
            raise _missing()
        return found

    def _school(self, folder: SchoolFolder, problems: tuple[Problem, ...] = ()) -> Mapping[str, object]:
        last = journal.latest(folder.root)
        albums = [views.card(one) for one in photos.albums(folder)]
        years = [year for year, _ in folder.years("mutu", ".yml")]
        return {"school": views.summary(folder), "albums": albums, "years": years, "last": last, "problems": problems}

    def _undo(self, folder: SchoolFolder, view: views.View) -> Answer:
        """Take the last change of the school back, whether a form or an import made it."""
        with self.lock:
            last = journal.latest(folder.root)
            problems = journal.undo(folder.root, last) if last else []
        if problems:
            shown = self._school(folder, tuple(problems))
            return view.page("sekolah", (folder.slug,), shown, _CONFLICT)
        return view.seen((folder.slug,))

    def _listed(self, request: Request, view: views.View, album: photos.Album) -> Answer:
        """Show an album's photos; a POST writes gaps for those nobody has told of."""
        path = (album.folder.slug, "foto", album.slug)
        problems: list[Problem] = []
        if request.method == "POST" and _digest(request) == album.digest:
            with self.lock:
                faults = self._write(album.folder, photos.listing(album), f"foto/{album.slug}/album.yml")
            if faults is None:
                return view.seen(path)
            problems = faults
        status = "200 OK" if request.method != "POST" else _INVALID if problems else _CONFLICT
        return view.page("album", path, {"problems": problems, **views.album(album, self.today())}, status)

    def _photo(self, request: Request, view: views.View, album: photos.Album, text: str) -> Answer:
        number = _number(text, len(album.rows))
        now = current(album.rows[number])
        path = (album.folder.slug, "foto", album.slug, text)
        if request.method != "POST":
            told = photos.findings(photos.around(album, self.today()), number, album.document)
            return view.photo(path, album, number, now, told)
        with self.lock:
            wanted = typed(request.form, now)
            if _digest(request) != album.digest:
                return view.photo(path, album, number, wanted, [], now=now, status=_CONFLICT)
            made = photos.attempt(album, number, wanted, self.today())
            faults = self._write(album.folder, made, f"foto/{album.slug}/album.yml")
        if faults is None:
            return view.seen(path)
        return view.photo(path, album, number, wanted, faults, status=_INVALID)

    def _scores(self, request: Request, view: views.View, folder: SchoolFolder, year: int) -> Answer:
        made = scores.sheet(folder, year)
        if made is None:
            raise _missing()
        now, path, is_whole = scores.cells(made), (folder.slug, "mutu", str(year)), "lengkap" in request.query
        if request.method != "POST":
            return view.scores(path, made, now, made.problems, is_whole=is_whole)
        with self.lock:
            wanted = scores.typed(request.form, now)
            if _digest(request) != made.digest:
                return view.scores(path, made, wanted, [], now=now, status=_CONFLICT, is_whole=is_whole)
            tried = scores.attempt(made, wanted)
            faults = self._write(folder, tried, f"mutu/{year}.yml")
        if faults is None:
            return view.seen(path, **({"lengkap": "1"} if is_whole else {}))
        return view.scores(path, made, wanted, faults, status=_INVALID, is_whole=is_whole)

    def _write(self, folder: SchoolFolder, made: _Attempt, path: str) -> list[Problem] | None:
        """Write what was prepared, with a journal for `potret undo`; give what forbids it, None where all is well."""
        if not made.is_allowed:
            return made.problems
        if made.write is None:
            return None
        source = strings.text("editing.source", strings.FALLBACK, path=path)
        return journal.apply(folder.root, [made.write], source, self.today().isoformat()) or None

    @staticmethod
    def _picture(request: Request, album: photos.Album, text: str) -> Answer:
        original = album.picture(_number(text, len(album.rows)))
        size = request.query.get("ukuran", "")
        if original is None or size not in WIDTHS:
            raise _missing()
        status = original.stat()
        mark = hashlib.sha256(f"{original.name} {status.st_mtime_ns} {status.st_size} {size}".encode()).hexdigest()
        headers = (("Content-Type", "image/jpeg"), ("ETag", f'"{mark}"'), ("Cache-Control", "private, no-cache"))
        if request.headers["HTTP_IF_NONE_MATCH"] == f'"{mark}"':
            return Answer("304 Not Modified", b"", headers)
        data = thumbnail(original, size)
        if data is None:
            raise _missing()
        return Answer("200 OK", data, headers)


def _digest(request: Request) -> str:
    return next(iter(request.form.get("sidik", [])), "")


def _number(text: str, count: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= count):  # noqa: PLR2004
        raise _missing()
    return int(text) - 1


def _missing() -> Denied:
    return Denied("404 Not Found", "editing.denied.missing")

"""Everything there is to answer with, for one request at a time."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from threading import RLock
from urllib.parse import quote, urlsplit

from potret.problems import Problem
from potret.reading import SchoolFolder
from potret_mkdocs.serving.answer import Answer, about_of, mended, own_file, own_page, typed, watched, without_index
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.studio import Studio

WAITING, STEP = "-", 25
"""What a page is about that waits for all schools, and after how many of them it shows how far it is."""
Open = Callable[[Studio | None], Studio]


@dataclass(slots=True)
class House:
    """The studio, opened anew whenever mkdocs.yml or the office's pages change."""

    open: Open
    marks: Marks
    locale: str
    tell: Callable[[Problem], None]
    """Where a fault in drawing is told besides the page."""
    studio: Studio | None = None
    lock: RLock = field(default_factory=RLock)
    _state: str = ""

    def answer(self, path: str) -> Answer:
        """Answer a path below the root; a fault of any kind becomes a page."""
        try:
            with self.lock:
                return own_file(path) or self._answer(path)
        except CancelledError:  # Ctrl-C while photos were made
            return Answer(503, "text/plain", b"")
        except Exception as error:  # noqa: BLE001 - whatever it is, the author is told and the server goes on
            reason = f"{type(error).__name__}: {error}"
            problem = Problem(path or "/", 0, 0, "serve-failed", values={"reason": reason})
            self.tell(problem)
            about = about_of(path)
            page = own_page("failed", self.locale, problems=[problem])
            return watched(page, about, self.mark(about), 500)

    def mark(self, about: str) -> str:
        """Give the mark of a school, or of all, together with the office's."""
        if self.studio is None:
            return ""
        if about == WAITING:
            census = self.studio.census
            return str(len(census.known) // STEP) if census.is_reading else "-"
        return f"{self.marks.of(*self.studio.office)}-{self.marks.of(self.studio.census.register.root / about)}"

    def ready(self) -> Studio:
        """Give the studio of the office's pages as they are now."""
        now = self.marks.of(*self.studio.office) if self.studio else ""
        if self.studio is None or now != self._state:
            self.studio = self.open(self.studio)
            self._state = now or self.marks.of(*self.studio.office)
        return self.studio

    def _answer(self, path: str) -> Answer:
        studio = self.ready()
        base = urlsplit(studio.frame.languages[0].config.site_url or "").path.strip("/")
        path = path.removeprefix(f"{base}/") if base else path
        if (file := studio.files.get(path)) is not None:
            return typed(path, without_index(path, file.content_bytes))
        name = path.rpartition("/")[2]
        if name and "." not in name:
            return Answer(301, "text/plain", b"", f"/{quote(path)}/")
        uri = f"{path}index.html" if not name else path
        slug = about_of(path)
        folder = studio.folder(slug) if slug else None
        found = self._of_school(studio, folder, uri) if folder else self._of_portal(studio, uri)
        return found or watched(own_page("missing", self.locale, path=path), slug, self.mark(slug), 404)

    def _of_school(self, studio: Studio, folder: SchoolFolder, uri: str) -> Answer | None:
        mark, seen = self.mark(folder.slug), studio.school(folder)
        if (file := seen.files.get(uri)) is not None:
            return typed(uri, file.read_bytes())
        page = seen.draw(uri)
        if not seen.scenes:
            page = own_page("broken", self.locale, problems=mended(seen.problems), name=folder.name)
        return None if page is None else watched(page, folder.slug, mark)

    def _of_portal(self, studio: Studio, uri: str) -> Answer | None:
        census, mark, needs_schools = studio.census, self.mark(""), studio.needs_schools(uri)
        if needs_schools and census.is_reading:
            slugs, known = [folder.slug for folder in census.register.folders()[0]], len(census.known)
            page = own_page("waiting", self.locale, slugs=slugs, count=known, total=census.total)
            return watched(page, WAITING, str(known // STEP), 503)
        portal = studio.portal(with_schools=needs_schools)
        if (text := portal.data(uri)) is not None:
            return typed(uri, text.encode())
        found = portal.draw(uri)
        return None if found is None else watched(found, "", mark)

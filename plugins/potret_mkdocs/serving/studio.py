"""The languages of a site, set up once, and what was made in them for whoever looks."""

from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.files import File

from potret.portfolio.withdrawn import ledgers
from potret.reading import SchoolFolder
from potret_mkdocs.frame import Frame
from potret_mkdocs.serving.census import Census
from potret_mkdocs.serving.gathered import Gathered, gather
from potret_mkdocs.serving.kinds import kind_of
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.photos import photos
from potret_mkdocs.serving.portal import Portal
from potret_mkdocs.serving.school import Look, SeenSchool
from potret_mkdocs.together import Schools

KEPT = 12
"""Schools whose pages are kept; one takes a few megabytes."""


@dataclass(slots=True)
class Studio:
    """One state of mkdocs.yml and of the office's pages; not for two threads at a time."""

    office: tuple[Path, Path]
    """mkdocs.yml and the folder of the office's pages."""
    frame: Frame
    files: dict[str, File]
    """What is no page, by address: styles, scripts, the office's pictures."""
    census: Census
    look: Look
    marks: Marks
    _schools: OrderedDict[str, SeenSchool] = field(default_factory=OrderedDict)
    _portal: Portal | None = None

    def folder(self, slug: str) -> SchoolFolder | None:
        """Find a school's folder as it is now."""
        return next((one for one in self.census.register.folders()[0] if one.slug == slug), None)

    def school(self, folder: SchoolFolder) -> SeenSchool:
        """Read a school, unless it is as it was."""
        now, seen = self.marks.of(folder.root), self._schools.pop(folder.slug, None)
        if seen is None or seen.mark != now:
            withdrawn = ledgers(self.census.register.folders()[0])
            seen = self.look.at(folder, now, withdrawn)
        self._schools[folder.slug] = seen
        while len(self._schools) > KEPT:
            self._schools.popitem(last=False)
        return seen

    def portal(self, *, with_schools: bool) -> Portal:
        """Give the pages about all schools; without schools where none of them is asked for."""
        if not with_schools:
            return self._portal or self._of(Gathered("", Schools.of({}), ()))
        now = self.marks.of(self.census.register.root)
        if self._portal is None or self._portal.gathered.mark != now:
            self._portal = self._of(gather(self.census, now))
        return self._portal

    def _of(self, gathered: Gathered) -> Portal:
        cache = Path(self.frame.languages[0].schools.config.cache_dir)
        return Portal(self.frame, gathered, photos(gathered.schools.portfolio.schools, cache))

    def needs_schools(self, uri: str) -> bool:
        """Tell whether a page can be drawn only when all schools are read: most of the office's own need none."""
        prefixes = tuple(f"{locale}/" for locale in self.frame.locales[1:])
        bare = next((uri.removeprefix(prefix) for prefix in prefixes if uri.startswith(prefix)), uri)
        if (kind := kind_of(bare)) is not None:
            return kind.needs_schools or not uri.endswith(".html")
        found = (file for layout in self.frame.layouts for file in layout.files.documentation_pages())
        return "<!--" in next((file.content_string for file in found if file.dest_uri == uri), "")

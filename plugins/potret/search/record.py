"""What a page can be found by: its title, its school, its kind and the other filters of the search dialog."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from potret import catalogue, library, places
from potret.model import STAGES, Cycle, School
from potret.sitefile import SiteFile

KINDS = ("potret", "siklus", "praktik", "mutu", "galeri", "panduan")
"""In the order in which the dialog offers them."""

FILTERS = ("jenis", "jenjang", "kabupaten", "standar", "tahap")

_ABOUT_ALL = frozenset({places.STANDARDS, places.NETWORK, places.DATA})
"""Portal pages with words of their own; the others are lists of what is found anyway."""

# Each checklist repeats the catalogue's 189 sentences: without this, any word of it finds the checklists of all
# schools before the practice that is about it.
_CHECKLIST_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page as the index knows it."""

    title: str
    kind: str
    school: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    """Name and value, one pair for each value; `jenis` among them."""
    weight: float = 1
    """Of its words against other pages'."""
    group: str = ""
    """The school's name in addresses."""

    @property
    def told(self) -> str:
        """Write it for the page's head, where the index reads it."""
        known = {"judul": self.title, "jenis": self.kind, "sekolah": self.school, "kelompok": self.group}
        weight = {} if self.weight == 1 else {"bobot": self.weight}
        told = {**known, "saring": self.filters, **weight}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def office_record(title: str) -> PageRecord:
    """Describe a page that belongs to no school."""
    return PageRecord(title, "panduan", filters=(("jenis", "panduan"),))


def page_record(page: SiteFile, school: School | None) -> PageRecord | None:
    """Describe a composed page; None for lists, forms and untranslated copies, which no search should find."""
    if page.text_locale != page.locale:
        return None
    if school is None:
        return office_record(page.title) if page.place in _ABOUT_ALL else None
    return school_record(page, school)


def school_record(page: SiteFile, school: School) -> PageRecord | None:
    """Describe a page of a school."""
    record: PageRecord | None = None
    match page.place.url.removeprefix(places.portrait(school.slug).url).strip("/").split("/"):
        case [""]:
            record = replace(_record(page, school, "potret"), title=school.profile.nama)  # its own title is "Potret"
        case ["imbas"]:
            record = _record(page, school, "potret")
        case ["mutu"]:
            record = _record(page, school, "mutu")
        case ["mutu", _]:
            record = _record(page, school, "mutu", weight=_CHECKLIST_WEIGHT)
        case ["siklus", year, *stage]:
            cycle = next((one for one in school.cycles if str(one.year) == year), None)
            record = _record(page, school, "siklus", standards=_of_cycle(cycle), stages=stage)
        case ["praktik", name]:
            record = _practice(page, school, name)
        case ["galeri", name]:
            record = _album(page, school, name)
    return record


def _record(  # noqa: PLR0913 - named parts of one record
    page: SiteFile,
    school: School,
    kind: str,
    *,
    standards: Iterable[str] = (),
    stages: Iterable[str] = (),
    weight: float = 1,
) -> PageRecord:
    pairs = [
        ("jenis", kind),
        ("jenjang", catalogue.level(school.profile.bentuk)),
        ("kabupaten", library.area_of(school)),
        *(("standar", code) for code in sorted(set(standards))),
        *(("tahap", stage) for stage in STAGES if stage in set(stages)),
    ]
    name = school.profile.nama
    return PageRecord(page.title.removesuffix(f" – {name}"), kind, name, tuple(pairs), weight, school.slug)


def _practice(page: SiteFile, school: School, name: str) -> PageRecord | None:
    practice = next((one for one in school.practices if one.slug == name), None)
    if practice is None:
        return None
    entry = library.entry_of(school, practice)
    return _record(page, school, "praktik", standards=entry.standards, stages=entry.stages)


def _album(page: SiteFile, school: School, name: str) -> PageRecord | None:
    album = next((one for one in school.albums if one.slug == name), None)
    if album is None:
        return None
    fronts = [photo.front for photo in album.photos]
    standards = _standards(code for front in fronts for code in front.indikator)
    return _record(page, school, "galeri", standards=standards, stages=[front.tahap for front in fronts if front.tahap])


def _of_cycle(cycle: Cycle | None) -> Iterator[str]:
    concerns = cycle.thread.masalah if cycle and cycle.thread else ()
    return _standards(code for concern in concerns for code in concern.indikator)


def _standards(codes: Iterable[str]) -> Iterator[str]:
    """Give the standards of indicators; codes of Rapor Pendidikan begin with a letter and belong to none."""
    return (code[0] for code in codes if code[:1].isdigit())

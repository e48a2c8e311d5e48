"""The kiosk edition: a folder that runs from file:// with no network and no clock, and no way out of it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import segno
from markupsafe import Markup

from potret import places, slides, strings
from potret.compact import compact, compact_css
from potret.ekspose import turns
from potret.ekspose.enclosure import Enclosure
from potret.ekspose.event import Event
from potret.font import font_licence
from potret.media import Picture
from potret.model import SOURCE_LOCALE, Photo, School
from potret.places import Place
from potret.reader import Reader, Shown
from potret.sitefile import DataFile, SiteFile
from potret.styles import STYLE_URI, stylesheet
from potret.templates import theme_dir

LOOP = Place("kios/index.md", "")
HOME = Place("kios/beranda.md", "beranda/")
SCRIPTS = ("kios", "kios-diam", "kios-putar", "kios-petugas", "lightbox")
STARTERS = ("mulai-kios.sh", "mulai-kios.bat", "BACA-SAYA.txt")
CONTENTS = "assets/potret/isi.js"
"""The manifest as a classic script: file:// cannot fetch JSON. It also tells a kiosk's folder from any other."""
FONT = "assets/potret/plus-jakarta-sans.woff2"


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds; shorter ones are for tests."""

    idle: float = 60
    countdown: float = 20
    """WCAG 2.2.1 asks for at least 20 seconds to say that one is still there."""
    slide: float | None = None
    """None: so that the loop takes about two minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """Everything one kiosk shows."""

    schools: tuple[School, ...]
    readers: Mapping[str, Reader]
    """By language; their pictures hold only photos that may be shown in a kiosk."""
    pages: Mapping[str, tuple[SiteFile, ...]]
    """The schools' pages by language."""
    font: Path
    day: date | None
    """The day the kiosk was made, or the newest day in its data; nobody asks a clock."""
    is_made_on: bool = False
    """True where `day` was given, so that the screen says "made on" and not "data until"."""
    event: Event | None = None
    plan: tuple[Photo, Picture] | None = None
    address: str = ""
    """The public site, with a slash at the end; empty where there are no QR codes."""
    pace: Pace = field(default_factory=Pace)


def show_of(slug: str, practice: str = "") -> Place:
    """Find the slide show of a school or of one of its practices."""
    name = f"{slug}/{practice}" if practice else slug
    return Place(f"kios/tayangan/{name}.md", f"tayangan/{name}/")


def texts(exhibit: Exhibit) -> Iterator[DataFile]:
    """Write every file of the kiosk that is text; the manifest comes last and names all others."""
    made = [*_pages(exhibit), *_scripts(), DataFile(STYLE_URI, _styles())]
    made += [DataFile(name, _starter(name)) for name in STARTERS]
    sizes = {one.uri: len(one.text.encode()) for one in made}
    sizes |= {uri: path.stat().st_size for uri, path in binaries(exhibit)}
    yield from made
    rows = json.dumps(sorted(sizes.items()), ensure_ascii=True, separators=(",", ":"))
    yield DataFile(CONTENTS, f"window.potretIsi={rows};\n")


def binaries(exhibit: Exhibit) -> Iterator[tuple[str, Path]]:
    """List photos and typeface: address and file."""
    yield FONT, exhibit.font
    yield "assets/potret/plus-jakarta-sans-OFL.txt", font_licence()
    yield "assets/potret/ikon.svg", theme_dir() / "assets" / "potret" / "ikon.svg"
    pictures = exhibit.readers[SOURCE_LOCALE].pictures
    for school in exhibit.schools:
        for picture in pictures.get(school.slug, {}).values():
            yield from ((file.uri, file.path) for file in picture.files)
    if exhibit.plan:
        yield from ((file.uri, file.path) for file in exhibit.plan[1].files)


def _scripts() -> Iterator[DataFile]:
    for name in SCRIPTS:
        folder = theme_dir() / ("assets/potret" if name == "lightbox" else "kios")
        yield DataFile(f"assets/potret/{name}.js", (folder / f"{name}.js").read_text(encoding="utf-8"))


def _styles() -> str:
    """Join the site's style sheet and ours; Material's own 100 kB are not needed."""
    own = ((theme_dir() / "kios" / f"{name}.css").read_text(encoding="utf-8") for name in ("kios", "putar"))
    return "\n".join([stylesheet(), *map(compact_css, own)])


def _starter(name: str) -> str:
    text = (theme_dir() / "kios" / name).read_text(encoding="utf-8")
    return text.replace("\n", "\r\n") if name.endswith((".bat", ".txt")) else text


def _pages(exhibit: Exhibit) -> Iterator[DataFile]:
    known = {page.place.source: page.place for page in exhibit.pages[SOURCE_LOCALE]}
    known |= dict(_shows(exhibit.schools))
    files = frozenset(uri for uri, _ in binaries(exhibit))
    for locale, reader in exhibit.readers.items():
        writer = Writer(exhibit, reader, Enclosure(known, files))
        yield writer.home()
        for page in exhibit.pages[locale]:
            yield writer.page(page)
        for school in exhibit.schools:
            yield writer.show(school)
            for practice in school.practices:
                made = slides.practice_show(school, practice, reader)
                yield writer.deck(show_of(school.slug, practice.slug), made, school)
        if locale == SOURCE_LOCALE:
            yield writer.loop()


def _shows(schools: Iterable[School]) -> Iterator[tuple[str, Place]]:
    """Let links to the site's slide shows lead to the kiosk's own."""
    for school in schools:
        yield places.slides(school.slug).source, show_of(school.slug)
        for one in school.practices:
            yield places.practice_slides(school.slug, one.slug).source, show_of(school.slug, one.slug)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the pages of one language."""

    exhibit: Exhibit
    reader: Reader
    enclosure: Enclosure

    def page(self, page: SiteFile) -> DataFile:
        """Write a page of a school."""
        html = self.enclosure.html(page, self.reader.links(page.place))
        school = next(one for one in self.exhibit.schools if one.slug == page.school)
        shows = {places.practice(school.slug, one.slug): show_of(school.slug, one.slug) for one in school.practices}
        content, show = Markup(html), shows.get(page.place)  # noqa: S704 - cleaned and closed just above
        return self._write("halaman", page.place, title=page.title, content=content, show=show, school=school)

    def home(self) -> DataFile:
        """Write the first page of the touch edition: the event with its schools, or the one school."""
        event, schools = self.exhibit.event, self.exhibit.schools
        title = self.reader.plain(event.nama) if event else self.reader.t("kiosk.home")
        only = schools[0] if len(schools) == 1 and not event else None
        cards = [(one, self.reader.cover(one), event.stand(one.slug) if event else None) for one in schools]
        menus = {one.slug: self.menu(one) for one in schools}
        plan = Shown(*self.exhibit.plan) if self.exhibit.plan else None
        return self._write("beranda", HOME, title=title, event=event, only=only, cards=cards, menus=menus, plan=plan)

    def show(self, school: School) -> DataFile:
        """Write the slide show of a school."""
        return self.deck(show_of(school.slug), slides.show(school, self.reader), school)

    def deck(self, place: Place, made: list[slides.Slide], school: School) -> DataFile:
        """Write a slide show."""
        title = f"{self.reader.t('kiosk.show')}: {made[0].title.text}"
        shown = self._slides(made, place)
        return self._write("tayangan", place, title=title, slides=shown, pace=self._pace(8), school=school)

    def loop(self) -> DataFile:
        """Write the attract loop, turn after turn."""
        exhibit = self.exhibit
        rounds = turns.turns(exhibit.schools, list(exhibit.readers.values()))
        made = [one for turn in rounds for one in turn]
        homes = {locale: f"{reader.prefix}{HOME.url}index.html" for locale, reader in exhibit.readers.items()}
        title = self.reader.plain(exhibit.event.nama) if exhibit.event else exhibit.schools[0].profile.nama
        words = {locale: reader.t("kiosk.touch") for locale, reader in exhibit.readers.items()}
        pace = self._pace(turns.pace(rounds))
        shown = self._slides(made, LOOP)
        return self._write("putar", LOOP, title=title, slides=shown, pace=pace, homes=homes, words=words)

    def menu(self, school: School) -> list[tuple[str, Place]]:
        """List the main pages of a school: its portrait, standards, latest cycle, practices, photos and slides."""
        slug = school.slug
        wanted = [places.portrait(slug), places.quality(slug)]
        wanted += [places.cycle(slug, one.year) for one in school.cycles[-1:]]
        wanted += [places.school_practices(slug), places.gallery(slug)]
        labels = {page.place: page.label for page in self.exhibit.pages[self.reader.locale]}
        found = [(labels[place], place) for place in wanted if place in labels]
        return [*found, (self.reader.t("kiosk.show"), show_of(slug))]

    def _pace(self, usual: float) -> float:
        return self.exhibit.pace.slide or usual

    def _slides(self, made: list[slides.Slide], place: Place) -> list[Markup]:
        count, links = len(made), self.reader.links(place)
        return [
            self.exhibit.readers[one.locale].templates.whole(
                "kios/slide", slide=one, links=links, number=number, count=count
            )
            for number, one in enumerate(made, 1)
        ]

    def _write(self, template: str, place: Place, **values: object) -> DataFile:
        exhibit, reader, links = self.exhibit, self.reader, self.reader.links(place)
        school = values.pop("school", None)
        html = reader.templates.whole(
            f"kios/{template}",
            links=links,
            place=place,
            exhibit=exhibit,
            home=links.to(HOME),
            root=links.asset("index.html"),
            back=links.to(self._parent(place)) if place != HOME else None,
            languages=self._languages(place),
            menu=self.menu(school) if isinstance(school, School) else [],
            school=school,
            style=STYLE_URI,
            scripts=[*SCRIPTS, "isi"],
            made=self._made(),
            qr=self._qr(place, school),
            idle=exhibit.pace.idle,
            countdown=exhibit.pace.countdown,
            **values,
        )
        prefix = "" if place == LOOP else reader.prefix
        return DataFile(f"{prefix}{place.url}index.html", compact(str(html)))

    def _languages(self, place: Place) -> list[tuple[str, str, str]]:
        """Give the same page in the other languages: locale, name, address."""
        here = self.reader.links(place)
        return [
            (locale, strings.text("name", locale), here.asset(f"{other.prefix}{place.url}index.html"))
            for locale, other in self.exhibit.readers.items()
            if locale != self.reader.locale
        ]

    def _parent(self, place: Place) -> Place:
        """Find the page above: nobody gets lost where there is no browser to go back with."""
        urls = {one.url: one for one in self.enclosure.places.values()}
        url = place.url.replace("tayangan/", "sekolah/", 1) if place.url.startswith("tayangan/") else place.url
        start = url if url != place.url else _above(url)
        while start and start not in urls:
            start = _above(start)
        return urls.get(start, HOME)

    def _made(self) -> str:
        day = self.exhibit.day
        key = "kiosk.made" if self.exhibit.is_made_on else "kiosk.until"
        return self.reader.t(key, date=strings.day(day, self.reader.locale)) if day else ""

    def _qr(self, place: Place, school: object) -> Markup | None:
        """Draw the address of the public page, as there are no links to it."""
        if not self.exhibit.address:
            return None
        is_page = place in self.enclosure.places.values() and not place.source.startswith("kios/")
        url = place.url if is_page else places.portrait(school.slug).url if isinstance(school, School) else ""
        code = segno.make(f"{self.exhibit.address}{self.reader.prefix}{url}", error="m", micro=False)
        svg = code.svg_inline(
            omitsize=True, border=2, light="#fff", dark="#000", svgclass="kios-qr__kode", lineclass=None
        )
        return Markup(svg)  # noqa: S704 - drawn by segno: paths only


def newest_day(schools: Iterable[School]) -> date | None:
    """Find the newest day in the schools' own data."""
    days = (day for school in schools for day in _days(school) if day)
    return max(days, default=None)


def _days(school: School) -> Iterator[date | None]:
    yield school.profile.sekolah_model.sk_tanggal
    yield from (report.tanggal for report in school.reports.values())
    yield from (photo.front.tanggal for photo in school.photos)
    yield from (practice.front.tanggal for practice in school.practices)
    for cycle in school.cycles:
        for stage in cycle.stages.values():
            yield from (stage.front.mulai, stage.front.selesai)
            yield from (entry.tanggal for entry in stage.front.dokumen)


def _above(url: str) -> str:
    head = url.rstrip("/").rpartition("/")[0]
    return f"{head}/" if head else ""

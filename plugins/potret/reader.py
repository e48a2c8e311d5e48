"""Everything a page needs to know about whom it is written for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from potret import strings
from potret.kit import Kit
from potret.media import Picture
from potret.model import SOURCE_LOCALE, Article, Photo, School, Text
from potret.places import Links, Place
from potret.printed import Prints
from potret.sitefile import Body, SiteFile
from potret.templates import Templates

Pictures = Mapping[str, Mapping[str, Picture]]
"""Published photos: school slug, then the photo's reference."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo and its picture, as a gallery shows it."""

    photo: Photo
    picture: Picture


@dataclass(frozen=True, slots=True)
class Reader:
    """Readers of one language, on a site with one shape of addresses."""

    locale: str
    pictures: Pictures
    directory_urls: bool = True
    kits: Mapping[str, Kit] = field(default_factory=dict)
    """Take-away kits by school and practice: <school>/<practice>."""
    prints: Prints = field(default_factory=dict)
    """Published PDFs by the school's slug."""
    site_url: str = ""
    """The site's own address, empty where it does not know it: on a USB stick, or before it is on a host."""

    @property
    def prefix(self) -> str:
        """Folder of the language in the site."""
        return "" if self.locale == SOURCE_LOCALE else f"{self.locale}/"

    @property
    def templates(self) -> Templates:
        """Templates in the reader's language."""
        return Templates(self.locale)

    def t(self, key: str, **values: object) -> str:
        """Look an interface string up."""
        return strings.text(key, self.locale, **values)

    def links(self, place: Place) -> Links:
        """Give the addresses as seen from a page."""
        return Links(place, self.prefix, self.directory_urls)

    def plain(self, text: Text) -> str:
        """Give a text as plain words, in Indonesian where it is not translated."""
        return text.of(self.locale)[0]

    def shown(self, school: School) -> list[Shown]:
        """List the photos of a school that could be read, album by album."""
        made = self.pictures.get(school.slug, {})
        return [Shown(photo, made[photo.reference]) for photo in school.photos if photo.reference in made]

    def cover(self, school: School, reference: str | None = None) -> Shown | None:
        """Find a chosen photo, or the one that stands for the school."""
        photo = school.photo(reference) if reference else school.cover
        picture = self.pictures.get(school.slug, {}).get(photo.reference) if photo else None
        return Shown(photo, picture) if photo and picture else None

    def body(self, name: str, place: Place, **values: object) -> Body:
        """Render a page template with the addresses of its place."""
        return self.templates.page(name, links=self.links(place), **values)

    def school_page(  # noqa: PLR0913 - named parts of one page
        self,
        school: School,
        place: Place,
        *,
        label: str,
        description: str,
        body: Body,
        menu: str = "",
        title: str | None = None,
        article: Article | None = None,
        is_listed: bool = True,
        data: str = "",
    ) -> SiteFile:
        """Make a page of a school; with an article, the page is in the language the article has.

        `label` is the name in the menu, `title` the full one where it differs; the school's name is added to it.
        `data` is the address of a file that describes the school to machines.
        """
        writing, text_locale = article.of(self.locale) if article else (None, self.locale)
        return SiteFile(
            place=place,
            locale=self.locale,
            text_locale=text_locale,
            label=label,
            title=f"{title or label} – {school.profile.nama}",
            description=description,
            body=body,
            school=school.slug,
            menu=menu,
            is_listed=is_listed,
            edit_uri=writing.path if writing else None,
            front={"data": data} if data else {},
        )

    def portal_page(self, place: Place, title: str, description: str, body: Body) -> SiteFile:
        """Make a page about all schools, in the reader's language and across the full width."""
        return SiteFile(
            place=place,
            locale=self.locale,
            text_locale=self.locale,
            label=title,
            title=title,
            description=description,
            body=body,
            front={"hide": ["toc"]},
        )

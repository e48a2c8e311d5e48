"""A school's albums."""

from collections.abc import Iterator

from potret import places
from potret.model import Album, School
from potret.reader import Reader, Shown
from potret.sitefile import SiteFile


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the gallery and a page for each album; nothing for a school without photos."""
    shown = {album.slug: [s for s in reader.shown(school) if s.photo.album == album.slug] for album in school.albums}
    albums = [album for album in school.albums if shown[album.slug]]
    if albums:
        yield _gallery(school, albums, shown, reader)
    for album in albums:
        yield _album(school, album, shown[album.slug], reader)


def _gallery(school: School, albums: list[Album], shown: dict[str, list[Shown]], reader: Reader) -> SiteFile:
    place, label = places.gallery(school.slug), reader.t("nav.gallery")
    body = reader.body("gallery", place, title=label, school=school, albums=albums, shown=shown, places=places)
    description = reader.t("gallery.description", name=school.profile.nama)
    return reader.school_page(
        school, place, label=label, menu=reader.t("nav.gallery"), description=description, body=body
    )


def _album(school: School, album: Album, photos: list[Shown], reader: Reader) -> SiteFile:
    place, label = places.album(school.slug, album.slug), reader.plain(album.front.judul)
    body = reader.body("album", place, school=school, album=album, photos=photos, places=places)
    about = album.front.keterangan
    description = reader.plain(about) if about else reader.t("gallery.description", name=school.profile.nama)
    return reader.school_page(
        school, place, label=label, menu=reader.t("nav.gallery"), description=description, body=body
    )

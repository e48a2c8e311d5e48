"""A school's albums: all of them with a filter, one by one, and each as a contact sheet for paper."""

from collections.abc import Iterator

from potret import catalogue, places, standard
from potret.model import STAGES, Album, School
from potret.pages import proofs
from potret.pages.cards import Choice
from potret.reader import Reader, Shown
from potret.selection import standards_of, year_of
from potret.sitefile import SiteFile


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the gallery, a page for each album and its contact sheet; nothing for a school without photos."""
    shown = {album.slug: [s for s in reader.shown(school) if s.photo.album == album.slug] for album in school.albums}
    albums = [album for album in school.albums if shown[album.slug]]
    if albums:
        yield _gallery(school, albums, shown, reader)
    for album in albums:
        yield _album(school, album, shown[album.slug], reader)
        yield _sheet(school, album, shown[album.slug], reader)


def _gallery(school: School, albums: list[Album], shown: dict[str, list[Shown]], reader: Reader) -> SiteFile:
    place, label = places.gallery(school.slug), reader.t("nav.gallery")
    photos = [one for album in albums for one in shown[album.slug]]
    body = reader.body(
        "gallery",
        place,
        title=label,
        school=school,
        albums=albums,
        shown=shown,
        choices=_choices(photos, reader),
        filters={one.photo.reference: _facts(one) for one in photos},
        count=len(photos),
        places=places,
    )
    description = reader.t("gallery.description", name=school.profile.nama)
    return reader.school_page(school, place, label=label, menu=label, description=description, body=body)


def _facts(one: Shown) -> dict[str, object]:
    """Say what the filter may ask of a photo."""
    photo = one.photo
    return {"tahap": photo.front.tahap or "", "standar": standards_of(photo), "tahun": year_of(photo) or ""}


def _choices(photos: list[Shown], reader: Reader) -> dict[str, list[Choice]]:
    """Collect what the filter offers: stages, standards and years that occur."""
    stages = {one.photo.front.tahap for one in photos}
    found = {code for one in photos for code in standards_of(one.photo)}
    years = {year for one in photos if (year := year_of(one.photo))}
    return {
        "tahap": [(key, catalogue.label(catalogue.stage(key), reader.locale)) for key in STAGES if key in stages],
        "standar": [
            (item.code, f"{item.code} {item.name(reader.locale)}")
            for item in standard.catalogue("snp-2016").standards
            if item.code in found
        ],
        "tahun": [(str(year), str(year)) for year in sorted(years)],
    }


def _album(school: School, album: Album, photos: list[Shown], reader: Reader) -> SiteFile:
    place, label = places.album(school.slug, album.slug), reader.plain(album.front.judul)
    indicators = {
        one.photo.reference: proofs.codes(one.photo.front.indikator, school, reader, place, year=year_of(one.photo))
        for one in photos
    }
    anchors = {one.photo.reference: _anchor(one) for one in photos}
    body = reader.body(
        "album",
        place,
        school=school,
        album=album,
        photos=photos,
        indicators=indicators,
        anchors=anchors,
        places=places,
    )
    about = album.front.keterangan
    description = reader.plain(about) if about else reader.t("gallery.description", name=school.profile.nama)
    return reader.school_page(
        school, place, label=label, menu=reader.t("nav.gallery"), description=description, body=body
    )


def _anchor(one: Shown) -> str:
    """Give the place of a photo on its album's page, to which evidence leads."""
    return proofs.anchor(f"foto-{one.photo.front.berkas.rpartition('.')[0]}")


def _sheet(school: School, album: Album, photos: list[Shown], reader: Reader) -> SiteFile:
    """List an album's photos small, for the binder; only photos that may be shown are on it."""
    place, name = places.album_sheet(school.slug, album.slug), reader.plain(album.front.judul)
    body = reader.body(
        "sheet",
        place,
        school=school,
        album=album,
        photos=photos,
        stages={key: catalogue.label(catalogue.stage(key), reader.locale) for key in STAGES},
        places=places,
    )
    title = reader.t("gallery.sheet_of", album=name)
    return reader.school_page(
        school,
        place,
        label=reader.t("gallery.sheet"),
        title=title,
        menu=reader.t("nav.gallery"),
        description=f"{title}, {school.profile.nama}",
        body=body,
        is_listed=False,
    )

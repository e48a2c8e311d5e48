"""The slide show of a school and of a practice: one thought each, made of what the pages say."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from potret import catalogue
from potret.model import SOURCE_LOCALE, STAGES, Article, OwnSlide, Practice, School
from potret.prose import render
from potret.reader import Reader, Shown
from potret.slides import numbers
from potret.slides.numbers import Data
from potret.slides.slide import CAPTION, TEXT, TITLE, Slide, Words, cut, words

PHOTOS = 12
"""Photos of a slide show."""
_SECTION = re.compile(r"<h2[^>]*>(?P<title>.*?)</h2>(?P<text>.*?)(?=<h2|\Z)", re.DOTALL)
_FIRST = re.compile(r"<(?:p|li)(?:\s[^>]*)?>(.*?)</(?:p|li)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def show(school: School, reader: Reader, *, is_part: bool = False) -> list[Slide]:
    """Make the slide show of a school: its own slides where it wrote some, else what its pages say.

    `is_part` leaves out what the shows of its practices tell, which follow then, and the end.
    """
    if school.slides:
        middle = list(own(school.slides, school, reader))
    else:
        told = () if is_part else school.practices
        middle = [
            vision(school, reader),
            figures(school, reader),
            *stages(school, reader),
            *standards(school, reader),
            *(practice(school, one, reader) for one in told),
            *_photos(school, reader),
        ]
    return [cover(school, reader), *middle, *([] if is_part else [end(school, reader)])]


def practice_show(school: School, one: Practice, reader: Reader, *, is_part: bool = False) -> list[Slide]:
    """Make the slide show of a practice: its own slides, or its story in four steps, and its photos."""
    first = practice(school, one, reader)
    if one.front.slide:
        rest = list(own(one.front.slide, school, reader, over=first.title))
    else:
        photos = [found for found in reader.shown(school) if found.photo.front.praktik == one.slug]
        photos = [found for found in photos if first.photo is None or found.photo != first.photo.photo]
        rest = [*_story(one, first.title, reader), *(photo(found, reader) for found in photos[:PHOTOS])]
    return [first, *rest, *([] if is_part else [end(school, reader)])]


def own(slides: Sequence[OwnSlide], school: School, reader: Reader, over: Words | None = None) -> Iterator[Slide]:
    """Show slides a school wrote itself; a photo that may not be shown here is left out."""
    for one in slides:
        shown = reader.cover(school, one.foto) if one.foto else None
        title = words(*one.judul.of(reader.locale), TITLE)
        text = words(*one.isi.of(reader.locale), TEXT) if one.isi else None
        kind = "praktik" if shown else "teks"  # beside a photo, or alone
        yield _slide(kind, reader, title, over=over or _name(school), text=text, photo=shown)


def cover(school: School, reader: Reader) -> Slide:
    """Show the school's name over its best photo."""
    since = reader.t("header.model", year=school.profile.sekolah_model.tahun_mulai)
    place = words(numbers.place_of(school), SOURCE_LOCALE, TITLE)
    note = reader.t("sample.tag") if school.profile.contoh else ""
    over = Words(since, reader.locale)
    return _slide("sampul", reader, _name(school), over=over, text=place, photo=reader.cover(school), note=note)


def vision(school: School, reader: Reader) -> Slide:
    """Show what the school wants to become."""
    text = words(*school.profile.visi.of(reader.locale), TEXT)
    return _slide("teks", reader, _ours(reader, "kiosk.vision"), over=_name(school), text=text)


def figures(school: School, reader: Reader) -> Slide:
    """Show the handful of numbers of the portrait."""
    rows = numbers.counts(school, reader.locale)
    return _slide("angka", reader, _ours(reader, "kiosk.figures"), over=_name(school), rows=rows)


def stages(school: School, reader: Reader) -> Iterator[Slide]:
    """Show the five stages of the latest cycle, with what was filed in each."""
    if not school.cycles:
        return
    last = school.cycles[-1]
    rows: list[Data] = []
    for number, key in enumerate(STAGES, 1):
        row, stage = catalogue.stage(key), last.stages.get(key)
        count = len(stage.front.dokumen) if stage else 0
        told = reader.t("kiosk.documents", count=count) if stage else reader.t("circle.open")
        purpose = str(row.get(f"purpose_{reader.locale}", row["purpose_id"]))
        name = catalogue.label(row, reader.locale)
        rows.append({"number": number, "name": name, "count": told, "purpose": cut(purpose, TITLE)})
    title = Words(reader.t("kiosk.stages", year=last.year), reader.locale)
    yield _slide("tahap", reader, title, over=_name(school), rows=rows)


def standards(school: School, reader: Reader) -> Iterator[Slide]:
    """Show the eight standards of the latest year."""
    score: Data | None = numbers.score(school, reader.locale)
    if score is None:
        return
    rows, last = score["rows"], score["last"]
    year = last["year"] if isinstance(last, dict) else ""
    title = Words(f"{reader.t('nav.quality')} {year}", reader.locale)
    found = list(rows) if isinstance(rows, list) else []
    yield _slide("standar", reader, title, over=_name(school), rows=found, note=reader.t("standards.scale"))


def practice(school: School, one: Practice, reader: Reader) -> Slide:
    """Show what a good practice is about."""
    title = _said(one.article, "title", one.slug, reader, TITLE)
    lead = _said(one.article, "summary", "", reader, TEXT)
    over = Words(f"{reader.t('kiosk.practice')} {one.front.tahun}", reader.locale)
    chosen = reader.cover(school, one.front.sampul) if one.front.sampul else None
    named = (found for found in reader.shown(school) if found.photo.front.praktik == one.slug)
    return _slide("praktik", reader, title, over=over, text=lead, photo=chosen or next(named, None))


def photo(one: Shown, reader: Reader) -> Slide:
    """Show a photo with its caption."""
    return _slide("foto", reader, words(*one.photo.front.keterangan.of(reader.locale), CAPTION), photo=one)


def end(school: School, reader: Reader) -> Slide:
    """Close a slide show and begin anew."""
    return _slide("penutup", reader, _name(school), text=_ours(reader, "kiosk.thanks"))


def _photos(school: School, reader: Reader) -> list[Slide]:
    first = reader.cover(school)
    chosen = [one for one in best_photos(school, reader) if one != first]
    return [photo(one, reader) for one in chosen[:PHOTOS]]


def best_photos(school: School, reader: Reader) -> list[Shown]:
    """Order the photos for a large screen: the cover, then one of each album in turn, wide and large ones first."""

    def rank(one: Shown) -> tuple[bool, int]:
        large = one.picture.large
        return large.width < large.height, -min(large.width, 1600)

    first = reader.cover(school)
    shown = [one for one in reader.shown(school) if first is None or one.photo != first.photo]
    albums = [sorted((one for one in shown if one.photo.album == album.slug), key=rank) for album in school.albums]
    turns = [one for turn in zip_longest(*albums) for one in turn if one is not None]
    return [first, *turns] if first else turns


def _story(one: Practice, over: Words, reader: Reader) -> Iterator[Slide]:
    writing, locale = one.article.of(reader.locale)
    for match in _SECTION.finditer(render(writing.body)):
        first = _FIRST.search(match["text"])
        text = words(_plain(first[1]), locale, TEXT) if first else None
        if text and text.text:
            yield _slide("teks", reader, words(_plain(match["title"]), locale, TITLE), over=over, text=text)


def _slide(  # noqa: PLR0913 - the parts of a slide
    kind: str,
    reader: Reader,
    title: Words,
    *,
    over: Words | None = None,
    text: Words | None = None,
    photo: Shown | None = None,
    rows: Sequence[Data] = (),
    note: str = "",
) -> Slide:
    return Slide(kind=kind, locale=reader.locale, title=title, over=over, text=text, photo=photo, rows=rows, note=note)


def _name(school: School) -> Words:
    return words(numbers.name_of(school), SOURCE_LOCALE, TITLE)


def _ours(reader: Reader, key: str) -> Words:
    return Words(reader.t(key), reader.locale)


def _said(article: Article, part: str, instead: str, reader: Reader, limit: int) -> Words:
    """Give the title or summary of a text in the reader's language, else in the school's own."""
    writing, locale = article.of(reader.locale)
    said = getattr(writing, part)
    return words(said, locale, limit) if said else words(getattr(article.source, part) or instead, SOURCE_LOCALE, limit)


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))

"""Slides of a school and of a practice: one thought each, made of what the pages say."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from potret import catalogue
from potret.ekspose import highlights
from potret.ekspose.enclosure import render
from potret.model import SOURCE_LOCALE, STAGES, Article, Practice, School
from potret.reader import Reader, Shown

LOOP_SECONDS = 120
"""How long the attract loop lasts, both languages together."""
SHORTEST, LONGEST = 5, 8
"""Seconds a slide stays at least and at most in the loop."""
PHOTOS_IN_LOOP, PHOTOS_IN_SHOW, PRACTICES_IN_LOOP = 2, 12, 2
_TITLE, _TEXT, _CAPTION = 160, 320, 200
"""Signs after which a text is cut at a word: what can be read from three metres in a few seconds."""
_SECTION = re.compile(r"<h2[^>]*>(?P<title>.*?)</h2>(?P<text>.*?)(?=<h2|\Z)", re.DOTALL)
_FIRST = re.compile(r"<(?:p|li)(?:\s[^>]*)?>(.*?)</(?:p|li)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Words:
    """A text on a slide and the language it is in."""

    text: str
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide; which of its parts are filled depends on its kind."""

    kind: str
    """sampul, angka, tahap, standar, praktik, foto, teks, acara, penutup: the template's class."""
    locale: str
    title: Words
    over: Words | None = None
    """A short line above the title."""
    text: Words | None = None
    photo: Shown | None = None
    rows: Sequence[highlights.Data] = ()
    """Numbers, stages, standards: what the kind makes of them."""
    note: str = ""


def seconds(count: int) -> float:
    """Give each slide of a loop its time, so that the whole takes about two minutes."""
    return round(min(max(LOOP_SECONDS / max(count, 1), SHORTEST), LONGEST), 1)


def cut(text: str, limit: int) -> str:
    """Shorten a text at a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return f"{(head.rpartition(' ')[0] or head).rstrip(' ,;:.–-')}…"


def loop(school: School, reader: Reader) -> list[Slide]:
    """Make the attract loop of a school that stands alone; `turns` makes that of several."""
    best = best_photos(school, reader)
    slides = [cover(school, reader), figures(school, reader), *stages(school, reader), *standards(school, reader)]
    slides += [practice(school, one, reader) for one in school.practices[:PRACTICES_IN_LOOP]]
    return slides + [photo(one, reader) for one in best if one != slides[0].photo][:PHOTOS_IN_LOOP]


def show(school: School, reader: Reader) -> list[Slide]:
    """Make the slide show of a school."""
    vision = Words(*school.profile.visi.of(reader.locale))
    slides = [
        cover(school, reader),
        _slide("teks", reader, _ours(reader, "kiosk.vision"), over=_name(school), text=_cut(vision, _TEXT)),
        figures(school, reader),
        *stages(school, reader),
        *standards(school, reader),
        *(practice(school, one, reader) for one in school.practices),
    ]
    photos = [photo(one, reader) for one in best_photos(school, reader) if one != slides[0].photo]
    return [*slides, *photos[:PHOTOS_IN_SHOW], end(school, reader)]


def practice_show(school: School, one: Practice, reader: Reader) -> list[Slide]:
    """Make the slide show of a practice: its story in four steps and its photos."""
    first = practice(school, one, reader)
    photos = [found for found in reader.shown(school) if found.photo.front.praktik == one.slug]
    photos = [found for found in photos if first.photo is None or found.photo != first.photo.photo]
    rest = [photo(found, reader) for found in photos[:PHOTOS_IN_SHOW]]
    return [first, *_story(one, reader), *rest, end(school, reader)]


def cover(school: School, reader: Reader) -> Slide:
    """Show the school's name over its best photo."""
    since = reader.t("header.model", year=school.profile.sekolah_model.tahun_mulai)
    name = Words(cut(highlights.name_of(school), _TITLE), SOURCE_LOCALE)
    place = Words(cut(highlights.place_of(school), _TITLE), SOURCE_LOCALE)
    note = reader.t("sample.tag") if school.profile.contoh else ""
    over = Words(since, reader.locale)
    return _slide("sampul", reader, name, over=over, text=place, photo=reader.cover(school), note=note)


def figures(school: School, reader: Reader) -> Slide:
    """Show the handful of numbers of the portrait."""
    rows = highlights.counts(school, reader.locale)
    return _slide("angka", reader, _ours(reader, "kiosk.figures"), over=_name(school), rows=rows)


def stages(school: School, reader: Reader) -> Iterator[Slide]:
    """Show the five stages of the latest cycle, with what was filed in each."""
    if not school.cycles:
        return
    last = school.cycles[-1]
    rows: list[highlights.Data] = []
    for number, key in enumerate(STAGES, 1):
        row, stage = catalogue.stage(key), last.stages.get(key)
        count = len(stage.front.dokumen) if stage else 0
        told = reader.t("kiosk.documents", count=count) if stage else reader.t("circle.open")
        purpose = str(row.get(f"purpose_{reader.locale}", row["purpose_id"]))
        name = catalogue.label(row, reader.locale)
        rows.append({"number": number, "name": name, "count": told, "purpose": cut(purpose, _TITLE)})
    title = Words(reader.t("kiosk.stages", year=last.year), reader.locale)
    yield _slide("tahap", reader, title, over=_name(school), rows=rows)


def standards(school: School, reader: Reader) -> Iterator[Slide]:
    """Show the eight standards of the latest year."""
    score: highlights.Data | None = highlights.score(school, reader.locale)
    if score is None:
        return
    rows, last = score["rows"], score["last"]
    year = last["year"] if isinstance(last, dict) else ""
    title = Words(f"{reader.t('nav.quality')} {year}", reader.locale)
    found = list(rows) if isinstance(rows, list) else []
    yield _slide("standar", reader, title, over=_name(school), rows=found, note=reader.t("standards.scale"))


def practice(school: School, one: Practice, reader: Reader) -> Slide:
    """Show what a good practice is about."""
    title, lead = _said(one.article, "title", one.slug, reader), _said(one.article, "summary", "", reader)
    over = Words(f"{reader.t('kiosk.practice')} {one.front.tahun}", reader.locale)
    chosen = reader.cover(school, one.front.sampul) if one.front.sampul else None
    named = (found for found in reader.shown(school) if found.photo.front.praktik == one.slug)
    words = _cut(title, _TITLE), _cut(lead, _TEXT)
    return _slide("praktik", reader, words[0], over=over, text=words[1], photo=chosen or next(named, None))


def photo(one: Shown, reader: Reader) -> Slide:
    """Show a photo with its caption."""
    words = Words(*one.photo.front.keterangan.of(reader.locale))
    return _slide("foto", reader, _cut(words, _CAPTION), photo=one)


def end(school: School, reader: Reader) -> Slide:
    """Close a slide show and begin anew."""
    name = Words(cut(highlights.name_of(school), _TITLE), SOURCE_LOCALE)
    return _slide("penutup", reader, name, text=_ours(reader, "kiosk.thanks"), photo=None)


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


def _story(one: Practice, reader: Reader) -> Iterator[Slide]:
    writing, locale = one.article.of(reader.locale)
    over = _cut(_said(one.article, "title", one.slug, reader), _TITLE)
    for match in _SECTION.finditer(render(writing.body)):
        first = _FIRST.search(match["text"])
        text = Words(cut(_plain(first[1]), _TEXT), locale) if first else None
        if text and text.text:
            title = Words(cut(_plain(match["title"]), _TITLE), locale)
            yield _slide("teks", reader, title, over=over, text=text)


def _slide(  # noqa: PLR0913 - the parts of a slide
    kind: str,
    reader: Reader,
    title: Words,
    *,
    over: Words | None = None,
    text: Words | None = None,
    photo: Shown | None = None,
    rows: Sequence[highlights.Data] = (),
    note: str = "",
) -> Slide:
    return Slide(kind=kind, locale=reader.locale, title=title, over=over, text=text, photo=photo, rows=rows, note=note)


def _name(school: School) -> Words:
    return Words(cut(highlights.name_of(school), _TITLE), SOURCE_LOCALE)


def _ours(reader: Reader, key: str) -> Words:
    return Words(reader.t(key), reader.locale)


def _said(article: Article, part: str, instead: str, reader: Reader) -> Words:
    """Give the title or summary of a text in the reader's language, else in the school's own."""
    writing, locale = article.of(reader.locale)
    own = getattr(writing, part)
    return Words(own, locale) if own else Words(getattr(article.source, part) or instead, SOURCE_LOCALE)


def _cut(words: Words, limit: int) -> Words:
    return Words(cut(words.text, limit), words.locale)


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))

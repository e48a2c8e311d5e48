"""What a banner, a pamphlet and a newsletter all say of a school; the numbers are those of its pages."""

from itertools import zip_longest

from potret import catalogue, strings
from potret.ekspose.darkroom import Box
from potret.ekspose.dating import newest
from potret.ekspose.plaintext import BREAK, passages
from potret.ekspose.printing import PrintContext
from potret.ekspose.richtext import from_markdown
from potret.model import Article, Photo, Practice, School, Text
from potret.slides.numbers import Data, counts, name_of, place_of, score

__all__ = [
    "Data",
    "aims",
    "counts",
    "cover",
    "day",
    "foot",
    "frame",
    "kind_of",
    "lead_in",
    "name_of",
    "opening",
    "other_photos",
    "place_of",
    "practices",
    "said",
    "score",
    "summary_of",
    "title_of",
    "words",
]


def words(text: str, locale: str) -> Data:
    """Give a text with the language it is in; a template says so where it is not the reader's."""
    return {"text": " ".join(text.split()), "lang": locale}


def said(text: Text, locale: str) -> Data:
    """Give a text of the profile, in Indonesian where it is not translated."""
    return words(*text.of(locale))


def kind_of(school: School, locale: str) -> str:
    """Name the type of school: Sekolah Dasar."""
    return catalogue.label(catalogue.profile()["types"][school.profile.bentuk], locale)


def summary_of(school: School, locale: str) -> Data | None:
    """Give the portrait's summary."""
    if school.portrait is None:
        return None
    writing, found = school.portrait.of(locale)
    return words(writing.summary, found) if writing.summary else None


def title_of(practice: Practice, locale: str) -> Data:
    """Give a practice's title."""
    return _said_in(practice.article, "title", practice.slug, locale)


def lead_in(article: Article, locale: str) -> Data | None:
    """Give an article's summary; None where it has none."""
    found = _said_in(article, "summary", "", locale)
    return found if found["text"] else None


def opening(article: Article, locale: str) -> Data | None:
    """Give an article's paragraphs as plain words, an excerpt for whatever room there is."""
    writing, found = article.of(locale)
    said = [one for node in from_markdown(writing.body) if node["k"] == "p" for one in passages([node])]
    return {"text": BREAK.join(said), "lang": found} if said else None


def _said_in(article: Article, part: str, instead: str, locale: str) -> Data:
    writing, found = article.of(locale)
    own = getattr(writing, part)
    return words(own, found) if own else words(getattr(article.source, part) or instead, "id")


def practices(school: School, locale: str, count: int) -> list[Data]:
    """List the newest practices with title and summary."""
    chosen = school.practices[:count]
    return [
        {"title": title_of(one, locale), "lead": lead_in(one.article, locale), "year": str(one.front.tahun)}
        for one in chosen
    ]


def frame(school: School, title: str, locale: str) -> Data:
    """Give what every template asks for first."""
    key, values = "handout.since", {"year": school.profile.sekolah_model.tahun_mulai}
    return {
        "title": f"{title} – {name_of(school)}",
        "name": name_of(school),
        "lang": locale,
        "kicker": strings.text(key, locale, **values),
        "kind": kind_of(school, locale),
        "place": place_of(school),
        "foreign": {"lang": locale, "text": strings.text("handout.foreign", locale)},
        "counts": counts(school, locale),
        "vision": said(school.profile.visi, locale),
    }


def aims(school: School, locale: str) -> Data:
    """Give mission and goals, for schools whose scores, cycle or practices are still to come."""
    profile = school.profile
    return {
        "mission": [said(one, locale) for one in profile.misi],
        "goals": [said(one, locale) for one in profile.tujuan],
    }


def cover(school: School, context: PrintContext, box: Box) -> Data | None:
    """Describe the photo that stands for the school, or the first that may be printed."""
    chosen = school.cover if context.may_print(school.cover) else next(iter(context.photos(school)), None)
    return context.photo(chosen, box) if chosen else None


def other_photos(school: School, context: PrintContext, count: int) -> list[Photo]:
    """Choose photos beside the cover, in turn from each album, so that they do not all show the same."""
    chosen = school.cover if context.may_print(school.cover) else None
    rest = [photo for photo in context.photos(school) if chosen is None or photo.reference != chosen.reference]
    albums = [[photo for photo in rest if photo.album == album.slug] for album in school.albums]
    turns = [photo for turn in zip_longest(*albums) for photo in turn if photo is not None]
    return turns[:count]


def day(school: School, context: PrintContext) -> str:
    """Write the date an artefact carries."""
    return strings.day(context.printed or newest(school), context.locale)


def foot(school: School, locale: str) -> str:
    """Write the last line of a sheet: what SPMI is, the school's number, and that a sample is one."""
    line = strings.text("handout.foot", locale, npsn=school.profile.npsn)
    return f"{line} · {strings.text('handout.sample', locale)}" if school.profile.contoh else line

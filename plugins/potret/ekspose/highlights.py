"""What a banner, a pamphlet and a newsletter all say of a school; the numbers are those of its pages."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import zip_longest

from potret import attainment, catalogue, strings, suppression
from potret.attainment import Attainment, Measure, Row
from potret.ekspose.plaintext import BREAK, passages
from potret.ekspose.printing import PrintContext
from potret.ekspose.richtext import from_markdown
from potret.model import Article, Photo, Practice, School, Text
from potret.standard import Catalogue
from potret.standard import catalogue as standards_of

EDITION = "snp-2016"
"""The edition with a mean of eight standards; Rapor Pendidikan publishes none."""

Data = dict[str, object]
"""What a template gets: texts, numbers and lists, never markup."""


def words(text: str, locale: str) -> Data:
    """Give a text with the language it is in; a template says so where it is not the reader's."""
    return {"text": " ".join(text.split()), "lang": locale}


def said(text: Text, locale: str) -> Data:
    """Give a text of the profile, in Indonesian where it is not translated."""
    return words(*text.of(locale))


def name_of(school: School) -> str:
    """Give the school's own spelling of its name, on one line."""
    return " ".join(school.profile.nama.split())


def kind_of(school: School, locale: str) -> str:
    """Name the type of school: Sekolah Dasar."""
    return catalogue.label(catalogue.profile()["types"][school.profile.bentuk], locale)


def place_of(school: School) -> str:
    """Write village, district and regency."""
    place = school.profile.alamat
    return " · ".join(" ".join(part.split()) for part in (place.desa, place.kecamatan, place.kabupaten))


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


def counts(school: School, locale: str) -> list[Data]:
    """Give the handful of numbers a portrait begins with."""
    people = school.profile.warga_sekolah
    rows = [
        (suppression.pupils(school.profile).total, "fact.pupils"),
        (people.guru, "fact.teachers"),
        (people.rombel, "fact.groups"),
        (len(school.practices), "fact.practices"),
        (sum(one.hubungan == "imbas" for one in school.profile.imbas), "fact.imbas"),
    ]
    return [
        {"number": strings.number(value, locale, 0), "label": strings.text(key, locale)}
        for value, key in rows
        if value is not None
    ]


def score(school: School, locale: str) -> Data | None:
    """Compare the first and the latest year of the eight standards; None where no standard has a value."""
    series = [one for one in attainment.trend(school.reports, EDITION) if _has_values(one.standards)]
    if not series:
        return None
    edition, last = standards_of(EDITION), series[-1]
    first = series[0] if len(series) > 1 else None
    earlier: Iterable[Row | None] = first.standards if first else [None] * len(last.standards)
    rows = [_bar(row, before, edition, locale) for row, before in zip(last.standards, earlier, strict=True)]
    return {
        "first": {"year": str(first.year)} if first else None,
        "last": {"year": str(last.year)},
        "rows": rows,
        "mean": _mean(first, last, locale),
        "scale-note": strings.text("standards.scale", locale),
    }


def _has_values(rows: Sequence[Row]) -> bool:
    return any(row.measure.value is not None for row in rows)


def _bar(row: Row, before: Row | None, edition: Catalogue, locale: str) -> Data:
    earlier = before.measure.value if before else None
    return {
        "name": row.item.name(locale),
        "short": strings.text(f"axis.{row.item.code}", locale),
        "now": figure(row.measure, locale),
        "before": strings.number(earlier, locale) if earlier is not None else "–",
        "target": strings.number(row.target, locale) if row.target is not None else "–",
        "category": row.category.names.get(locale, row.category.names["id"]) if row.category else "–",
        "share": _share(row.measure.value, edition),
        "share-before": _share(earlier, edition),
    }


def figure(measure: Measure, locale: str) -> str:
    """Write a value, or in words why there is none; zero is a value."""
    if measure.value is not None:
        return strings.number(measure.value, locale)
    return strings.text(f"radar.nothing.{measure.state}", locale)


def _share(value: Decimal | None, edition: Catalogue) -> float | None:
    return None if value is None else float((value - edition.low) / (edition.high - edition.low))


def _mean(first: Attainment | None, last: Attainment, locale: str) -> Data | None:
    """Give the school's value of both years; None where the latest year has none."""
    if last.overall.value is None:
        return None
    before = first if first and first.overall.value is not None else None
    names = last.category.names if last.category else {"id": ""}
    return {
        "label": strings.text("series.overall", locale),
        "first": figure(before.overall, locale) if before else None,
        "last": figure(last.overall, locale),
        "years": f"{before.year} → {last.year}" if before else str(last.year),
        "category": names.get(locale, names["id"]),
    }


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


def cover(school: School, context: PrintContext) -> Data | None:
    """Describe the photo that stands for the school, or the first that may be printed."""
    chosen = school.cover if context.may_print(school.cover) else next(iter(context.photos(school)), None)
    return context.photo(chosen, is_large=True) if chosen else None


def other_photos(school: School, context: PrintContext, count: int) -> list[Photo]:
    """Choose photos beside the cover, in turn from each album, so that they do not all show the same."""
    chosen = school.cover if context.may_print(school.cover) else None
    rest = [photo for photo in context.photos(school) if chosen is None or photo.reference != chosen.reference]
    albums = [[photo for photo in rest if photo.album == album.slug] for album in school.albums]
    turns = [photo for turn in zip_longest(*albums) for photo in turn if photo is not None]
    return turns[:count]


def day(context: PrintContext) -> str:
    """Write the day an artefact is made."""
    return strings.day(context.day, context.locale)


def foot(school: School, locale: str) -> str:
    """Write the last line of a sheet: what SPMI is, the school's number, and that a sample is one."""
    line = strings.text("handout.foot", locale, npsn=school.profile.npsn)
    return f"{line} · {strings.text('handout.sample', locale)}" if school.profile.contoh else line

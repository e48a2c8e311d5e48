"""One function for each need of readiness.yml: a school in, what is missing out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from potret import catalogue, checklist, strings, thread, translation
from potret.checklist import FindingKind
from potret.evidence import standing
from potret.model import SOURCE_LOCALE, STAGES, Cycle, Photo, Portfolio, School, Scope, Text
from potret.readiness.lack import Lack, Need
from potret.translation import State
from potret.validation import missing_documents

_EDITION = "snp-2016"
_PHOTO = "foto"
"""The kind of document that is photographs: they are a need of their own."""
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """What a need looks at."""

    school: School
    day: date
    """The day for which consents have to hold: that of the ekspose, else today."""
    size: tuple[int, int] | None = None
    """Pixels of the photo on the banner, upright; None where it could not be measured."""
    editions: Mapping[Scope, School] = field(default_factory=dict)
    """The school as other editions see it, where their photos are not those of the web."""

    def seen(self, scope: Scope) -> School:
        """Give the school with the photos of an edition."""
        return self.editions.get(scope, self.school)

    @property
    def references(self) -> frozenset[str]:
        """The photos of all editions together."""
        schools = (self.school, *self.editions.values())
        return frozenset(photo.reference for school in schools for photo in school.photos)

    @property
    def cycle(self) -> Cycle | None:
        """The fullest cycle, of equal ones the latest: one that has only begun is not what an ekspose shows."""
        return max(self.school.cycles, key=lambda one: (len(one.stages), one.year), default=None)


Check = Callable[[Look, Need], Iterator[Lack]]


def lacks(look: Look, need: Need) -> list[Lack]:
    """List what is missing of one need."""
    return list(CHECKS[need.key](look, need))


def _lack(need: Need, key: str, path: str = "", who: tuple[str, ...] = (), **values: object) -> Lack:
    said = {name: value if isinstance(value, int | Mapping) else str(value) for name, value in values.items()}
    return Lack(need, key, said, path, who or need.who)


def _portrait(look: Look, need: Need) -> Iterator[Lack]:
    if look.school.portrait is None:
        yield _lack(need, "portrait", "potret.md")


def _scores(look: Look, need: Need) -> Iterator[Lack]:
    years = list(look.school.reports)
    if not years:
        yield _lack(need, "scores-none", "mutu/")
    elif len(years) < need.least:
        yield _lack(need, "scores-few", "mutu/", year=years[-1], least=need.least)


def _practices(look: Look, need: Need) -> Iterator[Lack]:
    count = len(look.school.practices)
    if count < need.least:
        yield _lack(need, "practices", "praktik/", count=count, least=need.least)


def _imbas(look: Look, need: Need) -> Iterator[Lack]:
    """Name imbas schools of which nothing is told, as the page of the cycle does."""
    last = look.school.cycles[-1:]
    for one in (loose for cycle in last for loose in thread.breaks(look.school, cycle)):
        if one.code == "thread-imbas":
            yield _lack(need, "imbas", "imbas/", name=getattr(one.subject, "nama", ""))


def _translations(look: Look, need: Need) -> Iterator[Lack]:
    for locale in strings.locales():
        for entry in translation.ledger(Portfolio((look.school,)), locale):
            path = entry.expected.partition(f"/{look.school.slug}/")[2]
            if path.startswith(need.part) and entry.state in {State.MISSING, State.OUTDATED}:
                yield _lack(need, f"translation-{entry.state}", path, file=path)


def _words(look: Look, need: Need) -> Iterator[Lack]:
    profile = look.school.profile
    texts = (profile.visi, *profile.misi, *profile.tujuan)
    for locale, count in _untold(texts):
        yield _lack(need, "words", "sekolah.yml", count=count, language=_language(locale))


def _stages(look: Look, need: Need) -> Iterator[Lack]:
    if look.cycle is None:
        yield _lack(need, "cycle", "siklus/", ("tpmps",))
        return
    for number, key in enumerate(STAGES, 1):
        if key not in look.cycle.stages:
            path = f"siklus/{look.cycle.year}/{number}-{key}.md"
            yield _lack(need, "stage", path, _responsible(key), stage=catalogue.stage(key), year=look.cycle.year)


def _documents(look: Look, need: Need) -> Iterator[Lack]:
    """Name the usual documents that are missing; a stage without a page is named once, as a stage."""
    kinds = catalogue.cycle()["documents"]
    for key, stage in look.cycle.stages.items() if look.cycle else ():
        for kind in missing_documents(key, stage.front.dokumen, has_photos=True):
            path, row = _path(look, key), catalogue.stage(key)
            yield _lack(need, "document", path, _responsible(key), stage=row, year=_year(look), document=kinds[kind])


def _plan(look: Look, need: Need) -> Iterator[Lack]:
    if look.cycle and look.cycle.thread is None:
        yield _lack(need, "plan", f"siklus/{look.cycle.year}/rencana.yml", year=look.cycle.year)


def _signatures(look: Look, need: Need) -> Iterator[Lack]:
    for key, stage in look.cycle.stages.items() if look.cycle else ():
        count = sum(entry.ttd == "belum" for entry in stage.front.dokumen)
        if count:
            row = catalogue.stage(key)
            yield _lack(need, "signatures", _path(look, key), stage=row, year=_year(look), count=count)


def _stage_photos(look: Look, need: Need) -> Iterator[Lack]:
    """Name stages without enough photos, where the catalogue of the cycle asks for photos and no document has them."""
    found = Counter((photo.front.tahun, photo.front.tahap) for photo in look.seen(need.scope).photos)
    for key, stage in look.cycle.stages.items() if look.cycle else ():
        count = found[_year(look), key]
        lacking = missing_documents(key, stage.front.dokumen, has_photos=count >= need.least)
        if _PHOTO in lacking:
            yield _lack(need, "stage-photos", "foto/", stage=catalogue.stage(key), year=_year(look))


def _activities(look: Look, need: Need) -> Iterator[Lack]:
    found = thread.breaks(look.school, look.cycle) if look.cycle else ()
    count = sum(one.code == "thread-evidence" for one in found)
    if count:
        yield _lack(need, "activities", f"siklus/{_year(look)}/rencana.yml", count=count, year=_year(look))


def _proofs(look: Look, need: Need) -> Iterator[Lack]:
    """Count rows of the latest report card that are met and have no evidence, as its checklist does."""
    years = [year for year, report in look.school.reports.items() if report.edisi == _EDITION]
    if not years:
        return
    year = years[-1]
    made = checklist.checklist(year, look.school.reports[year], checklist.proofs(look.school))
    count = sum(one.kind is FindingKind.MET_WITHOUT_EVIDENCE for one in checklist.findings(made))
    if count:
        yield _lack(need, "proofs", f"mutu/{year}.yml", count=count, year=year)


def _photos(look: Look, need: Need) -> Iterator[Lack]:
    count = sum(1 for _ in look.school.photos)
    if count < need.least and (count or need.least == 1):  # none at all is said once, by the need of one photo
        yield _lack(need, "photos" if count else "photos-none", "foto/", count=count, least=need.least)


def _captions(look: Look, need: Need) -> Iterator[Lack]:
    yield from _undescribed(look, need, "caption", lambda photo: photo.front.keterangan)


def _alternatives(look: Look, need: Need) -> Iterator[Lack]:
    yield from _undescribed(look, need, "alt", lambda photo: photo.front.alt)


def _undescribed(look: Look, need: Need, key: str, text: Callable[[Photo], Text]) -> Iterator[Lack]:
    """Count photos without a text in a language, by the stage they show."""
    for locale in strings.locales()[1:]:
        missing = [photo for photo in look.school.photos if not text(photo).has(locale)]
        counts = Counter(photo.front.tahap for photo in missing)
        language = _language(locale)
        for stage in STAGES:
            if counts[stage]:
                row = catalogue.stage(stage)
                yield _lack(need, f"{key}-stage", "foto/", count=counts[stage], language=language, stage=row)
        if counts[None]:
            yield _lack(need, key, "foto/", count=counts[None], language=language)


def _shown_photos(look: Look, need: Need) -> Iterator[Lack]:
    """Count the photos that may be shown on the day: a consent may not cover paper, or end before."""
    count = sum(photo.front.may_show(need.scope, look.day) for photo in look.seen(need.scope).photos)
    rest = len(look.references) - count
    if count < need.least and rest:  # too few photos as such is said among the photos
        yield _lack(need, f"shown-{need.scope}", "foto/", count=count, least=need.least, rest=rest)


def _practice_photos(look: Look, need: Need) -> Iterator[Lack]:
    for one in look.school.practices:
        if not one.front.sampul and not standing(one, look.seen(need.scope)).photos:
            yield _lack(need, "practice-photo", f"praktik/{one.slug}.md", title=one.article.source.title or one.slug)


def _banner_photo(look: Look, need: Need) -> Iterator[Lack]:
    """Miss a photo that may be printed, or the very one the school chose."""
    hung, chosen = look.seen(need.scope).cover, look.school.photo(look.school.profile.foto_sampul)
    wanted = chosen or hung or look.school.cover
    if wanted is None:
        yield _lack(need, "banner-none", "foto/")
    elif hung is None or hung.reference != wanted.reference or not hung.front.may_show(need.scope, look.day):
        yield _lack(need, "banner-consent", f"foto/{wanted.album}/album.yml", photo=wanted.reference)


def _banner_sharp(look: Look, need: Need) -> Iterator[Lack]:
    cover = look.seen(need.scope).cover
    if cover is None or look.size is None or not cover.front.may_show(need.scope, look.day):
        return
    dpi = int(min(pixels * _INCH / side for pixels, side in zip(look.size, need.frame, strict=True)))
    if dpi < need.dpi:
        wide = round(need.frame[0] / _INCH * need.dpi)
        path = f"foto/{cover.reference}"
        yield _lack(need, "banner-dpi", path, photo=cover.reference, dpi=dpi, least=need.dpi, pixels=wide)


def _summary(look: Look, need: Need) -> Iterator[Lack]:
    portrait = look.school.portrait
    if portrait and not portrait.source.summary:
        yield _lack(need, "summary", "potret.md")


def _untold(texts: tuple[Text, ...]) -> Iterator[tuple[str, int]]:
    for locale in strings.locales():
        count = sum(not text.has(locale) for text in texts)
        if count and locale != SOURCE_LOCALE:
            yield locale, count


def _language(locale: str) -> Mapping[str, str]:
    return {one: strings.find(f"language.{locale}", one) or locale for one in strings.locales()}


def _responsible(key: str) -> tuple[str, ...]:
    return tuple(catalogue.stage(key)["responsible"])


def _year(look: Look) -> int:
    return look.cycle.year if look.cycle else 0


def _path(look: Look, key: str) -> str:
    return f"siklus/{_year(look)}/{STAGES.index(key) + 1}-{key}.md"


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "portrait": _portrait,
        "scores": _scores,
        "practices": _practices,
        "imbas": _imbas,
        "translations": _translations,
        "words": _words,
        "stages": _stages,
        "documents": _documents,
        "plan": _plan,
        "signatures": _signatures,
        "stage-photos": _stage_photos,
        "activities": _activities,
        "proofs": _proofs,
        "photos": _photos,
        "captions": _captions,
        "alternatives": _alternatives,
        "shown-photos": _shown_photos,
        "practice-photos": _practice_photos,
        "banner-photo": _banner_photo,
        "banner-sharp": _banner_sharp,
        "summary": _summary,
    }
)

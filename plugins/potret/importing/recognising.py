"""What a text is: the portrait, a report of one of the five stages, or a good practice; told by its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from potret.importing.draft import Draft, Section, headings, sections
from potret.model import STAGES

PORTRAIT, PRACTICE = "potret", "praktik"
PARTS = (PORTRAIT, *STAGES, PRACTICE)

STAR = {
    "Situasi": re.compile(r"\b(situasi|situation|latar belakang|kondisi awal)\b"),
    "Tantangan": re.compile(r"\b(tantangan|challenges?|permasalahan|tugas)\b"),
    "Aksi": re.compile(r"\b(aksi|actions?|langkah( langkah)?|tindakan|strategi dan langkah)\b"),
    "Refleksi": re.compile(r"\b(refleksi|reflection|hasil( dan dampak)?|dampak)\b"),
}
_STAGES = {
    "pemetaan": re.compile(r"\b(pemetaan|peta mutu|evaluasi diri)\b"),
    "perencanaan": re.compile(r"\b(perencanaan|rencana pemenuhan|rencana peningkatan|penyusunan rencana|rencana)\b"),
    "pelaksanaan": re.compile(r"\b(pelaksanaan|implementasi|pemenuhan mutu)\b"),
    "monev": re.compile(r"\b(monev|monitoring|evaluasi pelaksanaan|evaluasi)\b"),
    "strategi": re.compile(r"\b(strategi( baru)?|penetapan (standar|strategi)|(rencana )?tindak lanjut|rtl)\b"),
}
_NOT_A_STAGE = re.compile(r"\b(rencana kerja sekolah|visi|misi|tujuan)\b")
_PORTRAIT = re.compile(r"\b(potret|profil|tentang( kami| sekolah)?|sekolah kami|sejarah|about|profile)\b")
_PRACTICE = re.compile(r"\b(praktik baik|praktek baik|best practices?|good practices?|inovasi)\b")
_YEAR = re.compile(r"(?<![0-9])(?<![0-9][.,/-])(20[0-9]{2})(?![0-9/]|[.,][0-9])")
_MIN_STAR = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with the part it plays; empty where that cannot be told."""

    part: str
    draft: Draft


def recognise(draft: Draft) -> list[Told]:
    """Tell what a draft is; one that holds several reports or practices is cut at its headings."""
    _, parts = sections(draft.body)
    practices = [part for part in parts if is_star(part.body)]
    if practices:
        return [Told(PRACTICE, _cut(draft, part)) for part in practices]
    if is_star(draft.body):
        return [Told(PRACTICE, draft)]
    if whole := stage(draft.title):
        return [Told(whole, draft)]
    staged = {key: part for part in reversed(parts) if (key := stage(part.title))}
    if len(staged) > 1:
        return [Told(key, _cut(draft, staged[key])) for key in STAGES if key in staged]
    return [Told(_by_words(f"{draft.title} {draft.origin}"), draft)]


def unplaced(draft: Draft) -> list[str]:
    """Name the sections that no part takes, where a draft is cut up."""
    told = recognise(draft)
    if len(told) < 2 and told[0].draft is draft:  # noqa: PLR2004 - not cut
        return []
    taken = {one.draft.title for one in told}
    before, parts = sections(draft.body)
    return [*([draft.title] if before.strip() else []), *(part.title for part in parts if part.title not in taken)]


def is_star(body: str) -> bool:
    """Tell whether the headings tell a practice: at least three of the four steps."""
    titles = [folded(title) for _, _, title in headings(body)]
    return sum(any(words.search(title) for title in titles) for words in STAR.values()) >= _MIN_STAR


def stage(title: str) -> str:
    """Name the stage a heading speaks of: the first that it names, "Monev Pelaksanaan" is the fourth."""
    words = folded(title)
    if _NOT_A_STAGE.search(words) or len(words.split()) > 12:  # noqa: PLR2004 - a sentence, no title
        return ""
    found = {key: match.span() for key, pattern in _STAGES.items() if (match := pattern.search(words))}
    return min(found, key=lambda key: (found[key][0], -found[key][1])) if found else ""


def year(texts: Sequence[str]) -> int | None:
    """Find the one year that the first of these texts with any years names."""
    for text in texts:
        years = {int(found) for found in _YEAR.findall(text.replace("_", " "))}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def folded(text: str) -> str:
    """Fold words for comparing: small letters, words and figures only."""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def _by_words(text: str) -> str:
    words = folded(text)
    if _PRACTICE.search(words):
        return PRACTICE
    return PORTRAIT if _PORTRAIT.search(words) else stage(text)


def _cut(draft: Draft, part: Section) -> Draft:
    return Draft(part.title, part.body, draft.pictures, draft.origin, draft.title)

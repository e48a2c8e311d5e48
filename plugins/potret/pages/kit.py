"""The texts of a take-away kit: pages without scripts, a checklist for adopting, licence and credits.

A card of one page, kartu.pdf, joins the kit where the site prints.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import markdown
from markupsafe import Markup

from potret import catalogue, places
from potret.kit import BUDGET, Chosen, ChosenPhoto, steps
from potret.kit.store import attachment_name, photo_name
from potret.model import SOURCE_LOCALE, Photo, Practice, School
from potret.model.practice import ON_REQUEST
from potret.pages import proof, proofs
from potret.reader import Reader, Shown
from potret.sanitise import sanitise
from potret.standard import catalogue as edition_of
from potret.styles import kit_style

_EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables"),
    *("pymdownx.details", "pymdownx.superfences"),
]
"""As in mkdocs.yml, but for those that need the site's style or script."""
_PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class KitPhoto:
    """A photo as the kit's pages show it."""

    photo: Photo
    webp: str | None
    jpeg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class KitFile:
    """An attachment as the kit's pages show it."""

    name: str
    href: str


def photos(school: School, practice: Practice, reader: Reader) -> list[Shown]:
    """List the photos that belong to a practice, its cover first.

    A photo on which somebody can be recognised stays out unless printing was allowed too: a kit leaves our hands.
    """
    shown = reader.shown(school)
    own = [one for one in shown if one.photo.front.praktik == practice.slug]
    cover = reader.cover(school, practice.front.sampul) if practice.front.sampul else None
    found = {one.photo.reference: one for one in ([cover] if cover else []) + own}
    return [one for one in found.values() if _may_travel(one.photo)]


def _may_travel(photo: Photo) -> bool:
    front = photo.front
    return front.orang != "dikenali" or (front.izin is not None and "cetak" in front.izin.cakupan)


def setting(school: School, practice: Practice, readers: Sequence[Reader]) -> str:
    """Give what the texts depend on besides the practice itself: the page's address and how well it is evidenced."""
    rows = [(one.locale, _address(school, practice, one), proof.of(practice, school, one)) for one in readers]
    return f"{rows}"


def texts(
    school: School,
    practice: Practice,
    chosen: Chosen,
    readers: Sequence[Reader],
    cards: frozenset[str] = frozenset(),
) -> tuple[Mapping[str, str], Mapping[str, object]]:
    """Write the kit's pages in every language, and what its manifest says about it; `cards` are file names in it."""
    found: dict[str, str] = {}
    for reader in readers:
        name = card_name(reader.locale)
        values = _values(school, practice, chosen, reader, readers) | {"card": name if name in cards else ""}
        found[_name("index", reader.locale)] = _document(reader, "kitpage", values)
        found[_name("daftar-periksa", reader.locale)] = _document(reader, "kitchecklist", values)
    found["LISENSI.txt"] = _licence(school, practice, chosen, readers)
    about = {
        "kit": 1,
        "praktik": practice.slug,
        "judul": practice.front.judul,
        "sekolah": school.profile.nama,
        "npsn": school.profile.npsn,
        "alamat": _address(school, practice, readers[0]),
        "batas": BUDGET,
        "dikurangi": [{"nama": name, "menjadi": how} for name, how in chosen.reduced],
    }
    return found, about


def card_name(locale: str) -> str:
    """Name the printed card in the kit."""
    return "kartu.pdf" if locale == SOURCE_LOCALE else f"kartu.{locale}.pdf"


def _name(page: str, locale: str) -> str:
    return f"{page}.html" if locale == SOURCE_LOCALE else f"{page}.{locale}.html"


def _document(reader: Reader, component: str, values: Mapping[str, object]) -> str:
    return f"<!DOCTYPE html>\n{reader.templates.component(component, **values)}\n"


def _values(
    school: School, practice: Practice, chosen: Chosen, reader: Reader, readers: Sequence[Reader]
) -> dict[str, object]:
    writing, text_locale = practice.article.of(reader.locale)
    items = edition_of(practice.front.edisi).items
    names = {code: items[code].name(reader.locale) if code in items else "" for code in practice.front.indikator}
    return {
        "school": school,
        "front": practice.front,
        "title": writing.title or practice.front.judul,
        "summary": writing.summary or practice.front.ringkasan,
        "text_locale": text_locale,
        "article": _rendered(writing.body),
        "steps": [_line(step) for step in steps(writing.body)],
        "photos": _photos(school, chosen.photos),
        "files": [KitFile(file.name, attachment_name(file.name)) for file in chosen.attachments],
        "indicators": [proofs.Code(code, name, None) for code, name in names.items()],
        "roles": catalogue.cycle()["roles"],
        "label": catalogue.label,
        "proof": proof.of(practice, school, reader),
        "licence": _terms(practice, reader),
        "address": _address(school, practice, reader),
        "style": kit_style(),
        "here": _name("index", reader.locale),
        "checklist": _name("daftar-periksa", reader.locale),
        "languages": [(one.locale, one.t("name"), one.locale) for one in readers if one.locale != reader.locale],
        "name_of": _name,
    }


def _photos(school: School, chosen: Sequence[ChosenPhoto]) -> list[KitPhoto]:
    found: list[KitPhoto] = []
    for number, one in enumerate(chosen, 1):
        photo = school.photo(one.reference)
        if photo:
            webp = photo_name(number, "webp") if one.webp else None
            found.append(KitPhoto(photo, webp, photo_name(number, "jpg"), one.jpeg.width, one.jpeg.height))
    return found


def _rendered(text: str) -> Markup:
    """Render what a school wrote as the site does, without links to pages that are not in the kit."""
    html = markdown.markdown(text, extensions=_EXTENSIONS)
    return Markup(sanitise(html, is_alone=True))  # noqa: S704 - sanitised


def _line(text: str) -> Markup:
    """Render one step; a step is a line, not a paragraph."""
    return Markup(_PARAGRAPH.sub(r"\1", str(_rendered(text)).strip()))  # noqa: S704 - sanitised


def _terms(practice: Practice, reader: Reader) -> str:
    own = practice.front.lisensi
    return reader.t("practice.on_request") if own == ON_REQUEST else own


def _address(school: School, practice: Practice, reader: Reader) -> str:
    """Give the page on the site; empty where the site does not know its own address."""
    end = "" if reader.directory_urls else "index.html"
    url = places.practice(school.slug, practice.slug).url
    return f"{reader.site_url.rstrip('/')}/{reader.prefix}{url}{end}" if reader.site_url else ""


def _licence(school: School, practice: Practice, chosen: Chosen, readers: Sequence[Reader]) -> str:
    """Say who may do what with which file, in every language; lines end as Notepad wants them."""
    lines: list[str] = []
    for reader in readers:
        author = reader.plain(practice.front.penulis) if practice.front.penulis else school.profile.nama
        lines += [
            practice.article.of(reader.locale)[0].title or practice.front.judul,
            f"{school.profile.nama} (NPSN {school.profile.npsn})",
            "",
            reader.t("kit.licence_text", licence=_terms(practice, reader), author=author),
            *([reader.t("kit.licence_files")] if chosen.attachments else []),
            *([reader.t("kit.licence_photos")] if chosen.photos else []),
            *(_credit(school, number, one, reader) for number, one in enumerate(chosen.photos, 1)),
            reader.t("kit.licence_people"),
            "",
            "",
        ]
    return "\r\n".join(lines).strip() + "\r\n"


def _credit(school: School, number: int, chosen: ChosenPhoto, reader: Reader) -> str:
    photo = school.photo(chosen.reference)
    credit = (photo.front.kredit if photo else None) or school.profile.nama
    return f"- {photo_name(number, 'jpg')}: {credit if photo else reader.t('practice.on_request')}"

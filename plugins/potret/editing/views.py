"""Answers as pages: what each template of the theme's `sunting/` gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from potret import manual, strings
from potret.compact import compact
from potret.editing import scores as sheets
from potret.editing.album import Album, Around, around, by_field, findings
from potret.editing.fields import FIELDS, GROUPS, Values, current
from potret.editing.request import MOUNT, Answer, Denied
from potret.intake import is_plain
from potret.model import PhotoFront
from potret.problems import Problem
from potret.reading import SchoolFolder, read_yaml
from potret.templates import Templates
from potret.validation import build_part
from potret.wording import composed

_HTML = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass(frozen=True, slots=True)
class Summary:
    """A school in a list; read without its model, so that a broken one can be mended too."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo in a list."""

    number: int
    name: str
    caption: str
    has_picture: bool
    count: int
    """Findings about it."""
    is_shown: bool
    """Whether the web may show it."""


@dataclass(frozen=True, slots=True)
class View:
    """Renders pages for one reader."""

    locale: str
    sign: str
    is_saved: bool = False

    def to(self, *parts: str, **query: str) -> str:
        """Write an address of ours in the reader's language."""
        path = "/".join([MOUNT, *(quote(part, safe="") for part in parts)])
        more = query | ({"lang": self.locale} if self.locale != strings.FALLBACK else {})
        return f"{path}{'/' if not parts or '.' not in parts[-1] else ''}{f'?{urlencode(more)}' if more else ''}"

    def page(
        self, template: str, path: tuple[str, ...], values: Mapping[str, object], status: str = "200 OK"
    ) -> Answer:
        """Render a page."""
        others = [
            (code, strings.text("name", code), View(code, "").to(*path))
            for code in strings.locales()
            if code != self.locale
        ]
        html = Templates(self.locale).whole(
            f"sunting/{template}", to=self.to, sign=self.sign, is_saved=self.is_saved, languages=others, **values
        )
        return Answer(status, compact(str(html)).encode(), _HTML)

    def seen(self, path: tuple[str, ...], **query: str) -> Answer:
        """Lead back to a page after something was written, so that loading it again writes nothing."""
        return Answer("303 See Other", b"", (("Location", self.to(*path, tersimpan="1", **query)),))

    def photo(  # noqa: PLR0913 - a form, what is wrong with it, and what stands in the file by now
        self,
        path: tuple[str, ...],
        album: Album,
        number: int,
        values: Values,
        problems: Sequence[Problem],
        *,
        now: Values | None = None,
        status: str = "200 OK",
    ) -> Answer:
        """Render a photo's form."""
        found = by_field(list(problems), number)
        groups = [(key, FIELDS[first:last]) for key, first, last in GROUPS]
        helps = {field.name: manual.field(field.noun, field.key) for field in FIELDS}
        differing = [field for field in FIELDS if now is not None and now[field.name] != values[field.name]]
        shown = {
            "album": album,
            "number": number,
            "count": len(album.rows),
            "name": str(album.rows[number].get("berkas", "")),
            "has_picture": album.picture(number) is not None,
            "groups": groups,
            "values": values,
            "found": found,
            "helps": helps,
            "now": now,
            "differing": differing,
            "practices": [file.stem for file in album.folder.named("praktik", ".md")],
        }
        return self.page("foto", path, shown, status)

    def scores(  # noqa: PLR0913 - a form, what is wrong with it, and what stands in the file by now
        self,
        path: tuple[str, ...],
        sheet: sheets.Sheet,
        values: Mapping[str, sheets.Cell],
        problems: Sequence[Problem],
        *,
        now: Mapping[str, sheets.Cell] | None = None,
        status: str = "200 OK",
        is_whole: bool = False,
    ) -> Answer:
        """Render a year's form."""
        found: dict[str, list[Problem]] = {}
        for problem in problems:
            place = problem.key.split(" › ")
            code = place[1] if len(place) > 1 and place[0] == "nilai" else ""
            found.setdefault(code if code in values else "", []).append(problem)
        rows = list(sheets.shown(sheet, is_whole=is_whole))
        differing = [item for _, item in rows if now is not None and now.get(item.code) != values.get(item.code)]
        shown = {
            "sheet": sheet,
            "rows": rows,
            "values": values,
            "found": found,
            "now": now,
            "differing": differing,
            "labels": sheet.edition.labels,
            "missing": sheets.MISSING,
            "is_whole": is_whole,
        }
        return self.page("nilai", path, shown, status)


def summary(folder: SchoolFolder) -> Summary:
    """Name a school by what it calls itself, else by its folder."""
    file = folder.root / "sekolah.yml"
    is_there = file.is_file() and is_plain(file)
    name = read_yaml(file, folder.path(file)).value.get("nama") if is_there else None
    return Summary(folder.slug, " ".join(name.split()) if isinstance(name, str) and name.strip() else folder.slug)


def card(one: Album) -> Mapping[str, object]:
    """Tell of an album in a list."""
    first = next((number + 1 for number in range(len(one.rows)) if one.picture(number) is not None), 0)
    return {
        "slug": one.slug,
        "title": _title(one),
        "count": len(one.rows),
        "unlisted": len(one.unlisted()),
        "first": first,
    }


def _title(one: Album) -> str:
    title = one.document.value.get("judul")
    said = title.get("id") if isinstance(title, dict) else title
    return str(said or one.slug)


def album(one: Album, day: date) -> Mapping[str, object]:
    """Tell of an album and its photos."""
    seen = around(one, day)
    shots = [_shot(one, number, seen) for number in range(len(one.rows))]
    return {
        "slug": one.folder.slug,
        "album": one.slug,
        "title": _title(one),
        "digest": one.digest,
        "shots": shots,
        "unlisted": one.unlisted(),
        "unreadable": one.document.problems if not one.document.is_readable else (),
    }


def _shot(one: Album, number: int, seen: Around) -> Shot:
    row = one.rows[number]
    front, _ = build_part(PhotoFront, row, ("foto", number), one.document)
    count = len(findings(seen, number, one.document))
    is_shown = front is not None and front.may_show("web", seen.day)
    name, caption = str(row.get("berkas", "")), current(row)["keterangan-id"]
    return Shot(number + 1, name, caption, composed(name) in map(composed, seen.files), count, is_shown)


def denied(reason: Denied, locale: str) -> Answer:
    """Say why a request is not answered; nothing of it is repeated."""
    html = Templates(locale).whole(
        "sunting/tolak",
        says=strings.text(reason.key, locale),
        languages=[],
        to=View(locale, "").to,
        sign="",
        is_saved=False,
    )
    return Answer(reason.status, compact(str(html)).encode(), _HTML)

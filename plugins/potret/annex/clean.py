"""A PDF of unknown origin to one that holds pages and nothing else: the only module that opens what schools hand in.

Each page becomes a picture-like form on a blank page. What hangs on the document, such as scripts, actions, embedded
files, form fields, bookmarks and metadata, is not copied, so nothing has to be found in order to be left behind.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name

from potret.annex.jpeg import stripped
from potret.media.limit import Reason

MAX_PAGES = 60
"""A longer document, such as a whole KTSP, is named in the register with its file and stays a file of its own."""
_HEAD = 1024
"""Bytes in which readers look for the mark of a PDF."""
_SHORTEST, _LONGEST = 10.0, 14400.0
"""Points of a side: less is no page, more is not allowed (ISO 32000-1, annex C)."""

_FORGOTTEN = ("/Metadata", "/PieceInfo", "/AF", "/LastModified", "/StructParent", "/StructParents", "/OPI", "/Ref")
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
"""A stream whose data lie in another file."""
_ACTIVE = {
    "/JavaScript": "JavaScript",
    "/Launch": "Launch",
    "/SubmitForm": "SubmitForm",
    "/ImportData": "ImportData",
    "/GoToE": "EmbeddedFiles",
    "/Rendition": "media",
}
_MOVING = {"/FileAttachment": "EmbeddedFiles", "/RichMedia": "media", "/Movie": "media", "/Screen": "media"}


class Refused(Exception):  # noqa: N818 - names what happened to the file
    """The file is not appended."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.reason = Reason(code, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned document."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page as a reader sees it, in points."""
    taken: tuple[str, ...]
    """What was active in it and is not there any more: JavaScript, Launch."""


def cleaned(original: Path) -> Cleaned:
    """Clean a file; raise Refused, with a code of a problem, where it cannot or should not be appended."""
    data = original.read_bytes()
    if b"%PDF-" not in data[:_HEAD]:
        raise Refused("annex-kind")
    try:
        with pikepdf.open(io.BytesIO(data)) as source:
            return _copied(source)
    except pikepdf.PasswordError as error:
        raise Refused("annex-locked") from error
    except (Refused, MemoryError):
        raise
    except Exception as error:  # whatever a library makes of damaged bytes
        raise Refused("annex-broken") from error


def _copied(source: pikepdf.Pdf) -> Cleaned:
    _check(source)
    taken = tuple(sorted(set(_active(source))))
    if Name.AcroForm in source.Root:
        source.generate_appearance_streams()
        source.flatten_annotations("print")  # what was filled in is part of the page, the field is not
    with pikepdf.new() as target:
        sizes = []
        for page in source.pages:
            _drop(page.obj, "/Annots")
            width, height = _size(page)
            sizes.append((width, height))
            blank = target.add_blank_page(page_size=(width, height))
            _draw(target, blank, page, pikepdf.Rectangle(0, 0, width, height))
        for thing in target.objects:
            _forget(thing)
        stream = io.BytesIO()
        target.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Cleaned(stream.getvalue(), tuple(sizes), taken)


def _draw(target: pikepdf.Pdf, blank: pikepdf.Page, page: pikepdf.Page, box: pikepdf.Rectangle) -> None:
    """Draw a page as a form; `add_overlay` would give the form a random name, and the same file other bytes."""
    form = target.copy_foreign(page.as_form_xobject())
    name = blank.add_resource(form, Name.XObject, Name.Lembar)
    blank.contents_add(
        blank.calc_form_xobject_placement(
            form, name, box, invert_transformations=True, allow_shrink=True, allow_expand=True
        )
    )


def _check(source: pikepdf.Pdf) -> None:
    if source.is_encrypted:
        raise Refused("annex-locked")
    count = len(source.pages)
    if not count:
        raise Refused("annex-broken")
    if count > MAX_PAGES:
        raise Refused("annex-pages", pages=count, limit=MAX_PAGES)
    layers: Any = source.Root.get("/OCProperties", {})
    default = layers.get("/D", {})
    if default.get("/OFF") or default.get("/BaseState") == Name.OFF:
        raise Refused("annex-layers")  # copied without its switches, what was hidden would be seen


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """Give width and height as a reader sees them."""
    left, bottom, right, top = (float(side) for side in page.trimbox)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    if not all(_SHORTEST <= side <= _LONGEST for side in (width, height)):
        raise Refused("annex-broken")
    return (height, width) if page.rotation % 180 else (width, height)


def _active(source: pikepdf.Pdf) -> Iterator[str]:
    """Name what could act, so that its owner knows that it does not come along."""
    root: Any = source.Root
    names = root.get("/Names", {})
    opening = root.get("/OpenAction")
    if "/JavaScript" in names:
        yield "JavaScript"
    if "/EmbeddedFiles" in names or "/Collection" in root:
        yield "EmbeddedFiles"
    if isinstance(opening, pikepdf.Dictionary) and opening.get("/S") != Name.GoTo:
        yield "OpenAction"
    if "/AA" in root:
        yield "AA"
    if "/AcroForm" in root:
        yield "AcroForm"
    for page in source.pages:
        if "/AA" in page.obj:
            yield "AA"
        for one in page.obj.get("/Annots", []):
            yield from _acting(one)


def _acting(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - any object may stand in that array
    if not isinstance(annotation, pikepdf.Dictionary):
        return
    if "/AA" in annotation:
        yield "AA"
    kind: Any = annotation.get("/Subtype")
    action: Any = annotation.get("/A")
    if str(kind) in _MOVING:
        yield _MOVING[str(kind)]
    if isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) in _ACTIVE:
        yield _ACTIVE[str(action.get("/S"))]


def _forget(thing: Any, depth: int = 0) -> None:  # noqa: ANN401 - any object of a PDF
    """Take out of an object, and of what stands in it directly, what tells of persons, programs and other files."""
    if depth and thing.is_indirect:
        return
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in (*_FORGOTTEN, *(_ELSEWHERE if isinstance(thing, pikepdf.Stream) else ())):
            _drop(thing, key)
        if isinstance(thing, pikepdf.Stream):
            _forget_camera(thing)
        inside = [one for _, one in thing.items()]
    else:
        inside = list(thing) if isinstance(thing, pikepdf.Array) else []
    for one in inside:
        if isinstance(one, pikepdf.Object):
            _forget(one, depth + 1)


def _drop(thing: Any, key: str) -> None:  # noqa: ANN401 - a dictionary or a stream
    if key in thing:
        del thing[key]


def _forget_camera(stream: pikepdf.Stream) -> None:
    """Take out what a camera or scanner wrote into a JPEG; also where that was packed once more."""
    given: Any = stream.get("/Filter")
    filters = [str(one) for one in given] if isinstance(given, pikepdf.Array) else [str(given)]
    if filters not in (["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]):
        return
    raw = stream.read_raw_bytes()
    jpeg = raw if len(filters) == 1 else zlib.decompress(raw)
    parameters: Any = stream.get("/DecodeParms")
    kept: Any = parameters[-1] if isinstance(parameters, pikepdf.Array) else parameters
    stream.write(stripped(jpeg), filter=Name.DCTDecode, decode_parms=kept)

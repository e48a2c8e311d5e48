"""Albums and their photos, with who is in them and on which consent."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from potret.model.cycle import STAGES
from potret.model.fields import Date, Flag, Key, Number, Plain, Year, one_of
from potret.model.metric import Code
from potret.model.text import Noun, Text
from potret.wording import shorten

Scope = Literal["web", "cetak", "kios"]
"""Where a consent can hold: the site with its data and kits, paper, and the screen at the stand."""
SCOPES: tuple[Scope, ...] = get_args(Scope)


class Consent(Noun):
    """What was allowed, by which form, where and until when (UU 27/2022 article 25 for children)."""

    status: Annotated[str, one_of("diberikan", "ditolak", "tidak-perlu")]
    dasar: Plain | None = None
    tanggal: Date | None = None
    cakupan: tuple[Annotated[str, one_of(*SCOPES)], ...] = ()
    sampai: Date | None = None

    def covers(self, scope: Scope, day: date) -> bool:
        """Tell whether the consent holds for a scope on a day."""
        return self.status == "diberikan" and scope in self.cakupan and (self.sampai is None or day <= self.sampai)


def _four(value: object) -> object:
    if not isinstance(value, list | tuple) or len(value) != 4:  # noqa: PLR2004 - left, top, width, height
        raise PydanticCustomError("blur-box", "{value}", {"value": shorten(value)})
    return value


def _inside(box: tuple[Decimal, Decimal, Decimal, Decimal]) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    left, top, width, height = box
    if min(box) < 0 or not width or not height or max(left + width, top + height) > 100:  # noqa: PLR2004 - percent
        raise PydanticCustomError("blur-box", "{value}", {"value": ", ".join(map(str, box))})
    return box


Box = Annotated[tuple[Number, Number, Number, Number], BeforeValidator(_four), AfterValidator(_inside)]
"""Left, top, width and height in percent of the upright picture."""


class PhotoFront(Noun):
    """One photo's entry in album.yml."""

    berkas: Plain
    keterangan: Text
    alt: Text
    tanggal: Date | None = None
    tempat: Text | None = None
    tahap: Annotated[str, one_of(*STAGES)] | None = None
    tahun: Year | None = None
    indikator: tuple[Code, ...] = ()
    praktik: Key | None = None
    orang: Annotated[str, one_of("tidak_ada", "kerumunan", "dikenali")]
    anak: Flag = False
    izin: Consent | None = None
    kredit: Plain | None = None
    buram: tuple[Box, ...] = ()
    """Faces and names that are made unrecognisable in everything published."""

    @property
    def blurred(self) -> tuple[tuple[float, float, float, float], ...]:
        """The boxes of `buram` as plain numbers."""
        return tuple((float(left), float(top), float(wide), float(high)) for left, top, wide, high in self.buram)

    def may_show(self, scope: Scope, day: date) -> bool:
        """Tell whether the photo may be shown: nobody can be recognised, or consent is recorded in scope."""
        return self.orang != "dikenali" or (self.izin is not None and self.izin.covers(scope, day))

    def scopes(self, day: date) -> tuple[Scope, ...]:
        """List where the photo may be shown on a day; empty for nowhere."""
        return tuple(scope for scope in SCOPES if self.may_show(scope, day))


class AlbumFront(Noun):
    """All of album.yml."""

    judul: Text
    tanggal: Date | None = None
    keterangan: Text | None = None
    foto: tuple[PhotoFront, ...] = ()
    """Entries that can be used; a broken entry costs only its own photo."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that may be shown and can be read."""

    album: str
    front: PhotoFront
    original: Path
    """The school's own file, which is never published."""

    @property
    def reference(self) -> str:
        """The name other files of the school use: <album>/<berkas>."""
        return f"{self.album}/{self.front.berkas}"


@dataclass(frozen=True, slots=True)
class Album:
    """A folder of photos."""

    slug: str
    front: AlbumFront
    photos: tuple[Photo, ...]

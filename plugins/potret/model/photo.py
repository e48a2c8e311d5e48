"""Albums and their photos, with who is in them and on which consent."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from potret.model.cycle import STAGES
from potret.model.fields import Date, Flag, Key, Plain, Year, one_of
from potret.model.metric import Code
from potret.model.text import Noun, Text

SCOPES = ("web", "cetak", "kios")


class Consent(Noun):
    """What was allowed, by which form, where and until when (UU 27/2022 article 25 for children)."""

    status: Annotated[str, one_of("diberikan", "ditolak", "tidak-perlu")]
    dasar: Plain | None = None
    tanggal: Date | None = None
    cakupan: tuple[Annotated[str, one_of(*SCOPES)], ...] = ()
    sampai: Date | None = None

    def covers(self, scope: str, day: date) -> bool:
        """Tell whether the consent holds for a scope on a day."""
        return self.status == "diberikan" and scope in self.cakupan and (self.sampai is None or day <= self.sampai)


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

    def may_show(self, scope: str, day: date) -> bool:
        """Tell whether the photo may be shown: nobody can be recognised, or consent is recorded in scope."""
        return self.orang != "dikenali" or (self.izin is not None and self.izin.covers(scope, day))


class AlbumFront(Noun):
    """All of album.yml."""

    judul: Text
    tanggal: Date | None = None
    keterangan: Text | None = None
    foto: tuple[PhotoFront, ...] = ()


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

"""The school's profile as it stands in sekolah.yml (fields: Dapodik school record and Sekolah Kita page)."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from potret.model.fields import (
    Count,
    Date,
    Flag,
    Key,
    Npsn,
    Number,
    Plain,
    Year,
    between,
    matching,
    one_of,
)
from potret.model.text import Noun, Text

Latitude = Number
Longitude = Number

_FORMAL = ("SD", "SMP", "SMA", "SMK", "SLB", "SDLB", "SMPLB", "SMALB", "SPK-SD", "SPK-SMP", "SPK-SMA", "Satap")
_EARLY = ("TK", "KB", "TPA", "SPS")
_RELIGIOUS = ("MI", "MTs", "MA", "MAK", "SDTK", "SMPTK", "SMTK")
SCHOOL_TYPES = (*_FORMAL, *_EARLY, *_RELIGIOUS)
FUNDS = ["bos-reguler", "bos-kinerja", "bos-daerah", "apbd", "apbn", "dak", "yayasan", "komite", "csr", "lain"]
HOURS = ("pagi", "siang", "kombinasi", "sehari-penuh-5", "sehari-penuh-6")

SchoolType = Annotated[str, one_of(*SCHOOL_TYPES)]
Grade = Annotated[Plain, matching(r"[1-9]|1[0-2]", "grade-format")]
Fund = Annotated[str, one_of(*FUNDS)]


class Accreditation(Noun):
    """Grade of BAN-S/M; the score may be absent (a record of 2024 has none)."""

    peringkat: Annotated[str, one_of("A", "B", "C", "TT", "belum")]
    nilai: Annotated[Number, AfterValidator(between(0, 100, "accreditation-score"))] | None = None
    tahun: Year | None = None
    sk: Plain | None = None


class Address(Noun):
    """Where the school stands."""

    jalan: Plain
    rt: Plain | None = None
    rw: Plain | None = None
    dusun: Plain | None = None
    desa: Plain
    kecamatan: Plain
    kabupaten: Plain
    provinsi: Plain
    kode_pos: Plain | None = None


class Principal(Noun):
    """Name and first year in office, never a NIP."""

    nama: Plain
    sejak: Year | None = None


class Committee(Noun):
    """The school committee: its head and how many members it has."""

    ketua: Plain
    anggota: Count | None = None


class Pupils(Noun):
    """Boys (l) and girls (p) of one grade."""

    l: Count  # noqa: E741 - the key every Indonesian school form uses
    p: Count


class Community(Noun):
    """Counts of one school year, as in Dapodik."""

    tahun_ajaran: Annotated[Plain, matching(r"[0-9]{4}/[0-9]{4}", "school-year-format")]
    semester: Annotated[str, one_of("ganjil", "genap")] | None = None
    guru: Count
    tendik: Count
    siswa_l: Count
    siswa_p: Count
    siswa: Count | None = None
    rombel: Count
    per_tingkat: Mapping[Grade, Pupils] = {}

    @property
    def pupils(self) -> int:
        """All pupils of the school."""
        return self.siswa_l + self.siswa_p


class Room(Noun):
    """Rooms of one kind by condition."""

    ruang: Text
    baik: Count = 0
    rusak_ringan: Count = 0
    rusak_sedang: Count = 0
    rusak_berat: Count = 0


class TeamMember(Noun):
    """A seat in the TPMPS: the role and whom it stands for, never a name."""

    peran: Text
    unsur: Plain


class Criteria(Noun):
    """How the school met the three criteria of a model school."""

    belum_snp: Text
    komitmen: Text
    dukungan_pemda: Text


class Decree(Noun):
    """The decree that made it a model school, and who mentors it."""

    sk_nomor: Plain
    sk_tanggal: Date
    tahun_mulai: Year
    lpmp: Plain
    fasda: Count | None = None
    kriteria: Criteria


class ImbasSchool(Noun):
    """A nearby school to which the model school passes on its practice."""

    npsn: Npsn
    nama: Plain
    bentuk: SchoolType | None = None
    hubungan: Annotated[str, one_of("imbas", "mitra")] = "imbas"
    desa: Plain | None = None
    lintang: Latitude | None = None
    bujur: Longitude | None = None


class Funding(Noun):
    """Money received in a year, in whole rupiah."""

    sumber: Fund
    tahun: Year
    jumlah: Count


class Achievement(Noun):
    """A prize of the school; pupils are not named."""

    tahun: Year
    tingkat: Annotated[str, one_of("kecamatan", "kabupaten", "provinsi", "nasional", "internasional")]
    bidang: Text
    juara: Text


class Profile(Noun):
    """All of sekolah.yml."""

    contoh: Flag = False
    """A fictional school: every page says so."""
    npsn: Npsn
    nss: Plain | None = None
    nama: Plain
    bentuk: SchoolType
    status: Annotated[str, one_of("negeri", "swasta")]
    yayasan: Plain | None = None
    akreditasi: Accreditation | None = None
    kurikulum: Annotated[str, one_of("K13", "Kurikulum Merdeka", "lain")] | None = None
    alamat: Address
    kode_wilayah: (
        Annotated[Plain, matching(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", "area-format")] | None
    ) = None
    lintang: Latitude | None = None
    bujur: Longitude | None = None
    telepon: Plain | None = None
    email: Plain | None = None
    website: Plain | None = None
    waktu: Annotated[str, one_of(*HOURS)] | None = None
    kepala_sekolah: Principal
    komite: Committee | None = None
    warga_sekolah: Community
    sarpras: tuple[Room, ...] = ()
    listrik: Text | None = None
    internet: Text | None = None
    air: Text | None = None
    visi: Text
    misi: tuple[Text, ...]
    tujuan: tuple[Text, ...]
    kekuatan: tuple[Text, ...] = ()
    kelemahan: tuple[Text, ...] = ()
    tpmps: tuple[TeamMember, ...] = ()
    sekolah_model: Decree
    imbas: tuple[ImbasSchool, ...] = ()
    sumber_dana: tuple[Funding, ...] = ()
    prestasi: tuple[Achievement, ...] = ()
    foto_sampul: Plain | None = None
    logo: Plain | None = None
    alamat_lama: tuple[Key, ...] = ()
    """Names the folder had before: their addresses lead to the present one."""

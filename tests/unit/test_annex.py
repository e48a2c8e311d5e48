"""Evidence handed in as PDF: whatever it is, only its pages come along, onto sheets whose numbers are right."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from accessible import elements, faults
from minimal import DAY, rows
from pictures import CANARY, phone_photo
from potret.annex import AnnexStore
from potret.annex.clean import MAX_PAGES, Refused, cleaned
from potret.annex.jpeg import stripped
from potret.checks.metadata import jpeg
from potret.ekspose.printing import PAPERS, Pdf, PrintContext, press
from potret.ekspose.shelf import ARTEFACTS
from potret.media import Workshop
from potret.portfolio import load

A4 = (595, 842)
Edit = Callable[[pikepdf.Pdf], object]


def document(*sizes: tuple[float, float], edit: Edit | None = None, words: str = "halaman", **saved: Any) -> bytes:
    """Make a PDF with a word on each page."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number, size in enumerate(sizes, 1):
            page = pdf.add_blank_page(page_size=size)
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(f"BT /F1 20 Tf 40 60 Td ({words} {number}) Tj ET".encode())
        if edit:
            edit(pdf)
        stream = io.BytesIO()
        pdf.save(stream, **saved)
        return stream.getvalue()


def act(key: str) -> Edit:
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')"))
    launch = Dictionary(S=Name.Launch, F=String("C:/windows/calc.exe"))

    def annotate(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 99, 99]), A=launch)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])

    def embed(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["virus.exe"] = CANARY.encode()

    def field(pdf: pikepdf.Pdf) -> None:
        box = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nama"), V=String("Terisi"),
            Rect=Array([40, 400, 240, 430]), DA=String("/Helv 12 Tf 0 g"), F=4,
        )  # fmt: skip
        one = pdf.make_indirect(box)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        fonts = Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font)))
        pdf.pages[0].obj.Annots = Array([one])
        pdf.Root.AcroForm = Dictionary(Fields=Array([one]), DR=fonts, NeedAppearances=True)

    return {
        "OpenAction": lambda pdf: setattr(pdf.Root, "OpenAction", action),
        "AA": lambda pdf: setattr(pdf.Root, "AA", Dictionary(WC=action)),
        "JavaScript": lambda pdf: setattr(
            pdf.Root, "Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))
        ),
        "Launch": annotate,
        "EmbeddedFiles": embed,
        "AcroForm": field,
    }[key]


def author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = CANARY
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]
    photo = pdf.make_stream(phone_photo(), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=30)
    photo.Filter, photo.ColorSpace, photo.BitsPerComponent = Name.DCTDecode, Name.DeviceRGB, 8
    photo.Metadata = pdf.make_stream(CANARY.encode())
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=photo)
    pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=String(CANARY)))


def hide(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("rahasia")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


LOCKED = pikepdf.Encryption(owner="x", user="y")
RESTRICTED = pikepdf.Encryption(owner="x", user="")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "annex-kind", id="empty"),
        pytest.param(phone_photo(), "annex-kind", id="a picture with another name"),
        pytest.param(b"%PDF-1.7\nnothing more", "annex-broken", id="only a head"),
        pytest.param(document(A4)[:200], "annex-broken", id="cut off"),
        pytest.param(document(), "annex-broken", id="no page"),
        pytest.param(document((5, 842)), "annex-broken", id="no width"),
        pytest.param(document(A4, encryption=LOCKED), "annex-locked", id="password"),
        pytest.param(document(A4, encryption=RESTRICTED), "annex-locked", id="restricted"),
        pytest.param(document(A4, edit=hide), "annex-layers", id="hidden layer"),
        pytest.param(document(*[A4] * (MAX_PAGES + 1)), "annex-pages", id="too many pages"),
    ],
)
def test_what_cannot_be_appended_says_why(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "sk.pdf"
    file.write_bytes(data)
    with pytest.raises(Refused) as refused:
        cleaned(file)
    assert refused.value.reason.code == code


@pytest.mark.parametrize("key", ["OpenAction", "AA", "JavaScript", "Launch", "EmbeddedFiles", "AcroForm"])
def test_what_acts_stays_behind_and_is_named(tmp_path: Path, key: str) -> None:
    file = tmp_path / "sk.pdf"
    file.write_bytes(document(A4, edit=act(key)))
    found = cleaned(file)
    assert found.taken == (key,)
    with pikepdf.open(io.BytesIO(found.data)) as pdf:
        assert {*pdf.Root.keys()} == {"/Type", "/Pages"}
        assert "/Annots" not in pdf.pages[0].obj
        everything = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
    assert CANARY.encode() not in everything
    assert b"calc.exe" not in found.data + everything
    assert (b"Terisi" in everything) is (key == "AcroForm"), "what was filled in is part of the page"


def test_persons_and_cameras_are_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "sk.pdf"
    file.write_bytes(document(A4, edit=author))
    assert CANARY.encode() in file.read_bytes()
    with pikepdf.open(io.BytesIO(cleaned(file).data)) as pdf:
        assert not pdf.docinfo
        for one in pdf.objects:
            raw = one.read_raw_bytes() if isinstance(one, pikepdf.Stream) else b""
            assert CANARY.encode() not in raw + (one.read_bytes() if raw and raw[:2] != b"\xff\xd8" else b"")
            assert not {"/Metadata", "/PieceInfo"} & {*(one.keys() if isinstance(one, pikepdf.Dictionary) else ())}


def test_a_jpeg_loses_what_it_tells_and_not_a_pixel() -> None:
    photo = phone_photo()
    assert list(jpeg(photo))
    assert list(jpeg(stripped(photo))) == []
    assert photo.endswith(stripped(photo)[-2000:])
    assert stripped(b"no JPEG") == b"no JPEG"
    assert stripped(photo[:30]) == photo[:30]


@pytest.mark.parametrize(
    ("size", "turn", "seen"),
    [(A4, 0, A4), ((842, 1191), 0, (842, 1191)), ((842, 595), 0, (842, 595)), (A4, 90, (842, 595)), (A4, 180, A4)],
)
def test_pages_have_the_size_a_reader_sees(
    tmp_path: Path, size: tuple[float, float], turn: int, seen: tuple[float, float]
) -> None:
    file = tmp_path / "sk.pdf"
    file.write_bytes(document(size, edit=lambda pdf: setattr(pdf.pages[0].obj, "Rotate", turn)))
    assert cleaned(file).sizes == (seen,)


STAGE = """\
-- siklus/2018/1-pemetaan.md --
---
mulai: 2018-01-01
selesai: 2018-02-01
dokumen:
  - {jenis: undangan, judul: Undangan, tanggal: 2018-01-02, ttd: ya, nomor: "1/2018", berkas: undangan.pdf}
  - {jenis: daftar-hadir, judul: Hadir, tanggal: 2018-01-03, ttd: ya, berkas: dokumen/hadir.pdf}
  - {jenis: notulen, judul: Notulen, tanggal: 2018-01-04, ttd: belum, berkas: rusak.pdf}
  - {jenis: notulen, judul: Salinan undangan, tanggal: 2018-01-05, ttd: belum, berkas: undangan.pdf}
---

Isi.
"""


@pytest.fixture(scope="module")
def cleaning() -> Iterator[Workshop]:
    with Workshop(seconds=30, memory=768, side_by_side=1, program="potret.annex.worker") as opened:
        yield opened


@pytest.fixture
def full(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path, cleaning: Workshop
) -> Callable[..., tuple[Pdf, list[tuple[str, int, str]]]]:
    folder = school_folder(STAGE)
    (folder / "dokumen").mkdir()
    (folder / "dokumen" / "undangan.pdf").write_bytes(document(A4, (842, 1191), words="undangan", edit=author))
    (folder / "dokumen" / "hadir.pdf").write_bytes(document((842, 595), words="hadir", edit=act("OpenAction")))
    (folder / "dokumen" / "rusak.pdf").write_bytes(b"%PDF-1.7\n")
    school = load(schools_dir, day=DAY)[0].schools[0]
    annexes, problems = AnnexStore(tmp_path / "lampiran", cleaning).annexes(school)

    def made(locale: str = "id", paper: str = "a4", name: str = "odner-lengkap") -> tuple[Pdf, Any]:
        with press(tmp_path) as opened:
            context = PrintContext(locale, DAY, annexes=annexes)
            return opened.make(ARTEFACTS[name], school, context, PAPERS[paper]), rows(problems)

    return made


@pytest.mark.parametrize(("locale", "paper"), [("id", "a4"), ("en", "f4")])
def test_the_register_names_the_page_on_which_a_document_begins(full: Any, locale: str, paper: str) -> None:
    pdf, problems = full(locale, paper)
    assert sorted(problems) == [("annex-active", 0, "warning"), ("annex-broken", 0, "warning")]
    assert pdf.problems == ()
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf.data)).pages]
    word, page = ("Lampiran", "halaman") if locale == "id" else ("Annex", "page")
    register = next(text for text in pages if f"{word} 1, {page}" in text)
    named = [(int(one), int(at)) for one, at in re.findall(rf"{word} (\d), {page} (\d+)", register)]
    assert [one for one, _ in named] == [1, 2, 1], "one document named twice is appended once"
    for number, at in named:
        assert f"{word} {number}. " in pages[at - 1]
    assert "undangan 1" in pages[named[0][1]]
    assert "undangan 2" in pages[named[0][1] + 1]
    assert "hadir 1" in pages[named[1][1]]
    assert len(pages) == pdf.pages == named[1][1] + 1
    with pikepdf.open(io.BytesIO(pdf.data)) as found:
        sides = sorted((PAPERS[paper].width / 25.4 * 72, PAPERS[paper].height / 25.4 * 72))
        for one in found.pages:
            assert sorted(float(side) for side in list(one.mediabox)[2:]) == pytest.approx(sides, abs=0.01)
        assert float(found.pages[-1].mediabox[2]) == pytest.approx(sides[1], abs=0.01), "a wide page on a wide sheet"
        alts = [str(one.Alt) for one in elements(found.Root.StructTreeRoot) if str(one.S) == "/Figure"]
        assert len([alt for alt in alts if "Undangan" in alt or "Hadir" in alt]) == 3
        assert not found.docinfo.get("/Author")
    assert faults(pdf.data, locale=locale, claims=False) == []


def test_only_the_binder_without_evidence_says_that_it_is_accessible(full: Any) -> None:
    assert faults(full(name="odner")[0].data, locale="id") == []
    assert faults(full()[0].data, locale="id") == ["claims PDF/UA: False"]


def test_the_same_evidence_gives_the_same_bytes(full: Any) -> None:
    assert full()[0].data == full()[0].data


def test_nothing_is_cleaned_twice_and_a_changed_copy_is_mended(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path, cleaning: Workshop
) -> None:
    folder = school_folder(STAGE)
    (folder / "dokumen").mkdir()
    (folder / "dokumen" / "hadir.pdf").write_bytes(document(A4))
    school = load(schools_dir, day=date(2019, 1, 1))[0].schools[0]
    store = AnnexStore(tmp_path / "lampiran", cleaning)
    first = store.annexes(school)[0]["hadir.pdf"].path
    stamp, whole = first.stat().st_mtime_ns, first.read_bytes()
    assert store.annexes(school)[0]["hadir.pdf"].path.stat().st_mtime_ns == stamp
    first.write_bytes(b"%PDF-other")
    assert store.annexes(school)[0]["hadir.pdf"].path.read_bytes() == whole


SLOW = """
import time
from potret.annex import worker
real = worker.cleaned
def cleaned(file):
    if file.stem == "hadir":
        time.sleep(1000)
    return real(file)
worker.cleaned = cleaned
worker.main()
"""


def test_a_document_that_takes_too_long_costs_only_itself(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = school_folder(STAGE)
    (folder / "dokumen").mkdir()
    for name in ("hadir", "undangan"):
        (folder / "dokumen" / f"{name}.pdf").write_bytes(document(A4, words=name))
    school = load(schools_dir, day=DAY)[0].schools[0]
    monkeypatch.setattr("potret.media.workshop._COMMAND", (sys.executable, "-c", SLOW))
    with Workshop(seconds=8, patience=1, side_by_side=1) as opened:
        found, problems = AnnexStore(tmp_path / "lampiran", opened).annexes(school)
    assert [*found] == ["undangan.pdf"]
    assert rows(problems) == [("annex-heavy", 0, "warning")]

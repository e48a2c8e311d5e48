"""What a picture carries besides its pixels is found, whatever wrote it."""

import io
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from potret.checks.metadata import check_site, jpeg, png, webp
from potret.kit import pack

CANARY = b"CANARY-7f3a"


def saved(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(buffer, kind, **options)
    return buffer.getvalue()


def exif() -> bytes:
    tags = Image.Exif()
    tags[0x010F] = CANARY.decode()
    tags.get_ifd(0x8825)[1] = "S"  # GPS: south
    return tags.tobytes()


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2) + payload


def planted(marker: int, payload: bytes) -> bytes:
    """Plant a segment right behind the JFIF head."""
    plain = saved("JPEG")
    end = 4 + int.from_bytes(plain[4:6])
    return plain[:end] + segment(marker, payload) + plain[end:]


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"optimize": True}, {"quality": 30}])
def test_a_plain_jpeg_is_clean(options: dict[str, object]) -> None:
    assert list(jpeg(saved("JPEG", **options))) == []


@pytest.mark.parametrize(
    ("marker", "payload"),
    [
        pytest.param(0xE1, b"Exif\0\0" + exif(), id="exif"),
        pytest.param(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY, id="xmp"),
        pytest.param(0xE2, b"ICC_PROFILE\0\1\1" + CANARY, id="icc"),
        pytest.param(0xE2, b"MPF\0" + CANARY, id="second picture"),
        pytest.param(0xED, b"Photoshop 3.0\0" + CANARY, id="iptc"),
        pytest.param(0xEE, b"Adobe" + CANARY, id="adobe"),
        pytest.param(0xFE, CANARY, id="comment"),
        pytest.param(0xE0, b"JFXX\0" + CANARY, id="thumbnail extension"),
    ],
)
def test_a_segment_that_draws_nothing_is_found(marker: int, payload: bytes) -> None:
    assert list(jpeg(planted(marker, payload))) == [f"JPEG segment {marker:02X}"]


def test_a_segment_between_the_scans_of_a_progressive_jpeg_is_found() -> None:
    plain = saved("JPEG", progressive=True)
    second_scan = plain.rindex(b"\xff\xda")
    assert list(jpeg(plain[:second_scan] + segment(0xFE, CANARY) + plain[second_scan:])) == ["JPEG segment FE"]


def test_bytes_behind_a_jpeg_are_counted() -> None:
    assert list(jpeg(saved("JPEG") + CANARY)) == [f"{len(CANARY)} bytes behind the JPEG"]


@pytest.mark.parametrize("length", [0, 2, 20, 300])
def test_half_a_jpeg_has_no_end(length: int) -> None:
    assert list(jpeg(saved("JPEG")[:length]))[-1] in {"no JPEG", "JPEG without an end"}


@pytest.mark.parametrize("options", [{}, {"lossless": True}])
def test_a_plain_webp_is_clean(options: dict[str, object]) -> None:
    assert list(webp(saved("WEBP", **options))) == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"exif": exif()}, ["WebP flags", "WebP chunk EXIF"]),
        ({"xmp": CANARY}, ["WebP flags", "WebP chunk XMP "]),
        ({"icc_profile": CANARY}, ["WebP flags", "WebP chunk ICCP"]),
    ],
)
def test_a_webp_chunk_that_draws_nothing_is_found(options: dict[str, object], expected: list[str]) -> None:
    assert list(webp(saved("WEBP", **options))) == expected


def test_bytes_behind_a_webp_are_counted() -> None:
    assert list(webp(saved("WEBP") + CANARY)) == [f"{len(CANARY)} bytes behind the WebP"]


def test_png_text_profile_and_trailer_are_found() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY.decode())
    assert list(png(saved("PNG"))) == []
    assert list(png(saved("PNG", pnginfo=text))) == ["PNG chunk tEXt"]
    assert list(png(saved("PNG", icc_profile=CANARY))) == ["PNG chunk iCCP"]
    assert list(png(saved("PNG") + CANARY)) == [f"{len(CANARY)} bytes behind the PNG"]
    assert list(png(saved("PNG")[:60]))[-1] == "PNG without an end"


def test_a_site_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "index.html").write_text("<p>x</p>")
    (tmp_path / "foto" / "bersih.jpg").write_bytes(saved("JPEG"))
    (tmp_path / "foto" / "kotor.webp").write_bytes(saved("WEBP", xmp=CANARY))
    (tmp_path / "foto" / "asli.heic").write_bytes(b"x")
    found = [(problem.path, problem.values["value"]) for problem in check_site(tmp_path)]
    assert found == [
        ("foto/asli.heic", "kind .heic"),
        ("foto/kotor.webp", "WebP flags"),
        ("foto/kotor.webp", "WebP chunk XMP "),
    ]


@pytest.mark.parametrize(
    ("path", "clean"),
    [
        ("sekolah/sd-a/praktik/kebun/catatan.csv", True),
        ("sekolah/sd-a/praktik/kebun/Panduan.PDF", True),
        ("sekolah/sd-a/praktik/kebun/catatan.exe", False),
        ("sekolah/sd-a/praktik/catatan.csv", False),
        ("sekolah/sd-a/praktik/kebun/dalam/catatan.csv", False),
        ("unduhan/catatan.csv", False),
    ],
)
def test_attachments_are_known_by_their_place(tmp_path: Path, path: str, *, clean: bool) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text("a,b")
    assert (list(check_site(tmp_path)) == []) is clean


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"index.html": b"x", "manifes.json": b"{}", "lampiran/a.pdf": b"%PDF-"}, [], id="nothing wrong"),
        pytest.param({"foto/01.jpg": b"no"}, ["foto/01.jpg: no JPEG"], id="no picture"),
        pytest.param({"a.exe": b"MZ"}, ["a.exe: kind .exe"], id="a kind nobody packs"),
        pytest.param({"foto/01.webp": b"RIFF\x04\0\0\0WEBPGPS"}, ["foto/01.webp: 3 bytes behind the WebP"], id="WebP"),
    ],
)
def test_a_kit_is_looked_into(tmp_path: Path, files: dict[str, bytes], expected: list[str]) -> None:
    (tmp_path / "kebun-kit.zip").write_bytes(pack(files))
    assert [problem.values["value"] for problem in check_site(tmp_path)] == expected


def test_a_zip_that_is_none_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a-kit.zip").write_bytes(b"x")
    assert [problem.values["value"] for problem in check_site(tmp_path)] == ["no zip"]

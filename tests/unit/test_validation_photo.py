from typing import Any

import pytest

from minimal import DAY, edited, found, marked
from potret.model import AlbumFront
from potret.reading import Document
from potret.validation import check_album

ALBUM = """\
judul: Album
foto:
  - berkas: a.jpg
    keterangan: x
    alt: y
    orang: tidak_ada
"""
SEEN = "orang: dikenali"
NOBODY = "    orang: tidak_ada"


def album(text: str, files: list[str]) -> list[tuple[str, int, str]]:
    def rules(front: AlbumFront, document: Document) -> Any:
        photos = dict(enumerate(front.foto))
        return check_album(photos, [photo.berkas for photo in front.foto], files, DAY, document)

    return found(AlbumFront, text, rules)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], None, id="nobody in it"),
        pytest.param([(NOBODY, "    orang: kerumunan\n    anak: ya")], None, id="a crowd of children"),
        pytest.param([("berkas: a.jpg", "berkas: b.jpg #<")], ("photo-missing", "warning"), id="no such file"),
        pytest.param(
            [("berkas: a.jpg", "berkas: a.jpg #<"), (NOBODY, f"    {SEEN}")],
            ("photo-consent", "warning"),
            id="no word on consent",
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: diberikan}} #<")], ("photo-consent", "warning"), id="no scope"
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: diberikan, cakupan: [cetak]}} #<")],
            ("photo-scope", "note"),
            id="not for the web",
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: tidak-perlu}} #<")],
            ("photo-consent", "warning"),
            id="not needed is not given",
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: ditolak}} #<")], ("photo-refused", "note"), id="refused"
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: diberikan, cakupan: [web], sampai: 2019-06-30}} #<")],
            ("photo-consent-over", "warning"),
            id="over since yesterday",
        ),
        pytest.param(
            [(NOBODY, f"    {SEEN}\n    izin: {{status: diberikan, cakupan: [web], sampai: 2019-07-01}}")],
            None,
            id="last day",
        ),
        pytest.param([(NOBODY, f"    {SEEN}\n    izin: {{status: diberikan, cakupan: [web]}}")], None, id="given"),
        pytest.param(
            [(NOBODY, '    orang: tidak_ada\n    indikator: ["1.9.9"] #<')],
            ("indicator-unknown", "warning"),
            id="indicator",
        ),
        pytest.param([(NOBODY, "    orang: banyak #<")], ("choice-unknown", "error"), id="people"),
        pytest.param(
            [("    alt: y\n", ""), ("  - berkas: a.jpg", "  - berkas: a.jpg #<")],
            ("key-missing", "error"),
            id="no alt text",
        ),
        pytest.param([(NOBODY, "    orang: tidak_ada\n    tahap: audit #<")], ("choice-unknown", "error"), id="stage"),
    ],
)
def test_an_entry_is_checked(edits: list[tuple[str, str]], expected: tuple[str, str] | None) -> None:
    text = edited(ALBUM, *edits)
    assert album(text, ["a.jpg"] if "a.jpg" in text else []) == (
        [(expected[0], marked(text)[0], expected[1])] if expected else []
    )


def test_an_entry_twice_and_a_file_without_one_are_warned_about() -> None:
    text = ALBUM + "  - {berkas: a.jpg, keterangan: x, alt: y, orang: tidak_ada} #<\n"
    assert album(text, ["a.jpg", "c.jpg"]) == [
        ("photo-twice", marked(text)[0], "warning"),
        ("photo-unlisted", 1, "warning"),
    ]

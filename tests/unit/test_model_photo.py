from datetime import date

import pytest

from minimal import built, found
from potret.model import PhotoFront

BASE = "berkas: a.jpg\nketerangan: x\nalt: x\n"


@pytest.mark.parametrize(
    ("entry", "scope", "shown"),
    [
        pytest.param("orang: tidak_ada", "web", True, id="nobody in it"),
        pytest.param("orang: kerumunan", "web", True, id="a crowd"),
        pytest.param("orang: dikenali", "web", False, id="recognisable without a word on consent"),
        pytest.param("orang: dikenali\nizin: {status: diberikan, cakupan: [web]}", "web", True, id="given for web"),
        pytest.param("orang: dikenali\nizin: {status: diberikan, cakupan: [cetak]}", "web", False, id="only print"),
        pytest.param("orang: dikenali\nizin: {status: diberikan, cakupan: [cetak]}", "cetak", True, id="for print"),
        pytest.param("orang: dikenali\nizin: {status: diberikan}", "web", False, id="given for nothing"),
        pytest.param("orang: dikenali\nizin: {status: ditolak, cakupan: [web]}", "web", False, id="refused"),
        pytest.param("orang: dikenali\nizin: {status: tidak-perlu, cakupan: [web]}", "web", False, id="not needed"),
        pytest.param(
            "orang: dikenali\nizin: {status: diberikan, cakupan: [web], sampai: 2019-07-01}", "web", True, id="last day"
        ),
        pytest.param(
            "orang: dikenali\nizin: {status: diberikan, cakupan: [web], sampai: 2019-06-30}", "web", False, id="over"
        ),
    ],
)
def test_a_photo_is_shown_only_where_consent_reaches(entry: str, scope: str, *, shown: bool) -> None:
    assert built(PhotoFront, BASE + entry).may_show(scope, date(2019, 7, 1)) is shown


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        pytest.param("[[40, 25, 12, 18]]", ((40.0, 25.0, 12.0, 18.0),), id="one"),
        pytest.param("[[0, 0, 100, 100], ['12,5', 0, 1, 1]]", ((0, 0, 100, 100), (12.5, 0, 1, 1)), id="two"),
        pytest.param("[]", (), id="none"),
    ],
)
def test_boxes_are_percent_of_the_picture(boxes: str, expected: tuple[tuple[float, ...], ...]) -> None:
    assert built(PhotoFront, f"{BASE}orang: kerumunan\nburam: {boxes}").blurred == expected


@pytest.mark.parametrize(
    ("boxes", "code"),
    [
        pytest.param("[[40, 25, 12]]", "blur-box", id="three numbers"),
        pytest.param("[[40, 25, 12, 18, 1]]", "blur-box", id="five numbers"),
        pytest.param("[40, 25, 12, 18]", "blur-box", id="no list of boxes"),
        pytest.param("[[90, 25, 12, 18]]", "blur-box", id="over the right edge"),
        pytest.param("[[9, 90, 12, 18]]", "blur-box", id="over the lower edge"),
        pytest.param("[[-1, 25, 12, 18]]", "blur-box", id="negative"),
        pytest.param("[[1, 25, 0, 18]]", "blur-box", id="without width"),
        pytest.param("[[kiri, 25, 12, 18]]", "type-number", id="a word"),
        pytest.param("wajah", "type-list", id="no list"),
    ],
)
def test_a_box_that_cannot_be_used_keeps_the_photo_away(boxes: str, code: str) -> None:
    rows = found(PhotoFront, f"{BASE}orang: kerumunan\nburam: {boxes}")
    assert {row[0] for row in rows} == {code}

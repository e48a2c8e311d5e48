from datetime import date

import pytest

from minimal import built
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

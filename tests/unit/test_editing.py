"""The editing page by calling its WSGI application: who may come in, what it writes, what it refuses to lose."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editing_browser import HOST, TOKEN, Reply, Tab, filled
from minimal import SLUG
from pictures import phone_photo
from potret.editing import application
from potret.editing.request import MAX_BYTES
from potret.importing.journal import latest
from potret.standard import catalogue

ALBUM = """\
# Album halaman: komentar ini tinggal
judul: Halaman
foto:
  - berkas: pohon.jpg  # pohon di muka
    keterangan: >-
      Pohon mangga
      di halaman
    alt: {id: Pohon mangga, en: A mango tree}
    orang: tidak_ada
  # foto kedua
  - berkas: kelas.jpg
    keterangan: Kelas IV
    alt: Papan tulis
    orang: dikenali
    izin: {status: diberikan, dasar: Formulir 1, tanggal: 2018-07-01, cakupan: [web, kios]}
"""
MARKS = """\
# Rapor mutu
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai:
  "1": 5.21  # lulusan
  "2": 4.61
  "6.2.5": {berlaku: false, catatan: SD tidak wajib}
"""
PHOTO = f"/_sunting/{SLUG}/foto/halaman"
SCORES = f"/_sunting/{SLUG}/mutu/2018/"


@pytest.fixture
def root(school_folder: Callable[..., Path]) -> Path:
    folder = school_folder(f"-- foto/halaman/album.yml --\n{ALBUM}\n-- mutu/2018.yml --\n{MARKS}")
    for name in ("pohon.jpg", "kelas.jpg"):
        (folder / "foto" / "halaman" / name).write_bytes(phone_photo())
    (folder / "foto/halaman/album.yml").write_text(ALBUM, encoding="utf-8")
    (folder / "mutu/2018.yml").write_text(MARKS, encoding="utf-8")
    return folder


@pytest.fixture
def tab(root: Path) -> Tab:
    return Tab(root.parent).enter()


def album(root: Path) -> str:
    return (root / "foto/halaman/album.yml").read_text(encoding="utf-8")


def send(tab: Tab, path: str, **changes: Any) -> Reply:
    return tab.post(path, {**filled(tab.get(path).text), **changes})


# ---- Who may come in


def test_the_key_in_the_address_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(root: Path) -> None:
    reply = Tab(root.parent).get("/_sunting/", kunci=TOKEN)
    assert reply.status == 303
    assert reply.headers["Location"] == "/_sunting/"
    assert {"HttpOnly", "SameSite=Strict", "Path=/_sunting/"} <= set(reply.headers["Set-Cookie"].split("; "))
    assert TOKEN not in str(reply.headers)


STRANGERS: list[tuple[str, dict[str, str], int]] = [
    ("another name for this machine", {"HTTP_HOST": "jahat.example:8000"}, 421),
    ("a name that begins like ours", {"HTTP_HOST": "127.0.0.1.jahat.example:8000"}, 421),
    ("another port", {"HTTP_HOST": "127.0.0.1:9000"}, 421),
    ("no name", {"HTTP_HOST": ""}, 421),
    ("another machine", {"REMOTE_ADDR": "192.168.1.7"}, 403),
    ("another port of this host", {"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
    ("another site", {"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
    ("a wrong cookie", {"HTTP_COOKIE": "potret_sunting=" + "0" * 64}, 403),
    ("the token itself as a cookie", {"HTTP_COOKIE": f"potret_sunting={TOKEN}"}, 403),
    ("no cookie", {"HTTP_COOKIE": ""}, 403),
    ("a cookie that is none", {"HTTP_COOKIE": "potret_sunting=é; =;"}, 403),
]


@pytest.mark.parametrize(("environ", "status"), [row[1:] for row in STRANGERS], ids=[row[0] for row in STRANGERS])
def test_strangers_see_nothing_and_write_nothing(tab: Tab, root: Path, environ: dict[str, str], status: int) -> None:
    form = filled(tab.get(f"{PHOTO}/1/").text) | {"keterangan-id": ["Jahat"]}
    for reply in (tab.get(f"{PHOTO}/1/", environ), tab.post(f"{PHOTO}/1/", form, environ)):
        assert reply.status == status
        assert "Pohon" not in reply.text
    assert album(root) == ALBUM


FORGED: list[tuple[str, dict[str, str], dict[str, Any], int]] = [
    ("another origin", {"HTTP_ORIGIN": "http://jahat.example"}, {}, 403),
    ("another port", {"HTTP_ORIGIN": "http://127.0.0.1:9000"}, {}, 403),
    ("a hidden origin", {"HTTP_ORIGIN": "null"}, {}, 403),
    ("no origin", {"HTTP_ORIGIN": ""}, {}, 403),
    ("no sign of ours", {}, {"tanda": []}, 403),
    ("a wrong sign", {}, {"tanda": ["0" * 64]}, 403),
    ("no form", {"CONTENT_TYPE": "application/json"}, {}, 415),
    ("no length", {"CONTENT_LENGTH": ""}, {}, 413),
    ("a negative length", {"CONTENT_LENGTH": "-1"}, {}, 413),
    ("too long", {"CONTENT_LENGTH": str(MAX_BYTES + 1)}, {}, 413),
    ("too many fields", {}, {"x": ["1"] * 3000}, 413),
]


@pytest.mark.parametrize(("environ", "form", "status"), [row[1:] for row in FORGED], ids=[row[0] for row in FORGED])
def test_a_form_that_is_not_ours_writes_nothing(
    tab: Tab, root: Path, environ: dict[str, str], form: dict[str, Any], status: int
) -> None:
    ours = filled(tab.get(f"{PHOTO}/1/").text) | {"keterangan-id": ["Jahat"]}
    assert tab.post(f"{PHOTO}/1/", {**ours, **form}, environ).status == status
    assert album(root) == ALBUM


@pytest.mark.parametrize("address", ["localhost:8000", "[::1]:8000"])
def test_this_machine_may_be_called_by_its_other_names(tab: Tab, address: str) -> None:
    form = filled(tab.get(f"{PHOTO}/1/").text) | {"keterangan-id": ["Baru"]}
    given = {"HTTP_HOST": address, "HTTP_ORIGIN": f"http://{address}"}
    assert tab.post(f"{PHOTO}/1/", form, given).status == 303


def test_a_token_that_can_be_guessed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="short"):
        application(tmp_path, "1234")


def test_no_page_can_load_run_or_frame_anything(tab: Tab) -> None:
    for path in ("/_sunting/", f"/_sunting/{SLUG}/", f"{PHOTO}/", f"{PHOTO}/1/", SCORES, "/_sunting/tak-ada/"):
        reply = tab.get(path)
        assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]
        assert reply.headers["Cache-Control"] == "no-store"
        assert not re.search(r"<script|\son[a-z]+=|\sstyle=|https?://", reply.text)


NOWHERE = [
    "../",
    "tak-ada/",
    f"{SLUG}/foto/../",
    f"{SLUG}/foto/halaman/0/",
    f"{SLUG}/foto/halaman/3/",
    f"{SLUG}/foto/x/",
]
NOWHERE += [
    f"{SLUG}/foto/halaman/²/",
    f"{SLUG}/mutu/1999/",
    f"{SLUG}/mutu/20180/",
    "aset/tokens.css",
    "aset/..%2fx.css",
]
NOWHERE += [f"{SLUG}/foto/halaman/1/sekolah.yml", f"{SLUG}/urungkan/", f"{SLUG}/foto/..%2F..%2F/"]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_no_page_is_not_there(tab: Tab, path: str) -> None:
    assert tab.get(f"/_sunting/{path}").status == 404


def test_it_answers_below_any_mount_and_nowhere_else(tab: Tab) -> None:
    assert tab.get("/", {"SCRIPT_NAME": "/_sunting"}).status == 200
    assert tab.get("/sekolah/").status == 404
    assert tab.ask("DELETE", "/_sunting/", {}, b"", {}).status == 405
    assert tab.ask("HEAD", "/_sunting/", {}, b"", {}).body == b""


# ---- Photos


def test_a_caption_is_changed_and_everything_else_stays(tab: Tab, root: Path) -> None:
    reply = send(tab, f"{PHOTO}/1/", **{"keterangan-id": ["  Pohon   mangga #1 \r\n berbuah "]})
    assert reply.status == 303
    assert album(root) == ALBUM.replace(
        "keterangan: >-\n      Pohon mangga\n      di halaman\n", 'keterangan: "Pohon mangga #1 berbuah"\n'
    )
    assert "Tersimpan" in tab.get(reply.headers["Location"]).text


WHO = "    orang: tidak_ada"
CHANGES: list[tuple[int, dict[str, list[str]], str, str]] = [
    (
        1,
        {"keterangan-en": ["A mango tree"]},
        ">-\n      Pohon mangga\n      di halaman",
        '{id: "Pohon mangga di halaman", en: "A mango tree"}',
    ),
    (1, {"alt-en": ["A tree"]}, "en: A mango tree", 'en: "A tree"'),
    (1, {"alt-en": [""]}, "en: A mango tree", "en: ~"),
    (1, {"orang": ["kerumunan"]}, "orang: tidak_ada", "orang: kerumunan"),
    (1, {"tahap": ["monev"]}, WHO, f"{WHO}\n    tahap: monev"),
    (1, {"indikator": ["1.1.6 6.1.3"]}, WHO, f'{WHO}\n    indikator: ["1.1.6", "6.1.3"]'),
    (2, {"izin-cakupan": ["", "web", "cetak"]}, "[web, kios]", "[web, cetak]"),
    (2, {"izin-status": ["ditolak"]}, "status: diberikan", "status: ditolak"),
    (2, {"izin-sampai": ["2020-01-01"]}, "{status:", "{sampai: 2020-01-01, status:"),
    (
        1,
        {"izin-status": ["diberikan"], "izin-dasar": ["Surat: 3"], "izin-cakupan": ["web"]},
        WHO,
        f'{WHO}\n    izin: {{status: diberikan, dasar: "Surat: 3", cakupan: [web]}}',
    ),
]


@pytest.mark.parametrize(("number", "change", "old", "new"), CHANGES)
def test_each_field_is_written_where_it_belongs(
    tab: Tab, root: Path, number: int, change: dict[str, list[str]], old: str, new: str
) -> None:
    assert send(tab, f"{PHOTO}/{number}/", **change).status == 303
    assert album(root) == ALBUM.replace(old, new, 1)


def test_a_form_nobody_touched_writes_nothing(tab: Tab, root: Path) -> None:
    for path in (f"{PHOTO}/1/", f"{PHOTO}/2/", SCORES):
        assert send(tab, path).status == 303
    assert album(root) == ALBUM
    assert latest(root) is None


INVALID: list[tuple[dict[str, list[str]], str, str]] = [
    ({"keterangan-id": [""]}, "keterangan-id", "key-missing"),
    ({"tanggal": ["kemarin"]}, "tanggal", "type-date"),
    ({"tanggal": ["2018-02-31"]}, "tanggal", "type-date"),
    ({"orang": ["semua"]}, "orang", "choice-unknown"),
    ({"tahun": ["18"]}, "tahun", "year-range"),
    ({"praktik": ["Kebun Gizi"]}, "praktik", "key-format"),
    ({"indikator": ["satu"]}, "indikator", "indicator-format"),
    ({"izin-dasar": ["Formulir 3"]}, "izin-status", "key-missing"),
    ({"keterangan-id": ["Andi, NIK 7405011203120001"]}, "keterangan-id", "guard-nik"),
]


@pytest.mark.parametrize(("change", "field", "code"), INVALID)
def test_what_check_would_refuse_is_said_beside_its_field_and_not_written(
    tab: Tab, root: Path, change: dict[str, list[str]], field: str, code: str
) -> None:
    reply = send(tab, f"{PHOTO}/1/", **change)
    assert reply.status == 422
    beside = re.search(rf'<ul class="sunting-temuan" id="temuan-{field}">(.*?)</ul>', reply.text, re.DOTALL)
    assert beside is not None, re.findall(r"<code>([a-z-]+)</code>", reply.text)
    assert f"<code>{code}</code>" in beside[1]
    for name, words in change.items():
        assert filled(reply.text)[name] == words, "what was typed is not lost"
    assert album(root) == ALBUM


def test_a_file_that_changed_meanwhile_is_not_overwritten_and_both_are_shown(tab: Tab, root: Path) -> None:
    form = filled(tab.get(f"{PHOTO}/2/").text) | {"keterangan-id": ["Kelas IV menulis"]}
    (root / "foto/halaman/album.yml").write_text(ALBUM.replace("Kelas IV", "Kelas V"), encoding="utf-8")
    reply = tab.post(f"{PHOTO}/2/", form)
    assert reply.status == 409
    assert "<td>Kelas IV menulis</td><td>Kelas V</td>" in reply.text
    assert "Kelas V\n" in album(root)
    assert tab.post(f"{PHOTO}/2/", filled(reply.text)).status == 303, "having seen both, one may save"
    assert '"Kelas IV menulis"' in album(root)


def test_the_last_change_is_taken_back_and_newer_work_is_not_lost(tab: Tab, root: Path) -> None:
    send(tab, f"{PHOTO}/1/", **{"keterangan-id": ["Baru"]})
    page = tab.get(f"/_sunting/{SLUG}/").text
    assert "foto/halaman/album.yml, 2019-07-01" in page
    changed = album(root)
    (root / "foto/halaman/album.yml").write_text(changed + "# sesudahnya\n", encoding="utf-8")
    assert tab.post(f"/_sunting/{SLUG}/urungkan/", filled(page)).status == 409
    assert album(root) == changed + "# sesudahnya\n"
    (root / "foto/halaman/album.yml").write_text(changed, encoding="utf-8")
    assert tab.post(f"/_sunting/{SLUG}/urungkan/", filled(page)).status == 303
    assert album(root) == ALBUM


def test_a_photo_nobody_listed_gets_gaps_and_no_consent(tab: Tab, root: Path) -> None:
    (root / "foto/halaman/baru.jpg").write_bytes(phone_photo())
    page = tab.get(f"{PHOTO}/").text
    assert "baru.jpg" in page
    assert tab.post(f"{PHOTO}/", filled(page)).status == 303
    assert album(root).startswith(ALBUM)
    assert album(root).count("orang: dikenali") == 2
    assert "izin" not in album(root).removeprefix(ALBUM)
    assert "ISI:" in filled(tab.get(f"{PHOTO}/3/").text)["keterangan-id"][0]


def test_what_a_file_says_is_text_on_the_page(tab: Tab, root: Path) -> None:
    evil = '"><script>alert(1)</script>'
    text = (
        ALBUM.replace("Kelas IV", f"'{evil}'")
        .replace("kelas.jpg", f"'{evil}.jpg'")
        .replace("judul: Halaman", f"judul: '{evil}'")
    )
    (root / "foto/halaman/album.yml").write_text(text, encoding="utf-8")
    (root / "sekolah.yml").write_text(f"nama: '{evil}'\n", encoding="utf-8")
    for path in ("/_sunting/", f"/_sunting/{SLUG}/", f"{PHOTO}/", f"{PHOTO}/2/"):
        page = tab.get(path).text
        assert "<script" not in page
        assert "&lt;script&gt;" in page
    assert filled(tab.get(f"{PHOTO}/2/").text)["keterangan-id"] == [evil]


def test_a_broken_file_is_shown_and_left_alone(tab: Tab, root: Path) -> None:
    (root / "foto/halaman/album.yml").write_text("judul: [\n", encoding="utf-8")
    (root / "mutu/2018.yml").write_text("edisi: snp-1999\n", encoding="utf-8")
    assert "yaml-syntax" in tab.get(f"{PHOTO}/").text
    assert "choice-unknown" in tab.get(SCORES).text
    assert tab.post(SCORES, {}).status == 403


@pytest.mark.parametrize("name", ["pohon.jpg", "kelas.jpg"])
def test_a_small_picture_carries_no_metadata_and_is_not_sent_twice(tab: Tab, root: Path, name: str) -> None:
    path = f"{PHOTO}/{1 if name == 'pohon.jpg' else 2}/gambar.jpg"
    reply = tab.get(path)
    assert reply.headers["Content-Type"] == "image/jpeg"
    assert b"Exif" not in reply.body
    assert tab.get(path, {"HTTP_IF_NONE_MATCH": reply.headers["ETag"]}).status == 304
    (root / "foto/halaman" / name).write_text("bukan foto")
    assert tab.get(path).status == 404


# ---- Scores

SCORED: list[tuple[dict[str, Any], str, str]] = [
    ({"n-1": ["5,3"]}, '"1": 5.21  # lulusan', '"1": 5.3  # lulusan'),
    ({"n-1": ["0"]}, '"1": 5.21', '"1": 0'),
    ({"n-1": [""]}, '"1": 5.21  # lulusan', '"1":  # lulusan'),
    ({"n-3": ["4.5"]}, '"2": 4.61\n', '"2": 4.61\n  "3": 4.5\n'),
    ({"b-2": ["on"]}, '"2": 4.61', '"2": {berlaku: false}'),
    ({"n-6.2.5": ["3"], "b-6.2.5": []}, "{berlaku: false, catatan", "{nilai: 3, catatan"),
]


@pytest.mark.parametrize(("change", "old", "new"), SCORED)
def test_a_score_is_changed_and_everything_else_stays(
    tab: Tab, root: Path, change: dict[str, Any], old: str, new: str
) -> None:
    assert send(tab, SCORES, **change).status == 303
    assert (root / "mutu/2018.yml").read_text(encoding="utf-8") == MARKS.replace(old, new, 1)
    assert latest(root) is not None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"n-1": ["8"]}, "score-mixed-scale"),
        ({"n-1": ["baik"]}, "type-number"),
        ({"n-2": ["3"], "b-2": ["on"]}, "score-not-applicable"),
    ],
)
def test_a_score_that_cannot_be_is_said_beside_its_row(tab: Tab, root: Path, change: dict[str, Any], code: str) -> None:
    reply = send(tab, SCORES, **change)
    assert reply.status == 422
    assert f"<code>{code}</code>" in reply.text[reply.text.index('class="sunting-nilai"') :]
    assert (root / "mutu/2018.yml").read_text(encoding="utf-8") == MARKS


def test_scores_changed_meanwhile_are_not_overwritten(tab: Tab, root: Path) -> None:
    form = filled(tab.get(SCORES).text) | {"n-1": ["6"]}
    (root / "mutu/2018.yml").write_text(MARKS.replace("5.21", "5.22"), encoding="utf-8")
    reply = tab.post(SCORES, form)
    assert reply.status == 409
    assert "<td>6</td><td>5.22</td>" in reply.text
    assert "5.22" in (root / "mutu/2018.yml").read_text(encoding="utf-8")


def test_every_row_of_the_edition_can_be_asked_for(tab: Tab) -> None:
    assert tab.get(SCORES).text.count('name="n-') == 8 + 2  # 6.2.5 and the row above it
    assert tab.get(SCORES, lengkap="1").text.count('name="n-') == len(catalogue("snp-2016").items)


def test_both_languages(tab: Tab) -> None:
    page = tab.get(f"{PHOTO}/1/", lang="en").text
    assert 'lang="en"' in page
    assert "Alternative text" in page
    assert f"{PHOTO}/1/?lang=en" in page, "the form leads back in the same language"
    assert f"http://{HOST}" not in page


RAPOR = """\
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2023
nilai:
  "A.1": {nilai: 64.5, label: sedang}
  "D.4": {label: baik, catatan: tetap}  # iklim
"""


def test_a_report_with_labels_and_dimensions_without_a_score(tab: Tab, root: Path) -> None:
    path = f"/_sunting/{SLUG}/mutu/2023/"
    (root / "mutu/2023.yml").write_text(RAPOR, encoding="utf-8")
    form = filled(tab.get(path).text)
    assert "n-A" not in form, "a dimension has no score"
    assert "<b>E " not in tab.get(path).text, "nothing below it is in the file"
    assert form["l-A.1"] == ["sedang"]
    assert tab.post(path, {**form, "l-A.1": ["baik"], "n-A.1": ["71"], "n-D.4": ["66,6"]}).status == 303
    written = (root / "mutu/2023.yml").read_text(encoding="utf-8")
    assert '"A.1": {nilai: 71, label: baik}' in written
    assert '"D.4": {nilai: 66.6, label: baik, catatan: tetap}  # iklim' in written


@pytest.mark.parametrize(
    "text",
    [
        "judul: x\nfoto: [a, {berkas: b}]\n",
        "judul: x\nfoto:\n  - {berkas: b, izin: [a], indikator: {id: a}, alt: [x], keterangan: {fr: [b]}}\n",
        "judul: {en: [x]}\nfoto:\n  - berkas: {id: a}\n    orang: [a]\n    buram: x\n",
    ],
)
def test_an_album_of_any_shape_can_be_opened_and_is_not_harmed(tab: Tab, root: Path, text: str) -> None:
    (root / "foto/halaman/album.yml").write_text(text, encoding="utf-8")
    assert tab.get(f"{PHOTO}/").status == 200
    assert send(tab, f"{PHOTO}/1/", **{"keterangan-en": ["b"], "izin-dasar": ["x"]}).status == 422
    assert album(root) == text

"""Who may ask `potret serve` for what: hosts, methods, paths, mounted applications, changes told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from potret.problems import Problem, Severity
from potret_mkdocs.serving.answer import Answer, mended, own_file, own_page, watched, without_index
from potret_mkdocs.serving.app import application
from potret_mkdocs.serving.gate import clean, is_ours
from potret_mkdocs.serving.marks import Marks, mark

LEVELS = (("photos-none", Severity.NOTE), ("markdown-title", Severity.WARNING), ("yaml-tab", Severity.ERROR))


class House:
    """Answers with the path it was asked for; its mark changes at the third look."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.locale = "id"
        self.looks = 0

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        return Answer(200, "text/html; charset=utf-8", path.encode())

    def mark(self, about: str) -> str:
        self.looks += 1
        return f"{about}-{'old' if self.looks < 3 else 'new'}"


def ask(app: Any, path: str, method: str = "GET", **more: str) -> tuple[str, dict[str, str], bytes]:
    said: list[Any] = []
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": "127.0.0.1:8000", **more}
    body: Iterable[bytes] = app(environ, lambda status, headers: said.extend([status, dict(headers)]))
    whole = b"".join(body)
    return said[0], said[1], whole


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", ""),
        ("/sekolah/sd-1/", "sekolah/sd-1/"),
        ("/sekolah/sd-1/potret.css", "sekolah/sd-1/potret.css"),
        ("/sekolah/\u00c3\u00a9/", "sekolah/é/"),  # UTF-8 as WSGI hands it over
        ("/\u00ff/", None),
        ("/../etc/passwd", None),
        ("/a/../../b", None),
        ("/a/..", None),
        ("/..", None),
        ("/./a", None),
        ("//evil.example/x", None),
        ("/a\\..\\b", None),
        ("/a\nb", None),
        ("/a\0", None),
    ],
)
def test_a_path_never_leads_out(path: str, wanted: str | None) -> None:
    assert clean(path) == wanted


@pytest.mark.parametrize(
    ("host", "method", "origin", "is_let_in"),
    [
        ("127.0.0.1:8000", "GET", "", True),
        ("localhost:8000", "GET", "", True),
        ("[::1]:8000", "GET", "", True),
        ("192.168.1.5:8000", "GET", "", True),
        ("komputer-guru:8000", "GET", "", True),
        ("evil.example:8000", "GET", "", False),
        ("127.0.0.1.evil.example", "GET", "", False),
        ("", "GET", "", False),
        ("127.0.0.1:8000", "POST", "http://127.0.0.1:8000", True),
        ("127.0.0.1:8000", "POST", "https://evil.example", False),
        ("127.0.0.1:8000", "POST", "http://127.0.0.1:9000", False),
        ("127.0.0.1:8000", "POST", "null", False),
    ],
)
def test_only_this_machine_s_names_are_answered(host: str, method: str, origin: str, *, is_let_in: bool) -> None:
    environ = {"REQUEST_METHOD": method, "HTTP_HOST": host} | ({"HTTP_ORIGIN": origin} if origin else {})
    assert is_ours(environ, "komputer-guru") is is_let_in


def test_other_hosts_get_nothing() -> None:
    house: Any = House()
    status, _, body = ask(application(house, "127.0.0.1"), "/", HTTP_HOST="evil.example")
    assert (status[:3], house.asked) == ("421", [])
    assert b"evil.example" in body


@pytest.mark.parametrize(("method", "status"), [("GET", "200"), ("HEAD", "200"), ("POST", "405"), ("DELETE", "405")])
def test_pages_are_only_read(method: str, status: str) -> None:
    house: Any = House()
    found, headers, body = ask(application(house, "127.0.0.1"), "/sekolah/", method)
    assert found[:3] == status
    assert body == (b"sekolah/" if method == "GET" else b"")
    assert "script-src 'self'" in headers["Content-Security-Policy"]


def test_an_application_below_a_prefix_takes_post_and_sees_its_own_path() -> None:
    seen: list[tuple[str, str, str]] = []

    def editing(environ: dict[str, Any], start: Any) -> list[bytes]:
        seen.append((environ["REQUEST_METHOD"], environ["SCRIPT_NAME"], environ["PATH_INFO"]))
        start("200 OK", [])
        return [b"saved"]

    app = application(House(), "127.0.0.1", {"/_sunting/": editing})  # type: ignore[arg-type]
    assert ask(app, "/_sunting/sd-1/simpan", "POST")[2] == b"saved"
    assert ask(app, "/_sunting/sd-1/simpan", "POST", HTTP_ORIGIN="https://evil.example")[0][:3] == "421"
    assert ask(app, "/sekolah/", "POST")[0][:3] == "405"
    assert seen == [("POST", "/_sunting", "/sd-1/simpan")]


def test_a_change_is_told_once_to_whoever_listens() -> None:
    house: Any = House()
    status, headers, body = ask(application(house, "127.0.0.1"), "/_potret/kabar", QUERY_STRING="sd-1.sd-1-old")
    assert (status, headers["Content-Type"], house.looks) == ("200 OK", "text/event-stream", 3)
    assert body.count(b"event: berubah") == 1


def test_what_a_listener_asks_about_is_a_school_s_name_or_nothing() -> None:
    house: Any = House()
    body = ask(application(house, "127.0.0.1"), "/_potret/kabar", QUERY_STRING="/etc.-old")[2]
    assert house.looks == 3, "the path was not looked at: the mark of all schools was"
    assert b"berubah" in body


def test_a_page_carries_the_script_and_nothing_else() -> None:
    page = b"<html><body><p>Halo</p></body></html>"
    answer = watched(page, "sd-1", "abc")
    before, after = page.split(b"</body>")
    assert answer.body.startswith(
        before + b'<script src="/_potret/muat.js" data-tentang="sd-1" data-sejak="abc" defer>'
    )
    assert answer.body.endswith(b"</script></body>" + after)


@pytest.mark.parametrize("path", ["_potret/muat.js", "_potret/halaman.css"])
def test_the_server_brings_its_own_files(path: str) -> None:
    answer = own_file(path)
    assert answer is not None
    assert answer.body
    assert own_file("_potret/../main.html") is None


@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_page_of_the_server_escapes_what_it_names(locale: str) -> None:
    page = own_page("missing", locale, path="<b>x</b>").decode()
    assert "&lt;b&gt;x" in page
    assert f'<html lang="{locale}"' in page


def test_what_is_to_be_mended_comes_before_what_can_wait() -> None:
    found = [Problem("a", 1, 1, code, level) for code, level in LEVELS]
    assert [one.code for one in mended(found)] == ["yaml-tab", "markdown-title"]


def test_the_search_dialog_says_that_there_is_no_index() -> None:
    words = b'{"broken":"Pencarian tidak dapat dimuat. Periksa sambungan, lalu coba lagi."}'
    assert b"potret build" in without_index("assets/potret/cari-id.js", words)
    assert without_index("assets/potret/tema.js", words) == words


def test_a_mark_tells_every_change_below_a_folder(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    file = tmp_path / "foto" / "album.yml"
    marks = [mark(tmp_path)]
    for text in ("satu", "dua dua"):
        file.write_text(text, encoding="utf-8")
        marks.append(mark(tmp_path))
    file.rename(file.with_name("lain.yml"))
    marks.append(mark(tmp_path))
    assert len(set(marks)) == 4
    assert mark(tmp_path) == marks[-1]
    assert mark(tmp_path / "hilang") != marks[-1]


def test_a_mark_is_good_for_a_moment_and_longer_where_looking_is_dear(tmp_path: Path) -> None:
    times = iter([0.0, 0.5, 10.4, 10.6, 10.6])  # looking takes half a second, so it is good for ten
    marks = Marks(clock=lambda: next(times))
    first = marks.of(tmp_path)
    (tmp_path / "baru.md").write_text("x", encoding="utf-8")
    assert marks.of(tmp_path) == first
    assert marks.of(tmp_path) != first

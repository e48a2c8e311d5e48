"""What each host is told, read back as the host would."""

import json
import re

import pytest

from potret.publishing import kinds
from potret.publishing.apache import htaccess
from potret.publishing.headers import policy, security
from potret.publishing.hosts import HOSTS, MARK, Setting
from potret.publishing.moved import Move, shortest
from potret.publishing.netlify import headers_file, redirects_file
from potret.publishing.nginx import nginx_conf
from potret.publishing.objects import object_list

MOVES = [Move("sekolah/sd-lama/", "sekolah/sd-baru/"), Move("en/sekolah/sd-lama/", "en/sekolah/sd-baru/")]
DIRECTIVE = re.compile(r'\s*(\w+)((?:\s+(?:"(?:[^"\\]|\\.)*"|[^\s"]+))*)\s*')
ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


def directives(text: str) -> list[tuple[str, list[str]]]:
    """Read an Apache configuration: every line is a directive with its arguments, sections are closed in order."""
    found: list[tuple[str, list[str]]] = []
    opened: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if section := re.fullmatch(r"\s*<(/?)(\w+)(?: [^>]*)?>", line):
            if section[1]:
                assert opened.pop() == section[2]
            else:
                opened.append(section[2])
            continue
        match = DIRECTIVE.fullmatch(line)
        assert match, line
        found.append((match[1], [quoted or bare for quoted, bare in ARGUMENT.findall(match[2])]))
    assert opened == []
    return found


@pytest.mark.parametrize("is_pressed", [True, False])
def test_htaccess_asks_for_no_more_than_fileinfo(*, is_pressed: bool) -> None:
    allowed = {"ErrorDocument", "AddType", "AddCharset", "RedirectMatch", "Header", "SetEnvIf"}
    pressed = {"RewriteEngine", "RewriteCond", "RewriteRule", "ForceType", "RemoveEncoding", "SetEnv"}
    names = {name for name, _ in directives(htaccess("/potret/", MOVES, is_pressed=is_pressed))}
    assert names == allowed | (pressed if is_pressed else set())


def test_htaccess_sends_every_header_and_the_right_time_to_keep() -> None:
    lines = directives(htaccess("/potret/", MOVES, is_pressed=False))
    always = {words[2]: words[3] for name, words in lines if name == "Header" and words[0] == "always"}
    assert security().items() <= always.items()
    assert always["Content-Security-Policy"] == policy()
    patterns = {words[2]: words[1] for name, words in lines if name == "SetEnvIf"}
    times = {words[3].removeprefix("env="): words[2] for name, words in lines if name == "Header" and len(words) == 4}
    for uri, time in KEPT.items():
        found = [name for name in ("potret_month", "potret_year") if re.search(patterns[name], f"/potret/{uri}")]
        assert ([times[name] for name in found] or [kinds.REVALIDATE]) == [time], uri
    assert re.search(patterns["potret_open"], "/potret/data/sekolah.csv")
    assert not re.search(patterns["potret_open"], "/lain/data/sekolah.csv")


KEPT = {
    "index.html": kinds.REVALIDATE,
    "assets/potret/potret.css": kinds.REVALIDATE,
    "assets/potret/plus-jakarta-sans.woff2": kinds.REVALIDATE,
    "assets/stylesheets/main.57a0d79d.min.css": kinds.A_YEAR,
    "cari/id/sd-a/12.js": kinds.A_MONTH,
    "cari/id/_/0.js": kinds.A_MONTH,
    "cari/en/k-keb.js": kinds.A_MONTH,
    "cari/en/saring.js": kinds.A_MONTH,
    "cari/id/daftar.js": kinds.REVALIDATE,
    "cari/index.html": kinds.REVALIDATE,
    "assets/potret/cari-hitung.js": kinds.REVALIDATE,
    "sekolah/sd-a/foto/sd-a-2aa08dff316f5c8b1f-320.webp": kinds.A_MONTH,
    "sekolah/sd-a/praktik/kebun/laporan-20190712-2.pdf": kinds.REVALIDATE,
    "data/sekolah/40401234.json": kinds.REVALIDATE,
}


@pytest.mark.parametrize(("uri", "time"), KEPT.items(), ids=list(KEPT))
def test_only_names_that_carry_a_digest_are_kept_without_asking(uri: str, time: str) -> None:
    assert kinds.cache_control(uri) == time


@pytest.mark.parametrize(
    ("asked", "goal"),
    [
        ("/potret/sekolah/sd-lama", "/potret/sekolah/sd-baru/"),
        ("/potret/sekolah/sd-lama/", "/potret/sekolah/sd-baru/"),
        ("/potret/sekolah/sd-lama/mutu/2018/", "/potret/sekolah/sd-baru/mutu/2018/"),
        ("/potret/en/sekolah/sd-lama/mutu/", "/potret/en/sekolah/sd-baru/mutu/"),
        ("/potret/sekolah/sd-lama-2/", None),
        ("/sekolah/sd-lama/", None),
        ("//jahat.example/potret/sekolah/sd-lama/", None),
    ],
)
def test_apache_and_nginx_lead_old_addresses_on(asked: str, goal: str | None) -> None:
    apache = [
        words[1:]
        for name, words in directives(htaccess("/potret/", MOVES, is_pressed=False))
        if name == "RedirectMatch" and words[0] == "301"
    ]
    nginx = re.findall(r'rewrite "([^"]+)" "([^"]+)" permanent;', nginx_conf("/potret/", MOVES, is_pressed=False))
    for rules in (apache, nginx):
        assert len(rules) == 2
        found = [new.replace("$1", match[1] or "") for pattern, new in rules if (match := re.search(pattern, asked))]
        assert found == ([goal] if goal else [])


def test_htaccess_hides_hidden_files_but_not_the_well_known() -> None:
    lines = directives(htaccess("/", [], is_pressed=False))
    hidden = next(words[1] for name, words in lines if name == "RedirectMatch" and words[0] == "404")
    assert re.search(hidden, "/potret/.git/config")
    assert re.search(hidden, "/.htpasswd")
    assert not re.search(hidden, "/.well-known/security.txt")
    assert ("ErrorDocument", ["404", "/404.html"]) in lines


def rules(text: str) -> dict[str, dict[str, str]]:
    """Read `_headers`: a path, then indented headers."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
        else:
            assert line.startswith("#")
    return found


def test_headers_file_names_no_header_twice_for_a_path() -> None:
    found = rules(headers_file())
    assert found["/*"] == security()
    for path, headers in found.items():
        assert path == "/*" or not headers.keys() & found["/*"].keys(), "some hosts join the values"
    assert all(len(line) < 2000 for line in headers_file().splitlines())
    assert len(found) < 100


def test_redirects_file_forces_where_it_can() -> None:
    assert "/sekolah/sd-lama/* /sekolah/sd-baru/:splat 301!" in redirects_file("/", MOVES, force=True).splitlines()
    assert "/p/sekolah/sd-lama/* /p/sekolah/sd-baru/:splat 301" in redirects_file("/p/", MOVES).splitlines()


def test_nginx_repeats_the_headers_in_each_block() -> None:
    text = nginx_conf("/potret/", MOVES, is_pressed=True)
    assert text.count("{") - sum(text.count(word) for word in (r"{12,64}", r"{8}", r"{6,}", "{ …")) == text.count(
        "}"
    ) - sum(text.count(word) for word in (r"{12,64}", r"{8}", r"{6,}", "… }"))
    for block in text.split("location ~ ")[2:]:
        for name in security():
            assert f"add_header {name} " in block
    assert text.count("Content-Security-Policy") == 4
    assert "gzip_static on;" in text
    assert "gzip_static" not in nginx_conf("/", [], is_pressed=False)


def test_object_list_knows_type_time_and_goal_of_each_object() -> None:
    uris = ["index.html", "sekolah/sd-lama/index.html", "a.avif", "b.pf_meta", "c.xyz"]
    rows = {row.pop("Key"): row for row in json.loads(object_list(uris, "/p/", MOVES))}
    assert rows["index.html"] == {"ContentType": "text/html; charset=utf-8", "CacheControl": kinds.REVALIDATE}
    assert rows["sekolah/sd-lama/index.html"]["WebsiteRedirectLocation"] == "/p/sekolah/sd-baru/"
    assert [rows[name]["ContentType"] for name in ("a.avif", "b.pf_meta", "c.xyz")] == [
        "image/avif",
        "application/octet-stream",
        "application/octet-stream",
    ]


@pytest.mark.parametrize("target", HOSTS)
def test_every_file_of_ours_says_so_in_its_first_line(target: str) -> None:
    files = HOSTS[target](Setting("/", MOVES, ["index.html"], is_pressed=True))
    for name, text in {**files.inside, **files.beside}.items():
        assert not text or name.endswith(".json") or MARK in text.splitlines()[0]


def test_one_rule_is_enough_for_a_school() -> None:
    below = [Move(f"{one.old}mutu/", f"{one.new}mutu/") for one in MOVES]
    other = Move("sekolah/sd-lama/praktik/lama/", "sekolah/sd-baru/praktik/baru/")
    assert shortest([*below, *MOVES, other]) == [*MOVES, other]

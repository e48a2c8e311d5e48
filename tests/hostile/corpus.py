"""The attack corpus: schools that hand in everything we could think of, and what must become of each piece.

All of it is our own: the kinds of attack are known from OWASP, DOMPurify, ammonia and traps.md, no payload is copied.
"""

import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import yaml
from attachments import DOCUMENTS
from portraits import PHOTOS

from dossiers import pdf
from minimal import PRACTICE, PROFILE, edited

TEXTS = Path(__file__).with_name("texts.yml")
PAYLOAD, ABROAD = "KENA", "https://penjahat.invalid"
MARKER = "Penanda"
CANARY = "kena"
"""The function the spy counts calls of."""
A_PAGE = 14
"""Texts on one page: a build of a page each would take minutes."""

Make = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Case:
    """One piece of a hostile school and what must happen to it."""

    kind: str
    name: str
    school: str
    path: str = ""
    """Of the file below the school that a problem names."""
    code: str = ""
    """Of the problem that names it; empty where it must be harmless."""
    line: int = 0
    marker: str = ""
    """What must still be read on the page."""


def armed(text: str, name: str) -> str:
    """Put the canary's call into a payload."""
    return text.replace(PAYLOAD, f"{CANARY}(`{name}`)").replace("LUAR", ABROAD)


def write(root: Path, path: str, content: bytes | str) -> None:
    """Write one file below a folder."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def school(schools: Path, slug: str, number: int, profile: str = PROFILE) -> Path:
    """Begin a school with a number of its own."""
    write(schools / slug, "sekolah.yml", profile.replace("40401234", f"9955{number:04}"))
    return schools / slug


def texts(schools: Path) -> Iterator[Case]:
    """Hand in every Markdown text, many on a page."""
    root = school(schools, "jahat-teks", 1)
    pages = count(1)
    for kind, bodies in yaml.safe_load(TEXTS.read_text(encoding="utf-8")).items():
        size = 1 if kind == "alone" else A_PAGE
        for start in range(0, len(bodies), size):
            page = next(pages)
            parts = []
            for number, body in enumerate(bodies[start : start + size], start):
                name = f"{kind}-{number}"
                marker = "" if kind == "alone" else f"{MARKER} {name} terbaca."
                parts.append(f"## Kasus {name}\n\n{armed(body, name)}\n\n{marker}\n")
                yield Case(f"text: {kind}", name, root.name, f"praktik/t{page}.md", marker=marker)
            head = PRACTICE.split("---\n")[1].replace("Kebun gizi", f"Teks {page}")
            write(root, f"praktik/t{page}.md", f"---\n{head}---\n\n" + "\n".join(parts))
    write(root, "potret.md", armed("Potret <img src=x onerror=KENA>\n\n<script>KENA</script>\n", "potret"))


QUOTES = ('"><img src=x onerror=KENA>', "'><svg onload=KENA>", "</title><script>KENA</script>", "</script><script>KENA")
SIGNS = ("[x](javascript:KENA)", "*x*{: onclick=KENA }", "<!-- galeri: x -->", "{{ 7*7 }}${KENA}#{KENA}", "\u202eKENA")
PROFILE_FIELDS = {
    "nama: SD Negeri 1 Contoh": "nama: {}",
    "jalan: Jalan Pendidikan 1": "jalan: {}",
    "desa: Aunupe": "desa: {}",
    "kabupaten: Kabupaten Konawe Selatan": "kabupaten: {}",
    '"Nama Kepala, S.Pd."': "{}",
    "{id: Maju bersama, en: Forward together}": "{}",
    "[Membaca tiap hari]": "[{}]",
    "[Semua anak membaca]": "[{}]",
    "{peran: Ketua,": "{{peran: {},",
    'sk_nomor: "421/12/2017"': "sk_nomor: {}",
    "lpmp: LPMP Sulawesi Tenggara": "lpmp: {}",
    "belum_snp: Belum": "belum_snp: {}",
    "nama: SD Imbas 1": "nama: {}",
}
PRACTICE_FIELDS = {
    "Kebun gizi": "{}",
    "Sayur dari kebun sendiri.": "{}",
    "tahun: 2018": "tahun: 2018\nbahan: [{}]\ntujuan: {}\npenulis: {}\nrisiko: [{}]\ntag: [{}]\nlisensi: {}",
}


def fields(schools: Path) -> Iterator[Case]:
    """Put markup into every field, another one into each."""
    tricks = count()

    def filled(text: str, table: Mapping[str, str]) -> str:
        edits = []
        for old, new in table.items():
            values = []
            for _ in range(new.count("{}")):
                number = next(tricks)
                trick = (QUOTES + SIGNS)[number % len(QUOTES + SIGNS)]
                values.append(json.dumps(f"{MARKER}{number} {armed(trick, f'isian-{number}')}"))
            edits.append((old, new.format(*values)))
        return edited(text, *edits)

    root = school(schools, "jahat-isian", 2, filled(PROFILE, PROFILE_FIELDS))
    write(root, "praktik/isian.md", filled(PRACTICE, PRACTICE_FIELDS))
    for number in range(next(tricks)):
        yield Case("field", f"isian-{number}", root.name)


BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(9))
YAMLS: Mapping[str, tuple[str | bytes, str, int]] = {
    "alias bomb": (BOMB, "yaml-alias", 1),
    "merge bomb": ("a: &a {x: y}\nb: {<<: [*a, *a]}", "yaml-alias", 1),
    "python tag": ("edisi: !!python/object/apply:os.system [id]", "yaml-tag", 1),
    "own tag": ("edisi: !x y", "yaml-tag", 1),
    "deep": ("edisi: " + "[" * 99 + "]" * 99, "yaml-too-big", 1),
    "deeper": ("edisi: " + "[" * 50_000, "yaml-too-big", 1),
    "many": ("edisi: [" + "1," * 30_000 + "]", "yaml-too-big", 1),
    "huge": (b"#" * 300_000, "file-too-big", 0),
    "long": ("edisi: snp-2016\nsumber: " + "x" * 20_000, "yaml-long", 2),
    "two documents": ("edisi: snp-2016\n---\nedisi: snp-2021", "yaml-documents", 2),
    "twice": ("edisi: snp-2016\nedisi: snp-2021", "yaml-duplicate-key", 2),
    "tab": ("nilai:\n\t1: 2", "yaml-tab", 2),
    "open": ("nilai: {1: 2", "yaml-syntax", 1),
    "a list": ("- edisi", "yaml-no-mapping", 1),
    "a scalar": ("edisi", "yaml-no-mapping", 1),
    "mapping as key": ("? {a: b}\n: c", "yaml-key", 1),
    "surrogate": ('edisi: "\\ud800"', "yaml-character", 1),
    "beyond": ('edisi: "\\UFFFFFFFF"', "yaml-character", 1),
    "null": ('edisi: "a\\0b"', "yaml-character", 1),
    "zero byte": (b"edisi: a\0", "file-binary", 1),
    "escape": ("edisi: \x1b[2J", "yaml-character", 1),
    "utf-16": ("edisi: snp-2016".encode("utf-16"), "file-not-utf8", 1),
    "latin-1": (b"edisi: \xe9", "file-not-utf8", 1),
    "a jpeg": (b"\xff\xd8\xff\xe0", "file-not-utf8", 1),
    "a zip": (b"PK\x03\x04\xff", "file-not-utf8", 1),
    "empty": ("", "file-empty", 1),
    "turned around": ("edisi: snp-2016\nsumber: \u202elmth.exe", "text-turning", 2),
    "markup as key": ("<script>alert(1)</script>: x", "key-unknown", 1),
    "million digits": ('edisi: snp-2016\nskala: 0-7\nsumber: x\nnilai: {"1": ' + "9" * 5_000 + "}", "type-number", 4),
}
FRONTS: Mapping[str, tuple[str, str, int]] = {
    "template": ("template: jahat.html", "key-unknown", 2),
    "icon": ("icon: ../../../etc/passwd", "key-unknown", 2),
    "hide": ("hide: true", "key-unknown", 2),
    "search": ("search: tidak", "key-unknown", 2),
    "status": ("status: <script>", "key-unknown", 2),
    "redirect": ("redirect: https://penjahat.invalid", "key-unknown", 2),
    "title": ("title: <script>", "key-unknown", 2),
    "description": ('description: "<img src=x onerror=alert(1)>"', "key-unknown", 2),
    "tags": ('tags: ["<img src=x onerror=alert(1)>"]', "key-unknown", 2),
    "hooks": ("hooks: [a.py]", "key-unknown", 2),
    "alias": ("judul: &a x", "yaml-alias", 2),
    "path out": ("sampul: ../../rahasia.jpg", "", 0),
}


def data(schools: Path) -> Iterator[Case]:
    """Hand in YAML that hangs, grows, or means something else, one file a year; and front matter of the site engine."""
    root = school(schools, "jahat-data", 3)
    for year, (name, (content, code, line)) in enumerate(YAMLS.items(), 1950):
        write(root, f"mutu/{year}.yml", content)
        yield Case("yaml", name, root.name, f"mutu/{year}.yml", code, line)
    for number, (name, (content, code, line)) in enumerate(FRONTS.items()):
        write(root, f"praktik/f{number}.md", edited(PRACTICE, ("---\n", f"---\n{content}\n")))
        yield Case("front matter", name, root.name, f"praktik/f{number}.md", code, line)


HEAVY: Mapping[str, tuple[str, str]] = {
    "brackets": ("[" * 9_000, "markdown-heavy"),
    "pictures": ("![" * 4_000, "markdown-heavy"),
    "open links": ("[a](" * 2_000, "markdown-heavy"),
    "brackets before a long text": ("[" * 300 + " kata" * 1_500 + "\nkata" * 9_000, "markdown-heavy"),
    "items": ("- a\n" * 20_000, "markdown-heavy"),
    "divs": ("<div>" * 1_999, "markdown-heavy"),
    "open tags": ("<a " * 1_400 + "\nkata" * 9_000, "markdown-heavy"),
    "Markdown in tags": ('<div markdown="1">\n' * 700 + "a\n" + "</div>\n" * 700, "markdown-heavy"),
    "nested lists": ("".join("    " * n + "- a\n" for n in range(100)), "markdown-deep"),
    "lists on one line": ("- " * 900 + "a", "markdown-deep"),
    "quotes": (">" * 900 + "a", "markdown-deep"),
    "footnotes": ("[^1] " * 1_400 + "\n\n[^1]: x", "markdown-heavy"),
    "abbreviations": ("\n".join(f"*[w{n}]: x" for n in range(2_000)) + "\n\n" + "w1 " * 2_000, "markdown-heavy"),
    "a wide table": ("|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "x\n" * 900, "markdown-heavy"),
    "headings": ("## a\n\n" * 2_000, "markdown-heavy"),
    "fences": ("```\na\n```\n\n" * 2_000, "markdown-heavy"),
    "one line": ("a" * 100_000, "markdown-line"),
    "long": ("kata\n" * 45_000, "markdown-size"),
    "emphasis": ("*a **b _c " * 2_000, "markdown-line"),
}


def pages(schools: Path) -> Iterator[Case]:
    """Hand in pages that would keep a renderer busy for minutes."""
    root = school(schools, "jahat-berat", 4)
    head = PRACTICE.split("---\n")[1]
    for number, (name, (body, code)) in enumerate(HEAVY.items()):
        write(root, f"praktik/b{number}.md", f"---\n{head}---\n{body}\n")
        yield Case("heavy page", name, root.name, f"praktik/b{number}.md", code)


NAMES: Mapping[str, str] = {
    "con.pdf": "name-windows",
    "AUX": "name-windows",
    "lpt1.csv": "name-windows",
    "titik.": "name-windows",
    "spasi ": "name-windows",
    "a:b.pdf": "name-windows",
    'a"b.pdf': "name-windows",
    "a?b.pdf": "name-windows",
    "a\\..\\b.pdf": "name-windows",
    "<img src=x onerror=alert(1)>.pdf": "name-windows",
    "foto\u202egpj.exe": "name-unseen",
    "a\u200bb.pdf": "name-unseen",
    "a\u2066b.pdf": "name-unseen",
    "a\x1b[2Jb.pdf": "name-unseen",
    "a\nb.pdf": "name-unseen",
    "\ufeffa.pdf": "name-unseen",
    "a\U000e0041.pdf": "name-unseen",
    "p" * 200 + ".pdf": "name-long",
    ".htaccess": "name-hidden",
    ".htpasswd": "name-hidden",
    ".user.ini": "name-hidden",
    ".env": "name-hidden",
    ".well-known": "name-hidden",
    os.fsdecode(b"a\xff.pdf"): "name-bytes",
    "kafe\u0301.pdf": "",
    "kaf\u00e9.pdf": "name-twin",
    "NOTULEN.pdf": "",
    "notulen.pdf": "name-twin",
    "a.html": "file-unknown",
    "a.svg": "file-unknown",
    "a.js": "file-unknown",
    "a.php": "file-unknown",
    "a.exe": "file-unknown",
    "a.zip": "file-unknown",
    "a.docm": "file-unknown",
    "index.html": "file-unknown",
    "a.pdf.lnk": "file-unknown",
    "a.url": "file-unknown",
}
SLUGS = ("Besar", "a b", "a..b", "a%2fb", "assets'", "<b>", "a\u202eb")


def _hard(file: Path, content: bytes) -> None:
    outside = file.parents[3] / f"rahasia-{file.name}"
    outside.write_bytes(content)
    file.hardlink_to(outside)


def _socket(file: Path) -> None:
    here = Path.cwd()
    os.chdir(file.parent)  # the path of a socket may have a hundred letters
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(file.name)
    os.chdir(here)


LINKS: Mapping[str, tuple[Make, str]] = {
    "potret.en.md": (lambda file: file.symlink_to("/etc/passwd"), "file-link"),
    "dokumen/luar.pdf": (lambda file: file.symlink_to("/etc/passwd"), "file-link"),
    "dokumen/tanpa-akhir.pdf": (lambda file: file.symlink_to("/dev/zero"), "file-link"),
    "dokumen/lingkar": (lambda file: file.symlink_to("."), "file-link"),
    "siklus/2018": (lambda file: file.symlink_to("/etc"), "file-link"),
    "mutu/2018.yml": (os.mkfifo, "file-link"),
    "mutu/2019.yml": (_socket, "file-link"),
    "praktik/pipa.md": (os.mkfifo, "file-link"),
    "praktik/keras.md": (lambda file: _hard(file, PRACTICE.encode()), "file-link"),
    "dokumen/keras.pdf": (lambda file: _hard(file, pdf()), "file-link"),
    "foto/taut": (lambda file: file.symlink_to("/usr/share"), "file-link"),
    "imbas/40401001.yml": (lambda file: file.symlink_to("../sekolah.yml"), "file-link"),
    "dokumen/putus.pdf": (lambda file: file.symlink_to("tidak-ada"), "file-link"),
}


def names(schools: Path) -> Iterator[Case]:
    """Hand in names that other systems or eyes take for something else, links, pipes and depths."""
    root = school(schools, "jahat-nama", 5)
    for name, code in NAMES.items():
        write(root, f"dokumen/{name}", pdf())
        yield Case("name", ascii(name)[:60], root.name, "dokumen", code)
    for path, (make, code) in LINKS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        make(root / path)
        yield Case("link", path, root.name, path, code)
    write(root, "foto/" + "a/" * 12 + "b.jpg", "x")
    yield Case("link", "deep folders", root.name, "foto/a", "folder-deep")
    for number, slug in enumerate(SLUGS):
        school(schools, slug, 100 + number)
        yield Case("name", f"school {slug!a}", ascii(slug).strip("'\""), "", "slug-format")


def documents(schools: Path) -> Iterator[Case]:
    """Hand in documents that do something when they are opened."""
    root = school(schools, "jahat-berkas", 6)
    written = "".join(f"\n  - {name}" for name in DOCUMENTS)
    head = edited(PRACTICE, ("tahun: 2018", f"tahun: 2018\nlampiran:{written}"))
    write(root, "praktik/kebun.md", head)
    first = head.split("\n").index("lampiran:") + 2
    for line, (name, (content, code)) in enumerate(DOCUMENTS.items(), first):
        write(root, f"praktik/kebun/{name}", content)
        yield Case("document", name, root.name, "praktik/kebun.md", code, line)


def photos(schools: Path) -> Iterator[Case]:
    """Hand in pictures that are none, that grow, or that carry script along."""
    root = school(schools, "jahat-foto", 7)
    entries = "".join(f"  - {{berkas: {name}, keterangan: x, alt: x, orang: tidak_ada}}\n" for name in PHOTOS)
    write(root, "foto/halaman/album.yml", f"judul: Halaman\nfoto:\n{entries}")
    for name, (content, code) in PHOTOS.items():
        write(root, f"foto/halaman/{name}", content)
        yield Case("photo", name, root.name, f"foto/halaman/{name}" if code else "", code)


def assemble(schools: Path) -> list[Case]:
    """Write every hostile school beside whatever lies there; give what must become of each piece."""
    kinds = (texts, fields, data, pages, names, documents, photos)
    return [case for kind in kinds for case in kind(schools)]

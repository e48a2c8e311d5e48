"""The bundle of one school, as the command makes it."""

import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from building import REPO, Stick, run_potret
from potret.bundle.verify import verify
from potret.media import PhotoStore, Workshop
from potret.portfolio import load

pytestmark = pytest.mark.site


class Addresses(HTMLParser):
    """Every address of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "action", "poster"}:
                self.found.append((tag, value or ""))
            elif name == "srcset":
                self.found += [(tag, part.split()[0]) for part in (value or "").split(",")]
            elif name in {"id", "name"}:
                self.ids.add(value or "")


def broken(root: Path) -> list[str]:
    """Follow every address of every page: what is no file of the bundle, and what anything but a link asks the web."""
    pages = {file: Addresses(file.read_text(encoding="utf-8")) for file in root.rglob("*.html")}
    faults = []
    for file, page in pages.items():
        for tag, address in page.found:
            name = f"{file.relative_to(root)}: <{tag}> {address}"
            path, _, anchor = address.partition("#")
            if re.match(r"[a-z]+:|//", address):
                faults += [] if tag == "a" and address.startswith(("https:", "http:", "mailto:", "tel:")) else [name]
                continue
            target = (file.parent / unquote(path)).resolve() if path else file
            if not target.is_file() or not target.is_relative_to(root.resolve()):
                faults.append(name)
            elif anchor and target.suffix == ".html" and not anchor.startswith("__"):
                ids = pages[root / target.relative_to(root.resolve())].ids
                faults += [] if unquote(anchor) in ids else [name]
    return faults


def names(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def test_every_address_leads_to_a_file_of_the_bundle(stick: Stick) -> None:
    assert broken(stick.folder) == []


def test_both_languages_of_the_school_and_what_the_office_explains_are_there_and_nothing_else(stick: Stick) -> None:
    found = names(stick.folder)
    for prefix in ("", "en/"):
        school = f"{prefix}sekolah/{stick.SLUG}"
        wanted = ["index.html", "periksa.html", "tentang/istilah.html", "standar/index.html"]
        assert {f"{prefix}{name}" for name in wanted} <= found
        assert {f"{school}/{name}" for name in ("index.html", "mutu/index.html", "galeri/index.html")} <= found
    assert {"data/sekolah/99990001.csv", "data/sekolah/99990001.json", "BACA-DULU.txt", "SHA256SUMS"} <= found
    assert [name for name in found if name.endswith("-kit.zip")]
    others = r"smp-bahari|smk-samudra|9999000[23]|\.map$|^(en/)?(praktik|jaringan|serupa|panduan|terjemahan)/"
    assert [name for name in found if re.search(others, name)] == []
    texts = [(stick.folder / name).read_text("utf-8") for name in found if name.endswith((".html", ".csv", ".json"))]
    assert not [text for text in texts if "SMK Samudra Baubau" in text]


def test_it_is_whole_and_holds_nothing_that_was_not_listed(stick: Stick) -> None:
    verdict = verify(stick.folder)
    assert verdict is not None
    assert verdict.is_whole
    assert verdict.extra == ()
    assert verdict.count == len(names(stick.folder)) - 1


def test_photos_that_may_not_be_shown_are_in_no_file(stick: Stick, tmp_path: Path) -> None:
    shown = {photo.reference for photo in load(REPO / "schools")[0].schools[0].photos}
    assert {stick.WITHDRAWN, stick.FORBIDDEN} <= shown
    digests = {hashlib.sha256((stick.folder / name).read_bytes()).hexdigest() for name in names(stick.folder)}
    school = next(one for one in load(REPO / "schools")[0].schools if one.slug == stick.SLUG)
    with Workshop() as workshop:
        made, _ = PhotoStore(tmp_path, workshop).pictures(stick.SLUG, school.photos)
    files = {name: {hashlib.sha256(one.path.read_bytes()).hexdigest() for one in made[name].files} for name in made}
    assert files[stick.WITHDRAWN].isdisjoint(digests)
    assert files[stick.FORBIDDEN].isdisjoint(digests)
    assert all(files[name] <= digests for name in files.keys() - {stick.WITHDRAWN, stick.FORBIDDEN})


def test_a_photo_taken_back_later_is_found_in_the_bundle_and_the_bundle_says_that_it_is_not_whole(
    stick: Stick, tmp_path: Path
) -> None:
    copied = Stick(Path(shutil.copytree(stick.folder, tmp_path / "sd")), tmp_path / "schools", stick.config)
    shutil.copytree(stick.schools, copied.schools)
    photo = "tempat-belajar/pojok-baca.png"
    done = run_potret(copied, "withdraw", stick.SLUG, photo, "--why", "diminta", "--site", str(copied.folder))
    assert done.returncode == 0, done.stdout
    gone = names(stick.folder) - names(copied.folder)
    assert len([name for name in gone if "/foto/" in name]) >= 4
    verdict = verify(copied.folder)
    assert verdict is not None
    assert set(verdict.missing) == gone


def test_with_a_limit_the_bundle_is_smaller_says_what_is_missing_and_is_the_same_zip_twice(
    stick: Stick, tmp_path: Path
) -> None:
    wanted = ["bundle", stick.SLUG, "--config", str(stick.config), "--batas", "5MB"]
    for name in ("satu", "dua"):
        done = run_potret(stick, *wanted, "--zip", "--out", str(tmp_path / name / "sd"))
        assert done.returncode == 0, done.stdout
        assert "Yang tidak disertakan" in done.stdout
    one, two = (tmp_path / name / "sd.zip" for name in ("satu", "dua"))
    assert one.read_bytes() == two.read_bytes()
    shutil.unpack_archive(one, tmp_path)
    assert broken(tmp_path / "sd") == []
    left = {row["nama"] for row in json.loads((tmp_path / "sd/manifes.json").read_text("utf-8"))["ditinggalkan"]}
    assert left == {name for name in names(stick.folder) - names(tmp_path / "sd") if not name.endswith(".html")}
    assert "Foto 1600 piksel" in (tmp_path / "sd/periksa.html").read_text("utf-8")
    assert sum((tmp_path / "sd" / name).stat().st_size for name in names(tmp_path / "sd")) <= 5_000_000


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["sd-cahaya-wolas"], "bundle-school"),
        ([Stick.SLUG, "--batas", "banyak"], "bundle-limit"),
        ([Stick.SLUG, "--batas", "1MB"], "bundle-budget"),
        ([Stick.SLUG, "--config", "tidak-ada.yml"], "bundle-config"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    stick: Stick, tmp_path: Path, options: list[str], code: str
) -> None:
    given = options if "--config" in options else [*options, "--config", str(stick.config)]
    done = run_potret(stick, "bundle", *given, "--out", str(tmp_path / "sd"))
    assert done.returncode == 1
    assert f"[{code}]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []

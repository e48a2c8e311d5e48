"""Every edition of a school that has something to hide, read whole: site, data, feed, kit, kiosk, print, cache.

One school, made twice: the two differ in small numbers of pupils only, so whatever differs in an edition gave one away.
The search index is made from the site's pages and holds nothing they do not.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image, UnidentifiedImageError

from documents import pdf
from minimal import DAY, PRACTICE, PROFILE, SCHOOL, SLUG, edited, write
from potret import strings
from potret.commands.kiosk import Wish, assemble, publish
from potret.ekspose.printing import PrintContext
from potret.ekspose.shelf import ARTEFACTS
from potret.kit import KitStore
from potret.media import PhotoStore, Workshop
from potret.media.record import digest
from potret.model import Portfolio
from potret.packing import kits
from potret.pages import feed
from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose, data_files

SITE = "https://contoh.go.id/potret/"
EDITIONS = ("site", "data", "feed", "kit", "kiosk", "print", "cache")
ON_PAPER_OR_STAND = ("kit", "kiosk", "print")
NIK, NISN = "7405010305100001", "0051234567"
COLOURS = {
    "boleh": (0, 160, 0),
    "ditolak": (200, 0, 0),
    "habis": (0, 0, 200),
    "tanpa": (0, 200, 200),
    "ditarik": (200, 0, 200),
    "web": (200, 200, 0),
    NISN: (120, 60, 0),
}
HIDDEN = [name for name in COLOURS if name not in {"boleh", "web"}]
CONSENT = {
    "ditolak": "izin: {status: ditolak}",
    "habis": "izin: {status: diberikan, cakupan: [web, cetak, kios], sampai: 2019-06-30}",
    "tanpa": "anak: ya",
    "web": "izin: {status: diberikan, cakupan: [web]}",
}
SMALL = "warga_sekolah:\n  tahun_ajaran: 2018/2019\n  guru: 9\n  tendik: 2\n  siswa_l: {}\n  siswa_p: {}\n  rombel: 6\n"
GRADES = '  per_tingkat: {{"1": {{l: {}, p: {}}}, "2": {{l: {}, p: {}}}, "3": {{l: 40, p: 40}}}}\n'
FORBIDDEN = edited(PRACTICE, ("Kebun gizi", "Praktik terlarang"), ("Lahan kosong.", f"NIK {NIK}"))
SECRETS = (
    f"-- praktik/rahasia.md --\n{FORBIDDEN}"
    f'-- mutu/2017.yml --\nedisi: snp-2016\nskala: 0-7\nsumber: NIK {NIK}\nnilai: {{"1": 5.21}}\n'
    f"-- siklus/2018/rencana.yml --\nmasalah:\n  - {{kunci: a, masalah: NIK {NIK}}}\n"
)


def entry(name: str) -> str:
    who = "dikenali" if name in CONSENT else "tidak_ada"
    more = f"\n    {CONSENT[name]}" if name in CONSENT else ""
    return (
        f"  - berkas: {name}.png\n    keterangan: Rahasia-{name}\n    alt: Rahasia-{name}\n    praktik: kebun\n"
        f"    orang: {who}{more}\n"
    )


def school(folder: Path, people: str) -> Path:
    """Write the school: photos of one colour each, a practice with a forbidden document, and secrets in every file."""
    start, end = PROFILE.index("warga_sekolah:"), PROFILE.index("visi:")
    root = write(folder / SLUG, SCHOOL)
    page = edited(PRACTICE, ("tahun: 2018", "tahun: 2018\nsampul: foto/halaman/ditolak.png\nlampiran: [notulen.pdf]"))
    album = "judul: Halaman\nfoto:\n" + "".join(map(entry, COLOURS))
    write(root, f"-- sekolah.yml --\n{PROFILE[:start]}{people}{PROFILE[end:]}-- praktik/kebun.md --\n{page}{SECRETS}")
    write(root, f"-- foto/halaman/album.yml --\n{album}")
    for name, colour in COLOURS.items():
        Image.new("RGB", (640, 400), colour).save(root / "foto" / "halaman" / f"{name}.png")
    sha256 = digest(root / "foto" / "halaman" / "ditarik.png")
    taken = f"ditarik:\n  - {{sidik: {sha256}, berkas: halaman/lama.png, tanggal: 2019-01-01, alasan: diminta}}\n"
    write(root, f"-- foto/ditarik.yml --\n{taken}")
    (root / "praktik" / "kebun").mkdir()
    (root / "praktik" / "kebun" / "notulen.pdf").write_bytes(pdf(f"NIK {NIK}"))
    return folder


@dataclass(frozen=True, slots=True)
class Made:
    """Texts and pictures of each edition."""

    files: Mapping[str, Mapping[str, bytes]]

    def text(self, edition: str) -> str:
        return "\n".join(f"{name}\n{data.decode('utf-8', 'replace')}" for name, data in self.files[edition].items())

    def colours(self, edition: str) -> Iterator[tuple[int, ...]]:
        for data in self.files[edition].values():
            try:
                with Image.open(io.BytesIO(data)) as picture:
                    yield picture.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
            except UnidentifiedImageError:
                continue


def below(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def made(schools: Path, work: Path) -> Made:
    """Make every edition as its command does."""
    portfolio, _ = load(schools, day=DAY)
    (one,) = portfolio.schools
    with Workshop(side_by_side=2) as workshop:
        pictures, failed = PhotoStore(work / "cache" / "renditions", workshop).pictures(SLUG, one.photos)
    assert failed == {}
    bare = [Reader(locale, {SLUG: pictures}, site_url=SITE) for locale in strings.locales()]
    packed = kits(portfolio, bare, KitStore(work / "kits"))
    readers = [replace(reader, kits=packed) for reader in bare]
    exhibit, _ = assemble(Wish(schools_dir=schools, cache=work / "kios-cache", today=DAY))
    assert exhibit is not None
    assert publish(exhibit, work / "kios") == []
    attached = {
        f"lampiran/{found.name}": found.path.read_bytes() for each in one.practices for found in each.attachments
    }
    shown = {
        file.path.name: file.path.read_bytes()
        for picture in pictures.values()
        for file in [*picture.files, picture.jpeg]
    }
    return Made(
        {
            "site": {**site(portfolio, readers), **attached, **shown},
            "data": {file.uri: file.text.encode() for file in data_files(portfolio)},
            "feed": {reader.locale: str(feed.compose(portfolio, reader)).encode() for reader in readers},
            "kit": {f"{name}/{path}": data for name, kit in packed.items() for path, data in unpacked(kit.path)},
            "kiosk": below(work / "kios"),
            "print": dict(printed(portfolio, pictures)),
            "cache": below(work / "cache"),
        }
    )


def site(portfolio: Portfolio, readers: Iterable[Reader]) -> dict[str, bytes]:
    pages = {}
    for reader in readers:
        for page in compose(portfolio, strings.locales(), reader):
            text = page.body.fill(page.body.markdown)
            pages[f"{reader.locale}/{page.source}"] = f"{page.title}\n{page.description}\n{page.front}\n{text}".encode()
    return pages


def unpacked(archive: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(archive) as opened:
        yield from ((name, opened.read(name)) for name in opened.namelist())


def printed(portfolio: Portfolio, pictures: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    for locale in strings.locales():
        context = PrintContext(locale, DAY, pictures, SITE)  # type: ignore[arg-type]
        for name, artefact in ARTEFACTS.items():
            data = artefact.data(portfolio.schools[0], context)
            yield f"{name}-{locale}", json.dumps(data, default=str, ensure_ascii=False).encode()


PAIRS = {
    "one sex is small": (SMALL.format(2, 98), SMALL.format(3, 97)),
    "grades": (
        SMALL.format(44, 46) + GRADES.format(1, 3, 3, 3),
        SMALL.format(44, 46) + GRADES.format(3, 1, 1, 5),
    ),
    "the school is small": (SMALL.format(1, 2), SMALL.format(2, 2)),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("edisi")
    return made(school(root / "schools", PAIRS["one sex is small"][0]), root)


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_the_guard_found_is_in_an_edition(small: Made, edition: str) -> None:
    text = small.text(edition)
    assert [secret for secret in (NIK, NISN, "Praktik terlarang", "notulen.pdf") if secret in text] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_photo_without_consent_or_taken_back_is_in_no_edition(small: Made, edition: str) -> None:
    text, colours = small.text(edition), list(small.colours(edition))
    originals = [hashlib.sha256(picture(COLOURS[name])).hexdigest() for name in HIDDEN]
    assert [name for name in HIDDEN if f"Rahasia-{name}" in text or f"{name}.png" in text] == []
    assert [sha256 for sha256 in originals if sha256 in text] == []
    assert [name for name in HIDDEN if any(is_near(colour, COLOURS[name]) for colour in colours)] == []


def picture(colour: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), colour).save(out, "PNG")
    return out.getvalue()


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 24 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("edition", ["site", "kit", "kiosk", "cache"])
def test_a_photo_that_may_be_shown_is_there(small: Made, edition: str) -> None:
    assert any(is_near(colour, COLOURS["boleh"]) for colour in small.colours(edition))


@pytest.mark.parametrize("edition", ON_PAPER_OR_STAND)
def test_consent_for_the_web_is_none_for_paper_and_stand(small: Made, edition: str) -> None:
    assert "Rahasia-web" in small.text("site")
    assert "Rahasia-boleh" in small.text(edition)
    assert "Rahasia-web" not in small.text(edition)
    assert not any(is_near(colour, COLOURS["web"]) for colour in small.colours(edition))


@pytest.mark.parametrize("pair", PAIRS)
def test_no_edition_gives_a_small_number_away(tmp_path: Path, pair: str) -> None:
    """Two schools that differ only in numbers that must not be known look the same everywhere."""
    one, other = (texts(school(tmp_path / str(n) / "schools", people)) for n, people in enumerate(PAIRS[pair]))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def texts(schools: Path) -> dict[str, bytes]:
    """Compose whatever tells numbers, without pictures."""
    portfolio, problems = load(schools, day=DAY)
    assert portfolio.schools, [problem.line_of_text("en") for problem in problems]
    readers = [Reader(locale, {}, site_url=SITE) for locale in strings.locales()]
    feeds = {f"feed-{reader.locale}": str(feed.compose(portfolio, reader)).encode() for reader in readers}
    data = {file.uri: file.text.encode() for file in data_files(portfolio)}
    return {**site(portfolio, readers), **data, **feeds, **dict(printed(portfolio, {}))}


ROW = re.compile(r"^\| ([a-z ]+) \| (`[\w/]+\.py::.*) \|$", re.MULTILINE)
TESTS = Path(__file__).resolve().parents[1]


def test_every_edition_has_its_tests_and_they_are_there() -> None:
    rows = dict(ROW.findall((TESTS / "README.md").read_text(encoding="utf-8")))
    assert set(rows) == {*EDITIONS, "bundle", "search index"}
    for named in rows.values():
        for file, test in re.findall(r"`([\w/]+\.py)::(\w+)`", named):
            assert f"def {test}(" in (TESTS / file).read_text(encoding="utf-8"), test

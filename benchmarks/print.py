"""CPU, pages and bytes of print: a binder of 100 pages with 60 photos, and everything of one sample school.

    python benchmarks/print.py [FOLDER]

FOLDER keeps the renditions of the made-up album, which take half a minute; a temporary one without it.
"""

import io
import re
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import monotonic

from PIL import Image

from potret import catalogue, standard, strings
from potret.checks.sheets import placed
from potret.ekspose.fonts import print_fonts
from potret.ekspose.printing import SCOPE, Press, press
from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore
from potret.model import EDITIONS, STAGES, School
from potret.portfolio import load
from potret.printshop import Order, PrintShop, Wish, orders
from potret.printshop.plan import FOR_VISITORS
from potret.printshop.worker import save

REPO = Path(__file__).resolve().parents[1]
SAMPLE = "sd-cahaya-wolasi"
PHOTOS = 60
SCHOOLS = 16
YEARS = 7
"""Cycle years, copied from the sample's two and half as long again, so that the binder has 100 pages."""


def cpu(who: int = RUSAGE_SELF) -> float:
    """Give the seconds of CPU this process has used, or its children that have ended."""
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


def long_school(schools: Path) -> School:
    """Write a school whose binder has 100 pages and 60 photos, each another cut of a sample photo."""
    folder = schools / SAMPLE
    shutil.copytree(REPO / "schools" / SAMPLE, folder)
    cycles = folder / "siklus"
    samples = sorted(cycles.iterdir())
    for year in range(YEARS - len(samples)):
        sample = samples[year % len(samples)]
        shutil.copytree(sample, cycles / str(int(samples[0].name) - 1 - year))
    for page in cycles.glob("*/*.md"):
        _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
        page.write_text(f"---\n{front}---\n{body}\n{body[: len(body) // 2]}", encoding="utf-8")
    originals = sorted(folder.glob("foto/*/*.jpg")) or sorted(folder.glob("foto/*/*.webp"))
    album = folder / "foto" / "ukur"
    album.mkdir()
    rows = ["judul: Ukur", "foto:"]
    years = sorted(int(year.name) for year in folder.glob("siklus/*"))
    for number in range(PHOTOS):
        (album / f"{number}.jpg").write_bytes(cut(originals[number % len(originals)], number))
        stage, year = STAGES[number % 5], years[number // 5 % len(years)]
        words = f"keterangan: Kegiatan nomor {number} di halaman sekolah, alt: Kegiatan {number}, orang: tidak_ada"
        rows.append(f"  - {{berkas: {number}.jpg, {words}, tahap: {stage}, tahun: {year}}}")
    (album / "album.yml").write_text("\n".join(rows), encoding="utf-8")
    return load(schools, scope=SCOPE)[0].schools[0]


def cut(original: Path, number: int) -> bytes:
    """Cut a part out of a photo, another one for each number."""
    with Image.open(original) as opened:
        photo = opened.convert("RGB")
    shift = number // 8 * 7
    box = (shift, shift // 2, photo.width - shift // 3, photo.height - shift // 4)
    stream = io.BytesIO()
    photo.crop(box).resize((2000, 1500)).save(stream, "JPEG", quality=90)
    return stream.getvalue()


def measure(opened: Press, order: Order, out: Path) -> float:
    """Make a PDF and write it; tell what that took, which is all that counts, and then look at what was made."""
    start = cpu()
    pdf = opened.make(order.kind, order.subject, order.context, order.sheet)
    save(out / f"{order.artefact}-{order.context.locale}.pdf", pdf, order.kind.bleed)
    used = cpu() - start
    faults = ", ".join(problem.code for problem in pdf.problems)
    sharp = [one.dpi for one in placed(pdf.data)]
    dpi = f"{min(sharp):4.0f} to {max(sharp):4.0f} dpi" if sharp else ""
    row = f"{order.artefact:12} {order.context.locale} {used:6.2f} s CPU {pdf.pages:4} pages"
    print(f"{row} {len(pdf.data) / 1e6:7.2f} MB {dpi} {faults}")
    return used


def printed(school: School, artefacts: Iterable[str], paper: str, cache: Path) -> float:
    """Print what a school asks for as `potret print` does, photos already made; the opening of the press counts."""
    pictures, _ = PhotoStore(cache / "renditions").pictures(school.slug, school.photos)
    wish = Wish(tuple(artefacts), tuple(strings.locales()), paper, date(2019, 7, 1), "https://contoh.example/")
    start = cpu()
    with press(cache) as opened, TemporaryDirectory() as out:
        used = cpu() - start
        return used + sum(measure(opened, order, Path(out)) for order in orders(school, pictures, wish))


def side_by_side(cache: Path, schools: int) -> None:
    """Print for visitors of several schools with one process and with two, each time from nothing; then once more."""
    with TemporaryDirectory() as name:
        for number in range(schools):
            folder = Path(name) / "schools" / f"{SAMPLE}-{number:02}"
            shutil.copytree(REPO / "schools" / SAMPLE, folder)
            profile = folder / "sekolah.yml"
            text = profile.read_text(encoding="utf-8")
            profile.write_text(re.sub(r"(?m)^npsn:.*$", f'npsn: "6990{number:04}"', text), encoding="utf-8")
        asked = []
        wish = Wish(FOR_VISITORS, tuple(strings.locales()), "a4", date(2019, 7, 1))
        for school in load(Path(name) / "schools")[0].schools:
            pictures, _ = PhotoStore(cache / "renditions").pictures(school.slug, school.photos)
            asked += orders(school, pictures, wish)
        took, used = {}, {}
        for count in (1, 2):
            shop = PrintShop(Path(name) / f"cache-{count}", side_by_side=count)
            print_fonts(shop.cache / "fonts")  # once for a machine
            start, before = monotonic(), cpu() + cpu(RUSAGE_CHILDREN)
            made, _ = shop.prints(asked)
            took[count], used[count] = monotonic() - start, cpu() + cpu(RUSAGE_CHILDREN) - before
        start = monotonic()
        shop.prints(asked)
        again = monotonic() - start
    print(f"{schools} schools, {len(made)} PDFs: one process {took[1]:.1f} s, two {took[2]:.1f} s")
    print(f"CPU: one process {used[1]:.1f} s, two {used[2]:.1f} s")
    print(f"ratio 2 by 1: {took[2] / took[1]:.2f}; second run {again / took[2]:.3f} of the first, {again:.2f} s")


def main(cache: Path) -> None:
    """Print the table."""
    (cache / "renditions").mkdir(parents=True, exist_ok=True)
    start = cpu()
    for edition in EDITIONS:
        catalogue.profile(), catalogue.cycle(), standard.catalogue(edition)
    print(f"catalogues, once a process: {cpu() - start:.2f} s CPU")
    with TemporaryDirectory() as name:
        school = long_school(Path(name) / "schools")
        pictures, _ = PhotoStore(cache / "renditions").pictures(school.slug, school.photos)
        print(f"binder with {len(pictures)} photos, first and second language")
        printed(school, ["odner"], "f4", cache)
    print("everything of one sample school, both languages")
    for school in load(REPO / "schools", scope=SCOPE)[0].schools:
        print(f"{school.slug}: {printed(school, ARTEFACTS, 'f4', cache):.2f} s CPU")
    side_by_side(cache, SCHOOLS)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as folder:
            main(Path(folder))

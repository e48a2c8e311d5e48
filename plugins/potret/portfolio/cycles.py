"""The year folders below `siklus/` to cycles."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from potret.intake import is_plain_file
from potret.model import Album, Cycle, Stage, StageFront, Thread
from potret.portfolio.article import load_article
from potret.portfolio.guarding import guard_document
from potret.problems import Problem, Severity
from potret.reading import Document, MarkdownFile, SchoolFolder
from potret.reading.folder import STAGE_FILES, entries
from potret.validation import Known, build, check_documents, check_stage, check_thread


def load_cycles(
    folder: SchoolFolder, albums: Iterable[Album], known: Known, problems: list[Problem]
) -> tuple[Cycle, ...]:
    """Read every cycle year; `known` has what a plan may name besides documents and earlier problems."""
    shown = {(photo.front.tahun, photo.front.tahap) for album in albums for photo in album.photos}
    years = folder.years("siklus")
    found = [(year, path, _stages(folder, year, path, shown, problems)) for year, path in years]
    problems += _doubled(found)
    documents = {
        f"dokumen:{entry.kunci}"
        for _, _, stages in found
        for stage in stages.values()
        for entry in stage.front.dokumen
        if entry.kunci
    }
    cycles: list[Cycle] = []
    earlier: set[str] = set()
    for year, path, stages in found:
        known = Known({*known.evidence, *documents}, frozenset(earlier), known.imbas)
        cycle = _planned(folder, Cycle(year, stages, None), path, known, problems)
        earlier |= {concern.kunci for concern in cycle.thread.masalah} if cycle.thread else set()
        cycles.append(cycle)
    return tuple(cycles)


def _doubled(found: list[tuple[int, Path, dict[str, Stage]]]) -> Iterator[Problem]:
    """Find evidence keys used twice: the thread could not tell which document it means."""
    seen: set[str] = set()
    for _, _, stages in found:
        for stage in stages.values():
            for entry in stage.front.dokumen:
                if entry.kunci in seen:
                    path, values = stage.article.source.path, {"value": entry.kunci}
                    yield Problem(path, 0, 0, "key-twice", Severity.WARNING, "dokumen › kunci", values)
                seen |= {entry.kunci} if entry.kunci else set()


def _stages(
    folder: SchoolFolder, year: int, path: Path, shown: set[tuple[int | None, str | None]], problems: list[Problem]
) -> dict[str, Stage]:
    stages: dict[str, Stage] = {}
    for number, (key, stem) in enumerate(STAGE_FILES.items(), 1):
        file, has_photos = path / f"{stem}.md", (year, key) in shown
        if not file.is_file():
            problems.append(Problem(folder.path(file), 0, 0, "stage-missing", Severity.NOTE, values={"value": key}))
            continue
        loaded = load_article(folder, file, StageFront, _rules(key, folder, has_photos=has_photos), problems)
        if loaded:
            stages[key] = Stage(number, key, *loaded)
    return stages


def _rules(key: str, folder: SchoolFolder, *, has_photos: bool) -> Callable[[StageFront, MarkdownFile], list[Problem]]:
    def check(front: StageFront, file: MarkdownFile) -> list[Problem]:
        found = [*check_stage(front, file.front)]
        found += check_documents(key, front.dokumen, file.front, has_photos=has_photos)
        for number, entry in enumerate(front.dokumen):
            if entry.berkas and not _is_document(folder.root / "dokumen", entry.berkas):
                loc = ("dokumen", number, "berkas")
                found.append(file.front.warning("document-file", loc, value=entry.berkas))
        return found

    return check


def _is_document(documents: Path, name: str) -> bool:
    """Only a plain PDF that lies directly in `dokumen/` counts; a link could lead out of the folder."""
    file = documents / Path(name.removeprefix("dokumen/")).name
    return file.suffix.lower() == ".pdf" and is_plain_file(file) and not documents.is_symlink()


def documents(folder: SchoolFolder) -> dict[str, Path]:
    """List the PDFs of `dokumen/` by file name."""
    place = folder.root / "dokumen"
    return {file.name: file for file in entries(place) if _is_document(place, file.name)}


def _planned(folder: SchoolFolder, cycle: Cycle, path: Path, known: Known, problems: list[Problem]) -> Cycle:
    """Add the year's plan, if there is one that can be read."""
    file = path / "rencana.yml"
    cycle = replace(cycle, path=folder.path(file))
    if not file.is_file():
        return cycle
    document = folder.yaml(file)
    thread, found = build(Thread, document)
    guarded = guard_document(folder, document)
    found += guarded
    if any(problem.severity is Severity.ERROR for problem in guarded):
        thread = None
    if thread is not None:
        found += check_thread(thread, known, document)
        cycle = replace(cycle, thread=thread, lines=_lines(thread, document))
    problems += found
    return cycle


def _lines(thread: Thread, document: Document) -> dict[tuple[int, ...], int]:
    """Remember where problems and activities stand, for findings that need the whole school."""
    lines: dict[tuple[int, ...], int] = {}
    for number, concern in enumerate(thread.masalah):
        lines[number,] = document.mark(("masalah", number))[0]
        for row in range(len(concern.kegiatan)):
            lines[number, row] = document.mark(("masalah", number, "kegiatan", row))[0]
    return lines

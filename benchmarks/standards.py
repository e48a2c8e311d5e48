"""A province at once: 440 synthetic schools × 4 years × 189 rows to attainment, checklists, findings and coverage."""

import gc
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from potret.checklist import Checklist, Coverage, Finding, Proof, ProofKind, checklist, coverage, findings, total
from potret.model import Portfolio, Report, Score, Text
from potret.peers import peers
from potret.portfolio import load
from potret.standard import catalogue

REPO = Path(__file__).resolve().parent.parent
SCHOOLS, YEARS, PIECES = 440, range(2016, 2020), 60
CODES = [code for code in catalogue("snp-2016").items if code.count(".") == 2]

School = tuple[dict[int, Report], list[Proof]]


def schools() -> Iterator[School]:
    """Make schools that score nine rows of ten; some do not apply, and zeros are as frequent as in print."""
    dice = random.Random(2016)  # noqa: S311 - the same figures every time
    values = [Score.model_validate(f"{cents / 100:.2f}") for cents in range(701)]
    void, zero = Score.model_validate({"berlaku": "tidak"}), values[0]
    for _ in range(SCHOOLS):
        reports = {}
        for year in YEARS:
            drawn = {code: dice.random() for code in CODES}
            rows = {
                code: void if chance < 0.02 else zero if chance < 0.05 else values[dice.randint(150, 700)]
                for code, chance in drawn.items()
                if chance < 0.9
            }
            reports[year] = Report.model_construct(edisi="snp-2016", skala="0-7", nilai=rows, target={}, pembanding={})
        yield reports, [_piece(dice) for _ in range(PIECES)]


def _piece(dice: random.Random) -> Proof:
    codes = tuple(dice.sample(CODES, dice.randint(0, 4)))
    kind = dice.choice(list(ProofKind))
    return Proof(kind, Text({"id": "Bukti"}), "pemetaan", "dokumen-1", dice.choice(YEARS), codes)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Run once; give CPU seconds and how far memory rose, in megabytes; what was made is let go afterwards."""
    gc.collect()
    before, start = _memory(), time.process_time()
    made = work()
    seconds, grown = time.process_time() - start, _memory() - before
    del made
    gc.collect()
    return seconds, grown


def _memory() -> float:
    """Read the resident memory of this process (Linux), in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def checklists(all_schools: list[School]) -> Iterator[Checklist]:
    """Make every checklist of every school."""
    for reports, evidence in all_schools:
        for year, report in reports.items():
            yield checklist(year, report, evidence)


def province(all_schools: list[School]) -> object:
    """Do what the portal's pages need: all findings, and coverage summed; each checklist is let go when it is read."""
    whole: dict[int, Sequence[Coverage]] = {}
    found: list[Finding] = []
    for one in checklists(all_schools):
        year = one.attainment.year
        found += findings(one)
        whole[year] = total([whole[year], coverage(one)]) if year in whole else coverage(one)
    return whole, found


def portfolio(all_schools: list[School]) -> Portfolio:
    """Dress the scores in the sample schools: their practices and plans, names and sizes of their own."""
    samples = load(REPO / "schools")[0].schools
    dressed = []
    for number, (reports, _) in enumerate(all_schools):
        sample = samples[number % len(samples)]
        people = sample.profile.warga_sekolah.model_copy(update={"siswa_l": 40 + 37 * number % 260})
        profile = sample.profile.model_copy(update={"nama": f"Sekolah {number}", "warga_sekolah": people})
        dressed.append(replace(sample, slug=f"sekolah-{number}", profile=profile, reports=reports))
    return Portfolio(tuple(dressed))


def addition(all_schools: list[School]) -> object:
    """Add up the same scores without any rule: the least the work can cost."""
    return [
        sum((score.nilai for score in report.nilai.values() if score.nilai is not None), Decimal(0))
        for reports, _ in all_schools
        for report in reports.values()
    ]


def main() -> None:
    """Print CPU seconds, the same for each row, and memory above what the schools themselves take."""
    made = list(schools())
    rows = SCHOOLS * len(YEARS) * len(CODES)
    floor, _ = timed(lambda: addition(made))
    whole, grown = timed(lambda: province(made))
    kept, held = timed(lambda: list(checklists(made)))
    print(f"{SCHOOLS} schools x {len(YEARS)} years x {len(CODES)} rows, {PIECES} pieces of evidence a school")
    print(f"attainment, checklist, findings, coverage: {whole:.2f} s CPU, {grown:.0f} MB above start")
    print(f"each row: {1e6 * whole / rows:.1f} µs, x{whole / floor:.1f} of adding the scores up")
    dressed = portfolio(made)
    alike, _ = timed(lambda: list(peers(dressed)))
    print(f"all checklists kept at once: {kept:.2f} s CPU, {held:.0f} MB above start")
    print(f"schools like mine, for all of them: {alike:.2f} s CPU, {1000 * alike / SCHOOLS:.1f} ms a school")


if __name__ == "__main__":
    main()

"""One publication: what is written for a host, what goes up, what is noted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from potret.problems import Problem, Severity
from potret.publishing import twins, upload
from potret.publishing.hosts import HOSTS, MARK, HostFiles, Setting
from potret.publishing.inventory import Item, inventory
from potret.publishing.kinds import TWINS
from potret.publishing.ledger import Difference, difference, read_ledger, write_ledger
from potret.publishing.moved import read_moves
from potret.publishing.review import review
from potret.publishing.wellknown import SECURITY, expired

_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"]+)"')
_PATH = re.compile(r"/(?:[\w.~-]+/)*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for."""

    site: Path
    target: str
    address: str = ""
    """The site's address where its pages do not tell it."""
    is_pressed: bool = False
    zip_file: Path | None = None
    ledger: Path
    is_whole: bool = False
    """Send everything, whatever went up last time."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a publication would do."""

    base: str
    files: HostFiles
    items: Sequence[Item]
    difference: Difference
    problems: Sequence[Problem]

    @property
    def is_possible(self) -> bool:
        """Tell whether nothing of someone else's stands in the way."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def plan(wish: Wish) -> Plan:
    """Look at the finished site; writes nothing."""
    found, problems = inventory(wish.site)
    items = [item for item in found if not _is_ours(item)]
    base, told = _base(wish)
    problems += told
    setting = Setting(base, read_moves(wish.site), [item.uri for item in items], wish.is_pressed)
    files = HOSTS[wish.target](setting)
    problems += [*_foreign(wish, files), *review(items, wish.site.parent), *_outdated(wish)]
    before = {} if wish.is_whole else read_ledger(wish.ledger)
    if before is None:
        problems.append(Problem(wish.ledger.as_posix(), 0, 0, "publish-ledger", Severity.WARNING))
    return Plan(base=base, files=files, items=found, difference=difference(before or {}, found), problems=problems)


def carry_out(wish: Wish, planned: Plan) -> tuple[Difference, int, Path | None]:
    """Write what the host reads, press, pack what has changed and note it.

    Gives what went up, the zip's bytes, and the list of what has to be deleted on the host.
    """
    for root, texts in ((wish.site, planned.files.inside), (wish.site.parent, planned.files.beside)):
        for name, text in texts.items():
            (root / name).write_text(text, encoding="utf-8", newline="")
    _twins(wish)
    items, _ = inventory(wish.site)
    before = {} if wish.is_whole else read_ledger(wish.ledger) or {}
    found = difference(before, items)
    if wish.zip_file is None:
        return found, 0, None
    size = upload.write_zip(wish.zip_file, (item for item in items if item.uri in found.upload))
    deletions = upload.write_deletions(wish.zip_file, found.gone)
    write_ledger(wish.ledger, items)
    return found, size, deletions


def _twins(wish: Wish) -> None:
    """Press what is to be pressed; a twin of another text is never left lying, whoever made it."""
    if wish.is_pressed:
        for _ in twins.press(inventory(wish.site)[0]):
            pass
    for file in list(twins.stale(inventory(wish.site)[0])):
        file.unlink()


def _base(wish: Wish) -> tuple[str, list[Problem]]:
    """Find the path of the site on its host: as asked for, else as its home page tells."""
    home = wish.site / "index.html"
    match = None if wish.address or not home.is_file() else _CANONICAL.search(home.read_text(encoding="utf-8"))
    address = wish.address or (match[1] if match else "")
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    path = f"{parts.path.rstrip('/')}/"
    if parts.scheme in {"http", "https"} and parts.netloc and _PATH.fullmatch(path):
        return path, []
    severity = Severity.ERROR if wish.address else Severity.WARNING
    return "/", [Problem("--alamat", 0, 0, "publish-address", severity, values={"value": wish.address or "-"})]


def _foreign(wish: Wish, files: HostFiles) -> list[Problem]:
    texts = [(wish.site / name, text) for name, text in files.inside.items()]
    texts += [(wish.site.parent / name, text) for name, text in files.beside.items()]
    others = [file for file, text in texts if _is_foreign(file, text)]
    return [Problem(file.as_posix(), 0, 0, "publish-foreign") for file in others]


def _is_foreign(file: Path, text: str) -> bool:
    """Tell whether a file is there that we did not write; JSON holds no comment, so its name alone says whose it is."""
    if not (file.exists() or file.is_symlink()):
        return False
    if not file.is_file() or file.is_symlink():
        return True
    if not text or file.suffix == ".json":
        return False
    return MARK not in file.read_text(encoding="utf-8", errors="replace").partition("\n")[0]


def _is_ours(item: Item) -> bool:
    return item.uri in {".htaccess", ".nojekyll", "_headers", "_redirects"} or item.uri.endswith(TWINS)


def _outdated(wish: Wish) -> list[Problem]:
    file = wish.site / SECURITY
    is_old = file.is_file() and expired(file.read_text(encoding="utf-8", errors="replace"), wish.today)
    return [Problem(SECURITY, 0, 0, "publish-expired", Severity.WARNING)] if is_old else []

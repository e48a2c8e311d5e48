"""What a build was asked for, what it reads, and its shards: those that are there and those that are made."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from rich.console import Console

from potret import strings
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.shards import Shard
from potret.shards.schedule import DISK, Outcome
from potret_mkdocs.executor import Executor, Here, make_all
from potret_mkdocs.inheritance import settings_files, variables
from potret_mkdocs.lacking import lacking
from potret_mkdocs.making import Making
from potret_mkdocs.origin import Origin
from potret_mkdocs.outcome import bar
from potret_mkdocs.roots import Roots


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    config_file: Path
    site: Path
    jobs: int
    is_strict: bool
    locale: str
    console: Console
    day: date = field(default_factory=date.today)
    began: float = field(default_factory=time.monotonic)
    executor: Executor | None = None
    """Who makes schools if it is not this machine."""


def roots_of(order: Order, config: MkDocsConfig) -> Roots:
    """Name what the build reads."""
    settings = config.plugins["potret/schools"].config
    own = list(settings_files(order.config_file.resolve()))
    named = [str(file) for file in own]
    named += [str(config.theme.custom_dir)] if config.theme.custom_dir else []
    named += [str(Path(order.config_file.parent, name).resolve()) for name in config["hooks"]]
    return Roots(tuple(named), config["docs_dir"], settings.schools_dir, settings.cache_dir, variables(own))


def gather(
    order: Order,
    making: Making,
    folders: list[SchoolFolder],
    before: Origin | None,
    meanwhile: Callable[[Mapping[str, Shard]], object],
) -> tuple[dict[str, Shard], dict[str, Outcome]]:
    """Find the shards that are there and make the others; `meanwhile` is for this process to do."""
    keys = {folder.slug: making.key(folder, making.seen.get(folder.slug)) for folder in folders}
    new = [folder for folder in folders if not (making.store.root / keys[folder.slug]).is_dir()]
    if before is not None and folders and len(new) == len(folders):
        reasons = making.setting.changes(before.setting)
        said = ", ".join(strings.text(f"build.changed.{reason}", order.locale) for reason in reasons)
        if said:
            order.console.print(strings.text("build.all", order.locale, reasons=said))
    there: dict[str, Shard] = {}
    with bar(order.console, order.locale) as progress:
        task = progress.add_task("", total=len(folders), completed=len(folders) - len(new))
        executor = order.executor or Here(order.jobs, partial(meanwhile, there))
        wanted = lacking(making.store, folders, keys, there)
        outcomes = make_all(making, wanted, executor, lambda: progress.advance(task))
    for slug, outcome in outcomes.items():
        if outcome.error.startswith(DISK):
            raise OSError(outcome.error.removeprefix(DISK))
        if not outcome.error and (shard := making.store.get(outcome.result)) is not None:
            there[slug] = shard
    if folders and not there:
        raise RuntimeError(next(iter(outcomes.values())).error)
    return {folder.slug: there[folder.slug] for folder in folders if folder.slug in there}, outcomes


def failures(folders: list[SchoolFolder], outcomes: Mapping[str, Outcome]) -> list[Problem]:
    """Name the schools that could not be made."""
    names = {folder.slug: folder.name for folder in folders}
    return [
        Problem(names[slug], 0, 0, "school-failed", values={"reason": outcome.error})
        for slug, outcome in outcomes.items()
        if outcome.error
    ]

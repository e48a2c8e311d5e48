"""What a build was asked for, what it reads, and its shards: those that are there and those that are made."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from rich.console import Console

from potret import strings
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.shards import Shard, ShardStore
from potret.shards.schedule import DISK, Outcome
from potret_mkdocs.executor import Executor, Here, make_all
from potret_mkdocs.inheritance import settings_files, variables
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
    meanwhile: Callable[[], object] | None = None,
) -> tuple[dict[str, Shard], dict[str, Outcome]]:
    """Find the shards that are there and make the others; `meanwhile` is for this process to do."""
    keys = {folder.slug: making.key(folder) for folder in folders}
    there = {slug: shard for slug, key in keys.items() if (shard := _kept(making.store, key)) is not None}
    lacking = [folder for folder in folders if folder.slug not in there]
    if before is not None and folders and len(lacking) == len(folders):
        reasons = making.setting.changes(before.setting)
        said = ", ".join(strings.text(f"build.changed.{reason}", order.locale) for reason in reasons)
        if said:
            order.console.print(strings.text("build.all", order.locale, reasons=said))
    with bar(order.console, order.locale) as progress:
        task = progress.add_task("", total=len(folders), completed=len(there))
        outcomes = make_all(
            making, lacking, order.executor or Here(order.jobs, meanwhile), lambda: progress.advance(task)
        )
    for slug, outcome in outcomes.items():
        if outcome.error.startswith(DISK):
            raise OSError(outcome.error.removeprefix(DISK))
        if not outcome.error and (shard := making.store.get(outcome.result)) is not None:
            there[slug] = shard
    if folders and not there:
        raise RuntimeError(next(iter(outcomes.values())).error)
    return {folder.slug: there[folder.slug] for folder in folders if folder.slug in there}, outcomes


def _kept(store: ShardStore, key: str) -> Shard | None:
    """Find a shard of an earlier build; one that lacks something for want of a disk is not used a second time."""
    shard = store.get(key)
    if shard is not None and shard.about["again"]:
        store.discard(key)
        return None
    return shard


def failures(folders: list[SchoolFolder], outcomes: Mapping[str, Outcome]) -> list[Problem]:
    """Name the schools that could not be made."""
    names = {folder.slug: folder.name for folder in folders}
    return [
        Problem(names[slug], 0, 0, "school-failed", values={"reason": outcome.error})
        for slug, outcome in outcomes.items()
        if outcome.error
    ]

"""`potret build`: schools to shards, shards and portal to a folder beside the site, which then takes its place."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from potret import strings
from potret.portfolio.withdrawn import ledgers
from potret.problems import ordered
from potret.reading import school_folders
from potret.shards import Digests, Setting, Shard, ShardStore, flush, link_tree, swap
from potret.shards.swap import beside
from potret_mkdocs.frame import Frame, frame
from potret_mkdocs.gathering import Order, failures, gather, roots_of
from potret_mkdocs.ledgerpage import write_ledger
from potret_mkdocs.making import Making
from potret_mkdocs.opening import open_languages
from potret_mkdocs.origin import Origin, state
from potret_mkdocs.outcome import Summary, tell
from potret_mkdocs.portal import post_build
from potret_mkdocs.portalshard import Gate, gate
from potret_mkdocs.rendering import listening
from potret_mkdocs.roots import code_digest
from potret_mkdocs.setting import findings
from potret_mkdocs.together import Schools, put_together


def build(order: Order, before: Origin | None) -> int:
    """Make the site and publish it; give the exit code: 1 if a school could not be made, or --strict found something.

    Raises OSError where the disk does not let us; the published site is then as it was.
    """
    first, *others = open_languages(order.config_file, _staging(order))
    roots = roots_of(order, first.config)
    digests = Digests(Path(roots.cache) / "digests.json").load()
    code = code_digest(digests)
    everything = roots.everything(code, digests, order.day)
    whole = frame([first, *others])
    setting = Setting(code, roots.config_digest(digests), whole.digest)
    folders, problems = school_folders(Path(roots.schools), Path(roots.schools).name)
    store = ShardStore(Path(roots.cache) / "shards")
    making = Making(whole, store, digests, setting, ledgers(folders), order.day)
    shards, outcomes = gather(order, making, folders, before)
    problems += failures(folders, outcomes)
    schools, found = put_together(shards, folders, first.schools.config)
    problems += [*found, *findings(first.schools.config, first.config)]
    count = tell(ordered(problems), schools.messages, order.console, order.locale)
    try:
        if not (count and order.is_strict):
            count += _stage(order, whole, schools, shards, gate(roots, making, shards.values(), schools))
        if count and order.is_strict:
            order.console.print(strings.text("build.strict", order.locale, count=count))
            return 1
        described = _publish(order)
    finally:
        shutil.rmtree(beside(order.site, "baru"), ignore_errors=True)
    is_whole = not any(outcome.error for outcome in outcomes.values())
    is_last_word = is_whole and not any(shard.about["again"] for shard in shards.values())
    known = everything if is_last_word and everything == roots.everything(code, digests, order.day) else ""
    pages = sum(1 for _ in order.site.rglob("*.html"))
    Origin(roots, known, setting.named, described, count, pages, len(shards)).write(order.site)
    digests.save()
    store.tidy({shard.root.name for shard in shards.values()})
    made = sum(not outcome.error for outcome in outcomes.values())
    order.console.print(Summary(pages, made, len(shards) - made, time.monotonic() - order.began).text(order.locale))
    return 0 if is_whole else 1


def _staging(order: Order) -> Path:
    """Give the folder in which the site grows: in one of ours, so that what others write beside it goes with it."""
    return beside(order.site, "baru") / "situs"


def _stage(order: Order, whole: Frame, schools: Schools, shards: Mapping[str, Shard], portal: Gate) -> int:
    """Write the site beside the old one; say what was found meanwhile, and count errors and warnings."""
    staging = _staging(order)
    staging.mkdir(parents=True)
    front, said_before, problems = portal.open(whole, schools)
    link_tree(front.tree, staging, front.files)
    with listening() as said:
        write_ledger(whole, schools, staging)
        for school in schools.portfolio.schools:
            shard = shards[school.slug]
            link_tree(shard.tree, staging, shard.files)
        post_build(whole, staging)
    return tell(problems, [*said_before, *said], order.console, order.locale)


def _publish(order: Order) -> str:
    """Let the finished site take the old one's place; describe it."""
    staging = _staging(order)
    flush(staging)
    described = state(staging)
    swap(staging, order.site)
    return described

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
from potret_mkdocs.making import Making
from potret_mkdocs.opening import open_languages
from potret_mkdocs.origin import Origin, state
from potret_mkdocs.outcome import Summary, tell
from potret_mkdocs.portal import build_portal, post_build
from potret_mkdocs.record import unpacked
from potret_mkdocs.roots import code_digest
from potret_mkdocs.together import Schools, relations


def build(order: Order, before: Origin | None) -> int:
    """Make the site and publish it; give the exit code: 1 if a school could not be made, or --strict found something.

    Raises OSError where the disk does not let us; the published site is then as it was.
    """
    languages = open_languages(order.config_file, beside(order.site, "baru"))
    roots = roots_of(order, languages[0].config)
    digests = Digests(Path(roots.cache) / "digests.json").load()
    code = code_digest(digests)
    everything = roots.everything(code, digests, order.day)
    whole = frame(languages)
    setting = Setting(code, roots.config_digest(digests), whole.digest)
    folders, problems = school_folders(Path(roots.schools), Path(roots.schools).name)
    store = ShardStore(Path(roots.cache) / "shards")
    making = Making(whole, store, digests, setting, ledgers(folders), order.day)
    shards, outcomes = gather(order, making, folders, before)
    problems += failures(folders, outcomes)
    records = {slug: unpacked(one) for slug, one in shards.items()}
    problems += relations(records, folders)
    schools = Schools.of(records)
    messages = [message for record in records.values() for message in record.messages]
    found = tell(ordered(problems), messages, order.console, order.locale)
    if found and order.is_strict:
        order.console.print(strings.text("build.strict", order.locale, count=found))
        return 1
    described = _publish(order, whole, schools, shards)
    same = everything == roots.everything(code, digests, order.day)
    broken = any(outcome.error for outcome in outcomes.values())
    pages = sum(1 for _ in order.site.rglob("*.html"))
    kept = {"code": setting.code, "config": setting.config, "frame": setting.frame}
    known = everything if same and not broken else ""
    Origin(roots, known, kept, described, found, pages, len(records)).write(order.site)
    digests.save()
    store.tidy({shard.root.name for shard in shards.values()})
    made = sum(not outcome.error for outcome in outcomes.values())
    order.console.print(Summary(pages, made, len(records) - made, time.monotonic() - order.began).text(order.locale))
    return 1 if broken else 0


def _publish(order: Order, whole: Frame, schools: Schools, shards: Mapping[str, Shard]) -> str:
    """Write the site beside the old one and let it take its place; describe what was written."""
    staging = beside(order.site, "baru")
    try:
        staging.mkdir(parents=True)
        build_portal(whole, schools, staging)
        for school in schools.portfolio.schools:
            shard = shards[school.slug]
            link_tree(shard.tree, staging, shard.files)
        post_build(whole, staging)
        flush(staging)
        described = state(staging)
        swap(staging, order.site)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return described

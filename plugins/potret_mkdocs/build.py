"""`potret build`: schools to shards, shards and portal to a folder beside the site, which then takes its place."""

import time
from pathlib import Path

from potret import strings
from potret.portfolio.withdrawn import ledgers
from potret.reading import school_folders
from potret.shards import Setting, ShardStore, Spare
from potret_mkdocs.ahead import Ahead
from potret_mkdocs.frame import Frame, frame
from potret_mkdocs.gathering import Order, gather, roots_of
from potret_mkdocs.ledgerpage import write_ledger
from potret_mkdocs.look import Look
from potret_mkdocs.making import Making
from potret_mkdocs.meeting import Gathered, meet
from potret_mkdocs.opening import open_languages
from potret_mkdocs.origin import Origin
from potret_mkdocs.outcome import Summary, tell
from potret_mkdocs.portal import post_build
from potret_mkdocs.portalshard import Kept
from potret_mkdocs.rendering import listening
from potret_mkdocs.searchparts import index_site
from potret_mkdocs.stage import Stage, clear, parts, staging


def build(order: Order, before: Origin | None, look: Look | None = None) -> int:
    """Make the site and publish it; give the exit code: 1 if a school could not be made, or --strict found something.

    Raises OSError where the disk does not let us; the published site is then as it was.
    """
    first, *others = open_languages(order.config_file, staging(order.site))
    roots = roots_of(order, first.config)
    if look is None or (look.roots, look.day) != (roots, order.day):
        look = Look.at(roots, order.day)
    digests = look.digests
    whole = frame([first, *others])
    setting = Setting(look.code, roots.config_digest(digests), whole.digest)
    folders, problems = school_folders(Path(roots.schools), Path(roots.schools).name)
    store, taken = ShardStore(Path(roots.cache) / "shards"), ledgers(folders)
    making = Making(whole, store, digests, setting, taken, order.day, look.schools)
    ahead = Ahead(Spare.of(Path(roots.cache), order.site), look)
    shards, outcomes = gather(order, making, folders, before, ahead.get_ready)
    known = Gathered(folders, shards, outcomes, {slug: ahead.brief(shard) for slug, shard in shards.items()})
    kept, count = meet(order, making, roots, known, problems)
    try:
        if kept is not None:
            shown = {slug: shards[slug] for slug in kept.roll.names}
            of_site = parts(kept.shard, shown) | index_site(whole, Path(roots.cache), order.site, kept.shard, shown)
            stage = Stage.open(order.site, ahead.spare, ahead.held, of_site, whole)
            count += _fill(order, whole, stage, kept, known)
        if kept is None or (count and order.is_strict):
            order.console.print(strings.text("build.strict", order.locale, count=count))
            return 1
        described, pages = stage.publish(digests.save)
    finally:
        clear(order.site)
    is_last_word = known.is_whole and not any(shard.about["again"] for shard in shards.values())
    is_past = look.is_past(ahead.again) or making.are_others(outcomes.values())
    last = look.everything if is_last_word and not is_past else ""
    Origin(roots, last, setting.named, described, count, pages, len(shards)).write(order.site)
    making.store.tidy({shard.root.name for shard in shards.values()})
    made = sum(not outcome.error for outcome in outcomes.values())
    order.console.print(Summary(pages, made, len(shards) - made, time.monotonic() - order.began).text(order.locale))
    return 0 if known.is_whole else 1


def _fill(order: Order, whole: Frame, stage: Stage, kept: Kept, known: Gathered) -> int:
    """Write the site where it is to grow; say what was found meanwhile, and count errors and warnings."""
    stage.fill()
    with listening() as said:
        write_ledger(whole, kept.roll, known.briefs, stage.folder)
        post_build(whole, stage.folder)
    return tell(kept.problems, [*kept.said, *said], order.console, order.locale)

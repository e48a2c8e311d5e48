"""The take-away kits of all practices, made or found in the cache."""

from collections.abc import Mapping, Sequence
from functools import partial

from potret.kit import Kit, KitStore, choose
from potret.model import Portfolio
from potret.pages import kit
from potret.printed import Printed
from potret.reader import Reader


def kits(
    portfolio: Portfolio,
    readers: Sequence[Reader],
    store: KitStore,
    cards: Mapping[str, Sequence[Printed]] | None = None,
) -> dict[str, Kit]:
    """Pack what another school takes along of each practice; by <school>/<practice>, as are the printed cards."""
    made: dict[str, Kit] = {}
    for school in portfolio.schools:
        for practice in school.practices:
            photos = kit.photos(school, practice, readers[0])
            chosen = choose([(one.photo.reference, one.picture) for one in photos], practice.attachments)
            setting = kit.setting(school, practice, readers)
            key = f"{school.slug}/{practice.slug}"
            printed = {kit.card_name(one.locale): one.path for one in (cards or {}).get(key, ())}
            texts = partial(kit.texts, school, practice, readers=readers, cards=frozenset(printed))
            made[key] = store.kit(school, practice, chosen, setting, texts, printed)
    return made

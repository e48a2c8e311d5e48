"""The PDFs of a build, as the setting `cetak` of `potret/schools` asks for them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from potret.media import Picture
from potret.model import Portfolio
from potret.printed import Publication
from potret.problems import Problem
from potret_mkdocs.config import SchoolsConfig


def prints(  # noqa: PLR0913, PLR0917 - what a print depends on
    portfolio: Portfolio,
    pictures: Mapping[str, Mapping[str, Picture]],
    config: SchoolsConfig,
    locales: list[str],
    site: MkDocsConfig,
    day: date | None = None,
    scratch: Path | None = None,
) -> Publication:
    """Print what the setting names; nothing where it is off. `day` decides which consent still holds, today's else.

    Schools that are made side by side are printed by one process each, in a scratch folder of their own.
    """
    if not _is_on(config):
        return Publication()
    from potret.printshop import PrintShop, Wish, publish  # noqa: PLC0415 - half a second, for those who print

    today = day or date.today()  # noqa: DTZ011 - a consent ends at local midnight
    wish = Wish(artefacts(config), tuple(locales), config.kertas, today, site.site_url or "")
    cache = Path(config.cache_dir)
    shop = PrintShop(cache, side_by_side=1, scratch=scratch) if scratch else PrintShop(cache)
    return publish(portfolio, pictures, wish, shop, config.messages)


def artefacts(config: SchoolsConfig) -> tuple[str, ...]:
    """Name what the setting asks for."""
    return _wanted(config)[0]


def findings(config: SchoolsConfig) -> list[Problem]:
    """Check the setting."""
    return _wanted(config)[1]


def _wanted(config: SchoolsConfig) -> tuple[tuple[str, ...], list[Problem]]:
    if not _is_on(config):
        return (), []
    from potret.printshop import wanted  # noqa: PLC0415 - see above

    return wanted(config.cetak if isinstance(config.cetak, bool | list) else False)


def _is_on(config: SchoolsConfig) -> bool:
    return config.cetak is True or isinstance(config.cetak, list)

"""The PDFs of a build, as the setting `cetak` of `potret/schools` asks for them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from potret.media import Picture
from potret.model import Portfolio
from potret.printshop import PrintShop, Publication, Wish, publish, wanted
from potret_mkdocs.config import SchoolsConfig


def prints(
    portfolio: Portfolio,
    pictures: Mapping[str, Mapping[str, Picture]],
    config: SchoolsConfig,
    locales: list[str],
    site: MkDocsConfig,
) -> Publication:
    """Print what the setting names; nothing where it is off."""
    artefacts, problems = wanted(config.cetak if isinstance(config.cetak, bool | list) else False)
    today = date.today()  # noqa: DTZ011 - a consent ends at local midnight
    wish = Wish(artefacts, tuple(locales), config.kertas, today, site.site_url or "")
    found = publish(portfolio, pictures, wish, PrintShop(Path(config.cache_dir)), config.messages)
    return replace(found, problems=(*problems, *found.problems))

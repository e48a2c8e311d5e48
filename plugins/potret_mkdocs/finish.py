"""The last look at a page: nothing changes it afterwards."""

import re

from mkdocs.config.defaults import MkDocsConfig

from potret.compact import compact
from potret.publishing.headers import policy
from potret.publishing.mail import conceal

_ALIGNED = re.compile(r'(<t[dh]\b[^>]*?) style="text-align: ?(left|right|center);?"')


def finish(html: str) -> str:
    """Take white space out, hide mail addresses from gatherers, and write the only style of Markdown as an attribute.

    Markdown aligns the cells of a table by `style`, which our Content-Security-Policy forbids.
    """
    return conceal(_ALIGNED.sub(r'\1 align="\2"', compact(html)))


def guard(config: MkDocsConfig) -> None:
    """Give every page its policy, for hosts that send no headers.

    Not in an edition for file://, where browsers disagree on what 'self' is, and not in `mkdocs serve`, which puts a
    script into each page; that one sets the address of the site to its own.
    """
    host, port = config.dev_addr
    is_served = (config.site_url or "").startswith(f"http://{host}:{port}/")
    config.extra["potret_policy"] = policy(is_meta=True) if config.use_directory_urls and not is_served else ""

"""The files each kind of host is told by; they are written into the site or beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from potret.publishing.apache import htaccess
from potret.publishing.moved import Move, shortest
from potret.publishing.netlify import headers_file, redirects_file
from potret.publishing.nginx import nginx_conf
from potret.publishing.objects import object_list

MARK = "potret publish"
"""Stands in the first line of every file of ours; a file without it is someone else's and stays."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a host has to know of the site."""

    base: str = "/"
    """Path of the site on its host: / or /potret/."""
    moves: Sequence[Move] = ()
    uris: Sequence[str] = ()
    is_pressed: bool = False


@dataclass(frozen=True, slots=True)
class HostFiles:
    """Texts by their path, inside the site and beside its folder."""

    inside: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)


def _apache(setting: Setting) -> HostFiles:
    return HostFiles({".htaccess": htaccess(setting.base, shortest(setting.moves), is_pressed=setting.is_pressed)})


def _nginx(setting: Setting) -> HostFiles:
    text = nginx_conf(setting.base, shortest(setting.moves), is_pressed=setting.is_pressed)
    return HostFiles(beside={"potret-nginx.conf": text})


def _netlify(setting: Setting) -> HostFiles:
    redirects = redirects_file("/", shortest(setting.moves), force=True)
    return HostFiles({"_headers": headers_file(), "_redirects": redirects})


def _github(_setting: Setting) -> HostFiles:
    return HostFiles({".nojekyll": ""})


def _gitlab(setting: Setting) -> HostFiles:
    return HostFiles({"_redirects": redirects_file(setting.base, shortest(setting.moves))})


def _s3(setting: Setting) -> HostFiles:
    return HostFiles(beside={"potret-objek.json": object_list(setting.uris, setting.base, setting.moves)})


def _folder(_setting: Setting) -> HostFiles:
    return HostFiles()


HOSTS: Mapping[str, Callable[[Setting], HostFiles]] = {
    "apache": _apache,
    "nginx": _nginx,
    "github": _github,
    "gitlab": _gitlab,
    "netlify": _netlify,
    "s3": _s3,
    "folder": _folder,
}
"""Netlify's files are read by Cloudflare Pages too."""

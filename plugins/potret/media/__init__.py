"""Photos to renditions: the originals are never published."""

from potret.media.limit import Reason
from potret.media.picture import File, Picture
from potret.media.rendition import RENDITIONS, SCREEN, Rendition, for_print, plan
from potret.media.store import PhotoStore, published
from potret.media.workshop import Workshop

__all__ = [
    "RENDITIONS",
    "SCREEN",
    "File",
    "PhotoStore",
    "Picture",
    "Reason",
    "Rendition",
    "Workshop",
    "for_print",
    "plan",
    "published",
]

"""Photos to renditions: the originals are never published."""

from potret.media.picture import Picture
from potret.media.rendition import RENDITIONS, Rendition, plan
from potret.media.store import PhotoStore

__all__ = ["RENDITIONS", "PhotoStore", "Picture", "Rendition", "plan"]

"""A small picture of a photo, made when it is asked for and kept nowhere.

Photos here may be of people who never agreed to be shown, so nothing of them goes into a cache that outlives the page.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from potret.editing.fields import clean
from potret.media import PhotoStore
from potret.media.rendition import Rendition
from potret.model import Photo, PhotoFront

WIDTHS = {"": 320, "besar": 960}


def thumbnail(original: Path, size: str) -> bytes | None:
    """Make a JPEG without metadata in a worker of its own, which is ended when it takes too long; None for no picture.

    Takes 0.3 s of CPU for a photo of a phone, most of it the worker's start.
    """
    front = PhotoFront.model_validate(
        {"berkas": clean(original.name) or "?", "keterangan": "-", "alt": "-", "orang": "tidak_ada"}
    )
    rendition = Rendition("jpeg", WIDTHS[size], 72)
    with TemporaryDirectory(prefix="potret-") as folder:
        made, _ = PhotoStore(Path(folder)).single("x", [(Photo("x", front, original), rendition)])
        return next((file.path.read_bytes() for file in made.values()), None)

"""A slide a school wrote itself, in the front matter of its portrait or of a practice."""

from potret.model.fields import Plain
from potret.model.text import Noun, Text


class OwnSlide(Noun):
    """One entry of `slide:`."""

    judul: Text
    isi: Text | None = None
    foto: Plain | None = None
    """`foto/<album>/<berkas>` or `<album>/<berkas>`."""

"""A slide show of the office's own, shown as those of schools are: a plain page, and slide by slide with slide.js."""

from potret.places import Place
from potret.reader import Reader
from potret.sitefile import Body, slot
from potret.slides.written import slides, split


def compose(markdown: str, title: str, place: Place, reader: Reader) -> Body | None:
    """Turn a page's Markdown into a slide show; None where it has no `##`, so that it stays the page it is."""
    head, parts = split(markdown)
    deck = slides(parts, reader.locale, title)
    if not deck:
        return None
    shown = reader.templates.component("slides", deck=deck, links=reader.links(place), full=place)
    return Body.of(f"{head.replace(chr(0), '')}\n\n{slot(0)}\n", [str(shown)])

"""Setting the studio up, and again when mkdocs.yml or the office's pages have changed."""

import logging
import tempfile
from pathlib import Path

from mkdocs.structure.files import File

from potret.media import Workshop
from potret_mkdocs.edition import is_sensitive
from potret_mkdocs.frame import Frame, frame
from potret_mkdocs.opening import open_languages
from potret_mkdocs.serving.census import Census, Register
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.school import Look
from potret_mkdocs.serving.studio import Studio


def open_house(config_file: Path, workshop: Workshop, marks: Marks, before: Studio | None = None) -> Studio:
    """Set everything up; a census that is there already goes on. Raises what MkDocs raises of a wrong mkdocs.yml."""
    languages = open_languages(config_file, Path(tempfile.gettempdir()) / "potret-serve")
    for language in languages:
        language.schools.is_preview = True
        language.schools.config["cetak"] = False  # PDFs take seconds and are the same after `potret build`
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
    whole = frame(languages)
    config, site = languages[0].schools.config, languages[0].config
    register = Register(Path(config.schools_dir), tuple(config.only), is_sensitive(site))
    census = before.census if before and before.census.register == register else Census(register)
    look, office = Look(whole, workshop, Path(config.cache_dir)), (config_file, Path(site.docs_dir))
    return Studio(office, whole, _files(whole), census, look, marks)


def _files(whole: Frame) -> dict[str, File]:
    """Lay the site out once more with what the themes bring."""
    first = whole.languages[0]
    edition = first.schools.edition  # the frame's, with the same foot
    layouts = [first.lay_out(edition, is_first=True), *whole.layouts[1:]]
    return {file.dest_uri: file for one in layouts for file in one.files if not file.is_documentation_page()}

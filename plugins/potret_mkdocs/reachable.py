"""Links from the portal to pages that are drawn already: they are looked up only when somebody asks for them."""

from collections.abc import Collection
from functools import cache
from typing import Any

from mkdocs.structure.files import File, Files

from potret_mkdocs.language import Language
from potret_mkdocs.record import Record


def reachable(language: Language, files: Files, records: Collection[Record]) -> Files:
    """Add the schools' pages as far as a page may link to them; files are made only for those somebody asks for."""

    @cache
    def sources() -> dict[str, str]:
        return {source: uri for record in records for source, uri in record.sources[language.locale]}

    kind: Any = type(files)
    found = kind(language.i18n, files) if language.i18n is not None else kind(files)
    known = found.get_file_from_path

    def look_up(path: str) -> File | None:
        file: File | None = known(path)
        names = () if file is not None else (f"{path.removesuffix('.md')}.{language.locale}.md", path)
        for source in names:
            if source in sources():
                config = language.config
                return File(source, config.docs_dir, "", config.use_directory_urls, dest_uri=sources()[source])
        return file

    found.get_file_from_path = look_up  # MkDocs asks the collection, which has to stay of static-i18n's kind
    return found  # type: ignore[no-any-return]

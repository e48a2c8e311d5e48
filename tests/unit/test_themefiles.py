from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from potret_mkdocs.themefiles import skip_icons


def files_of(config: MkDocsConfig) -> list[str]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return sorted(file.src_uri for file in files)


def test_the_theme_gives_the_same_files_and_keeps_its_icons() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Uji"})
    config.theme = Theme(name="material")
    expected = files_of(config)
    assert len(expected) > 20
    skip_icons(config)
    assert files_of(config) == expected
    assert config.theme.get_env().get_template(".icons/material/school.svg").render().startswith("<svg")

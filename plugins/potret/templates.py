"""The Jinja environments over the theme: `components/*.html` to HTML, `pages/*.md` to Markdown.

Nothing is trusted: HTML is autoescaped, and in Markdown every printed value also loses the meaning of its
Markdown signs, so that a school named "<b>*A*</b>" is shown as just that.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from markupsafe import Markup, escape

from potret import strings
from potret.calling import CallingContext
from potret.model import Text
from potret.sitefile import Body, Written, slot

_SIGNS = re.compile(r"[\\`*_{}\[\]|~^#]")
_SIGNS_APART = re.compile(f"({_SIGNS.pattern})")
_LINE_START = re.compile(r"^([-+=:!?]|\d+(?=[.)]))")


def theme_dir() -> Path:
    """Find the theme's folder, in a checkout and in a wheel."""
    return Path(str(files("potret_theme")))


def escape_markdown(value: object) -> Markup:
    """Escape a value for Markdown; markup that is already safe stays."""
    if isinstance(value, Markup):
        return value
    text = " ".join(str(value).replace("\0", "").split())
    pieces = _SIGNS_APART.split(text)  # apart, or the "#" of "&#42;" would be escaped again
    pieces[::2] = [str(escape(piece)) for piece in pieces[::2]]
    pieces[1::2] = [f"&#{ord(sign)};" for sign in pieces[1::2]]
    text = "".join(pieces)
    text = _LINE_START.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", text)
    return Markup(text)  # noqa: S704 - escaped just above


def keep_compiled(locale: str, folder: Path) -> None:
    """Keep compiled templates between runs: compiling them all takes two seconds, which a small build feels.

    A changed template is compiled anew: its text's digest is kept beside it. The two kinds compile differently.
    """
    for markdown in (False, True):
        kept = folder / f"{'md' if markdown else 'html'}-{jinja2.__version__}"
        kept.mkdir(parents=True, exist_ok=True)
        _environment(locale, markdown=markdown).bytecode_cache = bytecode(str(kept))


class _Bytecode(jinja2.FileSystemBytecodeCache):
    """Reads each template's code once for all languages: half of 180 files, 10 ms."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        name = (bucket.key, bucket.checksum)
        if name not in self._known:
            super().load_bytecode(bucket)
            if bucket.code is not None:
                self._known[name] = bucket.code
        bucket.code = self._known.get(name)


@cache
def bytecode(folder: str) -> jinja2.BytecodeCache:
    """Give the place where compiled templates are kept."""
    return _Bytecode(folder)


def settle(locale: str) -> None:
    """Look at each template's file once and never again: for programs that end before anybody changes one."""
    for markdown in (False, True):
        _environment(locale, markdown=markdown).auto_reload = False


@dataclass(frozen=True, slots=True)
class Templates:
    """Renders pages and components for readers of one language."""

    locale: str

    def page(self, name: str, /, **values: object) -> Body:
        """Render `pages/<name>.md`; `part(component, …)` in it leaves a token in the Markdown."""
        sheet = _Sheet(self.locale)
        template = _environment(self.locale, markdown=True).get_template(f"pages/{name}.md")
        return Body.of(template.render(part=sheet.part, raw=sheet.raw, written=sheet.written, **values), sheet.parts)

    def whole(self, name: str, /, **values: object) -> Markup:
        """Render a template of the theme that is no component, such as `kios/beranda`."""
        template = _environment(self.locale, markdown=False).get_template(f"{name}.html")
        return Markup(template.render(**values).strip())  # noqa: S704 - rendered with autoescape on

    def component(self, name: str, /, **values: object) -> Markup:
        """Render the macro of `components/<name>.html`."""
        return _component(self.locale, name, values)


@dataclass(slots=True)
class _Sheet:
    """Collects the components of one page while it is rendered."""

    locale: str
    parts: list[str] = field(default_factory=list)

    def part(self, name: str, /, **values: object) -> Markup:
        return self.raw(_component(self.locale, name, values))

    def raw(self, html: Markup) -> Markup:
        self.parts.append(str(html))
        return Markup(f"\n\n{slot(len(self.parts) - 1)}\n\n")  # noqa: S704 - a sign of ours

    def written(self, article: Written) -> Markup:
        """Put an author's Markdown into the page; it is sanitised after rendering, its components are ours."""
        text = article.after(len(self.parts))
        self.parts += article.parts
        return Markup(text)  # noqa: S704 - Markdown


def _component(locale: str, name: str, values: dict[str, Any]) -> Markup:
    module: Any = _environment(locale, markdown=False).get_template(f"components/{name}.html").module
    return Markup(str(getattr(module, name)(**values)).strip())  # noqa: S704 - rendered with autoescape on


@cache
def _environment(locale: str, *, markdown: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme_dir()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=escape_markdown if markdown else None,
        extensions=["jinja2.ext.do"],
    )
    environment.context_class = CallingContext
    environment.globals |= _globals(locale)
    return environment


def _globals(locale: str) -> dict[str, Any]:
    """Give templates what depends on the language and nothing else."""

    def t(key: str, **values: object) -> str:
        return strings.text(key, locale, **values)

    def say(text: Text | None) -> Markup:
        """Print a text; one that is not translated says so in its lang attribute."""
        if text is None:
            return Markup("")
        words, found = text.of(locale)
        shown = escape_markdown(words)
        return shown if found == locale else Markup('<span lang="{}">{}</span>').format(found, shown)

    def number(value: Decimal | float, digits: int = 2) -> str:
        return strings.number(value, locale, digits)

    def rupiah(value: int) -> str:
        return strings.rupiah(value, locale)

    def day(value: date) -> str:
        return strings.day(value, locale)

    def say_in(messages: str, key: str, **values: object) -> str:
        return strings.text(key, messages, **values)  # an author's language, not the page's

    plain = {"t": t, "say_in": say_in, "say": say, "number": number, "rupiah": rupiah, "day": day}
    return {"locale": locale, "anchor": _anchor, "lang_open": _lang_open, "lang_close": _lang_close, **plain}


def _anchor(name: object) -> Markup:
    """Write the attribute list that gives a heading its fixed address, the same in every language."""
    return Markup("{{: #{} }}").format(name)


def _lang_open(locale: str) -> Markup:
    return Markup('<div class="potret-article" lang="{}">').format(locale)


def _lang_close() -> Markup:
    return Markup("</div>")

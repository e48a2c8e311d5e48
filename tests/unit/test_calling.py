import jinja2
import pytest

from potret.calling import CallingContext

MACROS = "{% macro row(name, mark='-') %}<{{ name }}{{ mark }}{{ caller() if caller else '' }}>{% endmacro %}"


class Person:
    def __call__(self, name: str) -> str:
        return f"called {name}"

    def greet(self, name: str = "you") -> str:
        return f"hello {name}"


@jinja2.pass_context
def seen(context: jinja2.runtime.Context, key: str) -> str:
    return f"{key}={context.resolve(key)}"


def stopped() -> str:
    return next(iter(()))


VALUES = {"person": Person(), "seen": seen, "length": len, "items": [1, 2], "stopped": stopped, "bad": "<&>"}


def rendered(kind: type[jinja2.runtime.Context], text: str) -> str:
    environment = jinja2.Environment(autoescape=True)
    environment.context_class = kind
    try:
        return environment.from_string(MACROS + text).render(VALUES)
    except jinja2.UndefinedError as error:
        return f"UndefinedError: {error}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ row(bad) }}", "<&lt;&amp;&gt;->"),
        ("{% for item in items %}{{ row(item, mark=loop.index) }}{% endfor %}", "<11><22>"),
        ("{% call row(1) %}{{ bad }}{% endcall %}", "<1-&lt;&amp;&gt;>"),
        ("{% block one %}{% set item = 3 %}{{ person.greet(item) }}{% endblock %}", "hello 3"),
        ("{% for item in items %}{% set key = item %}{{ seen('key') }} {% endfor %}", "key=1 key=2 "),
        ("{% set key = 4 %}{{ seen('key') }}", "key=4"),
        ("{{ person('x') }} {{ person.greet() }} {{ length(items) }}", "called x hello you 2"),
        ("{% autoescape false %}{{ row(bad) }}{{ bad }}{% endautoescape %}", "<&lt;&amp;&gt;-><&>"),
        ("{% for item in items recursive %}{{ item if item is number else loop(item) }}{% endfor %}", "12"),
        ("{{ nothing() }}", "UndefinedError: 'nothing' is undefined"),
    ],
)
def test_calls_come_out_as_jinjas_own(text: str, expected: str) -> None:
    assert rendered(CallingContext, text) == rendered(jinja2.runtime.Context, text) == expected

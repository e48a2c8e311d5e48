import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.compact import compact


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("\n\n<p>a</p>\n\n\n   <p>b</p>\n", "<p>a</p>\n<p>b</p>\n", id="blank lines and indents"),
        pytest.param("<p>a  b</p>", "<p>a  b</p>", id="blanks inside a line"),
        pytest.param("<pre>a\n\n  b</pre>\n\n<p>c</p>", "<pre>a\n\n  b</pre>\n<p>c</p>", id="preformatted"),
        pytest.param("<PRE>a\n\n b</PRE>", "<PRE>a\n\n b</PRE>", id="preformatted in capitals"),
        pytest.param("<textarea>a\n\n b</textarea>", "<textarea>a\n\n b</textarea>", id="text field"),
        pytest.param(
            "<script>a\n\n b</script>\n\n<style>c\n\n d</style>",
            "<script>a\n\n b</script>\n<style>c\n\n d</style>",
            id="script and style",
        ),
        pytest.param("<pre>a\n\n b</pre><pre>c\n\n d</pre>", "<pre>a\n\n b</pre><pre>c\n\n d</pre>", id="two in a row"),
        pytest.param("<prefix>\n\n a</prefix>", "<prefix>\na</prefix>", id="another tag that begins alike"),
    ],
)
def test_white_space_goes_where_it_does_not_show(html: str, expected: str) -> None:
    assert compact(html) == expected
    assert compact(expected) == expected


@given(st.text(alphabet=" \t\r\n\v\u00a0\u2028ab>", max_size=20))
def test_every_run_with_a_line_break_becomes_one(text: str) -> None:
    assert compact(f"<p>{text}") == re.sub(r"\s*\n\s*", "\n", f"<p>{text}")

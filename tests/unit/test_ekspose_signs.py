import pytest

from potret.ekspose.signs import Signs, cleaned

OWN = frozenset(map(ord, "abcdefghijklmnopqrstuvwxyzé X0123456789/-…\u0308"))


def signs() -> Signs:
    return Signs(OWN, lambda sign: sign == "ب")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\nc\x01d\x7fe", "a b c d e"),
        ("cafe\u0301", "café"),
        ("a\U0001f600b", "ab"),
        ("a中b", "a?b"),
        ("a\u202eb", "ab"),
        ("a ب b", "a ب b"),
        ("a\xa0b", "a\xa0b"),
        ("X" * 28, "\u200b".join("X" * 28)),
        ("X" * 27, "X" * 27),  # longer than any word of daily use
        ("X" * 27 + "…", "\u200b".join("X" * 27) + "…"),
        ("X" * 27 + "q\u0308", "\u200b".join("X" * 27) + "\u200bq\u0308"),
        ("X" * 20 + "-" + "X" * 20, "X" * 20 + "-" + "X" * 20),  # a line breaks there by itself
        ("2018/2019/2020/2021/2022/2023", "\u200b".join("2018/2019/2020/2021/2022/2023")),  # but not before a digit
    ],
)
def test_what_nothing_can_show_is_taken_out(text: str, expected: str) -> None:
    assert signs().clean(text) == expected


def test_missing_signs_are_remembered() -> None:
    found = signs()
    found.clean("a中\U0001f600")
    assert found.missing == {"中", "\U0001f600"}


def test_kinds_addresses_and_files_are_left_alone() -> None:
    tree = {
        "k": "link",
        "href": "https://a.example/" + "x" * 50,
        "file": "/foto/中.jpg",
        "c": ["中", {"n": 1, "x": None}],
    }
    assert cleaned(tree, signs()) == {**tree, "c": ["?", {"n": 1, "x": None}]}

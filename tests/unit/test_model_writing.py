import pytest

from potret.model import Article, Writing


def writing(body: str, title: str | None = None, summary: str | None = None) -> Writing:
    return Writing("potret.md", 1, body, title, summary)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        pytest.param(writing("a  b\n\nc", "T", "S"), True, id="white space"),
        pytest.param(writing("a b d", "T", "S"), False, id="text"),
        pytest.param(writing("a b c", "U", "S"), False, id="title"),
        pytest.param(writing("a b c", "T", "R"), False, id="summary"),
    ],
)
def test_the_digest_follows_words_and_not_white_space(other: Writing, *, is_same: bool) -> None:
    assert (writing("a b c", "T", "S").digest == other.digest) is is_same


def test_the_digest_is_twelve_hexadecimal_digits() -> None:
    digest = writing("teks").digest
    assert len(digest) == 12
    assert int(digest, 16) >= 0


def test_an_article_falls_back_to_indonesian() -> None:
    article = Article({"id": writing("sumber"), "en": writing("source")})
    assert article.of("en") == (writing("source"), "en")
    assert article.of("jv") == (writing("sumber"), "id")
    assert article.source == writing("sumber")

import pytest

from minimal import built, found
from potret.model import AlbumFront, Text


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("[a, b]", "type-text", id="list"),
        pytest.param("{id: [a]}", "type-text", id="list in a language"),
        pytest.param("{indonesia: a}", "text-locale", id="a word for the language"),
        pytest.param("{ID: a}", "text-locale", id="language in capitals"),
        pytest.param("{en: a}", "text-no-indonesian", id="English only"),
        pytest.param("{id: Bila ragu, tidak berangkat., en: a}", "text-comma", id="a comma without quotes"),
        pytest.param("{id: Bila ragu, pulang}", "text-comma", id="one word after a comma"),
        pytest.param('{id: " ", en: a}', "text-no-indonesian", id="blank Indonesian"),
    ],
)
def test_what_is_no_text_has_a_code_and_a_line(written: str, code: str) -> None:
    assert found(AlbumFront, f"tanggal: 2018-01-01\njudul: {written}") == [(code, 2, "error")]


def test_a_plain_string_is_indonesian() -> None:
    text = built(AlbumFront, "judul: ' Kebun '").judul
    assert (text.of("en"), text.has("en"), str(text)) == (("Kebun", "id"), False, "Kebun")


def test_each_language_is_given_to_its_readers() -> None:
    text = Text.model_validate({"id": "Kebun", "en": "Garden"})
    assert text.of("en") == ("Garden", "en")
    assert text.of("id") == ("Kebun", "id")


@pytest.mark.parametrize("word", ["no", "12:30", "0123", "1.10", "2018-02-14", "Yes"])
def test_words_yaml_would_convert_stay_words(word: str) -> None:
    assert str(built(AlbumFront, f"judul: {word}").judul) == word

"""How much of a wish for a language is read."""

from api.language import preferred


def test_what_is_read_of_languages_has_an_end() -> None:
    assert preferred("de," * 50 + "en") == "en"
    assert preferred("de," * 100 + "en") == "zh"

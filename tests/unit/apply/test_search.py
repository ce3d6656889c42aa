"""A service is found by its name, by what people say, and by the initials of the pinyin."""

import pytest

from api.pages.apply.initials import initials
from api.pages.apply.search import matching
from domain.services.catalogue import OPEN_SERVICES


def found(sought: str) -> list[str]:
    return [service.code for service in matching(OPEN_SERVICES.values(), sought)]


@pytest.mark.parametrize("code", OPEN_SERVICES)
def test_every_service_says_when_people_need_it_and_is_found_by_it(code: str) -> None:
    service = OPEN_SERVICES[code]
    assert service.wish
    for words in (service.title.zh, service.title.en, service.wish.zh, service.wish.en):
        assert code in found(words)
    letters = initials(service.title.zh)
    assert letters.isascii()
    assert code in found(letters)
    assert code in found(letters.upper()[:4])


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("补换领机动车号牌", "bhljdchp"),
        ("期满换领驾驶证", "qmhljsz"),
        ("啊座ABC 12", "azabc 12"),
        ("鑫", "鑫"),
    ],
)
def test_the_initials_of_common_characters(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_the_name_goes_before_what_people_say() -> None:
    assert found("驾驶证")[0] in {c for c, s in OPEN_SERVICES.items() if "驾驶证" in s.title.zh}
    assert found("照片") == ["licence_photo_submit"]


def test_every_word_must_be_found() -> None:
    assert found("驾驶证 丢了") == ["licence_lost_reissue"]
    assert found("驾驶证 火箭") == []
    assert found("") == list(OPEN_SERVICES)

"""What was applied for at a window is told in words, in a row for each thing that is known."""

import json
import re
from datetime import date

import pytest
from msgspec.structs import replace

from api.language import Language
from api.pages.kit.history.event_values import field_rows
from domain.case.case import CASE
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.reader import read_window_form

TODAY = date(2020, 6, 1)
CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+|41\d{4}(\.\w+)?")
"""The code of a service, of a field, of a region of Henan or of an office."""


def told(code: str, language: Language) -> list[tuple[str, str]]:
    body = json.dumps(WINDOW_SERVICES[code].example(TODAY)).encode()
    facts = read_window_form(body, today=TODAY).facts()
    return field_rows(replace(facts, counter="410100"), CASE.words, language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", WINDOW_SERVICES)
def test_no_code_stands_among_the_words(code: str, language: Language) -> None:
    rows = told(code, language)
    assert [text for row in rows for text in row if CODE.fullmatch(text)] == []


def test_a_vehicle_has_a_row_for_each_thing_that_is_known_of_it() -> None:
    rows = dict(told("reg_ambulance", "zh"))
    assert rows["窗口业务"] == WINDOW_SERVICES["reg_ambulance"].title.zh
    assert rows["受理窗口"] == "郑州市车辆管理所"
    assert rows["未注册登记的机动车：使用性质"] == "救护"
    assert rows["未注册登记的机动车：核定载人数"] == "5"
    assert "未注册登记的机动车" not in rows


def test_the_service_is_told_once() -> None:
    title = WINDOW_SERVICES["reg_new"].title.en
    assert [text for _, text in told("reg_new", "en")].count(title) == 1

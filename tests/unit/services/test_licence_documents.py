"""What D01 to D04 share, and what an approval of each changes in the register."""

import json
from datetime import date

import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.register.changes import AnyChange, ClassesReduced, DocumentReissued, LicenceRenewed
from domain.register.licence import LicenceState
from domain.services.catalogue import CATALOGUE
from domain.services.facts import Facts
from domain.services.licence_document.states import STATES, strictest
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

TITLES = {
    "licence_renewal": "期满换领驾驶证",
    "licence_lost_reissue": "遗失补领驾驶证",
    "licence_damaged_replace": "损毁换领驾驶证",
    "licence_overage_exchange": "超龄换领驾驶证",
}
LATER = date(2022, 4, 1)


def facts(code: str) -> Facts:
    return read_form(json.dumps(CATALOGUE[code].example(TODAY)).encode(), today=TODAY).facts()


@pytest.mark.parametrize("code", TITLES)
def test_a_licence_is_made_within_a_working_day_for_ten_yuan(code: str) -> None:
    service = CATALOGUE[code]
    assert service.title.zh == TITLES[code]
    assert service.law.verified
    for day in (TODAY, LATER):
        assert service.decide_within.on(day) == 1
        assert service.fee(facts(code), day) == 10_00
    assert service.document
    assert service.document.zh == "机动车驾驶证"


def test_one_licence_has_one_open_case_in_which_another_is_made() -> None:
    assert {CATALOGUE[code].exclusive for code in TITLES} == {"licence_document"}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("licence_renewal", LicenceRenewed(renewed_on=TODAY)),
        ("licence_lost_reissue", DocumentReissued(service="licence_lost_reissue")),
        ("licence_damaged_replace", DocumentReissued(service="licence_damaged_replace")),
        ("licence_overage_exchange", ClassesReduced(classes=(LicenceClass.C1,))),
    ],
)
def test_an_approval_changes_the_licence_in_the_register(code: str, change: AnyChange) -> None:
    assert CATALOGUE[code].change(facts(code), TODAY) == (change,)


def test_every_letter_has_its_line() -> None:
    assert STATES.keys() == set(LicenceState)
    assert all(STATES[LicenceState.NORMAL])


@pytest.mark.parametrize("letter", "DKU")
def test_the_law_bars_a_licence_that_is_suspended_seized_or_detained(letter: str) -> None:
    assert STATES[LicenceState(letter)].lost is False


def test_of_several_letters_the_strictest_counts() -> None:
    assert strictest([True, None, False]) is False
    assert strictest([True, None]) is None
    assert strictest([True, True]) is True

"""A prefecture lets another of its offices go on with the cases of one."""

import pytest

from domain.offices.transfer_reason import TransferReason
from domain.people import Actor, Role
from domain.prefectures.commands import TransferCasework
from domain.prefectures.events import CaseworkTransferred
from domain.prefectures.refusals import CaseworkOfficeUnknown, OtherPrefecture
from tests.kit.prefectures import CLASS_TWO, DETACHMENT, HQ, LEADER, LUOYANG, decided

COUNTY = "410322"


def from_to(from_office: str, to_office: str) -> TransferCasework:
    return TransferCasework(
        from_office=from_office, to_office=to_office, reason=TransferReason.EQUIPMENT_FAULT
    )


def test_another_office_of_the_prefecture_goes_on_with_them() -> None:
    assert decided(from_to(COUNTY, LUOYANG), CLASS_TWO, by=LEADER) == (
        CaseworkTransferred(
            region=LUOYANG,
            from_office=COUNTY,
            to_office=LUOYANG,
            reason=TransferReason.EQUIPMENT_FAULT,
            body=LUOYANG,
        ),
    )
    for superior in (DETACHMENT, HQ):
        assert decided(from_to(LUOYANG, COUNTY), CLASS_TWO, by=superior)


def test_to_the_same_office_there_is_nothing_to_do() -> None:
    assert decided(from_to(COUNTY, COUNTY), CLASS_TWO) == ()


@pytest.mark.parametrize(
    ("here", "there"), [(COUNTY, "410100"), ("410100", LUOYANG), (LUOYANG, "410300.exs1")]
)
def test_only_offices_of_the_prefecture_that_decide_cases_take_part(here: str, there: str) -> None:
    with pytest.raises(CaseworkOfficeUnknown) as refused:
        decided(from_to(here, there), CLASS_TWO)
    assert COUNTY in refused.value.choices


@pytest.mark.parametrize("office", ["410100", "410100-det", COUNTY])
def test_neither_another_prefecture_nor_a_county_decides_it(office: str) -> None:
    other = Actor(Role.SUPERVISOR, "leader", office)
    with pytest.raises(OtherPrefecture):
        decided(from_to(COUNTY, LUOYANG), CLASS_TWO, by=other)

"""Which numbers a story has: those of the announcement, or so many of any city."""

from collections.abc import Sequence

import pytest

from cheguan.town import numbering
from cheguan.town.blocks import GREEN
from cheguan.town.fates import Fate
from cheguan.town.numbering import (
    AMBULANCE_SERVICE,
    ANYWHERE,
    LEARNER_SERVICE,
    LIVE,
    ONLINE,
    URGENT_SERVICE,
    of_so_many,
    of_the_announcement,
)
from cheguan.town.people import ZHENGZHOU
from cheguan.town.plans import plan

URGENT, AMBULANCES, LEARNERS = 19, 14, 96
SOME = [plan(7, number) for number in of_the_announcement(0.02)]


def test_the_whole_story_has_nearly_a_hundred_thousand_online_cases_in_zhengzhou() -> None:
    numbers = of_the_announcement(1.0)
    in_zhengzhou = [number for number in numbers if numbering.in_zhengzhou(number)]
    assert len(in_zhengzhou) == ONLINE + URGENT + AMBULANCES
    assert 99_000 < ONLINE < 100_000
    assert sum(map(numbering.urgent, numbers)) == URGENT
    assert sum(map(numbering.is_ambulance, numbers)) == AMBULANCES
    assert len(set(numbers)) == len(numbers)
    assert not set(numbers) & {*ANYWHERE}
    assert max(numbers) < LIVE


def test_a_smaller_scale_is_a_part_of_the_whole_story() -> None:
    part = of_the_announcement(0.01)
    assert set(part) < set(of_the_announcement(1.0))
    in_zhengzhou = sum(map(numbering.in_zhengzhou, part))
    assert in_zhengzhou == pytest.approx(ONLINE / 100 + URGENT + AMBULANCES, abs=1)


@pytest.mark.requirement("R27")
@pytest.mark.parametrize("numbers", [of_the_announcement(0.0001), of_so_many(1)])
def test_the_vehicles_that_the_announcement_counts_are_not_scaled(numbers: Sequence[int]) -> None:
    assert sum(map(numbering.urgent, numbers)) == URGENT
    assert sum(map(numbering.is_ambulance, numbers)) == AMBULANCES


def test_a_story_of_so_many_has_all_of_them_and_visits_to_windows_beside() -> None:
    numbers = of_so_many(200)
    assert sum(number in ANYWHERE for number in numbers) == 200
    assert sum(map(numbering.at_window, numbers)) == 10
    plates = [plan(7, number) for number in ANYWHERE[:20_000]]
    counted = {p.fate for p in plates if p.service == "temp_plate" and p.city.code == ZHENGZHOU}
    assert len(counted) > 10
    assert not counted & GREEN


def test_a_number_says_whether_its_case_is_one_of_zhengzhou() -> None:
    told = [drawn for drawn in SOME if numbering.learner(drawn.number) is None]
    assert all(
        (drawn.city.code == ZHENGZHOU) == numbering.in_zhengzhou(drawn.number)
        for drawn in told
        if not numbering.by_appointment(drawn.number)
    )


@pytest.mark.parametrize("numbers", [of_the_announcement(0.0001), of_so_many(1)])
def test_the_learners_who_had_booked_an_examination_are_not_scaled(
    numbers: Sequence[int],
) -> None:
    learners = [number for number in numbers if numbering.learner(number) is not None]
    assert len(learners) == LEARNERS
    assert {plan(7, number).service for number in learners} == {LEARNER_SERVICE}
    assert len({drawn.city.code for drawn in SOME}) == 18


def test_only_the_vehicles_that_the_rescue_needed_are_in_the_green_channel() -> None:
    green = [drawn for drawn in SOME if drawn.fate in GREEN]
    assert len(green) == URGENT + AMBULANCES
    assert {drawn.fate for drawn in green} == {Fate.GREEN_GRANTED}
    for drawn in green:
        ambulance = numbering.is_ambulance(drawn.number)
        assert ambulance or numbering.urgent(drawn.number)
        assert drawn.service == (AMBULANCE_SERVICE if ambulance else URGENT_SERVICE)

"""Which numbers a story has: those of the announcement, or so many of any city."""

import pytest

from cheguan.town import numbering
from cheguan.town.blocks import GREEN
from cheguan.town.fates import Fate
from cheguan.town.mix import SERVICES
from cheguan.town.numbering import ANYWHERE, LIVE, ONLINE, URGENT_SERVICE, of_the_announcement
from cheguan.town.people import ZHENGZHOU
from cheguan.town.plans import plan

URGENT = 19 if URGENT_SERVICE in SERVICES else 0
SOME = [plan(7, number) for number in of_the_announcement(0.02)]


def test_the_whole_story_has_nearly_a_hundred_thousand_online_cases_in_zhengzhou() -> None:
    numbers = of_the_announcement(1.0)
    in_zhengzhou = [number for number in numbers if numbering.in_zhengzhou(number)]
    assert len(in_zhengzhou) == ONLINE + URGENT
    assert 99_000 < ONLINE < 100_000
    assert sum(map(numbering.urgent, numbers)) == URGENT
    assert len(set(numbers)) == len(numbers)
    assert not set(numbers) & {*ANYWHERE}
    assert max(numbers) < LIVE


def test_a_smaller_scale_is_a_part_of_the_whole_story() -> None:
    part = of_the_announcement(0.01)
    assert set(part) < set(of_the_announcement(1.0))
    assert sum(map(numbering.in_zhengzhou, part)) == pytest.approx(ONLINE / 100, abs=URGENT or 1)


def test_a_number_says_whether_its_case_is_one_of_zhengzhou() -> None:
    assert all(
        (drawn.city.code == ZHENGZHOU) == numbering.in_zhengzhou(drawn.number) for drawn in SOME
    )
    assert len({drawn.city.code for drawn in SOME}) == 18


def test_only_the_vehicles_that_the_rescue_needed_are_in_the_green_channel() -> None:
    green = [drawn for drawn in SOME if drawn.fate in GREEN]
    assert all(numbering.urgent(drawn.number) for drawn in green)
    assert {drawn.fate for drawn in green} <= {Fate.GREEN_GRANTED}
    assert {drawn.service for drawn in green} <= {URGENT_SERVICE}
    assert bool(green) == bool(URGENT)

"""Where windows were open: closed everywhere, then the first step in the class-two areas."""

from datetime import date

import pytest

from cheguan.town.openings import window_open

BEFORE, CLOSED = date(2020, 1, 23), date(2020, 1, 24)
LAST_CLOSED, FIRST_STEP = date(2020, 2, 23), date(2020, 2, 24)
LAST_STEP, ALL_OPEN = date(2020, 5, 31), date(2020, 6, 1)

CLASS_ONE, CLASS_TWO = "410100", "410300"


@pytest.mark.parametrize("office", [CLASS_ONE, CLASS_TWO, "410100.br1", "410322"])
def test_every_window_is_open_before_and_after_and_closed_between(office: str) -> None:
    assert window_open(office, BEFORE)
    assert not window_open(office, CLOSED)
    assert not window_open(office, LAST_CLOSED)
    assert window_open(office, ALL_OPEN)


@pytest.mark.parametrize("day", [FIRST_STEP, LAST_STEP])
@pytest.mark.parametrize(
    ("office", "opened"),
    [(CLASS_TWO, True), (CLASS_ONE, False), ("410322", False), ("410300.noc", False)],
)
def test_the_first_step_opens_the_vehicle_offices_of_class_two(
    office: str, opened: bool, day: date
) -> None:
    assert window_open(office, day) is opened


@pytest.mark.parametrize("office", ["41", "999999", ""])
def test_what_is_no_office_of_a_prefecture_has_no_window(office: str) -> None:
    assert not window_open(office, BEFORE)
    assert not window_open(office, ALL_OPEN)

"""On the day of a decision offices open or close, and on no other."""

from datetime import timedelta

from domain.message import Event
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step
from projections.windows.changed import of_region
from tests.kit.prefectures import CLASS_TWO, CLOSED, LUOYANG, OPENS, SUSPENDED, step

_DAY = timedelta(days=1)


def after(*history: Event) -> Prefecture:
    state = PREFECTURE.initial
    for event in history:
        state = PREFECTURE.evolve(state, event)
    return state


def test_what_is_suspended_closes_on_that_day_and_opens_with_its_step() -> None:
    state = after(CLASS_TWO, SUSPENDED, step(Step.FIRST))
    closing, opening = of_region(state, LUOYANG, CLOSED), of_region(state, LUOYANG, OPENS)
    assert LUOYANG in closing.closed
    assert LUOYANG in opening.opened
    assert (closing.opened, opening.closed) == ([], [])
    assert set(opening.opened) <= set(closing.closed)


def test_on_the_days_between_nothing_changes() -> None:
    state = after(CLASS_TWO, SUSPENDED, step(Step.FIRST))
    for day in (CLOSED - _DAY, CLOSED + _DAY, OPENS - _DAY, OPENS + _DAY):
        assert of_region(state, LUOYANG, day) == ([], [])


def test_where_nothing_was_decided_nothing_changes() -> None:
    assert of_region(after(), LUOYANG, OPENS) == ([], [])

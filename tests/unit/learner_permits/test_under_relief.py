"""A learner's permit that would end is good for longer by a relief, and what was passed is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.learner_permits.events import (
    LearnerPermitDeadlineExtended,
    LearnerPermitEntered,
    LearnerPermitExpired,
)
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.message import CountReliefs, Event, PassDeadline
from domain.refusal import NotAsThingsStand
from domain.reliefs.events import ReliefEnded
from domain.timer import Timer
from tests.kit.decided import decided
from tests.kit.reliefs import suspended
from tests.unit.learner_permits.test_learner_permit import ENTERED, RECORD

DUE = PassDeadline(clock=Clock.LEARNER_PERMIT)
LAST = RECORD.valid_until
OPEN = suspended(Clock.LEARNER_PERMIT)
EXPIRED = LearnerPermitExpired(valid_until=LAST)
HELD = LearnerPermitDeadlineExtended(
    clock=Clock.LEARNER_PERMIT, old=LAST, new=None, relief="relief-1"
)


def timer(*history: Event) -> Timer | None:
    assert LEARNER_PERMIT.timer
    return LEARNER_PERMIT.timer(LEARNER_PERMIT.fold(history))


def test_a_permit_ends_after_its_last_day_and_once() -> None:
    over = end_of_day(LAST)
    assert timer(ENTERED) == Timer(Clock.LEARNER_PERMIT, over)
    assert decided(LEARNER_PERMIT, DUE, [ENTERED], over) == (EXPIRED,)
    assert timer(ENTERED, EXPIRED) is timer() is None
    with pytest.raises(NotAsThingsStand):
        decided(LEARNER_PERMIT, DUE, [ENTERED, EXPIRED], over)
    with pytest.raises(NotAsThingsStand):
        decided(LEARNER_PERMIT, DUE, [ENTERED], datetime(2020, 3, 2, 1, tzinfo=UTC))


@pytest.mark.requirement("R34")
def test_no_permit_ends_while_a_relief_is_open() -> None:
    assert decided(LEARNER_PERMIT, DUE, [ENTERED], end_of_day(LAST), reliefs=[OPEN]) == (HELD,)
    assert timer(ENTERED, HELD) is None


@pytest.mark.requirement("R34")
def test_a_permit_that_had_ended_in_the_epidemic_is_good_again_with_all_that_was_passed() -> None:
    now = end_of_day(LAST + timedelta(days=3))
    history = [ENTERED, EXPIRED]
    (event,) = decided(LEARNER_PERMIT, CountReliefs(), history, now, reliefs=[OPEN])
    assert event == HELD
    state = LEARNER_PERMIT.fold([*history, event])
    assert state.missed is None
    assert state.record == RECORD


@pytest.mark.requirement("R34")
def test_the_days_of_the_relief_are_added_when_it_ends() -> None:
    relief = suspended(Clock.LEARNER_PERMIT, first=LAST.replace(day=1))
    ended = ReliefEnded(relief="relief-1", last=LAST.replace(day=10))
    now = datetime(LAST.year, LAST.month, 5, 4, tzinfo=UTC)
    (event,) = decided(
        LEARNER_PERMIT, CountReliefs(), [ENTERED, HELD], now, reliefs=[relief, ended]
    )
    assert isinstance(event, LearnerPermitDeadlineExtended)
    assert event.new == LAST + timedelta(days=10)


def test_the_next_permit_is_not_the_one_that_a_relief_has_moved() -> None:
    following = LearnerPermitEntered(
        record=replace(RECORD, issued_on=date(2023, 1, 10), valid_until=date(2026, 1, 10)),
        entered_on=date(2023, 1, 10),
    )
    until = end_of_day(date(2026, 1, 10))
    assert timer(ENTERED, EXPIRED, following) == Timer(Clock.LEARNER_PERMIT, until)
    assert timer(ENTERED, HELD, following) == Timer(Clock.LEARNER_PERMIT, until)

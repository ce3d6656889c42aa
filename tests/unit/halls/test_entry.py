"""People come in with a mask and without a temperature, and each of them is recorded once."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import start_of_day
from domain.halls import commands, events
from domain.halls.choices import HallClosing, TurnedAwayFor, VisitAct
from domain.message import Event
from domain.refusal import NotAtThisStage
from tests.kit.halls import (
    CHECKED,
    DAY,
    LANE,
    LEADER,
    NOTHING_BEYOND,
    NOW,
    OPENED,
    came,
    hall,
    taps,
    told,
)


def admitted(number: int = 1, temperature: int = 365, lane: UUID = LANE) -> events.VisitorAdmitted:
    return events.VisitorAdmitted(lane=lane, number=number, at=NOW, temperature=temperature)


def reasons(found: tuple[Event, ...]) -> list[TurnedAwayFor]:
    return [each.reason for each in found if isinstance(each, events.VisitorTurnedAway)]


@pytest.mark.requirement("R23")
def test_whoever_wears_a_mask_and_has_no_temperature_comes_in() -> None:
    assert told(taps(came(1)), OPENED) == (admitted(),)
    after = hall(*OPENED, admitted())
    assert (after.inside, after.admitted, after.turned_away) == (1, 1, 0)


@pytest.mark.requirement("R23")
def test_nobody_comes_in_from_37_3_on() -> None:
    assert told(taps(came(1, 372)), OPENED) == (admitted(temperature=372),)
    assert told(taps(came(1, 373)), OPENED) == (
        events.VisitorTurnedAway(
            lane=LANE, number=1, at=NOW, reason=TurnedAwayFor.FEVER, temperature=373
        ),
    )


@pytest.mark.requirement("R23")
def test_nobody_comes_in_without_a_mask_or_without_his_temperature_taken() -> None:
    found = told(
        taps(came(1, None, masked=False), came(2, 365, masked=False), came(3, None)), OPENED
    )
    assert reasons(found) == [TurnedAwayFor.NO_MASK] * 3
    feverish = told(taps(came(1, 380, masked=False)), OPENED)
    assert reasons(feverish) == [TurnedAwayFor.FEVER]


@pytest.mark.requirement("R23")
def test_nobody_comes_into_a_full_hall_until_somebody_leaves() -> None:
    limited = [*OPENED, events.HallLimitSet(limit=2)]
    found = told(
        taps(came(1), came(2), came(3), came(4, None, act=VisitAct.LEAVES), came(5)), limited
    )
    assert [type(each).__name__ for each in found] == [
        "VisitorAdmitted",
        "VisitorAdmitted",
        "VisitorTurnedAway",
        "VisitorLeft",
        "VisitorAdmitted",
    ]
    assert reasons(found) == [TurnedAwayFor.FULL]
    assert hall(*limited, *found).inside == 2
    assert not reasons(told(taps(came(1), came(2), came(3)), limited, measures=[NOTHING_BEYOND]))


def test_whoever_came_in_while_the_tablet_had_no_connection_is_inside() -> None:
    full = [*OPENED, events.HallLimitSet(limit=1), admitted()]
    (late,) = told(taps(came(2, ago_s=600)), full)
    assert late == events.VisitorAdmitted(
        lane=LANE, number=2, at=NOW - timedelta(minutes=10), temperature=365
    )
    assert reasons(told(taps(came(2, ago_s=30)), full)) == [TurnedAwayFor.FULL]
    feverish = told(taps(came(2, 390, ago_s=600)), full)
    assert reasons(feverish) == [TurnedAwayFor.FEVER]


@pytest.mark.requirement("R23")
@given(sent=st.lists(st.tuples(st.integers(1, 300), st.integers(1, 100)), max_size=12))
def test_three_hundred_taps_are_recorded_once_each_whatever_is_sent_again(
    sent: list[tuple[int, int]],
) -> None:
    """A tablet sends from the first tap of which it has no answer, in batches of any length."""
    every = [came(number, ago_s=600) for number in range(1, 301)]
    recorded: list[Event] = list(OPENED)
    for first, length in [*sent, *((n, 100) for n in (1, 101, 201))]:
        start = min(first, hall(*recorded).last_of(LANE) + 1) - 1
        batch = every[start : start + length]
        recorded.extend(told(taps(*batch), recorded))
    numbers = [e.number for e in recorded if isinstance(e, events.VisitorAdmitted)]
    assert numbers == list(range(1, 301))
    assert hall(*recorded).admitted == 300


def test_two_tablets_count_by_themselves() -> None:
    other = UUID(int=11)
    both = [*OPENED, admitted(5), admitted(2, lane=other)]
    assert told(taps(came(5), came(6)), both) == (admitted(6),)
    assert told(taps(came(3), lane=other), both) == (admitted(3, lane=other),)


def test_a_tap_that_was_sent_late_is_recorded_in_a_hall_that_has_closed() -> None:
    closed = [*OPENED, events.HallClosed(reason=HallClosing.END_OF_DAY)]
    (late,) = told(taps(came(1, ago_s=86_400)), closed)
    assert isinstance(late, events.VisitorAdmitted)
    assert late.at == start_of_day(DAY)
    after = hall(*closed, late)
    assert (after.admitted, after.inside) == (1, 0)
    with pytest.raises(NotAtThisStage):
        told(taps(came(1)), CHECKED)


def test_whoever_is_on_duty_sets_another_limit_once() -> None:
    less = commands.SetHallLimit(limit=30)
    assert told(less, OPENED, by=LEADER) == (events.HallLimitSet(limit=30),)
    assert told(less, [*OPENED, events.HallLimitSet(limit=30)], by=LEADER) == ()

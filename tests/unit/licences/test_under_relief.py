"""No deadline of a licence passes while a relief runs, and no licence is cancelled (R31, R32)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.conflict import ConflictOfInterest, Relation
from domain.licences.commands import ConfirmCancellation
from domain.licences.events import (
    LicenceCancellationListed,
    LicenceCancelled,
    LicenceDeadlineExtended,
    LicenceDutyMissed,
)
from domain.licences.licence import LICENCE
from domain.licences.refusals import CancellationUnderRelief, NotListedForCancellation
from domain.message import Command, CountReliefs, Event, PassDeadline
from domain.people import Actor, Role
from domain.refusal import NotPermitted
from domain.register.licence import LicenceDuty, LicenceState
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.events import ReliefEnded
from domain.timer import Timer
from tests.kit.decided import decided
from tests.kit.reliefs import added, suspended
from tests.unit.licences.situations import (
    ENTERED,
    EXPIRY,
    MEDICAL_DUE,
    MISSED,
    NORMAL,
    RENEWAL_DUE,
    RENEWED,
    entered,
    record,
    timer,
)

ALL = (
    Clock.LIC_RENEW,
    Clock.LIC_REVIEW,
    Clock.LIC_MEDICAL,
    Clock.LIC_CANCEL_RENEW,
    Clock.LIC_CANCEL_MEDICAL,
)
OPEN = suspended(*ALL)
ENDED = ReliefEnded(relief="relief-1", last=date(2020, 9, 30))
CANCEL_DUE = PassDeadline(clock=Clock.LIC_CANCEL_RENEW)
CONFIRM = ConfirmCancellation(duty=LicenceDuty.RENEWAL)
CANCELS_ON = date(2021, 6, 30)
LISTED = LicenceCancellationListed(duty=LicenceDuty.RENEWAL, due_on=CANCELS_ON)
CLERK = Actor(Role.CLERK, "clerk", "410100")


def extended(
    old: date, new: date | None, clock: Clock = Clock.LIC_RENEW, relief: str = "relief-1"
) -> LicenceDeadlineExtended:
    return LicenceDeadlineExtended(clock=clock, old=old, new=new, relief=relief)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


@pytest.mark.requirement("R31")
def test_a_licence_is_not_overdue_while_a_relief_is_open() -> None:
    over = end_of_day(EXPIRY)
    (event,) = decided(LICENCE, RENEWAL_DUE, [ENTERED], over, reliefs=[OPEN])
    assert event == extended(EXPIRY, None)
    assert record(ENTERED, event).states == NORMAL
    assert timer(ENTERED, event) is None


@pytest.mark.requirement("R31")
def test_three_months_more_are_waited_for_and_then_the_renewal_is_missed() -> None:
    three = added(Clock.LIC_RENEW)
    later = date(2020, 9, 30)
    (event,) = decided(LICENCE, RENEWAL_DUE, [ENTERED], end_of_day(EXPIRY), reliefs=[three])
    assert event == extended(EXPIRY, later)
    assert timer(ENTERED, event) == Timer(Clock.LIC_RENEW, end_of_day(later))
    (missed,) = decided(LICENCE, RENEWAL_DUE, [ENTERED, event], end_of_day(later), reliefs=[three])
    assert missed == LicenceDutyMissed(duty=LicenceDuty.RENEWAL, due_on=later)


@pytest.mark.requirement("R31")
@pytest.mark.parametrize("duty", [Clock.LIC_REVIEW, Clock.LIC_MEDICAL])
def test_the_thirty_days_after_a_cycle_begin_again_when_the_relief_is_over(duty: Clock) -> None:
    """The window 2020-02-01 to 2020-03-01 lies inside the epidemic as a whole."""
    last = date(2020, 3, 1)
    on = entered(**{duty.value.replace("LIC_", "").lower() + "_due_on": last})
    ended = [OPEN, ReliefEnded(relief="relief-1", last=date(2020, 3, 31))]
    passing = PassDeadline(clock=duty)
    assert decided(LICENCE, passing, [on], end_of_day(last), reliefs=ended) == (
        extended(last, date(2020, 4, 30), duty),
    )


@pytest.mark.requirement("R31")
def test_an_open_deadline_gets_its_day_when_the_relief_ends_and_once_only() -> None:
    history = [ENTERED, extended(EXPIRY, None)]
    decided_on = noon(date(2020, 9, 1))
    later = EXPIRY + timedelta(days=250)
    (event,) = decided(LICENCE, CountReliefs(), history, decided_on, reliefs=[OPEN, ENDED])
    assert event == extended(EXPIRY, later)
    assert timer(*history, event) == Timer(Clock.LIC_RENEW, end_of_day(later))
    again = decided(LICENCE, CountReliefs(), [*history, event], decided_on, reliefs=[OPEN, ENDED])
    assert again == ()


def test_whoever_relied_on_an_open_relief_is_not_late_on_the_day_of_its_end() -> None:
    replaced = added(Clock.LIC_REVIEW, relief="relief-2", instead_of="relief-1")
    history = [ENTERED, extended(EXPIRY, None)]
    today = date(2020, 9, 1)
    counted = decided(LICENCE, CountReliefs(), history, noon(today), reliefs=[OPEN, replaced])
    assert counted == (extended(EXPIRY, today),)


@pytest.mark.requirement("R31")
def test_what_was_missed_before_the_relief_was_announced_is_missed_no_more() -> None:
    last = date(2020, 2, 10)
    on = entered(valid_until=last)
    history = [on, LicenceDutyMissed(duty=LicenceDuty.RENEWAL, due_on=last)]
    assert record(*history).states == {LicenceState.RENEWAL_OVERDUE}
    announced = noon(date(2020, 2, 23))
    (event,) = decided(LICENCE, CountReliefs(), history, announced, reliefs=[OPEN])
    assert event == extended(last, None)
    assert record(*history, event).states == NORMAL
    assert decided(LICENCE, CountReliefs(), [*history, event], announced, reliefs=[OPEN]) == ()


def test_what_had_passed_before_the_first_day_of_a_relief_is_revived_only_if_it_says_so() -> None:
    last = date(2020, 1, 10)
    history = [
        entered(valid_until=last),
        LicenceDutyMissed(duty=LicenceDuty.RENEWAL, due_on=last),
    ]
    announced = noon(date(2020, 2, 23))
    assert decided(LICENCE, CountReliefs(), history, announced, reliefs=[OPEN]) == ()
    revived = suspended(*ALL, revive=True)
    (event,) = decided(LICENCE, CountReliefs(), history, announced, reliefs=[revived])
    assert event == extended(last, None)


def test_a_relief_of_another_prefecture_or_another_clock_moves_nothing() -> None:
    over = end_of_day(EXPIRY)
    elsewhere = suspended(*ALL, regions=("411500",))
    another = suspended(Clock.LIC_REVIEW)
    assert decided(LICENCE, RENEWAL_DUE, [ENTERED], over, reliefs=[elsewhere, another]) == (MISSED,)


def test_the_deadline_of_the_next_term_is_not_that_which_a_relief_has_moved() -> None:
    history = [ENTERED, extended(EXPIRY, None), RENEWED]
    assert timer(*history) == Timer(Clock.LIC_RENEW, end_of_day(date(2030, 6, 30)))


def test_a_licence_is_listed_after_a_year_and_cancelled_by_an_officer() -> None:
    listed = decided(LICENCE, CANCEL_DUE, [ENTERED, MISSED], end_of_day(CANCELS_ON))
    assert listed == (LISTED,)
    assert timer(ENTERED, MISSED, LISTED) is None
    history = [ENTERED, MISSED, LISTED]
    cancelled = decided(LICENCE, CONFIRM, history, noon(date(2021, 7, 5)), CLERK)
    assert cancelled == (LicenceCancelled(duty=LicenceDuty.RENEWAL, cancelled_on=date(2021, 7, 5)),)
    assert record(*history, *cancelled).states == {LicenceState.RESTORABLE}
    assert timer(*history, *cancelled) is None


def test_nobody_cancels_what_is_not_listed_and_nothing_cancels_by_itself() -> None:
    with pytest.raises(NotListedForCancellation):
        decided(LICENCE, CONFIRM, [ENTERED, MISSED], noon(date(2021, 7, 5)), CLERK)
    medical = ConfirmCancellation(duty=LicenceDuty.MEDICAL)
    with pytest.raises(NotListedForCancellation):
        decided(LICENCE, medical, [ENTERED, MISSED, LISTED], noon(date(2021, 7, 5)), CLERK)
    with pytest.raises(NotPermitted):
        decided(LICENCE, CONFIRM, [ENTERED, MISSED, LISTED], noon(date(2021, 7, 5)))


def test_no_officer_confirms_the_cancellation_of_his_own_licence() -> None:
    history, day = [ENTERED, MISSED, LISTED], noon(date(2021, 7, 5))
    with pytest.raises(ConflictOfInterest) as refused:
        decided(LICENCE, CONFIRM, history, day, CLERK, indexes={ENTERED.record.holder})
    assert refused.value.relation == Relation.HOLDER
    assert decided(LICENCE, CONFIRM, history, day, CLERK, indexes={b"another"})


def test_whoever_renews_is_listed_no_more() -> None:
    history = [ENTERED, MISSED, LISTED, RENEWED]
    assert LICENCE.fold(history).listed == frozenset()


@pytest.mark.requirement("R32")
def test_no_licence_is_listed_for_cancellation_while_a_relief_runs() -> None:
    history = [ENTERED, MISSED]
    over = end_of_day(CANCELS_ON)
    (event,) = decided(LICENCE, CANCEL_DUE, history, over, reliefs=[suspended(*ALL[3:])])
    assert event == extended(CANCELS_ON, None, Clock.LIC_CANCEL_RENEW)
    assert timer(*history, event) is None


@pytest.mark.requirement("R32")
def test_thirty_days_of_grace_follow_the_end_of_the_relief() -> None:
    """A relief of the last ten days of the year moves the end by ten days, and then by grace."""
    relief = suspended(*ALL[3:], first=date(2021, 6, 21), last=CANCELS_ON)
    (event,) = decided(
        LICENCE, CANCEL_DUE, [ENTERED, MISSED], end_of_day(CANCELS_ON), reliefs=[relief]
    )
    assert event == extended(CANCELS_ON, date(2021, 7, 30), Clock.LIC_CANCEL_RENEW)


@pytest.mark.requirement("R32")
def test_a_listed_licence_is_not_cancelled_under_a_relief_that_came_since() -> None:
    relief = suspended(*ALL[3:], first=date(2021, 6, 1), announced_on=date(2021, 7, 2))
    history: list[Event] = [ENTERED, MISSED, LISTED]
    with pytest.raises(CancellationUnderRelief) as refused:
        decided(LICENCE, CONFIRM, history, noon(date(2021, 7, 5)), CLERK, [relief])
    assert refused.value.until is None
    (event,) = decided(LICENCE, CountReliefs(), history, noon(date(2021, 7, 5)), reliefs=[relief])
    assert event == extended(CANCELS_ON, None, Clock.LIC_CANCEL_RENEW)
    assert LICENCE.fold([*history, event]).listed == frozenset()


@pytest.mark.requirement("R32")
def test_want_of_a_medical_certificate_cancels_a_year_after_the_cycle_ended() -> None:
    on = entered(medical_due_on=date(2020, 6, 19), valid_until=None, years=None)
    missed = LicenceDutyMissed(duty=LicenceDuty.MEDICAL, due_on=date(2020, 6, 19))
    assert decided(LICENCE, MEDICAL_DUE, [on], end_of_day(date(2020, 6, 19))) == (missed,)
    cancels = date(2021, 5, 20)
    assert timer(on, missed) == Timer(Clock.LIC_CANCEL_MEDICAL, end_of_day(cancels))
    passing = PassDeadline(clock=Clock.LIC_CANCEL_MEDICAL)
    (event,) = decided(LICENCE, passing, [on, missed], end_of_day(cancels), reliefs=[OPEN])
    assert event == extended(cancels, None, Clock.LIC_CANCEL_MEDICAL)


@pytest.mark.parametrize("command", [RENEWAL_DUE, CountReliefs(), CONFIRM])
def test_every_decision_on_a_deadline_guards_the_reliefs(command: Command) -> None:
    state = LICENCE.fold([ENTERED])
    assert [*LICENCE.reads(state, command)] == [OF_THE_PROVINCE]

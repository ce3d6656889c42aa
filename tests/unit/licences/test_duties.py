"""What the holder of a licence has not done in time is told by its letter, once."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day, start_of_day
from domain.clocks.clock import Clock
from domain.licences.events import LicenceDutyMissed
from domain.licences.licence import LICENCE
from domain.message import Event
from domain.refusal import NotAsThingsStand
from domain.register.licence import LicenceDuty, LicenceState
from domain.timer import Timer
from tests.kit.decided import decided
from tests.unit.licences.situations import (
    DEFERRED,
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


def test_a_licence_is_overdue_from_the_day_after_its_expiry() -> None:
    over = end_of_day(EXPIRY)
    assert timer(ENTERED) == Timer(Clock.LIC_RENEW, over)
    assert decided(LICENCE, RENEWAL_DUE, [ENTERED], over) == (MISSED,)
    assert record(ENTERED, MISSED).states == {LicenceState.RENEWAL_OVERDUE}
    assert timer(ENTERED, MISSED) == Timer(Clock.LIC_CANCEL_RENEW, end_of_day(date(2021, 6, 30)))


def test_a_deferred_renewal_is_overdue_when_the_deferral_ends() -> None:
    over = end_of_day(date(2022, 6, 30))
    assert timer(ENTERED, DEFERRED) == Timer(Clock.LIC_RENEW, over)
    (missed,) = decided(LICENCE, RENEWAL_DUE, [ENTERED, DEFERRED], over)
    assert missed == replace(MISSED, due_on=date(2022, 6, 30))
    assert record(ENTERED, DEFERRED, missed).states == {LicenceState.RENEWAL_OVERDUE}


def test_a_deferral_of_an_earlier_day_defers_nothing_else() -> None:
    earlier = replace(DEFERRED, base_on=date(2014, 6, 30), until=date(2017, 6, 30))
    assert timer(ENTERED, earlier) == Timer(Clock.LIC_RENEW, end_of_day(EXPIRY))


@pytest.mark.parametrize(
    ("history", "now"),
    [
        ([ENTERED], start_of_day(EXPIRY)),
        ([ENTERED, MISSED], end_of_day(EXPIRY)),
        ([ENTERED, DEFERRED], end_of_day(EXPIRY)),
        ([ENTERED, RENEWED], end_of_day(EXPIRY)),
    ],
)
def test_nothing_is_missed_early_or_twice(history: list[Event], now: datetime) -> None:
    with pytest.raises(NotAsThingsStand):
        decided(LICENCE, RENEWAL_DUE, history, now)


def test_each_duty_is_missed_on_a_day_of_its_own() -> None:
    on = entered(review_due_on=date(2020, 7, 20), medical_due_on=date(2020, 5, 1))
    medical = LicenceDutyMissed(duty=LicenceDuty.MEDICAL, due_on=date(2020, 5, 1))
    review = LicenceDutyMissed(duty=LicenceDuty.REVIEW, due_on=date(2020, 7, 20))
    assert decided(LICENCE, MEDICAL_DUE, [on], end_of_day(date(2020, 5, 1))) == (medical,)
    assert timer(on, medical) == Timer(Clock.LIC_RENEW, end_of_day(EXPIRY))
    assert timer(on, medical, MISSED) == Timer(Clock.LIC_REVIEW, end_of_day(date(2020, 7, 20)))
    assert record(on, medical, MISSED, review).states == {
        LicenceState.RENEWAL_OVERDUE,
        LicenceState.REVIEW_OVERDUE,
    }


def test_no_letter_says_that_a_certificate_is_overdue_but_that_of_its_deferral_goes() -> None:
    on = entered(medical_due_on=EXPIRY, states=frozenset({LicenceState.MEDICAL_DEFERRED}))
    missed = replace(MISSED, duty=LicenceDuty.MEDICAL)
    assert record(on, missed).states == NORMAL


def test_what_was_overdue_when_it_was_entered_is_not_told_as_news() -> None:
    overdue = entered(
        states=frozenset({LicenceState.RENEWAL_OVERDUE}), valid_until=date(2019, 1, 1)
    )
    assert timer(overdue) == Timer(Clock.LIC_CANCEL_RENEW, end_of_day(date(2020, 1, 1)))


@pytest.mark.parametrize("letter", ["C", "E", "F", "G", "R"])
def test_no_duty_is_left_of_a_licence_that_is_gone(letter: str) -> None:
    assert timer(entered(states=frozenset({LicenceState(letter)}))) is None

"""The deadlines of a licence, by worked examples of February 2020, and what a relief does."""

from datetime import date
from itertools import islice

import pytest

from domain.clocks.clock import Clock
from domain.clocks.cycles import cycle_end
from domain.clocks.duties import medical_ends
from domain.clocks.extended import relieved
from domain.clocks.licence import has_passed, licence_due, renewal_window
from domain.clocks.relief import RELIEVABLE, Addition, Relief, Suspension
from domain.clocks.terms import Days, Months
from domain.identifiers.licence_classes import LicenceClass

TODAY = date(2020, 2, 24)
RENEWAL = frozenset({Clock.LIC_RENEW, Clock.LIC_RENEW_ONLINE, Clock.LIC_CANCEL_RENEW})
MEDICAL = frozenset({Clock.LIC_MEDICAL})


def _due(clock: Clock, start: date, *reliefs: Relief) -> date | None:
    return licence_due(clock, start, judged_on=TODAY, reliefs=reliefs)


@pytest.mark.parametrize(
    ("expiry", "opens", "online", "cancelled_on"),
    [
        (date(2020, 2, 24), date(2019, 11, 26), date(2021, 1, 24), date(2021, 2, 25)),
        (date(2020, 2, 29), date(2019, 12, 1), date(2021, 1, 29), date(2021, 3, 1)),
    ],
    ids=["Renewal", "Renewal, leap day"],
)
def test_renewal_opens_closes_online_and_ends_in_cancellation(
    expiry: date, opens: date, online: date, cancelled_on: date
) -> None:
    window = renewal_window(expiry, judged_on=TODAY, online=True)
    assert (window.first, window.last) == (opens, online)
    assert _due(Clock.LIC_RENEW, expiry) == expiry
    assert has_passed(Clock.LIC_CANCEL_RENEW, expiry, cancelled_on, judged_on=TODAY)
    last = renewal_window(expiry, judged_on=TODAY, online=False).last
    assert not has_passed(Clock.LIC_CANCEL_RENEW, expiry, last, judged_on=TODAY)


def test_renewal_is_restorable_for_two_years_after_the_cancellation() -> None:
    assert _due(Clock.LIC_RESTORE, date(2021, 2, 25)) == date(2023, 2, 25)


def test_renewal_after_a_deferral_counts_from_the_end_of_the_deferral() -> None:
    window = renewal_window(
        date(2020, 2, 24), judged_on=TODAY, online=True, deferred_until=date(2022, 2, 24)
    )
    assert (window.first, window.last) == (date(2019, 11, 26), date(2023, 1, 24))


def test_cycle_ends_are_counted_from_the_original_date() -> None:
    ends = [cycle_end(date(2012, 2, 29), number, judged_on=TODAY) for number in range(6, 10)]
    assert ends == [date(2018, 2, 28), date(2019, 2, 28), date(2020, 2, 29), date(2021, 2, 28)]


@pytest.mark.parametrize(
    ("end", "last"),
    [(date(2020, 5, 20), date(2020, 6, 19)), (date(2020, 1, 31), date(2020, 3, 1))],
    ids=["Review / medical window", "Medical"],
)
@pytest.mark.parametrize("clock", [Clock.LIC_REVIEW, Clock.LIC_MEDICAL, Clock.LIC_MEDICAL_C5])
def test_review_and_medical_certificate_end_thirty_days_after_the_cycle(
    clock: Clock, end: date, last: date
) -> None:
    assert _due(clock, end) == last


def test_a_licence_without_certificate_is_cancelled_a_year_after_the_cycle() -> None:
    assert _due(Clock.LIC_CANCEL_MEDICAL, date(2020, 5, 20)) == date(2021, 5, 20)


def test_a_driver_with_a_disability_is_examined_after_every_third_cycle() -> None:
    ends = medical_ends(date(2012, 2, 29), [LicenceClass.C5], date(1980, 1, 1), judged_on=TODAY)
    assert list(islice(ends, 2)) == [date(2015, 2, 28), date(2018, 2, 28)]


def test_deferral_is_asked_for_a_month_before_and_lasts_three_years() -> None:
    assert _due(Clock.DEFER_APPLY, date(2020, 3, 31)) == date(2020, 2, 29)
    assert _due(Clock.DEFER_END, date(2020, 3, 31)) == date(2023, 3, 31)


def test_medical_certificate_of_the_last_of_august_is_usable_to_the_last_of_february() -> None:
    assert _due(Clock.MEDICAL_CERT, date(2019, 8, 31)) == date(2020, 2, 29)


def test_learner_permit_is_valid_for_three_years() -> None:
    assert _due(Clock.LEARNER_PERMIT, date(2017, 2, 24)) == date(2020, 2, 24)
    assert _due(Clock.LEARNER_PERMIT, date(2016, 2, 29)) == date(2019, 2, 28)


@pytest.mark.parametrize(
    ("clock", "start", "last"),
    [
        (Clock.PHOTO, date(2019, 8, 31), date(2020, 2, 29)),
        (Clock.LIC_CHANGE_30, TODAY, date(2020, 3, 25)),
        (Clock.CONTACT_30, TODAY, date(2020, 3, 25)),
        (Clock.FULL_POINTS_15, TODAY, date(2020, 3, 10)),
        (Clock.PROBATION, date(2020, 2, 29), date(2021, 2, 28)),
        (Clock.OVERAGE_60, date(1960, 3, 1), date(2020, 3, 1)),
        (Clock.OVERAGE_70, date(1948, 2, 29), date(2018, 2, 28)),
        (Clock.OVERAGE_NOTICE, date(2020, 3, 1), date(2020, 3, 31)),
    ],
)
def test_the_other_clocks_of_a_licence(clock: Clock, start: date, last: date) -> None:
    assert _due(clock, start) == last


def test_suspended_days_are_not_counted() -> None:
    epidemic = Suspension(MEDICAL, date(2020, 1, 25), date(2020, 3, 31))
    assert _due(Clock.LIC_MEDICAL, date(2020, 1, 31), epidemic) == date(2020, 4, 30)
    assert _due(Clock.LIC_MEDICAL, date(2020, 1, 1), epidemic) == date(2020, 4, 7)


def test_a_suspension_of_the_day_of_expiry_counts_from_its_own_beginning() -> None:
    epidemic = Suspension(RENEWAL, date(2020, 2, 20), date(2020, 2, 29))
    assert _due(Clock.LIC_RENEW, TODAY, epidemic) == date(2020, 3, 5)


def test_a_deadline_that_had_passed_is_not_revived() -> None:
    epidemic = Suspension(RENEWAL, date(2020, 2, 25), date(2020, 3, 31))
    assert _due(Clock.LIC_RENEW, TODAY, epidemic) == TODAY


def test_a_deadline_that_had_passed_is_revived_if_the_suspension_says_so() -> None:
    epidemic = Suspension(RENEWAL, date(2020, 2, 25), date(2020, 3, 31), revive=True)
    assert _due(Clock.LIC_RENEW, date(2020, 1, 10), epidemic) == date(2020, 4, 1)
    open_ended = Suspension(RENEWAL, date(2020, 2, 25), revive=True)
    assert _due(Clock.LIC_RENEW, date(2020, 1, 10), open_ended) is None


def test_a_suspension_without_an_end_holds_the_clock_open() -> None:
    epidemic = Suspension(RENEWAL, date(2020, 1, 25))
    assert _due(Clock.LIC_CANCEL_RENEW, date(2019, 2, 1), epidemic) is None
    assert not has_passed(
        Clock.LIC_CANCEL_RENEW, date(2019, 2, 1), TODAY, judged_on=TODAY, reliefs=[epidemic]
    )
    window = renewal_window(date(2019, 3, 1), judged_on=TODAY, online=True, reliefs=[epidemic])
    assert TODAY in window


def test_an_addition_reaches_the_deadlines_in_its_span_only() -> None:
    months = Addition(RENEWAL, date(2020, 2, 1), date(2020, 2, 29), Months(3))
    assert _due(Clock.LIC_RENEW, date(2020, 2, 29), months) == date(2020, 5, 29)
    assert _due(Clock.LIC_RENEW, date(2020, 3, 1), months) == date(2020, 3, 1)


def test_of_two_additions_the_longer_one_holds() -> None:
    short = Addition(RENEWAL, date(2020, 2, 1), date(2020, 2, 29), Days(10))
    long = Addition(RENEWAL, date(2020, 2, 1), date(2020, 2, 29), Days(30))
    assert _due(Clock.LIC_RENEW, TODAY, short, long) == date(2020, 3, 25)


def test_days_in_two_suspensions_are_left_out_once() -> None:
    first = Suspension(RENEWAL, date(2020, 2, 20), date(2020, 2, 26))
    second = Suspension(RENEWAL, date(2020, 2, 24), date(2020, 2, 29))
    later = Suspension(RENEWAL, date(2020, 3, 5), date(2020, 3, 5))
    assert _due(Clock.LIC_RENEW, TODAY, second, first) == date(2020, 3, 5)
    assert _due(Clock.LIC_RENEW, TODAY, later, second, first) == date(2020, 3, 6)


def test_a_relief_of_other_clocks_does_nothing() -> None:
    assert _due(Clock.LIC_RENEW, TODAY, Suspension(MEDICAL, date(2020, 1, 1))) == TODAY


def test_the_last_of_all_days_stays_the_last() -> None:
    epidemic = Suspension(RENEWAL, date(2020, 1, 1), date(2020, 3, 1))
    assert relieved(Clock.LIC_RENEW, date.max, [epidemic]) == date.max


def test_no_relief_reaches_what_opens_a_period_or_is_counted_otherwise() -> None:
    for clock in (Clock.LIC_RENEW_OPEN, Clock.POINTS_CYCLE, Clock.OVERAGE_60, Clock.FINE_DUE):
        assert clock not in RELIEVABLE
        with pytest.raises(ValueError, match=clock):
            Suspension(frozenset({clock}), TODAY)
    with pytest.raises(ValueError, match="nothing"):
        Suspension(frozenset(), TODAY)


def test_a_relief_that_takes_time_away_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Suspension(RENEWAL, TODAY, date(2020, 2, 23))
    with pytest.raises(ValueError, match="adds nothing"):
        Addition(RENEWAL, TODAY, TODAY, Months(0))
    with pytest.raises(ValueError, match="adds nothing"):
        Addition(RENEWAL, TODAY, date(2020, 2, 23), Days(1))

"""Reconsideration within sixty days of the decision."""

from datetime import date

import pytest

from domain.case.at_his_window import AppliedOnline
from domain.case.intake.events import PaymentExpired
from domain.case.remedies.commands import FileReconsideration, RecordReconsiderationDecision
from domain.case.remedies.events import ReconsiderationDecided, ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.vocabulary import CaseEvent
from domain.refusal import NotAsThingsStand, NotAtThisStage
from tests.unit.case import situations as s
from tests.unit.case.given import given

FILE = FileReconsideration()
FILED = ReconsiderationFiled(in_time=True)


def decided(outcome: ReconsiderationOutcome) -> ReconsiderationDecided:
    """Told on 20 May. Whoever withdrew keeps the day that the first decision named."""
    withdrawn = outcome is ReconsiderationOutcome.WITHDRAWN
    return ReconsiderationDecided(outcome=outcome, sue_by=None if withdrawn else date(2020, 6, 4))


@pytest.mark.parametrize(
    ("history", "last_day"),
    [
        (s.REFUSED, date(2020, 5, 4)),
        (s.NOT_ACCEPTED, date(2020, 5, 2)),
        (s.COMPLETED, date(2020, 5, 4)),
    ],
)
def test_it_is_filed_until_the_last_day_and_a_late_one_is_only_recorded(
    history: tuple[CaseEvent, ...], last_day: date
) -> None:
    case = given(history).when(FILE, by=s.CITIZEN, on=last_day).then(FILED).case
    assert case.under_reconsideration
    late = (
        given(history)
        .when(FILE, by=s.CITIZEN, on=last_day.replace(day=last_day.day + 1))
        .then(ReconsiderationFiled(in_time=False))
        .case
    )
    assert not late.under_reconsideration


def test_a_lapse_is_looked_at_again_like_any_other_end() -> None:
    last_day = date(2020, 5, 2)
    lapsed = (*s.UNPAID, PaymentExpired(reconsider_by=last_day, sue_by=date(2020, 9, 3)))
    given(lapsed).when(FILE, by=s.CITIZEN, on=last_day).then(FILED)
    given(lapsed).when(FILE, by=s.CITIZEN, on=date(2020, 5, 3)).then(
        ReconsiderationFiled(in_time=False)
    )
    given(*s.UNPAID, PaymentExpired()).when(FILE, by=s.CITIZEN, on=date(2020, 5, 3)).then(FILED)


def test_one_filing_is_enough() -> None:
    given(s.REFUSED, FILED).when(FILE, by=s.CITIZEN, on=s.PRODUCED_ON).then_nothing()


def test_there_is_nothing_to_reconsider_before_a_decision() -> None:
    given(s.IN_REVIEW).when(FILE, by=s.CITIZEN, on=s.REVIEWED_ON).then_refused(NotAtThisStage)


def test_officers_do_not_file_it() -> None:
    given(s.REFUSED).when(FILE, by=s.LEADER, on=s.PRODUCED_ON).then_refused(AppliedOnline)


@pytest.mark.parametrize(
    ("outcome", "anew"),
    [
        (ReconsiderationOutcome.UPHELD, False),
        (ReconsiderationOutcome.WITHDRAWN, False),
        (ReconsiderationOutcome.CONFIRMED_UNLAWFUL, False),
        (ReconsiderationOutcome.REVOKED, True),
        (ReconsiderationOutcome.CHANGED, True),
        (ReconsiderationOutcome.ORDERED, True),
    ],
)
def test_the_outcome_says_whether_the_case_begins_anew(
    outcome: ReconsiderationOutcome, anew: bool
) -> None:
    case = (
        given(s.REFUSED, FILED)
        .when(
            RecordReconsiderationDecision(outcome=outcome),
            by=s.HQ,
            on=date(2020, 5, 20),
        )
        .then(decided(outcome))
        .case
    )
    assert case.ordered_anew is anew
    assert not case.under_reconsideration


def test_what_was_not_filed_is_not_decided() -> None:
    given(s.REFUSED).when(
        RecordReconsiderationDecision(outcome=ReconsiderationOutcome.UPHELD),
        by=s.LEADER,
        on=s.PRODUCED_ON,
    ).then_refused(NotAsThingsStand)

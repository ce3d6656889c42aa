"""Examples of February 2020, under a relief that is open and then ends on 30 April."""

from datetime import date

import pytest

from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.relief import RELIEVABLE
from domain.reliefs.effect import moved_by
from domain.reliefs.events import ReliefEnded
from domain.reliefs.reliefs import RELIEFS
from tests.kit.reliefs import suspended

TODAY = date(2020, 2, 24)
ANNOUNCED = suspended(*sorted(RELIEVABLE), first=date(2020, 2, 23))
OPEN = RELIEFS.fold([ANNOUNCED]).standing
ENDED = RELIEFS.fold([ANNOUNCED, ReliefEnded(relief="relief-1", last=date(2020, 4, 30))]).standing


@pytest.mark.parametrize(
    ("deadline", "until"),
    [
        pytest.param(
            LawfulDeadline(Clock.LIC_RENEW, date(2020, 2, 24)),
            date(2020, 5, 2),
            marks=pytest.mark.requirement("R31"),
        ),
        pytest.param(
            LawfulDeadline(Clock.LIC_MEDICAL, date(2020, 3, 1), date(2020, 1, 31)),
            date(2020, 5, 8),
            marks=pytest.mark.requirement("R31"),
        ),
        pytest.param(
            LawfulDeadline(Clock.LIC_CANCEL_RENEW, date(2020, 2, 24), date(2019, 2, 24)),
            date(2020, 5, 30),
            marks=pytest.mark.requirement("R32"),
        ),
        pytest.param(
            LawfulDeadline(Clock.LEARNER_PERMIT, date(2020, 2, 24), date(2017, 2, 24)),
            date(2020, 5, 2),
            marks=pytest.mark.requirement("R34"),
        ),
        (LawfulDeadline(Clock.INSP_DUE, date(2020, 2, 29)), date(2020, 5, 7)),
        (LawfulDeadline(Clock.INSP_EXEMPT, date(2020, 2, 29)), date(2020, 5, 7)),
    ],
    ids=["renewal", "medical", "cancellation", "permit", "inspection", "exempt mark"],
)
def test_an_example_is_open_first_and_gets_the_suspended_days_at_the_end(
    deadline: LawfulDeadline, until: date
) -> None:
    held = moved_by(deadline, OPEN, TODAY)
    assert held is not None
    assert (held.until, held.relief.relief) == (None, "relief-1")
    ended = moved_by(deadline, ENDED, TODAY)
    assert ended is not None
    assert ended.until == until


@pytest.mark.parametrize("clock", [Clock.LIC_RENEW, Clock.LIC_CANCEL_RENEW, Clock.INSP_DUE])
def test_what_was_over_on_the_day_before_the_relief_stays_over(clock: Clock) -> None:
    assert moved_by(LawfulDeadline(clock, date(2020, 2, 22)), OPEN, TODAY) is None


def test_the_relief_that_is_named_is_the_last_that_moves_the_deadline() -> None:
    of_reviews = suspended(Clock.LIC_REVIEW, relief="relief-2")
    standing = RELIEFS.fold([ANNOUNCED, of_reviews]).standing
    renewal = moved_by(LawfulDeadline(Clock.LIC_RENEW, TODAY), standing, TODAY)
    review = moved_by(LawfulDeadline(Clock.LIC_REVIEW, TODAY), standing, TODAY)
    assert renewal is not None
    assert review is not None
    assert (renewal.relief.relief, review.relief.relief) == ("relief-1", "relief-2")

"""Of the cases that officers review, it counts on the day of acceptance who answers for them."""

import pytest

from domain.case.overlays.events import CaseWithdrawn
from domain.case.review.events import CaseApproved, CaseAssigned, ReviewStarted
from domain.message import Event
from domain.people import Actor
from projections.throughput.contribution import contribution
from projections.throughput.fold import fold
from projections.throughput.measures import HANDLER_NAMED, HANDLER_PENDING
from projections.throughput.row import Counted
from tests.kit.life import CHECKER, CLERK, LEADER
from tests.unit.case import situations as s
from tests.unit.projections.recording import record

ASSIGNED = CaseAssigned(handler="third")
STARTED = ReviewStarted(reviewer="third")
APPROVED = CaseApproved(officer="leader", decided_on=s.APPROVED_ON)
WITHDRAWN = CaseWithdrawn()


def counted(*later: tuple[Event, Actor]) -> dict[str, int]:
    """What is counted on the day of the acceptance, of what happened on the day after it."""
    row: Counted | None = None
    told = [
        *((event, CLERK, s.ACCEPTED_ON) for event in s.ACCEPTED),
        *((event, by, s.REVIEWED_ON) for event, by in later),
    ]
    for version, (event, by, on) in enumerate(told, start=1):
        row = fold(row, [record(event, version, on, by)])
    assert row
    return {
        key[-1]: value
        for key, value in contribution(row).items()
        if key[0] == s.ACCEPTED_ON and key[-1] in {HANDLER_NAMED, HANDLER_PENDING}
    }


def test_an_accepted_case_waits_for_a_handler() -> None:
    assert counted() == {HANDLER_PENDING: 1}


@pytest.mark.parametrize(
    "later",
    [
        [(ASSIGNED, CHECKER)],
        [(STARTED, CLERK)],
        [(APPROVED, LEADER)],
        [(ASSIGNED, CHECKER), (STARTED, CLERK), (APPROVED, CLERK)],
        [(ASSIGNED, CHECKER), (WITHDRAWN, CLERK)],
    ],
)
def test_whoever_is_named_or_begins_is_counted_once(later: list[tuple[Event, Actor]]) -> None:
    assert counted(*later) == {HANDLER_NAMED: 1}


def test_what_a_program_does_needs_nobody() -> None:
    assert counted((STARTED, CHECKER), (APPROVED, CHECKER)) == {}


def test_what_ends_before_anybody_was_named_is_left_out() -> None:
    assert counted((WITHDRAWN, CLERK)) == {}

"""What a case claims for itself alone, and when it lets go."""

from datetime import date

import pytest

from domain.aggregate import Link
from domain.case.case import CASE
from domain.case.remedies.events import DecisionRevoked
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.claims.claim import CLAIM
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.kind import ClaimKind
from domain.claims.state import postal_item
from domain.parcels.state import parcel_of
from tests.unit.case import situations as s
from tests.unit.case.given import STREAM, circumstances, given, morning
from tests.unit.case.test_post import BACK, REPOSTED, posted
from tests.unit.case.test_reopening import REOPENED

CASE_CLAIM = Link(CLAIM, s.CLAIM, TakeClaim(kind=ClaimKind.OPEN_CASE, case=STREAM), fresh=True)
LET_GO = Link(CLAIM, s.CLAIM, ReleaseClaim(kind=ClaimKind.OPEN_CASE, case=STREAM))


def item_claim(posting: int) -> Link:
    parcel = parcel_of(STREAM, posting)
    take = TakeClaim(kind=ClaimKind.POSTAL_ITEM, case=STREAM, parcel=parcel)
    return Link(CLAIM, postal_item(s.ITEM), take, fresh=True)


AT = circumstances(morning(s.SUBMITTED_ON), s.CITIZEN)


def between(before: Case, after: Case) -> list[Link]:
    assert CASE.links is not None
    return [link for link in CASE.links(before, after, AT) if link.to is CLAIM]


def claimed(*history: CaseEvent) -> list[Link]:
    """What the last event of a history claims or lets go."""
    before = given(history[:-1]).case
    return between(before, CASE.evolve(before, history[-1]))


def test_a_submission_claims_its_vehicle() -> None:
    assert claimed(*s.UNPAID) == [CASE_CLAIM]


def test_between_the_beginning_and_the_end_nothing_is_claimed_anew() -> None:
    for length in range(2, len(s.READY_TO_SEND) + 1):
        assert claimed(*s.READY_TO_SEND[:length]) == []


@pytest.mark.parametrize("history", [s.COMPLETED, s.REFUSED, s.NOT_ACCEPTED])
def test_the_end_of_a_case_lets_go(history: tuple[CaseEvent, ...]) -> None:
    assert claimed(*history) == [LET_GO]


def test_a_reopened_case_claims_again() -> None:
    *until_reopened, asked_for_the_fee = REOPENED
    assert claimed(*until_reopened) == [CASE_CLAIM]
    assert claimed(*until_reopened, asked_for_the_fee) == []


def test_a_revoked_decision_on_an_open_case_lets_go() -> None:
    revoked = DecisionRevoked(
        officer="leader",
        codes=("R-FALSE-MATERIAL",),
        banned_until=date(2023, 3, 5),
        reconsider_by=date(2020, 5, 4),
        sue_by=date(2020, 9, 5),
    )
    assert claimed(*s.APPROVED, revoked) == [LET_GO]
    assert claimed(*s.COMPLETED, revoked) == []


def test_a_parcel_claims_its_item_number() -> None:
    assert claimed(*s.IN_POST) == [item_claim(1)]


def test_the_same_number_for_the_next_post_is_claimed_again_and_so_refused() -> None:
    assert claimed(*s.RETURNED, REPOSTED, posted(s.ITEM, 2)) == [item_claim(2)]
    assert claimed(*s.RETURNED, REPOSTED, posted(s.ITEM_2, 2), BACK) == []


def test_a_case_that_claims_nothing_changes_no_claim() -> None:
    assert between(Case(), Case(stage=given(s.UNPAID).case.stage)) == []

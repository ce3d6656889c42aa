"""What a case claims for itself alone, and when it lets go."""

from datetime import date
from uuid import UUID

import pytest

from domain import claims
from domain.case import events
from domain.case.evolve import evolve
from domain.case.refusals import DuplicateOpenCase, ItemNumberUsed
from domain.case.state import Case
from domain.case.uniqueness import OPEN_CASE, POSTAL_ITEM, Change, changes, release, take
from tests.unit.case import situations as s
from tests.unit.case.given import given
from tests.unit.case.test_post import BACK, REPOSTED, posted
from tests.unit.case.test_reopening import REOPENED

MINE, YOURS = UUID(int=1), UUID(int=2)
CASE_CLAIM = Change(s.CLAIM, OPEN_CASE, taken=True)
ITEM_CLAIM = Change(claims.postal_item(s.ITEM), POSTAL_ITEM, taken=True)


def claimed(*history: events.CaseEvent) -> list[Change]:
    """What the last event of a history claims or lets go."""
    before = given(history[:-1]).case
    return list(changes(before, evolve(before, history[-1])))


def test_a_submission_claims_its_vehicle() -> None:
    assert claimed(*s.UNPAID) == [CASE_CLAIM]


def test_between_the_beginning_and_the_end_nothing_is_claimed_anew() -> None:
    for length in range(2, len(s.READY_TO_SEND) + 1):
        assert claimed(*s.READY_TO_SEND[:length]) == []


@pytest.mark.parametrize("history", [s.COMPLETED, s.REFUSED, s.NOT_ACCEPTED])
def test_the_end_of_a_case_lets_go(history: tuple[events.CaseEvent, ...]) -> None:
    assert claimed(*history) == [Change(s.CLAIM, OPEN_CASE, taken=False)]


def test_a_reopened_case_claims_again() -> None:
    assert claimed(*REOPENED) == [CASE_CLAIM]


def test_a_revoked_decision_on_an_open_case_lets_go() -> None:
    revoked = events.DecisionRevoked(
        officer="leader",
        codes=("R-FALSE-MATERIAL",),
        banned_until=date(2023, 3, 5),
        reconsider_by=date(2020, 5, 4),
        sue_by=date(2020, 9, 5),
    )
    assert claimed(*s.APPROVED, revoked) == [Change(s.CLAIM, OPEN_CASE, taken=False)]
    assert claimed(*s.COMPLETED, revoked) == []


def test_a_parcel_claims_its_item_number() -> None:
    assert claimed(*s.IN_POST) == [ITEM_CLAIM]


def test_the_same_number_for_the_next_post_is_claimed_again_and_so_refused() -> None:
    assert claimed(*s.RETURNED, REPOSTED, posted(s.ITEM, 2)) == [ITEM_CLAIM]
    assert claimed(*s.RETURNED, REPOSTED, posted(s.ITEM_2, 2), BACK) == []


def test_only_the_holder_may_claim_a_vehicle() -> None:
    taken = claims.ClaimTaken(kind=OPEN_CASE, case=MINE, taken_on=s.SUBMITTED_ON)
    held = claims.Claim(holder=MINE, taken_on=s.SUBMITTED_ON)
    assert take(claims.Claim(), CASE_CLAIM, MINE, s.SUBMITTED_ON) == taken
    assert take(held, CASE_CLAIM, MINE, s.SUBMITTED_ON) == taken
    with pytest.raises(DuplicateOpenCase):
        take(held, CASE_CLAIM, YOURS, s.ACCEPTED_ON)


def test_what_was_let_go_another_may_claim() -> None:
    free = claims.Claim(holder=None, taken_on=s.SUBMITTED_ON)
    assert take(free, CASE_CLAIM, YOURS, s.ACCEPTED_ON).case == YOURS
    let_go = release(Change(s.CLAIM, OPEN_CASE, taken=False), MINE)
    assert let_go == claims.ClaimReleased(kind=OPEN_CASE, case=MINE)


def test_an_item_number_rests_for_two_years() -> None:
    used = claims.Claim(holder=MINE, taken_on=date(2020, 3, 9))
    for case in (MINE, YOURS):
        with pytest.raises(ItemNumberUsed):
            take(used, ITEM_CLAIM, case, date(2022, 3, 8))
    assert take(used, ITEM_CLAIM, YOURS, date(2022, 3, 9)).case == YOURS


def test_a_case_that_claims_nothing_changes_no_claim() -> None:
    assert list(changes(Case(), Case(stage=given(s.UNPAID).case.stage))) == []

"""Streams of their own for what only one case may hold."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import ClaimCommand, ReleaseClaim, TakeClaim
from domain.claims.events import ClaimEvent, ClaimReleased, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.claims.refusals import DuplicateOpenCase, ItemNumberUsed, RecordMovedOn
from domain.claims.state import Claim, ClaimStage, open_case, postal_item
from domain.message import Event
from domain.people import Actor, Role
from domain.refusal import NotPermitted
from domain.services.catalogue import CATALOGUE

FIRST, SECOND = UUID(int=1), UUID(int=2)
MONDAY, TUESDAY = date(2020, 3, 2), date(2020, 3, 3)


def taken(case: UUID, on: date = MONDAY, kind: ClaimKind = ClaimKind.OPEN_CASE) -> ClaimTaken:
    return ClaimTaken(kind=kind, case=case, taken_on=on)


def released(case: UUID) -> ClaimReleased:
    return ClaimReleased(kind=ClaimKind.OPEN_CASE, case=case)


def after(command: ClaimCommand, *history: ClaimEvent, on: date = MONDAY) -> tuple[Event, ...]:
    """What a case's command comes to, given at nine in the morning at the office."""
    at = Circumstances(
        datetime(on.year, on.month, on.day, 1, tzinfo=UTC),
        Actor(Role.APPLICANT, "citizen"),
        UUID(int=3),
        CATALOGUE,
        Calendar(),
    )
    return CLAIM.decide(CLAIM.fold(history), command, at, linked=True).events


def take(case: UUID, kind: ClaimKind = ClaimKind.OPEN_CASE) -> TakeClaim:
    return TakeClaim(kind=kind, case=case)


def test_a_claim_nobody_took_is_free() -> None:
    assert CLAIM.fold([]) == Claim()


def test_who_took_it_last_holds_it() -> None:
    assert CLAIM.fold([taken(FIRST)]) == Claim(ClaimStage.HELD, FIRST, MONDAY)
    history = [taken(FIRST), released(FIRST), taken(SECOND, TUESDAY)]
    assert CLAIM.fold(history) == Claim(ClaimStage.HELD, SECOND, TUESDAY)


def test_a_released_claim_remembers_its_day() -> None:
    assert CLAIM.fold([taken(FIRST), released(FIRST)]) == Claim(ClaimStage.FREE, None, MONDAY)


def test_only_the_holder_may_take_it_again() -> None:
    assert after(take(FIRST)) == (taken(FIRST),)
    assert after(take(FIRST), taken(FIRST)) == (taken(FIRST),)
    with pytest.raises(DuplicateOpenCase):
        after(take(SECOND), taken(FIRST))


def test_what_was_let_go_another_may_claim() -> None:
    let_go = ReleaseClaim(kind=ClaimKind.OPEN_CASE, case=FIRST)
    assert after(let_go, taken(FIRST)) == (released(FIRST),)
    assert after(take(SECOND), taken(FIRST), released(FIRST)) == (taken(SECOND),)


def test_only_the_holder_lets_go() -> None:
    let_go = ReleaseClaim(kind=ClaimKind.OPEN_CASE, case=SECOND)
    assert after(let_go, taken(FIRST)) == ()


def test_an_item_number_rests_for_two_years() -> None:
    used = taken(FIRST, date(2020, 3, 9), ClaimKind.POSTAL_ITEM)
    for case in (FIRST, SECOND):
        with pytest.raises(ItemNumberUsed):
            after(take(case, ClaimKind.POSTAL_ITEM), used, on=date(2022, 3, 8))
    again = taken(SECOND, date(2022, 3, 9), ClaimKind.POSTAL_ITEM)
    assert after(take(SECOND, ClaimKind.POSTAL_ITEM), used, on=date(2022, 3, 9)) == (again,)


@pytest.mark.parametrize("role", Role)
def test_nobody_takes_a_claim_by_hand(role: Role) -> None:
    at = Circumstances(
        datetime(2020, 3, 2, tzinfo=UTC), Actor(role, "who"), FIRST, CATALOGUE, Calendar()
    )
    with pytest.raises(NotPermitted):
        CLAIM.decide(Claim(), take(FIRST), at)


def test_the_same_thing_has_the_same_stream_in_every_process() -> None:
    assert open_case("plate_reissue", b"\x01" * 16) == UUID("aea983f8-7d53-53b2-8b97-791d5a8ec6a9")
    assert postal_item("EE000000014CN") == UUID("ea245923-65d8-5d1c-a1d7-6eacd118d33d")


def test_different_things_have_different_streams() -> None:
    streams = {
        open_case("plate_reissue", b"\x01" * 16),
        open_case("plate_reissue", b"\x02" * 16),
        open_case("vehicle_contact_change", b"\x01" * 16),
        postal_item("EE000000014CN"),
        postal_item("EE000000028CN"),
    }
    assert len(streams) == 5


def test_an_outcome_rests_on_the_record_as_the_one_before_has_left_it() -> None:
    noon = datetime(2020, 3, 2, 4, tzinfo=UTC)
    changed = ClaimTaken(kind=ClaimKind.REGISTER_RECORD, case=FIRST, taken_on=MONDAY, taken_at=noon)
    outcome = take(SECOND, ClaimKind.REGISTER_RECORD)
    with pytest.raises(RecordMovedOn):
        after(replace(outcome, answered_at=noon - timedelta(seconds=1)), changed, on=TUESDAY)
    later = replace(outcome, answered_at=noon + timedelta(seconds=1))
    for free in (later, outcome, take(FIRST, ClaimKind.REGISTER_RECORD)):
        (taken_over,) = after(free, changed, on=TUESDAY)
        assert isinstance(taken_over, ClaimTaken)
        assert (taken_over.case, taken_over.taken_at) == (
            free.case,
            datetime(2020, 3, 3, 1, tzinfo=UTC),
        )

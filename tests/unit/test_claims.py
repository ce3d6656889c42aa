"""Streams of their own for what only one case may hold."""

from datetime import date
from uuid import UUID

from domain import claims
from domain.claims import Claim, ClaimReleased, ClaimTaken

FIRST, SECOND = UUID(int=1), UUID(int=2)
MONDAY, TUESDAY = date(2020, 3, 2), date(2020, 3, 3)


def taken(case: UUID, on: date) -> ClaimTaken:
    return ClaimTaken(kind="open_case", case=case, taken_on=on)


def released(case: UUID) -> ClaimReleased:
    return ClaimReleased(kind="open_case", case=case)


def test_a_claim_nobody_took_is_free() -> None:
    assert claims.fold([]) == Claim()


def test_who_took_it_last_holds_it() -> None:
    assert claims.fold([taken(FIRST, MONDAY)]) == Claim(FIRST, MONDAY)
    history: list[claims.ClaimEvent] = [
        taken(FIRST, MONDAY),
        released(FIRST),
        taken(SECOND, TUESDAY),
    ]
    assert claims.fold(history) == Claim(SECOND, TUESDAY)


def test_a_released_claim_remembers_its_day() -> None:
    assert claims.fold([taken(FIRST, MONDAY), released(FIRST)]) == Claim(None, MONDAY)


def test_the_same_thing_has_the_same_stream_in_every_process() -> None:
    assert claims.open_case("plate_reissue", b"\x01" * 16) == UUID(
        "aea983f8-7d53-53b2-8b97-791d5a8ec6a9"
    )
    assert claims.postal_item("EE000000014CN") == UUID("ea245923-65d8-5d1c-a1d7-6eacd118d33d")


def test_different_things_have_different_streams() -> None:
    streams = {
        claims.open_case("plate_reissue", b"\x01" * 16),
        claims.open_case("plate_reissue", b"\x02" * 16),
        claims.open_case("vehicle_contact_change", b"\x01" * 16),
        claims.postal_item("EE000000014CN"),
        claims.postal_item("EE000000028CN"),
    }
    assert len(streams) == 5

"""Whether a reserved number was used or lapsed counts on the day of its reservation."""

from domain.message import Event
from projections.throughput.contribution import contribution
from projections.throughput.fold import fold
from projections.throughput.measures import (
    NUMBER_RESERVED,
    RESERVED_CONFIRMED,
    RESERVED_LAPSED,
    RESERVED_PENDING,
)
from tests.unit.case.reserved import NOW
from tests.unit.projections.reservations import CONFIRMED, EXPIRED, told

SHARES = {NUMBER_RESERVED, RESERVED_CONFIRMED, RESERVED_LAPSED, RESERVED_PENDING}


def counted(*later: Event) -> dict[str, int]:
    """What is counted under the day of the reservation."""
    row = fold(None, told(*later))
    assert row
    return {
        key[-1]: value
        for key, value in contribution(row).items()
        if key[0] == NOW.date() and key[-1] in SHARES
    }


def test_a_number_that_is_held_still_is_pending() -> None:
    assert counted() == {NUMBER_RESERVED: 1, RESERVED_PENDING: 1}


def test_one_that_was_used_counts_on_its_first_day() -> None:
    assert counted(CONFIRMED) == {NUMBER_RESERVED: 1, RESERVED_CONFIRMED: 1}


def test_one_that_lapsed_does_so_too() -> None:
    assert counted(EXPIRED) == {NUMBER_RESERVED: 1, RESERVED_LAPSED: 1}

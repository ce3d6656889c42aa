"""The row of a book says what its accounts say, and how long the store lasts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.recorded_event import RecordedEvent
from domain.services.blank import BlankKind
from domain.stock import events
from domain.stock.accounts import StockAccount
from domain.stock.reasons import SpoiltReason
from domain.stock.state import stock_of
from domain.stock.stock import STOCK as BOOK
from projections.stock.row import LATELY, BookOfBlanksRow, fold
from tests.kit.recorded import recorded

OFFICE, KIND = "410100", BlankKind.PLATE
STREAM = stock_of(OFFICE, KIND)
NOON = datetime(2020, 3, 2, 4, tzinfo=UTC)
TODAY = date(2020, 3, 2)
CASE = UUID(int=7)
RECEIVED = events.BlanksReceived(
    office=OFFICE, kind=KIND, first="HP00000001", last="HP00000010", blanks=10
)
SPOILT = events.BlankSpoilt(
    office=OFFICE, kind=KIND, serial="HP00000002", reason=SpoiltReason.DAMAGED
)


def used(serial: str, *, in_store: bool = True) -> events.BlankUsed:
    return events.BlankUsed(office=OFFICE, kind=KIND, serial=serial, case=CASE, in_store=in_store)


def counted(counted: int, on_the_books: int) -> events.BlanksCounted:
    return events.BlanksCounted(
        office=OFFICE, kind=KIND, counted=counted, on_the_books=on_the_books
    )


HISTORY: Sequence[events.StockEvent] = (
    RECEIVED,
    used("HP00000001"),
    used("ZZ00000009", in_store=False),
    SPOILT,
    counted(6, 8),
    counted(9, 6),
)


def read(*history: events.StockEvent, every: timedelta = timedelta()) -> list[RecordedEvent]:
    return recorded(STREAM, OFFICE, *history, at=NOON, every=every)


def row(told: Sequence[RecordedEvent]) -> BookOfBlanksRow:
    made = fold(None, told)
    assert made is not None
    return made


def test_its_accounts_are_those_of_the_book_and_it_balances() -> None:
    made, book = row(read(*HISTORY)), BOOK.fold(HISTORY)
    assert made.store == book.balances[StockAccount.STORE] == 9
    assert made.used == book.balances[StockAccount.USED] == 2
    assert made.spoilt == book.balances[StockAccount.SPOILT] == 1
    assert made.missing == book.balances[StockAccount.MISSING] == 2
    assert made.received == -book.balances[StockAccount.SUPPLIER] == 10
    assert made.unexplained == -book.balances[StockAccount.UNEXPLAINED] == 4
    assert made.out_of_balance == 0
    assert (made.counted_on, made.short) == (TODAY, -3)


@pytest.mark.parametrize("cut", range(1, len(HISTORY)))
def test_it_is_the_same_wherever_the_history_is_cut(cut: int) -> None:
    recorded = read(*HISTORY, every=timedelta(days=9))
    assert fold(fold(None, recorded[:cut]), recorded[cut:]) == row(recorded)


def test_how_long_a_store_lasts_follows_from_what_was_used_in_the_last_thirty_days() -> None:
    made = row(read(RECEIVED, used("HP00000001"), used("HP00000002")))
    assert made.lasts_days(TODAY) == 8 * 30 // 2
    assert made.lasts_days(TODAY + LATELY) == 120
    assert made.lasts_days(TODAY + LATELY + timedelta(days=1)) is None
    assert row(read(RECEIVED)).lasts_days(TODAY) is None
    empty = row(read(used("ZZ00000001", in_store=False)))
    assert (empty.store, empty.lasts_days(TODAY)) == (0, 0)


def test_days_that_nobody_looks_back_to_are_left_out() -> None:
    uses = [used(f"HP{number:08}") for number in range(1, 80)]
    made = row(read(*uses, every=timedelta(days=1)))
    assert len(made.used_lately) == LATELY.days + 1
    assert made.used_since(NOON.date()) == LATELY.days + 1

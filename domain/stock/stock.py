"""STOCK: the blanks of one kind at one office, in double entry (ADR 94)."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.case.production.events import DocumentProduced
from domain.people import Role
from domain.reaction import Cause, Consequence, Reaction
from domain.stock import commands, decisions, events
from domain.stock.accounts import StockAccount, StockEntry, booked
from domain.stock.serials import SerialInvalid, run_between, serial_of, without
from domain.stock.state import Stock, StockStage, stock_of
from domain.stock.words import WORDS

_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HQ})


def _entered(current: Stock, out_of: StockAccount, into: StockAccount, blanks: int) -> Stock:
    entry = StockEntry(out_of, into, blanks)
    return replace(current, balances=booked(current.balances, entry))


def _received(current: Stock, event: events.BlanksReceived) -> Stock:
    run = run_between(event.first, event.last)
    held = replace(
        current,
        office=event.office,
        kind=event.kind,
        received=tuple(sorted((*current.received, run))),
        in_store=tuple(sorted((*current.in_store, run))),
    )
    return _entered(held, StockAccount.SUPPLIER, StockAccount.STORE, event.blanks)


def _gone(current: Stock, text: str) -> Stock:
    try:
        serial = serial_of(text)
    except SerialInvalid:
        return current
    return replace(current, in_store=without(current.in_store, serial))


def _used(current: Stock, event: events.BlankUsed) -> Stock:
    source = StockAccount.STORE if event.in_store else StockAccount.UNEXPLAINED
    used = replace(current, used={**current.used, event.serial: event.case})
    return _entered(_gone(used, event.serial), source, StockAccount.USED, 1)


def _spoilt(current: Stock, event: events.BlankSpoilt) -> Stock:
    gone = _gone(current, event.serial)
    return _entered(gone, StockAccount.STORE, StockAccount.SPOILT, 1)


def _counted(current: Stock, event: events.BlanksCounted) -> Stock:
    """What is missing leaves the store, and what was found beyond the books comes into it."""
    short = event.on_the_books - event.counted
    if short >= 0:
        return _entered(current, StockAccount.STORE, StockAccount.MISSING, short)
    return _entered(current, StockAccount.UNEXPLAINED, StockAccount.STORE, -short)


def _of_document(cause: Cause[DocumentProduced]) -> Iterable[Consequence]:
    said = cause.event
    if said.office and said.blank:
        use = commands.UseBlank(
            office=said.office, kind=said.blank, serial=said.document_no, case=cause.stream
        )
        yield Consequence(stock_of(said.office, said.blank), use)


STOCK: Final = Aggregate(
    kind="stock",
    initial=Stock(),
    event=events.StockEvent,
    command=commands.StockCommand,
    decisions=(
        Decision(
            commands.ReceiveBlanks,
            at=set(StockStage),
            by=_OFFICERS,
            decide=decisions.receive,
        ),
        Decision(
            commands.UseBlank,
            at=set(StockStage),
            by={Role.SYSTEM},
            decide=decisions.use,
        ),
        Decision(commands.SpoilBlank, at={StockStage.KEPT}, by=_OFFICERS, decide=decisions.spoil),
        Decision(commands.CountBlanks, at={StockStage.KEPT}, by=_OFFICERS, decide=decisions.count),
    ),
    effects=(
        Effect(events.BlanksReceived, to=StockStage.KEPT, change=_received),
        Effect(events.BlankUsed, change=_used),
        Effect(events.BlankSpoilt, change=_spoilt),
        Effect(events.BlanksCounted, change=_counted),
    ),
    words=WORDS,
    office=lambda current: current.office,
    reactions=(
        Reaction(
            name="stock_follows_production",
            on=DocumentProduced,
            then=_of_document,
        ),
    ),
)

"""What is entered into a book of blanks. What has been made is never refused."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.offices.tree import within
from domain.people import Role
from domain.plans.refusals import PlaceOfOthers
from domain.stock import commands, events
from domain.stock.refusals import BlankNotInStore, BlanksKnown, BookOfOthers, SerialsInvalid
from domain.stock.serials import SerialInvalid, holding, run_between, serial_of
from domain.stock.state import Stock, StockStage, stock_name, stock_of


def receive(
    current: Stock, command: commands.ReceiveBlanks, at: Circumstances
) -> Sequence[events.StockEvent]:
    """A serial comes in once."""
    _of_his_office(command, at)
    try:
        run = run_between(command.first, command.last)
    except SerialInvalid:
        raise SerialsInvalid(pointer="/last") from None
    if any(run.meets(each) for each in current.received):
        raise BlanksKnown
    return [
        events.BlanksReceived(
            office=command.office,
            kind=command.kind,
            first=command.first,
            last=command.last,
            blanks=len(run),
        )
    ]


def use(
    current: Stock, command: commands.UseBlank, at: Circumstances
) -> Sequence[events.StockEvent]:
    """A document exists, whatever the books say. What they did not have comes from outside them.

    An office that keeps no book has nothing to enter.
    """
    if current.stage is StockStage.NEW:
        return []
    if current.used.get(command.serial) == command.case:
        return []
    return [
        events.BlankUsed(
            office=command.office,
            kind=command.kind,
            serial=command.serial,
            case=command.case,
            in_store=_is_in_store(current, command.serial),
        )
    ]


def spoil(
    current: Stock, command: commands.SpoilBlank, at: Circumstances
) -> Sequence[events.StockEvent]:
    _of_his_office(command, at)
    if not _is_in_store(current, command.serial):
        raise BlankNotInStore
    return [
        events.BlankSpoilt(
            office=command.office,
            kind=command.kind,
            serial=command.serial,
            reason=command.reason,
        )
    ]


def count(
    current: Stock, command: commands.CountBlanks, at: Circumstances
) -> Sequence[events.StockEvent]:
    """A count is on record also if it finds what the books have."""
    _of_his_office(command, at)
    return [
        events.BlanksCounted(
            office=command.office,
            kind=command.kind,
            counted=command.counted,
            on_the_books=current.on_the_books,
        )
    ]


def _is_in_store(current: Stock, text: str) -> bool:
    try:
        return holding(current.in_store, serial_of(text)) is not None
    except SerialInvalid:
        return False


def _of_his_office(command: commands.StockCommand, at: Circumstances) -> None:
    if stock_of(command.office, command.kind) != at.stream:
        raise BookOfOthers(book=stock_name(command.office, command.kind))
    office = at.by.office
    if at.by.role is not Role.HQ and (office is None or not within(command.office, office)):
        raise PlaceOfOthers(place=command.office)

"""Whoever takes money counts it, and another closes the till (Accounting Law art. 37)."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.tills import commands, events
from domain.tills.refusals import CountedByOneself, DifferenceUnexplained, TillOfAnother
from domain.tills.state import Till


def book(
    current: Till, command: commands.BookTaking, at: Circumstances
) -> Sequence[events.TillEvent]:
    """Money that was taken is never turned away. What comes late is counted again."""
    return [
        events.TakingBooked(
            officer=at.by.person,
            office=command.office,
            day=command.day,
            case=command.case,
            amount_fen=command.amount_fen,
            by_card=command.by_card,
        )
    ]


def count(
    current: Till, command: commands.CountTill, at: Circumstances
) -> Sequence[events.TillEvent]:
    """A difference is not corrected in silence: it is named, and its cause with it."""
    cash, card = command.cash_fen - current.cash_fen, command.card_fen - current.card_fen
    differs = bool(cash or card)
    if differs and command.cause is None:
        raise DifferenceUnexplained(cash_difference_fen=cash, card_difference_fen=card)
    return [
        events.TillCounted(
            officer=current.officer,
            cash_fen=command.cash_fen,
            card_fen=command.card_fen,
            booked_cash_fen=current.cash_fen,
            booked_card_fen=current.card_fen,
            cause=command.cause if differs else None,
        )
    ]


def close(
    current: Till, command: commands.CloseTill, at: Circumstances
) -> Sequence[events.TillEvent]:
    return [
        events.TillClosed(
            officer=current.officer,
            closed_by=at.by.person,
            cash_fen=current.counted_cash_fen or 0,
            card_fen=current.counted_card_fen or 0,
            cash_difference_fen=current.cash_difference_fen,
            card_difference_fen=current.card_difference_fen,
        )
    ]


def his_own(current: Till, at: Circumstances) -> None:
    if at.by.person != current.officer:
        raise TillOfAnother


def of_another(current: Till, at: Circumstances) -> None:
    if at.by.person == current.officer:
        raise CountedByOneself

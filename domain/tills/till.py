"""TILL: what an officer takes at a window on a day, counts, and hands over (ADR 91)."""

from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.people import Actor, Role
from domain.tills import commands, decisions, events
from domain.tills.state import Till, TillStage
from domain.tills.words import WORDS

_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})


def _booked(current: Till, event: events.TakingBooked) -> Till:
    cash, card = (0, event.amount_fen) if event.by_card else (event.amount_fen, 0)
    return replace(
        current,
        office=event.office,
        officer=event.officer,
        day=event.day,
        takings=current.takings + 1,
        cash_fen=current.cash_fen + cash,
        card_fen=current.card_fen + card,
        counted_cash_fen=None,
        counted_card_fen=None,
        cause=None,
        closed_by=None,
    )


def _counted(current: Till, event: events.TillCounted) -> Till:
    return replace(
        current,
        counted_cash_fen=event.cash_fen,
        counted_card_fen=event.card_fen,
        cause=event.cause,
    )


def _closed(current: Till, event: events.TillClosed) -> Till:
    return replace(current, closed_by=event.closed_by)


def _sees(by: Actor, current: Till, owner: Actor) -> bool:
    """The officials of the office's subtree."""
    return may_see(by, office=current.office, owner=owner)


TILL: Final = Aggregate(
    kind="till",
    initial=Till(),
    event=events.TillEvent,
    command=commands.TillCommand,
    decisions=(
        Decision(commands.BookTaking, at=set(TillStage), by=LINKED, decide=decisions.book),
        Decision(
            commands.CountTill,
            at={TillStage.OPEN, TillStage.COUNTED},
            by=_OFFICERS,
            decide=decisions.count,
            who=decisions.his_own,
        ),
        Decision(
            commands.CloseTill,
            at={TillStage.COUNTED},
            by=_OFFICERS,
            decide=decisions.close,
            who=decisions.of_another,
        ),
    ),
    effects=(
        Effect(events.TakingBooked, to=TillStage.OPEN, change=_booked),
        Effect(events.TillCounted, to=TillStage.COUNTED, change=_counted),
        Effect(events.TillClosed, to=TillStage.CLOSED, change=_closed),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
)

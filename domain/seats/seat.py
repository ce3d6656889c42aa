"""SEAT: one seat of a place on a day, which one case has at most (ADR 81).

Each seat is a stream of its own and not a line in a list to which everybody appends, so whoever
loses one is refused for the right reason, and tries the next.
"""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.people import Role
from domain.seats import commands, decisions, events
from domain.seats.state import Seat, SeatStage
from domain.seats.words import WORDS

_PLANNERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})


def _taken(current: Seat, event: events.SeatTaken) -> Seat:
    return replace(current, place=event.place, holder=event.case, kept_until=None)


def _freed(current: Seat, event: events.SeatFreed) -> Seat:
    return replace(current, place=event.place, holder=None, kept_until=event.kept_until)


def _closed_or_not(current: Seat, event: events.SeatClosed | events.SeatReopened) -> Seat:
    return replace(current, place=event.place, kept_until=None)


SEAT: Final = Aggregate(
    kind="seat",
    initial=Seat(),
    event=events.SeatEvent,
    command=commands.SeatCommand,
    decisions=(
        Decision(commands.TakeSeat, at=set(SeatStage), by=LINKED, decide=decisions.take),
        Decision(commands.FreeSeat, at=set(SeatStage), by=LINKED, decide=decisions.free),
        Decision(
            commands.CloseSeat,
            at=set(SeatStage),
            by=_PLANNERS,
            decide=decisions.close,
        ),
        Decision(commands.ReopenSeat, at=set(SeatStage), by=_PLANNERS, decide=decisions.reopen),
    ),
    effects=(
        Effect(events.SeatTaken, to=SeatStage.TAKEN, change=_taken),
        Effect(events.SeatFreed, to=SeatStage.FREE, change=_freed),
        Effect(events.SeatClosed, to=SeatStage.CLOSED, change=_closed_or_not),
        Effect(events.SeatReopened, to=SeatStage.FREE, change=_closed_or_not),
    ),
    words=WORDS,
    office=lambda current: current.place,
)

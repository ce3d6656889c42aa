"""NUMBER: a plate number. Of all who want it one has it."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect
from domain.numbers import commands, decisions, events
from domain.numbers.stage import NumberStage
from domain.numbers.state import PlateNumber, Reservation
from domain.numbers.words import WORDS

_ANY: Final = set(NumberStage)


def _offered(current: PlateNumber, event: events.PlateNumberOffered) -> PlateNumber:
    return replace(current, holder=event.case, offered_until=event.offered_until)


def _reserved(current: PlateNumber, event: events.PlateNumberReserved) -> PlateNumber:
    return replace(
        current,
        holder=event.case,
        vehicle=event.vehicle,
        offered_until=None,
        reservation=Reservation(event.case, event.vehicle, event.owner_index),
    )


def _locked(current: PlateNumber, event: events.PlateNumberLocked) -> PlateNumber:
    return replace(current, holder=event.case, vehicle=event.vehicle, offered_until=None)


def _issued(current: PlateNumber, event: events.PlateNumberIssued) -> PlateNumber:
    return replace(
        current, holder=event.vehicle, vehicle=event.vehicle, offered_until=None, reservation=None
    )


def _released(current: PlateNumber, event: events.PlateNumberReleased) -> PlateNumber:
    back = current.reservation if event.stage is NumberStage.RESERVED else None
    return replace(
        current,
        holder=back and back.case,
        vehicle=back and back.vehicle,
        reservation=back,
        kept_until=event.kept_until,
        kept_for_index=event.kept_for_index,
    )


NUMBER: Final = Aggregate(
    kind="number",
    initial=PlateNumber(),
    event=events.PlateNumberEvent,
    command=commands.NumberCommand,
    decisions=(
        Decision(commands.OfferNumber, at=_ANY, by=LINKED, decide=decisions.offer),
        Decision(commands.ReserveNumber, at=_ANY, by=LINKED, decide=decisions.reserve),
        Decision(commands.ReleaseReservation, at=_ANY, by=LINKED, decide=decisions.release),
        Decision(commands.TakeNumber, at=_ANY, by=LINKED, decide=decisions.take),
        Decision(commands.IssueNumber, at=_ANY, by=LINKED, decide=decisions.issue),
        Decision(commands.GiveUpNumber, at=_ANY, by=LINKED, decide=decisions.give_up),
    ),
    effects=(
        Effect(events.PlateNumberOffered, to=NumberStage.OFFERED, change=_offered),
        Effect(events.PlateNumberReserved, to=NumberStage.RESERVED, change=_reserved),
        Effect(events.PlateNumberLocked, to=NumberStage.LOCKED, change=_locked),
        Effect(events.PlateNumberIssued, to=NumberStage.IN_USE, change=_issued),
        Effect(events.PlateNumberReleased, to=CARRIED, change=_released),
    ),
    words=WORDS,
)

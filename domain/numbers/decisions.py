"""Who may have a plate number: one vehicle, or one case, and for whom it is kept.

Whoever gives a vehicle up, or passes it on, may have its number for another one within a year
(124 art. 52 and the reform of plates). So meanwhile nobody else gets it.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from domain.circumstances import Circumstances
from domain.clocks.plates import NUMBER_KEPT
from domain.numbers import commands, events
from domain.numbers.refusals import (
    PlateNumberAboutToBeIssued,
    PlateNumberKept,
    PlateNumberOnOffer,
    PlateNumberReservedForAnother,
    PlateNumberTaken,
)
from domain.numbers.stage import NumberStage
from domain.numbers.state import PlateNumber
from domain.periods import add_months

Events = Sequence[events.PlateNumberEvent]


def offer(current: PlateNumber, command: commands.OfferNumber, at: Circumstances) -> Events:
    """A number that is kept for anybody is offered to nobody."""
    _refuse_if_had(current, command, at)
    _refuse_if_kept(current, None, at)
    return [
        events.PlateNumberOffered(
            case=command.case,
            prefix=command.prefix,
            plate_kind=command.plate_kind,
            offered_until=command.until,
        )
    ]


def reserve(current: PlateNumber, command: commands.ReserveNumber, at: Circumstances) -> Events:
    """Of all who want it at the same instant one gets it, and each of the others is told so."""
    _refuse_if_had(current, command, at)
    _refuse_if_kept(current, command.owner, at)
    return [
        events.PlateNumberReserved(
            case=command.case,
            prefix=command.prefix,
            plate_kind=command.plate_kind,
            vehicle=command.vehicle,
            owner_index=command.owner,
            reserved_on=at.today,
        )
    ]


def release(
    current: PlateNumber, command: commands.ReleaseReservation, at: Circumstances
) -> Events:
    """Nothing happens if the case has not reserved it."""
    if current.reservation is None or current.reservation.case != command.case:
        return []
    if current.stage is not NumberStage.RESERVED:
        raise PlateNumberAboutToBeIssued
    return [_released(current, command, NumberStage.FREE)]


def take(current: PlateNumber, command: commands.TakeNumber, at: Circumstances) -> Events:
    """Whoever has reserved the number gets it for the vehicle and the owner he has named."""
    reserved = current.reservation if current.stage is NumberStage.RESERVED else None
    if reserved and reserved.vehicle == command.vehicle:
        if reserved.owner_index != command.owner:
            raise PlateNumberReservedForAnother
        return [_locked(command, reserved.case)]
    if current.vehicle == command.vehicle and current.holder in (command.case, command.vehicle):
        return []
    _refuse_if_had(current, command, at)
    _refuse_if_kept(current, command.owner, at)
    return [_locked(command, None)]


def issue(current: PlateNumber, command: commands.IssueNumber, at: Circumstances) -> Events:
    """What is on record already is a fact. A number that another has stays his, and nobody is at
    fault.
    """
    if current.stage is NumberStage.IN_USE or (
        current.is_had() and current.vehicle != command.vehicle
    ):
        return []
    reservation = current.reservation
    locked = current.stage is NumberStage.LOCKED
    return [
        events.PlateNumberIssued(
            case=(locked and current.holder) or command.case,
            prefix=command.prefix,
            plate_kind=command.plate_kind,
            vehicle=command.vehicle,
            reservation=reservation.case if reservation else None,
        )
    ]


def give_up(current: PlateNumber, command: commands.GiveUpNumber, at: Circumstances) -> Events:
    """Nothing happens if another vehicle has it, or if the case is not the one that took it.

    Where no vehicle has come to bear it, it is again what it was: reserved, or kept for whom it
    was kept before.
    """
    if current.vehicle != command.vehicle or current.stage is NumberStage.RESERVED:
        return []
    if command.case not in (command.vehicle, current.holder):
        return []
    if command.owner:
        until = add_months(at.today, NUMBER_KEPT.on(at.today))
        return [
            events.PlateNumberReleased(
                case=command.case,
                prefix=command.prefix,
                plate_kind=command.plate_kind,
                stage=NumberStage.FREE,
                kept_until=until,
                kept_for_index=command.owner,
            )
        ]
    to = NumberStage.RESERVED if current.reservation else NumberStage.FREE
    return [_released(current, command, to)]


def _locked(command: commands.TakeNumber, reservation: UUID | None) -> events.PlateNumberLocked:
    return events.PlateNumberLocked(
        case=command.case,
        prefix=command.prefix,
        plate_kind=command.plate_kind,
        vehicle=command.vehicle,
        reservation=reservation,
    )


def _released(
    current: PlateNumber, command: commands.NumberCommand, to: NumberStage
) -> events.PlateNumberReleased:
    return events.PlateNumberReleased(
        case=command.case,
        prefix=command.prefix,
        plate_kind=command.plate_kind,
        stage=to,
        kept_until=current.kept_until,
        kept_for_index=current.kept_for_index,
    )


def _refuse_if_had(
    current: PlateNumber, command: commands.NumberCommand, at: Circumstances
) -> None:
    if current.is_had():
        raise PlateNumberTaken
    if current.is_offered(at.now) and current.holder != command.case and current.offered_until:
        raise PlateNumberOnOffer(free_after=current.offered_until)


def _refuse_if_kept(current: PlateNumber, owner: bytes | None, at: Circumstances) -> None:
    kept = current.kept_until
    if kept and at.today <= kept and (owner is None or owner != current.kept_for_index):
        raise PlateNumberKept(free_on=kept + timedelta(days=1))

"""Which vehicle has a plate number, and for whom one that is given up is kept.

Whoever gives a vehicle up, or passes it on, may have its number for another one within a year
(124 art. 52 and the reform of plates). So meanwhile nobody else gets it.
"""

from collections.abc import Sequence
from datetime import timedelta

from domain.circumstances import Circumstances
from domain.claims.commands import GiveUpNumber, TakeNumber
from domain.claims.events import ClaimEvent, ClaimReleased, ClaimTaken
from domain.claims.refusals import PlateNumberKept, PlateNumberTaken
from domain.claims.state import Claim
from domain.clocks.plates import NUMBER_KEPT
from domain.periods import add_months


def take_number(current: Claim, command: TakeNumber, at: Circumstances) -> Sequence[ClaimEvent]:
    if current.vehicle and command.on_record:
        return []
    if current.vehicle == command.vehicle and current.holder in (command.case, command.vehicle):
        return []
    if current.vehicle:
        raise PlateNumberTaken
    kept = current.kept_until
    if (
        kept
        and at.today <= kept
        and not command.on_record
        and command.owner != current.kept_for_index
    ):
        raise PlateNumberKept(free_on=kept + timedelta(days=1))
    return [
        ClaimTaken(kind=command.kind, case=command.case, taken_on=at.today, vehicle=command.vehicle)
    ]


def give_up_number(
    current: Claim, command: GiveUpNumber, at: Circumstances
) -> Sequence[ClaimEvent]:
    """Nothing happens if another vehicle has it, or if the case is not the one that took it.

    Where no vehicle has come to bear it, it stays kept for whom it was kept before.
    """
    if current.vehicle != command.vehicle:
        return []
    if command.case not in (command.vehicle, current.holder):
        return []
    until, owner = current.kept_until, current.kept_for_index
    if command.owner:
        until, owner = add_months(at.today, NUMBER_KEPT.on(at.today)), command.owner
    return [
        ClaimReleased(kind=command.kind, case=command.case, kept_until=until, kept_for_index=owner)
    ]

"""VEHICLE: a vehicle as the register has it. Its stream is computed from the VIN."""

from collections.abc import Iterable
from typing import Final

from domain.access import may_see
from domain.aggregate import Aggregate, Decision
from domain.case.review.events import RegisterChangesOrdered
from domain.message import CountReliefs, PassDeadline
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import Unknown
from domain.register.changes import concern
from domain.reliefs.effect import guarding
from domain.reliefs.reaction import counting
from domain.vehicles import commands, decisions, events
from domain.vehicles.changes import EFFECTS
from domain.vehicles.numbers import number_links
from domain.vehicles.ownership import OF_OWNERS
from domain.vehicles.state import VehicleOnRecord, VehicleStage
from domain.vehicles.timers import timed, timer
from domain.vehicles.words import WORDS

_CHANGES: Final = OF_OWNERS | decisions.CHANGES.keys()
_BY_ITSELF: Final = frozenset({Role.SYSTEM})
_ON_RECORD: Final = frozenset({VehicleStage.ON_RECORD})


def _sees(by: Actor, current: VehicleOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    """Everything that one outcome changes in one vehicle is one command."""
    said = cause.event
    if said.vehicle and concern(said.changes, _CHANGES):
        change = commands.ChangeVehicle(
            case=cause.stream, changes=said.changes, registrant=said.registrant
        )
        yield Consequence(said.vehicle, change)


VEHICLE_RELIEFS: Final = counting("vehicle")
VEHICLE: Final = Aggregate(
    kind="vehicle",
    initial=VehicleOnRecord(),
    event=events.VehicleEvent,
    command=commands.VehicleCommand,
    decisions=(
        Decision(
            commands.EnterVehicle, at=set(VehicleStage), by=_BY_ITSELF, decide=decisions.enter
        ),
        Decision(
            commands.ChangeVehicle, at=set(VehicleStage), by=_BY_ITSELF, decide=decisions.change
        ),
        Decision(
            PassDeadline,
            at=_ON_RECORD,
            by=_BY_ITSELF,
            decide=decisions.pass_deadline,
            reads=guarding,
        ),
        Decision(
            CountReliefs,
            at=_ON_RECORD,
            by=_BY_ITSELF,
            decide=decisions.count_reliefs,
            reads=guarding,
        ),
    ),
    effects=EFFECTS,
    words=WORDS,
    links=number_links,
    timer=timer,
    timed=timed,
    sees=_sees,
    office=lambda current: current.record.office,
    reactions=(
        Reaction(
            name="vehicle_register",
            on=RegisterChangesOrdered,
            then=_ordered,
            refused={Unknown: DONE},
        ),
        *VEHICLE_RELIEFS,
    ),
)

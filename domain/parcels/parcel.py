"""PARCEL: one posting of one document, and the set of scans that tells where it is (ADR 94)."""

from typing import Final

from domain.access import may_see
from domain.aggregate import LINKED, Aggregate, Decision
from domain.circumstances import Circumstances
from domain.conflict import EXEMPT, ConflictOfInterest, Relation
from domain.message import PassDeadline
from domain.parcels import commands, decisions, events, scanning
from domain.parcels.changes import EFFECTS
from domain.parcels.state import Parcel, ParcelStage
from domain.parcels.timer import WITH_THE_CARRIER, WITH_THE_OFFICE, timed, timer
from domain.parcels.words import WORDS
from domain.people import Actor, Role

_BEGUN: Final = frozenset(ParcelStage) - {ParcelStage.NEW}
_ENCLOSED: Final = _BEGUN - {ParcelStage.PREPARED}
_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_SYSTEM: Final = frozenset({Role.SYSTEM})


def _sees(by: Actor, current: Parcel, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=current.owner or owner)


def _not_his_own(current: Parcel, at: Circumstances) -> None:
    """Raises :class:`ConflictOfInterest` for whoever works on a parcel of his own case.

    A parcel does not know whom the owner has sent.
    """
    owner = current.owner or at.owner
    if at.by.role not in EXEMPT and at.by.person == owner.person:
        raise ConflictOfInterest(relation=Relation.OWNER)


PARCEL: Final = Aggregate(
    kind="parcel",
    initial=Parcel(),
    event=events.ParcelEvent,
    command=commands.ParcelCommand,
    decisions=(
        Decision(
            commands.PrepareParcel,
            at=frozenset(ParcelStage) - WITH_THE_CARRIER,
            by=LINKED,
            decide=decisions.prepare,
        ),
        Decision(
            commands.EncloseParcel,
            at=WITH_THE_OFFICE,
            by=_OFFICERS | _SYSTEM,
            decide=decisions.enclose,
            who=_not_his_own,
        ),
        Decision(
            commands.HandOverParcel,
            at=frozenset(ParcelStage),
            by=LINKED,
            decide=decisions.hand_over,
        ),
        Decision(
            commands.RecordItemScan,
            at=_ENCLOSED,
            by=_OFFICERS | _SYSTEM | {Role.CARRIER},
            decide=scanning.record,
            who=_not_his_own,
        ),
        Decision(commands.CopyItemScan, at=frozenset(ParcelStage), by=LINKED, decide=scanning.copy),
        Decision(
            commands.RepostParcel,
            at=frozenset(ParcelStage),
            by=LINKED,
            decide=decisions.repost,
        ),
        Decision(
            commands.KeepForPickup,
            at=frozenset(ParcelStage),
            by=LINKED,
            decide=decisions.keep_for_pickup,
        ),
        Decision(
            commands.CallOffParcel,
            at=frozenset(ParcelStage),
            by=LINKED,
            decide=decisions.call_off,
        ),
        Decision(PassDeadline, at=_BEGUN, by=_SYSTEM, decide=decisions.pass_deadline),
        Decision(
            commands.ReportCaseElsewhere,
            at=_BEGUN,
            by=_SYSTEM,
            decide=decisions.report_elsewhere,
        ),
        Decision(
            commands.ClearIrregularity,
            at=_BEGUN,
            by=_OFFICERS,
            decide=decisions.clear,
            who=_not_his_own,
        ),
    ),
    effects=EFFECTS,
    words=WORDS,
    timer=timer,
    timed=timed,
    sees=_sees,
    office=lambda current: current.office,
    about=lambda current: {"case": str(current.case)},
)

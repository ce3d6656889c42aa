"""What a scan of its parcel means for a case. It comes by a reaction, once, after the scan."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from domain.case.delivery import events
from domain.case.delivery.commands import FollowParcel
from domain.case.delivery.refusals import ParcelNotCurrent
from domain.case.production.decisions import closing
from domain.case.refusals import PaymentDiffers
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.parcels.commands import ReportCaseElsewhere
from domain.parcels.events import ItemDelivered, ItemDeliveryFailed, ItemReturned
from domain.parcels.reasons import ScanStatus, Signatory
from domain.parcels.state import parcel_of
from domain.reaction import DONE, Cause, Consequence, Instead, Reaction
from domain.refusal import NotAtThisStage, Refusal

FOLLOWS_AT: Final = frozenset(
    {
        Stage.READY_TO_SEND,
        Stage.IN_POST,
        Stage.RETURNED,
        Stage.READY_FOR_PICKUP,
        Stage.DELIVERED,
        Stage.COMPLETED,
    }
)
_ARRIVED: Final = frozenset({Stage.DELIVERED, Stage.COMPLETED})


def follow_parcel(current: Case, command: FollowParcel, at: Circumstances) -> Sequence[CaseEvent]:
    """A delivery in vain that is told late changes nothing, and neither does an end told twice.

    A return is a fact, however often the carrier tried. Raises :class:`ParcelNotCurrent` for an
    end of a parcel that is not the one under way, and :class:`PaymentDiffers` for another sum
    than the one that was to be collected at the door.
    """
    under_way = current.stage is Stage.IN_POST
    if not under_way or parcel_of(at.stream, current.posts) != command.parcel:
        if command.status is ScanStatus.FAILED or _is_so_already(current, command, at):
            return []
        raise ParcelNotCurrent(stage=current.stage)
    if command.reason:
        return [events.DeliveryFailed(reason=command.reason)]
    if command.status is ScanStatus.RETURNED:
        return [events.ParcelReturned(keep_until=at.due(Clock.RETURN_HOLD))]
    owed = max(0, current.payable_fen)
    if command.collected_fen != owed:
        raise PaymentDiffers(expected_fen=owed)
    delivered = events.ParcelDelivered(delivered_on=at.today, collected_fen=owed)
    return [delivered, *closing(current, owed)]


def _is_so_already(current: Case, command: FollowParcel, at: Circumstances) -> bool:
    if parcel_of(at.stream, current.posts) != command.parcel:
        return False
    arrived = command.status is ScanStatus.DELIVERED and current.stage in _ARRIVED
    return arrived or (command.status is ScanStatus.RETURNED and current.stage is Stage.RETURNED)


def _of_failure(cause: Cause[ItemDeliveryFailed]) -> Iterable[Consequence]:
    said = cause.event
    if not said.by_office:
        follow = FollowParcel(parcel=cause.stream, status=ScanStatus.FAILED, reason=said.reason)
        yield Consequence(said.case, follow)


def _of_return(cause: Cause[ItemReturned]) -> Iterable[Consequence]:
    if not cause.event.by_office:
        follow = FollowParcel(parcel=cause.stream, status=ScanStatus.RETURNED)
        yield Consequence(cause.event.case, follow)


def _of_delivery(cause: Cause[ItemDelivered]) -> Iterable[Consequence]:
    """A document is served on its recipient. What another has signed for an officer clears."""
    said = cause.event
    if said.by_office or not (said.signatory is Signatory.RECIPIENT and said.id_seen):
        return
    follow = FollowParcel(
        parcel=cause.stream, status=ScanStatus.DELIVERED, collected_fen=said.collected_fen
    )
    yield Consequence(said.case, follow)


def _reports(code: str) -> Instead[Any]:
    """In the place of what could not become of the case the parcel is told why."""

    def report(cause: Cause[Any]) -> Consequence:
        return Consequence(cause.stream, ReportCaseElsewhere(scan=cause.event.scan, refusal=code))

    return Instead(report)


_TOLD: Final[Mapping[type[Refusal], Instead[Any]]] = {
    ParcelNotCurrent: _reports(ParcelNotCurrent.code),
    PaymentDiffers: _reports(PaymentDiffers.code),
    NotAtThisStage: _reports(NotAtThisStage.code),
}
PARCEL_FOLLOWED: Final = (
    Reaction(
        name="case_follows_failed_delivery",
        on=ItemDeliveryFailed,
        then=_of_failure,
        refused={NotAtThisStage: DONE},
    ),
    Reaction(name="case_follows_return", on=ItemReturned, then=_of_return, refused=_TOLD),
    Reaction(name="case_follows_delivery", on=ItemDelivered, then=_of_delivery, refused=_TOLD),
)

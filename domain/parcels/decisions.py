"""What the office does with a parcel, and when a parcel is late."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.calendar import local_day
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.post import Reach, expected_by
from domain.message import PassDeadline
from domain.parcels import commands, events
from domain.parcels.irregularities import open_irregularities
from domain.parcels.reasons import Clearing, Irregularity
from domain.parcels.refusals import EnclosedOtherwise, IrregularityNotOpen
from domain.parcels.state import Parcel, ParcelStage
from domain.parcels.timer import LATE, timer
from domain.refusal import NotAsThingsStand

_DAY: Final = timedelta(days=1)
_STILL_HERE: Final = frozenset({ParcelStage.PREPARED, ParcelStage.ENCLOSED})


def prepare(
    current: Parcel, command: commands.PrepareParcel, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """The document is posted, also if it was to be collected before it was handed over."""
    return [
        events.ParcelPrepared(
            case=command.case,
            posting=command.posting,
            office=command.office,
            destination=command.destination,
            document_no=command.document_no,
            prepared_on=at.today,
            hand_over_by=command.hand_over_by,
            owner=None if at.by.caller == at.owner.caller else at.owner,
        )
    ]


def enclose(
    current: Parcel, command: commands.EncloseParcel, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """A parcel has one number. The same one once more changes nothing."""
    if current.item_no:
        if (current.item_no, current.carrier) != (command.item_no, command.carrier):
            raise EnclosedOtherwise
        return []
    return [
        events.ParcelEnclosed(case=current.case, item_no=command.item_no, carrier=command.carrier)
    ]


def hand_over(
    current: Parcel, command: commands.HandOverParcel, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """Whatever the carrier gets is on a manifest, which both sides count."""
    if current.item_no and current.item_no != command.item_no:
        raise EnclosedOtherwise
    made: list[events.ParcelEvent] = []
    if current.stage is ParcelStage.NEW:
        made.append(
            events.ParcelPrepared(
                case=command.case,
                posting=command.posting,
                office=command.office,
                destination=command.destination,
                document_no=command.document_no,
                prepared_on=at.today,
                hand_over_by=at.today,
                owner=None if at.by.caller == at.owner.caller else at.owner,
            )
        )
    handed_over = events.ParcelHandedOver(
        case=command.case,
        item_no=command.item_no,
        carrier=current.carrier or command.carrier,
        manifest=command.manifest,
        handed_over_at=at.now,
        expected_by=command.expected_by,
    )
    return [*made, handed_over]


def repost(
    current: Parcel, command: commands.RepostParcel, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    if current.stage is ParcelStage.NEW:
        return []
    return [events.ParcelReposted(case=current.case, posting=command.posting)]


def keep_for_pickup(
    current: Parcel, command: commands.KeepForPickup, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    if current.stage is ParcelStage.NEW:
        return []
    return [events.ParcelChangedToPickup(case=current.case, office=command.office)]


def call_off(
    current: Parcel, command: commands.CallOffParcel, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """Only what has not left yet can be called off."""
    if current.stage not in _STILL_HERE:
        return []
    return [events.ParcelCalledOff(case=current.case)]


def pass_deadline(
    current: Parcel, command: PassDeadline, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """No relief moves a clock of the post: it only says when somebody has to ask."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    return [
        events.ParcelOverdue(
            case=current.case,
            irregularity=LATE[Clock(command.clock)],
            clock=command.clock,
            due_on=local_day(running.at) - _DAY,
        )
    ]


def report_elsewhere(
    current: Parcel, command: commands.ReportCaseElsewhere, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    if (Irregularity.CASE_ELSEWHERE, command.scan) in current.told:
        return []
    return [
        events.CaseFoundElsewhere(case=current.case, scan=command.scan, refusal=command.refusal)
    ]


def clear(
    current: Parcel, command: commands.ClearIrregularity, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """Whoever finds a late parcel on its way asks again after the term of the province."""
    found = {each.kind: each for each in open_irregularities(current)}.get(command.irregularity)
    if found is None:
        raise IrregularityNotOpen
    again = (
        command.irregularity is Irregularity.OVERDUE
        and command.clearing is Clearing.STILL_UNDER_WAY
    )
    return [
        events.IrregularityCleared(
            case=current.case,
            irregularity=command.irregularity,
            clearing=command.clearing,
            scans=tuple(sorted(found.scans)),
            ask_again_on=_in_the_province(at) if again else None,
        )
    ]


def _in_the_province(at: Circumstances) -> date:
    return expected_by(at.today, Reach.PROVINCE, judged_on=at.today, calendar=at.calendar)

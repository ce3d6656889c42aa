"""What the parcel of a case does in the same instant, when the case goes on."""

from collections.abc import Iterable
from typing import Final

from domain.aggregate import Link
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.offices.tree import prefecture_of
from domain.parcels.commands import (
    CallOffParcel,
    CopyItemScan,
    HandOverParcel,
    KeepForPickup,
    PrepareParcel,
    RepostParcel,
)
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import ScanStatus, Signatory
from domain.parcels.state import parcel_of
from domain.people import Role
from domain.services.facts import ByPost

_ENDS: Final = {
    Stage.DELIVERED: ScanStatus.DELIVERED,
    Stage.COMPLETED: ScanStatus.DELIVERED,
    Stage.RETURNED: ScanStatus.RETURNED,
}
"""A case of which nothing is left to do closes with the delivery, in one step."""


def parcel_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The parcel is made, handed over, kept or called off, and knows what an officer wrote down.

    What follows from a scan is not told to the parcel again.
    """
    if after.posts > before.posts:
        yield Link(PARCEL, parcel_of(at.stream, after.posts), _hand_over(after, at))
    elif after.stage is not before.stage:
        yield from _moved(before, after, at)
    if before.stage is Stage.IN_POST and at.by.role is not Role.SYSTEM:
        yield from _written_down(before, after, at)


def _moved(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    sent, to_send = (parcel_of(at.stream, before.posts + more) for more in (0, 1))
    if after.stage is Stage.READY_TO_SEND:
        if before.stage is Stage.RETURNED:
            yield Link(PARCEL, sent, RepostParcel(posting=before.posts + 1))
        begins = before.stage is not Stage.READY_FOR_PICKUP
        yield Link(PARCEL, to_send, _prepare(after, at), fresh=begins)
    elif before.stage is Stage.READY_TO_SEND:
        kept = after.stage is Stage.READY_FOR_PICKUP
        office = KeepForPickup(office=after.counter)
        yield Link(PARCEL, to_send, office if kept else CallOffParcel())
    elif before.stage is Stage.RETURNED and after.stage is Stage.READY_FOR_PICKUP:
        yield Link(PARCEL, sent, KeepForPickup(office=after.counter))


def _destination(current: Case) -> str:
    to = current.delivery
    return to.region if isinstance(to, ByPost) else prefecture_of(current.office)


def _prepare(after: Case, at: Circumstances) -> PrepareParcel:
    waits = after.deadline
    return PrepareParcel(
        case=at.stream,
        posting=after.posts + 1,
        office=after.office,
        destination=_destination(after),
        document_no=after.document_no or "",
        hand_over_by=waits.on if waits else at.due(Clock.POST_HANDOVER),
    )


def _hand_over(after: Case, at: Circumstances) -> HandOverParcel:
    """The manifest of an office and a day has a number that says which."""
    waits = after.deadline
    return HandOverParcel(
        case=at.stream,
        posting=after.posts,
        office=after.office,
        destination=_destination(after),
        document_no=after.document_no or "",
        item_no=after.item_no or "",
        manifest=f"{at.by.office or after.office}-{at.today:%Y%m%d}",
        expected_by=waits.on if waits else at.today,
    )


def _written_down(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """What an officer enters of a case whose parcel is under way, as a scan of that parcel."""
    status = _ENDS.get(after.stage)
    if status is None and len(after.in_vain) > len(before.in_vain):
        status = ScanStatus.FAILED
    if status is None:
        return
    delivered = status is ScanStatus.DELIVERED
    office = prefecture_of(after.office)
    yield Link(
        PARCEL,
        parcel_of(at.stream, before.posts),
        CopyItemScan(
            scan=f"office:{status}:{len(after.in_vain)}",
            status=status,
            place=office if status is ScanStatus.RETURNED else _destination(after),
            scanned_at=at.now,
            reason=after.in_vain[-1] if status is ScanStatus.FAILED else None,
            signatory=Signatory.RECIPIENT if delivered else None,
            id_seen=delivered,
            collected_fen=after.paid_fen - before.paid_fen if delivered else 0,
        ),
    )

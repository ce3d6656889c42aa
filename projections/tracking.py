"""What a citizen may see of his case: the way so far and the next step.

Names and numbers stay sealed; the page unseals and masks them when it is asked.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case import events
from domain.case.due import Due, due_after
from domain.case.evolve import stage_after
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from projections.columns import Columns
from projections.projection import Projection


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the timeline. ``detail`` is a code of the event, never free text."""

    at: datetime
    event: str
    stage: str
    item_no: str | None = None
    until: date | None = None
    detail: str | None = None
    place: str | None = None


class Tracked(msgspec.Struct, frozen=True):
    case_id: UUID
    reference: str
    service: str
    office: str
    stage: str
    version: int
    position: int
    submitted_at: datetime
    updated_at: datetime
    due_clock: str | None
    due_on: date | None
    item_no: str | None
    key_id: UUID
    sealed: dict[str, str]
    steps: tuple[Step, ...]


_SHOWN: Final[Mapping[type[events.Event], str | None]] = {
    events.CaseSubmitted: None,
    events.PaymentReceived: None,
    events.PaymentFailed: "reason",
    events.PaymentExpired: None,
    events.CaseAccepted: None,
    events.DeemedAccepted: None,
    events.CorrectionRequested: None,
    events.CorrectionSupplied: None,
    events.CorrectionExpired: None,
    events.NotAccepted: "codes",
    events.MovedToOnSite: "reason",
    events.OnSiteVisitRecorded: None,
    events.ReviewStarted: None,
    events.CaseApproved: None,
    events.CaseRefused: "codes",
    events.RecordChanged: None,
    events.DeferralGranted: None,
    events.DeferralRevoked: None,
    events.TempPlateIssued: None,
    events.ProductionOrdered: None,
    events.DocumentProduced: None,
    events.HandedToPost: None,
    events.ParcelScanned: "status",
    events.DeliveryFailed: "reason",
    events.ParcelDelivered: None,
    events.ParcelReturned: None,
    events.RepostRequested: None,
    events.ChangedToPickup: None,
    events.ChangedToPost: None,
    events.PickedUp: None,
    events.PickupExpired: None,
    events.CaseClosed: None,
    events.CaseWithdrawn: None,
    events.WithdrawalRequested: None,
    events.WithdrawalGranted: None,
    events.WithdrawalDenied: None,
    events.GreenChannelGranted: "kind",
    events.CaseTransferred: "reason",
    events.DeadlineExtended: "clock",
    events.ReconsiderationFiled: None,
    events.ReconsiderationDecided: "outcome",
    events.CaseReopened: "cause",
    events.DecisionRevoked: "codes",
    events.CaseLapsed: "clock",
}
"""What the citizen sees, and the field that says more; the office's own steps are not here."""

_UNTIL: Final = ("until", "valid_to", "reply_by", "decide_by", "expected_by", "keep_until")


def fold(row: Tracked | None, recorded: RecordedEvent) -> Tracked | None:
    event = recorded.event
    if isinstance(event, events.CaseSubmitted):
        return _first(recorded, event)
    if row is None:
        return None
    before = Stage(row.stage)
    stage = stage_after(before, event)  # type: ignore[arg-type]  # claims never come here
    old = Due(row.due_clock, row.due_on) if row.due_clock and row.due_on else None
    due = due_after(old, before, stage, event)  # type: ignore[arg-type]
    sealed = getattr(event, "sealed", None)
    return replace(
        row,
        stage=stage,
        office=event.to_office if isinstance(event, events.CaseTransferred) else row.office,
        version=recorded.version,
        position=recorded.position,
        updated_at=recorded.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        item_no=getattr(event, "item_no", row.item_no),
        sealed=row.sealed | sealed if sealed else row.sealed,
        steps=(*row.steps, _step(recorded, stage)) if type(event) in _SHOWN else row.steps,
    )


def _first(recorded: RecordedEvent, event: events.CaseSubmitted) -> Tracked:
    due = due_after(None, Stage.NEW, event.stage, event)
    return Tracked(
        case_id=recorded.stream,
        reference=event.reference,
        service=event.service,
        office=event.office,
        stage=event.stage,
        version=recorded.version,
        position=recorded.position,
        submitted_at=recorded.at,
        updated_at=recorded.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        item_no=None,
        key_id=event.key_id,
        sealed=event.sealed,
        steps=(_step(recorded, event.stage),),
    )


def _step(recorded: RecordedEvent, stage: Stage) -> Step:
    event = recorded.event
    kind = type(event)
    field = _SHOWN[kind]
    said = getattr(event, field) if field else None
    return Step(
        at=recorded.at,
        event=kind.__name__,
        stage=stage,
        item_no=getattr(event, "item_no", None),
        until=next((day for name in _days(kind) if (day := getattr(event, name))), None),
        detail=",".join(said) if isinstance(said, tuple) else said,
        place=getattr(event, "place", None),
    )


@cache
def _days(kind: type[events.Event]) -> tuple[str, ...]:
    return tuple(name for name in _UNTIL if name in kind.__struct_fields__)


TRACKING: Final = Projection(name="tracking", row=Tracked, fold=fold)
_COLUMNS: Final = Columns(Tracked)
_BY_REFERENCE: Final = (
    f"SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking WHERE reference = %s"
)
_BY_CASE: Final = f"SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking WHERE case_id = %s"


async def by_reference(connection: Connection, reference: str) -> Tracked | None:
    cursor = await connection.execute(_BY_REFERENCE.encode(), (reference,), binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None


async def by_case(connection: Connection, case: UUID) -> Tracked | None:
    cursor = await connection.execute(_BY_CASE.encode(), (case,), binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None


async def case_of_item(connection: Connection, item_no: str) -> UUID | None:
    """The case whose latest parcel has this item number."""
    cursor = await connection.execute(
        "SELECT case_id FROM projections.tracking WHERE item_no = %s", (item_no,)
    )
    rows = await cursor.fetchall()
    return rows[0][0] if rows else None

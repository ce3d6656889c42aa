"""What a citizen may see of his case: the way so far and the next step.

Names and numbers stay sealed; the page unseals and masks them when it is asked.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case import events
from domain.case.due import Due, due_after
from domain.case.evolve import stage_after
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from projections.columns import Columns
from projections.projection import Projection
from projections.reading import Read


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of the timeline. ``detail`` is a code of the event, never free text."""

    at: datetime
    event: str
    stage: str
    item_no: str | None = None
    until: date | None = None
    detail: str | None = None
    place: str | None = None


class Tracked(msgspec.Struct, frozen=True, gc=False):
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


def fold(row: Tracked | None, history: Sequence[Read]) -> Tracked | None:
    if row is not None:
        return _followed(row, history)
    for place, recorded in enumerate(history):
        event = recorded.envelope.event
        if isinstance(event, events.CaseSubmitted):
            return _followed(_first(recorded, event), history[place + 1 :])
    return None


def _followed(row: Tracked, history: Sequence[Read]) -> Tracked:
    """The row after events that follow the submission."""
    if not history:
        return row
    stage = Stage(row.stage)
    due = Due(row.due_clock, row.due_on) if row.due_clock and row.due_on else None
    office, item_no, sealed, steps = row.office, row.item_no, row.sealed, list(row.steps)
    for recorded in history:
        event = recorded.envelope.event
        before, stage = stage, stage_after(stage, event)  # type: ignore[arg-type]  # no claims here
        due = due_after(due, before, stage, event)  # type: ignore[arg-type]
        said = _said(type(event))
        if said.item_no:
            item_no = event.item_no  # type: ignore[union-attr]  # its class has the field
        if said.sealed:
            sealed = sealed | event.sealed  # type: ignore[union-attr]
        if said.is_shown:
            steps.append(_step(recorded, stage, said))
        if isinstance(event, events.CaseTransferred):
            office = event.to_office
    last = history[-1]
    return replace(
        row,
        stage=stage,
        office=office,
        version=last.version,
        position=last.position,
        updated_at=last.envelope.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        item_no=item_no,
        sealed=sealed,
        steps=tuple(steps),
    )


def _first(recorded: Read, event: events.CaseSubmitted) -> Tracked:
    due = due_after(None, Stage.NEW, event.stage, event)
    return Tracked(
        case_id=recorded.stream,
        reference=event.reference,
        service=event.service,
        office=event.office,
        stage=event.stage,
        version=recorded.version,
        position=recorded.position,
        submitted_at=recorded.envelope.at,
        updated_at=recorded.envelope.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        item_no=None,
        key_id=event.key_id,
        sealed=event.sealed,
        steps=(_step(recorded, event.stage, _said(events.CaseSubmitted)),),
    )


class _Said(NamedTuple):
    """Which fields of an event class a timeline reads."""

    is_shown: bool
    detail: str | None
    days: tuple[str, ...]
    item_no: bool
    place: bool
    sealed: bool


@cache
def _said(kind: type[events.Event]) -> _Said:
    fields = kind.__struct_fields__
    return _Said(
        is_shown=kind in _SHOWN,
        detail=_SHOWN.get(kind),
        days=tuple(name for name in _UNTIL if name in fields),
        item_no="item_no" in fields,
        place="place" in fields,
        sealed="sealed" in fields,
    )


def _step(recorded: Read, stage: Stage, said: _Said) -> Step:
    event = recorded.envelope.event
    detail = getattr(event, said.detail) if said.detail else None
    until = None
    for name in said.days:
        if until := getattr(event, name):
            break
    return Step(
        at=recorded.envelope.at,
        event=type(event).__name__,
        stage=stage,
        item_no=event.item_no if said.item_no else None,  # type: ignore[union-attr]
        until=until,
        detail=",".join(detail) if isinstance(detail, tuple) else detail,
        place=event.place if said.place else None,  # type: ignore[union-attr]
    )


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

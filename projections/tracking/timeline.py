"""The timeline: what a citizen is shown of an event."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple

import msgspec

from domain.case import events
from domain.case.stage import Stage
from domain.message import Event
from projections.engine.reading import Read


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of the timeline. ``detail`` is a code of the event, never free text."""

    at: datetime
    event: str
    stage: str
    item_no: str | None = None
    until: date | None = None
    detail: str | None = None
    place: str | None = None


_SHOWN: Final[Mapping[type[Event], str | None]] = {
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

ITEM_NO: Final = "item_no"
PLACE: Final = "place"
SEALED: Final = "sealed"
"""Fields that some event classes have, as :func:`said_by` knows."""
_UNTIL: Final = ("until", "valid_to", "reply_by", "decide_by", "expected_by", "keep_until")


class Said(NamedTuple):
    """Which fields of an event class a timeline reads."""

    is_shown: bool
    detail: str | None
    days: tuple[str, ...]
    item_no: bool
    place: bool
    sealed: bool


@cache
def said_by(kind: type[Event]) -> Said:
    fields = kind.__struct_fields__
    return Said(
        is_shown=kind in _SHOWN,
        detail=_SHOWN.get(kind),
        days=tuple(name for name in _UNTIL if name in fields),
        item_no=ITEM_NO in fields,
        place=PLACE in fields,
        sealed=SEALED in fields,
    )


def step_of(recorded: Read, stage: Stage, said: Said) -> Step:
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
        item_no=getattr(event, ITEM_NO) if said.item_no else None,
        until=until,
        detail=",".join(detail) if isinstance(detail, tuple) else detail,
        place=getattr(event, PLACE) if said.place else None,
    )

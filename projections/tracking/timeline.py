"""The timeline: what a citizen is shown of an event."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple

import msgspec

from domain.case.deadlines.events import (
    CaseLapsed,
    ClockRestarted,
    DeadlineBroughtForward,
    DeadlineExtended,
)
from domain.case.delivery.events import (
    ChangedToPickup,
    ChangedToPost,
    DeliveryFailed,
    HandedToPost,
    ParcelDelivered,
    ParcelReturned,
    ParcelScanned,
    PickedUp,
    PickupExpired,
    RepostRequested,
)
from domain.case.expectation.events import ExpectedDateSlipped
from domain.case.intake.events import (
    CaseAccepted,
    CaseSubmitted,
    CorrectionExpired,
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
    FeeAskedAgain,
    FeePaidAgain,
    MovedToOnSite,
    NotAccepted,
    OnSiteVisitRecorded,
    PaymentExpired,
    PaymentFailed,
    PaymentReceived,
)
from domain.case.overlays.events import (
    CaseTransferred,
    CaseWithdrawn,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
    HoldReleased,
    HoldSet,
    TransferAgreed,
    TransferDeclined,
    TransferOffered,
    WithdrawalDenied,
    WithdrawalGranted,
    WithdrawalRequested,
)
from domain.case.penalty.events import (
    DecisionServed,
    FactsAccepted,
    FactsShown,
    FineAsked,
    FineSettled,
    PenaltyDecided,
    StatementMade,
    StatementRejected,
    StatementUpheld,
)
from domain.case.production.events import CaseClosed, DocumentProduced, ProductionOrdered
from domain.case.remedies.events import (
    CaseReopened,
    DecisionRevoked,
    ReconsiderationDecided,
    ReconsiderationFiled,
)
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    DeferralGranted,
    DeferralRevoked,
    RecordChanged,
    ResultRecorded,
    ReviewStarted,
    TempPlateIssued,
)
from domain.case.stage import Stage
from domain.case.wording import FILED_LATE
from domain.message import Event
from projections.engine.log_reader import Read
from projections.tracking.steps_at_once import STEPS_AT_ONCE


class TimelineStep(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of the timeline. ``detail`` is a code of the event, never free text.

    The code of a defect stands behind its place and a colon. ``instead_of`` is the day from
    which ``until`` moved.
    """

    at: datetime
    event: str
    stage: str
    item_no: str | None = None
    until: date | None = None
    instead_of: date | None = None
    detail: str | None = None
    right_office: str | None = None
    place: str | None = None


_SHOWN: Final[Mapping[type[Event], str | None]] = {
    CaseSubmitted: None,
    PaymentReceived: None,
    PaymentFailed: "reason",
    PaymentExpired: None,
    FeeAskedAgain: None,
    FeePaidAgain: None,
    CaseAccepted: None,
    DeemedAccepted: None,
    CorrectionRequested: None,
    CorrectionSupplied: None,
    CorrectionExpired: None,
    NotAccepted: "codes",
    MovedToOnSite: "reason",
    OnSiteVisitRecorded: None,
    ReviewStarted: None,
    FactsShown: None,
    FactsAccepted: None,
    StatementMade: None,
    StatementRejected: None,
    StatementUpheld: None,
    PenaltyDecided: None,
    DecisionServed: "manner",
    FineAsked: None,
    FineSettled: None,
    CaseApproved: None,
    CaseRefused: "codes",
    RecordChanged: None,
    ResultRecorded: None,
    DeferralGranted: None,
    DeferralRevoked: None,
    TempPlateIssued: None,
    ProductionOrdered: None,
    DocumentProduced: None,
    HandedToPost: None,
    ParcelScanned: "status",
    DeliveryFailed: "reason",
    ParcelDelivered: None,
    ParcelReturned: None,
    RepostRequested: None,
    ChangedToPickup: None,
    ChangedToPost: None,
    PickedUp: None,
    PickupExpired: None,
    CaseClosed: None,
    CaseWithdrawn: None,
    WithdrawalRequested: None,
    WithdrawalGranted: None,
    WithdrawalDenied: None,
    EscalationRequested: "kind",
    GreenChannelGranted: "kind",
    GreenChannelDenied: "kind",
    TransferOffered: "reason",
    TransferAgreed: None,
    TransferDeclined: None,
    CaseTransferred: "reason",
    HoldSet: "kind",
    HoldReleased: "kind",
    ClockRestarted: None,
    DeadlineExtended: "clock",
    DeadlineBroughtForward: "clock",
    ReconsiderationFiled: None,
    ReconsiderationDecided: "outcome",
    CaseReopened: "cause",
    DecisionRevoked: "codes",
    CaseLapsed: "clock",
    ExpectedDateSlipped: "reason",
    **STEPS_AT_ONCE,
}
"""The events that a citizen sees, with the field that says more. Steps inside the office are not
here."""

MOVED: Final = (ClockRestarted, DeadlineExtended, DeadlineBroughtForward)
"""The events that move a day. They name both."""
ITEM_NO: Final = "item_no"
PLACE: Final = "place"
SEALED: Final = "sealed"
"""Fields that some event classes have and others do not, which :func:`said_by` finds out."""
UNTIL: Final = (
    "until",
    "valid_to",
    "reply_by",
    "answer_by",
    "fine_due_on",
    "decide_by",
    "expected_by",
    "keep_until",
    "hold_until",
    "new",
)
"""The fields, in the order in which a step takes its day from its event."""


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
        days=tuple(name for name in UNTIL if name in fields),
        item_no=ITEM_NO in fields,
        place=PLACE in fields,
        sealed=SEALED in fields,
    )


def step_of(recorded: Read, stage: Stage, said: Said) -> TimelineStep:
    event = recorded.envelope.event
    detail = getattr(event, said.detail) if said.detail else None
    if isinstance(event, CorrectionRequested):
        detail = tuple(f"{defect.where}:{defect.code}" for defect in event.defects)
    if isinstance(event, ReconsiderationFiled) and not event.in_time:
        detail = FILED_LATE
    days = (getattr(event, name) for name in said.days)
    return TimelineStep(
        at=recorded.envelope.at,
        event=type(event).__name__,
        stage=stage,
        item_no=getattr(event, ITEM_NO) if said.item_no else None,
        until=next(filter(None, days), None),
        instead_of=event.old if isinstance(event, MOVED) else None,
        detail=",".join(detail) if isinstance(detail, tuple) else detail,
        right_office=event.right_office if isinstance(event, NotAccepted) else None,
        place=getattr(event, PLACE) if said.place else None,
    )

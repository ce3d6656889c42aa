"""Which command may be given at which stage, by whom, and where each event leads.

The two tables of domain.md §7.3. ``None`` in STAGE_AFTER leaves the stage as it
is; an event class that is missing there carries its stage itself.
"""

from collections.abc import Mapping
from typing import Final

from domain.case import commands, events
from domain.case.stage import OPEN, Stage
from domain.message import Command, PassDeadline
from domain.people import Role

_WITHDRAWABLE = frozenset(
    {
        Stage.PAYMENT_PENDING,
        Stage.SUBMITTED,
        Stage.CORRECTION_REQUESTED,
        Stage.ACCEPTED,
        Stage.ON_SITE_REQUIRED,
        Stage.IN_REVIEW,
    }
)
_DECIDED = frozenset({Stage.REFUSED, Stage.NOT_ACCEPTED, Stage.COMPLETED})
_WITH_OFFICE = frozenset({Stage.APPROVED, Stage.IN_PRODUCTION, Stage.READY_TO_SEND})

LIFECYCLE: Final[Mapping[type[Command], frozenset[Stage]]] = {
    commands.SubmitCase: frozenset({Stage.NEW}),
    commands.RecordPayment: frozenset({Stage.PAYMENT_PENDING}),
    commands.RecordPaymentFailure: frozenset({Stage.PAYMENT_PENDING}),
    commands.AcceptCase: frozenset({Stage.SUBMITTED}),
    commands.DeclineAcceptance: frozenset({Stage.SUBMITTED}),
    commands.RequestCorrection: frozenset({Stage.SUBMITTED, Stage.ACCEPTED}),
    commands.SupplyCorrection: frozenset({Stage.CORRECTION_REQUESTED}),
    commands.MoveToOnSite: frozenset({Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW}),
    commands.RecordOnSiteVisit: frozenset({Stage.ON_SITE_REQUIRED}),
    commands.StartReview: frozenset({Stage.ACCEPTED}),
    commands.RecordCheck: frozenset({Stage.IN_REVIEW}),
    commands.OverrideCheck: frozenset({Stage.IN_REVIEW}),
    commands.ApproveCase: frozenset({Stage.IN_REVIEW}),
    commands.RefuseCase: frozenset({Stage.IN_REVIEW}),
    commands.RevokeDeferral: frozenset({Stage.COMPLETED}),
    commands.OrderProduction: frozenset({Stage.APPROVED}),
    commands.RecordProduction: frozenset({Stage.IN_PRODUCTION}),
    commands.SettleOldDocument: _WITH_OFFICE
    | {Stage.IN_POST, Stage.RETURNED, Stage.READY_FOR_PICKUP, Stage.DELIVERED},
    commands.HandToPost: frozenset({Stage.READY_TO_SEND}),
    commands.RecordScan: frozenset({Stage.IN_POST}),
    commands.RecordFailedDelivery: frozenset({Stage.IN_POST}),
    commands.RecordDelivery: frozenset({Stage.IN_POST}),
    commands.RecordReturn: frozenset({Stage.IN_POST}),
    commands.RequestRepost: frozenset({Stage.RETURNED}),
    commands.ChangeToPickup: frozenset({Stage.RETURNED, Stage.READY_TO_SEND}),
    commands.ChangeToPost: frozenset({Stage.READY_FOR_PICKUP}),
    commands.RecordPickup: frozenset({Stage.READY_FOR_PICKUP}),
    commands.CloseCase: frozenset({Stage.DELIVERED}),
    commands.WithdrawCase: _WITHDRAWABLE,
    commands.GrantWithdrawal: _WITHDRAWABLE,
    commands.DenyWithdrawal: _WITHDRAWABLE,
    commands.RequestGreenChannel: OPEN,
    commands.GrantGreenChannel: OPEN,
    commands.DenyGreenChannel: OPEN,
    commands.TransferCase: OPEN,
    commands.SetHold: OPEN,
    commands.ReleaseHold: OPEN,
    commands.ExtendDeadline: OPEN,
    commands.FileReconsideration: _DECIDED,
    commands.RecordReconsiderationDecision: _DECIDED,
    commands.ReopenCase: _DECIDED,
    commands.RevokeDecision: frozenset({Stage.COMPLETED, Stage.APPROVED}),
    PassDeadline: frozenset(
        {
            Stage.PAYMENT_PENDING,
            Stage.SUBMITTED,
            Stage.CORRECTION_REQUESTED,
            Stage.READY_FOR_PICKUP,
            Stage.RETURNED,
        }
    ),
}

_APPLICANT = frozenset({Role.APPLICANT, Role.PARTNER})
_OFFICER = frozenset({Role.CLERK, Role.SUPERVISOR})
_LEADER = frozenset({Role.SUPERVISOR})
_SYSTEM = frozenset({Role.SYSTEM})
_POST = frozenset({Role.CARRIER}) | _OFFICER

WHO_MAY: Final[Mapping[type[Command], frozenset[Role]]] = {
    commands.SubmitCase: _APPLICANT,
    commands.RecordPayment: _OFFICER | _SYSTEM,
    commands.RecordPaymentFailure: _OFFICER | _SYSTEM,
    commands.AcceptCase: _OFFICER | _SYSTEM,
    commands.DeclineAcceptance: _OFFICER,
    commands.RequestCorrection: _OFFICER,
    commands.SupplyCorrection: _APPLICANT,
    commands.MoveToOnSite: _OFFICER,
    commands.RecordOnSiteVisit: _OFFICER,
    commands.StartReview: _OFFICER | _SYSTEM,
    commands.RecordCheck: _OFFICER | _SYSTEM,
    commands.OverrideCheck: _LEADER,
    commands.ApproveCase: _OFFICER | _SYSTEM,
    commands.RefuseCase: _OFFICER,
    commands.RevokeDeferral: _LEADER,
    commands.OrderProduction: _OFFICER,
    commands.RecordProduction: _OFFICER,
    commands.SettleOldDocument: _OFFICER,
    commands.HandToPost: _OFFICER,
    commands.RecordScan: _POST,
    commands.RecordFailedDelivery: _POST,
    commands.RecordDelivery: _POST,
    commands.RecordReturn: _POST,
    commands.RequestRepost: _APPLICANT,
    commands.ChangeToPickup: _APPLICANT,
    commands.ChangeToPost: _APPLICANT,
    commands.RecordPickup: _OFFICER,
    commands.CloseCase: _OFFICER | _SYSTEM,
    commands.WithdrawCase: _APPLICANT,
    commands.GrantWithdrawal: _LEADER,
    commands.DenyWithdrawal: _LEADER,
    commands.RequestGreenChannel: _APPLICANT | _OFFICER | {Role.HQ},
    commands.GrantGreenChannel: _LEADER,
    commands.DenyGreenChannel: _LEADER,
    commands.TransferCase: _LEADER | {Role.HQ},
    commands.SetHold: _LEADER | _SYSTEM,
    commands.ReleaseHold: _LEADER | _SYSTEM,
    commands.ExtendDeadline: _SYSTEM,
    commands.FileReconsideration: _APPLICANT,
    commands.RecordReconsiderationDecision: _LEADER | {Role.HQ},
    commands.ReopenCase: _LEADER,
    commands.RevokeDecision: _LEADER,
    PassDeadline: _SYSTEM,
}

STAGE_AFTER: Final[Mapping[type[events.CaseEvent], Stage | None]] = {
    events.PaymentReceived: Stage.SUBMITTED,
    events.PaymentFailed: None,
    events.PaymentExpired: Stage.LAPSED,
    events.CaseAccepted: Stage.ACCEPTED,
    events.DeemedAccepted: Stage.ACCEPTED,
    events.CorrectionRequested: Stage.CORRECTION_REQUESTED,
    events.CorrectionExpired: Stage.LAPSED,
    events.NotAccepted: Stage.NOT_ACCEPTED,
    events.MovedToOnSite: Stage.ON_SITE_REQUIRED,
    events.OnSiteVisitRecorded: Stage.IN_REVIEW,
    events.ReviewStarted: Stage.IN_REVIEW,
    events.CheckResultRecorded: None,
    events.CheckOverridden: None,
    events.CaseApproved: Stage.APPROVED,
    events.CaseRefused: Stage.REFUSED,
    events.RecordChanged: Stage.COMPLETED,
    events.DeferralGranted: Stage.COMPLETED,
    events.DeferralRevoked: None,
    events.TempPlateIssued: None,
    events.ProductionOrdered: Stage.IN_PRODUCTION,
    events.OldPlateReturned: None,
    events.LossDeclared: None,
    events.HandedToPost: Stage.IN_POST,
    events.ParcelScanned: None,
    events.DeliveryFailed: None,
    events.ParcelDelivered: Stage.DELIVERED,
    events.ParcelReturned: Stage.RETURNED,
    events.RepostRequested: Stage.READY_TO_SEND,
    events.ChangedToPickup: Stage.READY_FOR_PICKUP,
    events.ChangedToPost: Stage.READY_TO_SEND,
    events.PickedUp: Stage.DELIVERED,
    events.PickupExpired: Stage.LAPSED,
    events.CaseClosed: Stage.COMPLETED,
    events.CaseWithdrawn: Stage.WITHDRAWN,
    events.WithdrawalRequested: None,
    events.WithdrawalGranted: Stage.WITHDRAWN,
    events.WithdrawalDenied: None,
    events.EscalationRequested: None,
    events.GreenChannelGranted: None,
    events.GreenChannelDenied: None,
    events.CaseTransferred: None,
    events.HoldSet: None,
    events.HoldReleased: None,
    events.ClockStopped: None,
    events.ClockRestarted: None,
    events.DeadlineExtended: None,
    events.ReconsiderationFiled: None,
    events.ReconsiderationDecided: None,
    events.CaseReopened: Stage.ACCEPTED,
    events.DecisionRevoked: Stage.REFUSED,
    events.CaseLapsed: Stage.LAPSED,
}

"""From a case, a command and the office's circumstances to events, or a refusal. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.case import commands, events
from domain.case.decisions import afterwards, delivery, intake, overlays, production, review
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Command, PassDeadline

ANSWERS: Final[Mapping[type[Command], Callable[[Case], bool]]] = {
    commands.GrantWithdrawal: lambda case: case.withdrawal_requested,
    commands.DenyWithdrawal: lambda case: case.withdrawal_requested,
    commands.RequestGreenChannel: lambda case: not case.green,
    commands.GrantGreenChannel: lambda case: case.escalation is not None,
    commands.DenyGreenChannel: lambda case: case.escalation is not None,
    commands.ReleaseHold: lambda case: bool(case.holds),
    commands.RecordReconsiderationDecision: lambda case: case.under_reconsideration,
    commands.RevokeDeferral: lambda case: case.deferred_until is not None,
    commands.ReopenCase: lambda case: not case.under_reconsideration,
    commands.RequestRepost: lambda case: case.posts < delivery.MAX_POSTS,
    commands.ChangeToPost: lambda case: case.posts < delivery.MAX_POSTS,
}
"""What must be there for a command to answer, beyond the stage."""


def decided(current: Case, command: Command, at: Circumstances) -> Sequence[events.CaseEvent]:
    match command:
        case commands.SubmitCase():
            return intake.submit(command, at)
        case commands.RecordPayment():
            return intake.record_payment(current, command, at)
        case commands.RecordPaymentFailure():
            return [events.PaymentFailed(reason=command.reason)]
        case commands.AcceptCase():
            return intake.accept(current, at)
        case commands.DeclineAcceptance():
            return intake.decline(current, command, at)
        case commands.RequestCorrection():
            return intake.request_correction(current, command, at)
        case commands.SupplyCorrection():
            return intake.supply_correction(current, command, at)
        case commands.MoveToOnSite():
            return [events.MovedToOnSite(reason=command.reason)]
        case commands.RecordOnSiteVisit():
            return intake.record_on_site_visit(current, at)
        case commands.StartReview():
            return review.start(current, at)
        case commands.RecordCheck():
            return review.record_check(current, command, at)
        case commands.OverrideCheck():
            return review.override_check(current, command)
        case commands.ApproveCase():
            return review.approve(current, at)
        case commands.RefuseCase():
            return review.refuse(current, command, at)
        case commands.RevokeDeferral():
            return [events.DeferralRevoked()]
        case commands.OrderProduction():
            return [events.ProductionOrdered()]
        case commands.RecordProduction():
            return production.record(current, command, at)
        case commands.SettleOldDocument():
            return production.settle_old_document(current, command)
        case commands.HandToPost():
            return delivery.hand_to_post(current, command, at)
        case commands.RecordScan():
            return delivery.record_scan(command)
        case commands.RecordFailedDelivery():
            return [events.DeliveryFailed(reason=command.reason)]
        case commands.RecordDelivery():
            return delivery.record_delivery(current, command, at)
        case commands.RecordReturn():
            return delivery.record_return(current, at)
        case commands.RequestRepost():
            return delivery.request_repost(current, command, at)
        case commands.ChangeToPickup():
            return delivery.change_to_pickup(current, command, at)
        case commands.ChangeToPost():
            return delivery.change_to_post(current, command, at)
        case commands.RecordPickup():
            return delivery.record_pickup(current, command, at)
        case commands.CloseCase():
            return production.close(current)
        case commands.WithdrawCase():
            return overlays.withdraw(current)
        case commands.GrantWithdrawal():
            return [events.WithdrawalGranted(refund_fen=current.refundable_fen)]
        case commands.DenyWithdrawal():
            return [events.WithdrawalDenied()]
        case commands.RequestGreenChannel():
            return overlays.request_green_channel(current, command)
        case commands.GrantGreenChannel() | commands.DenyGreenChannel():
            return overlays.answer_green_channel(current, command)
        case commands.TransferCase():
            return overlays.transfer(current, command, at)
        case commands.SetHold():
            return overlays.set_hold(current, command)
        case commands.ReleaseHold():
            return overlays.release_hold(current, command, at)
        case commands.ExtendDeadline():
            return overlays.extend_deadline(current, command)
        case commands.FileReconsideration():
            return afterwards.file_reconsideration(current, at)
        case commands.RecordReconsiderationDecision():
            return [events.ReconsiderationDecided(outcome=command.outcome)]
        case commands.ReopenCase():
            return afterwards.reopen(current, command, at)
        case commands.RevokeDecision():
            return afterwards.revoke_decision(command, at)
        case PassDeadline():
            return afterwards.pass_deadline(current, command, at)
        case _:
            raise TypeError(type(command).__name__)

"""From a case, a command and the office's circumstances to events, or a refusal. Pure."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Final, assert_never

from domain.case import commands, events
from domain.case.decisions import afterwards, clock, delivery, intake, overlays, production, review
from domain.case.evolve import evolve
from domain.case.lifecycle import LIFECYCLE, WHO_MAY, allowed
from domain.case.office import Office
from domain.case.refusals import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.case.stage import Stage
from domain.case.state import Case

ANSWERS: Final[Mapping[type[commands.Command], Callable[[Case], bool]]] = {
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


def possible(current: Case) -> frozenset[type[commands.Command]]:
    """The commands that may be given to a case as it stands, whoever gives them."""
    unless = _UNLESS[current.stage]
    return allowed(current).difference(
        [command for command, answers in unless if not answers(current)]
    )


_UNLESS: Final = {
    stage: [
        (command, answers) for command, answers in ANSWERS.items() if stage in LIFECYCLE[command]
    ]
    for stage in Stage
}


def decide(
    current: Case, command: commands.CaseCommand, office: Office
) -> Sequence[events.CaseEvent]:
    """The events that carry the command out; none when there is nothing to do.

    Raises a :class:`~domain.refusal.Refusal`; then nothing happened.
    """
    return carry_out(current, command, office)[0]


def carry_out(
    current: Case, command: commands.CaseCommand, office: Office
) -> tuple[Sequence[events.CaseEvent], Case]:
    """As :func:`decide`, with the case after the events."""
    kind = type(command)
    if office.by.role not in WHO_MAY[kind]:
        raise NotPermitted(command=kind.__name__, role=office.by.role)
    if current.stage not in LIFECYCLE[kind]:
        raise NotAtThisStage(command=kind.__name__, stage=current.stage)
    if not ANSWERS.get(kind, _always)(current):
        raise NotAsThingsStand(command=kind.__name__)
    decided = _decided(current, command, office)
    after = reduce(evolve, decided, current)
    moved = clock.adjusted(after, office)
    return [*decided, *moved], reduce(evolve, moved, after)


def _always(case: Case) -> bool:
    return True


def _decided(
    current: Case, command: commands.CaseCommand, office: Office
) -> Sequence[events.CaseEvent]:
    match command:
        case commands.SubmitCase():
            return intake.submit(command, office)
        case commands.RecordPayment():
            return intake.record_payment(current, command, office)
        case commands.RecordPaymentFailure():
            return [events.PaymentFailed(reason=command.reason)]
        case commands.AcceptCase():
            return intake.accept(current, office)
        case commands.DeclineAcceptance():
            return intake.decline(current, command, office)
        case commands.RequestCorrection():
            return intake.request_correction(current, command, office)
        case commands.SupplyCorrection():
            return intake.supply_correction(current, command, office)
        case commands.MoveToOnSite():
            return [events.MovedToOnSite(reason=command.reason)]
        case commands.RecordOnSiteVisit():
            return intake.record_on_site_visit(current, office)
        case commands.StartReview():
            return review.start(current, office)
        case commands.RecordCheck():
            return review.record_check(current, command, office)
        case commands.OverrideCheck():
            return review.override_check(current, command)
        case commands.ApproveCase():
            return review.approve(current, office)
        case commands.RefuseCase():
            return review.refuse(current, command, office)
        case commands.RevokeDeferral():
            return [events.DeferralRevoked()]
        case commands.OrderProduction():
            return [events.ProductionOrdered()]
        case commands.RecordProduction():
            return production.record(current, command, office)
        case commands.SettleOldDocument():
            return production.settle_old_document(current, command)
        case commands.HandToPost():
            return delivery.hand_to_post(current, command, office)
        case commands.RecordScan():
            return delivery.record_scan(command)
        case commands.RecordFailedDelivery():
            return [events.DeliveryFailed(reason=command.reason)]
        case commands.RecordDelivery():
            return delivery.record_delivery(current, command, office)
        case commands.RecordReturn():
            return delivery.record_return(current, office)
        case commands.RequestRepost():
            return delivery.request_repost(current, command, office)
        case commands.ChangeToPickup():
            return delivery.change_to_pickup(current, command, office)
        case commands.ChangeToPost():
            return delivery.change_to_post(current, command, office)
        case commands.RecordPickup():
            return delivery.record_pickup(current, command, office)
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
            return overlays.transfer(current, command, office)
        case commands.SetHold():
            return overlays.set_hold(current, command)
        case commands.ReleaseHold():
            return overlays.release_hold(current, command, office)
        case commands.ExtendDeadline():
            return overlays.extend_deadline(current, command)
        case commands.FileReconsideration():
            return afterwards.file_reconsideration(current, office)
        case commands.RecordReconsiderationDecision():
            return [events.ReconsiderationDecided(outcome=command.outcome)]
        case commands.ReopenCase():
            return afterwards.reopen(current, command, office)
        case commands.RevokeDecision():
            return afterwards.revoke_decision(command, office)
        case commands.PassDeadline():
            return afterwards.pass_deadline(current, command, office)
        case _:
            assert_never(command)

"""What lies over the stages: withdrawal, green channel, transfer, holds, reliefs."""

from collections.abc import Sequence

from domain.case import commands, events
from domain.case.reasons import Hold
from domain.case.refusals import OfficeUnknown, OfficeWithoutPower, ReliefNotLater
from domain.case.stage import Stage
from domain.case.state import Case, Running
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.offices.tree import OFFICES, prefecture_of
from domain.refusal import NotAsThingsStand


def withdraw(current: Case) -> Sequence[events.CaseEvent]:
    """Free before acceptance; afterwards the office must agree (domain.md §7.5)."""
    if current.accepted_on is None:
        return [events.CaseWithdrawn(refund_fen=current.refundable_fen)]
    return [] if current.withdrawal_requested else [events.WithdrawalRequested()]


def request_green_channel(
    current: Case, command: commands.RequestGreenChannel
) -> Sequence[events.CaseEvent]:
    if current.escalation is command.kind:
        return []
    return [events.EscalationRequested(kind=command.kind)]


def answer_green_channel(
    current: Case, command: commands.GrantGreenChannel | commands.DenyGreenChannel
) -> Sequence[events.CaseEvent]:
    if current.escalation is None:
        raise NotAsThingsStand(command=type(command).__name__)
    if isinstance(command, commands.GrantGreenChannel):
        return [events.GreenChannelGranted(kind=current.escalation)]
    return [events.GreenChannelDenied(kind=current.escalation)]


def transfer(
    current: Case, command: commands.TransferCase, at: Circumstances
) -> Sequence[events.CaseEvent]:
    """Within the prefecture; the clock goes on (domain.md §7.9)."""
    if command.to_office not in OFFICES:
        raise OfficeUnknown(office=command.to_office)
    if command.to_office == current.office:
        return []
    if prefecture_of(command.to_office) != prefecture_of(current.office):
        raise OfficeWithoutPower(office=command.to_office)
    return [
        events.CaseTransferred(
            from_office=current.office, to_office=command.to_office, reason=command.reason
        )
    ]


def set_hold(current: Case, command: commands.SetHold) -> Sequence[events.CaseEvent]:
    return [] if command.kind in current.holds else [events.HoldSet(kind=command.kind)]


def release_hold(
    current: Case, command: commands.ReleaseHold, at: Circumstances
) -> Sequence[events.CaseEvent]:
    """A pick-up period that a closed outlet had stopped begins anew."""
    if command.kind not in current.holds:
        return []
    waits = current.stage is Stage.READY_FOR_PICKUP and command.kind is Hold.OFFICE_SUSPENDED
    keep_until = at.due(Clock.PICKUP_HOLD) if waits else None
    return [events.HoldReleased(kind=command.kind, keep_until=keep_until)]


def extend_deadline(current: Case, command: commands.ExtendDeadline) -> Sequence[events.CaseEvent]:
    if current.deadline:
        clock, old = current.deadline.clock, current.deadline.on
    elif isinstance(current.clock, Running):
        clock, old = Clock.DECIDE, current.clock.decide_by
    else:
        raise NotAsThingsStand(command=type(command).__name__)
    if command.to <= old:
        raise ReliefNotLater
    return [events.DeadlineExtended(clock=clock, old=old, new=command.to, relief=command.relief)]

"""A notice goes to one provider at a time, and is over when its receipt is there."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from domain.circumstances import Circumstances
from domain.message import PassDeadline
from domain.notices import commands, events
from domain.notices.kinds import NoticeStage, UndeliveredReason
from domain.notices.refusals import AnotherProviderHasIt
from domain.notices.state import Notice

CLOCK: Final = "NOTICE_WAIT"
_WAITS: Final = (
    timedelta(seconds=30),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=24),
    timedelta(hours=24),
)
"""How long the next try waits, each time that a provider has not answered: three days in all."""


def wait_after(times: int) -> timedelta | None:
    """How long to wait after so many times without an answer. None says that it is over."""
    return _WAITS[times] if times < len(_WAITS) else None


def defer(
    current: Notice, command: commands.DeferNotice, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    return [
        *_written(current, command.of),
        events.NoticeDeferred(reason=command.reason, until=command.until),
    ]


def release(
    current: Notice, command: PassDeadline, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    """Never before its time, and once."""
    if current.until is None or at.now < current.until:
        return []
    return [events.NoticeReleased()]


def entrust(
    current: Notice, command: commands.EntrustNotice, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    """What was entrusted to this provider before is not entrusted to it again in the round."""
    if current.stage is NoticeStage.ENTRUSTED and current.provider == command.provider:
        return []
    return [
        *_written(current, command.of),
        events.NoticeEntrusted(
            channel=command.channel, provider=command.provider, round=max(current.round, 1)
        ),
    ]


def abandon(
    current: Notice, command: commands.AbandonNotice, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    return [*_written(current, command.of), events.NoticeUndelivered(reason=command.reason)]


def hand_over(
    current: Notice, command: commands.RecordHandOver, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    """A receipt may come before it. Then nothing is left to record."""
    if current.stage in {NoticeStage.ARRIVED, NoticeStage.UNDELIVERED}:
        return []
    if current.provider != command.provider:
        raise AnotherProviderHasIt
    if current.stage is NoticeStage.HANDED_OVER:
        return []
    return [events.NoticeHandedOver(provider=command.provider)]


def receipt(
    current: Notice, command: commands.RecordReceipt, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    """What has arrived stays so, and a receipt of an earlier round says nothing of this one.

    That it arrived counts also after the provider had said that it did not.
    """
    if current.provider != command.provider:
        raise AnotherProviderHasIt
    if command.round != current.round or current.stage is NoticeStage.ARRIVED:
        return []
    if command.arrived_at is not None:
        return [events.NoticeArrived(arrived_at=command.arrived_at)]
    if current.stage is NoticeStage.UNDELIVERED:
        return []
    return [events.NoticeUndelivered(reason=command.reason or UndeliveredReason.FAILED)]


def repeat(
    current: Notice, command: commands.RepeatNotice, at: Circumstances
) -> Sequence[events.NoticeEvent]:
    return [events.NoticeRepeated(officer=at.by.person)]


def _written(current: Notice, of: commands.NoticeFacts) -> Iterator[events.NoticeEvent]:
    if current.stage is not NoticeStage.NEW:
        return
    if of.reminder is not None:
        yield events.ReminderNoticeWritten(
            reminder=of.reminder, version=of.version, step=of.step, office=of.office, to=of.to
        )
    elif of.case is not None:
        yield events.NoticeWritten(
            case=of.case, version=of.version, step=of.step, office=of.office, to=of.to
        )

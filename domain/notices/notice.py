"""NOTICE: one person is told of one step of a case, or of one reminder, once."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.message import PassDeadline
from domain.notices import commands, decisions, events
from domain.notices.kinds import NoticeStage, WaitReason
from domain.notices.state import Notice
from domain.notices.words import WORDS
from domain.people import Actor, Role
from domain.timer import Timer

_ITSELF: Final = frozenset({Role.SYSTEM})
_TO_SEND: Final = {NoticeStage.NEW, NoticeStage.DUE, NoticeStage.ENTRUSTED}
_TAKEN: Final = {
    NoticeStage.ENTRUSTED,
    NoticeStage.WAITING,
    NoticeStage.DUE,
    NoticeStage.HANDED_OVER,
    NoticeStage.ARRIVED,
    NoticeStage.UNDELIVERED,
}


def _written(current: Notice, event: events.NoticeWritten) -> Notice:
    return replace(
        current,
        case=event.case,
        version=event.version,
        step=event.step,
        office=event.office,
        to=event.to,
        round=1,
    )


def _of_reminder(current: Notice, event: events.ReminderNoticeWritten) -> Notice:
    return replace(
        current,
        reminder=event.reminder,
        version=event.version,
        step=event.step,
        office=event.office,
        to=event.to,
        round=1,
    )


def _deferred(current: Notice, event: events.NoticeDeferred) -> Notice:
    unanswered = event.reason is WaitReason.NO_ANSWER
    return replace(
        current,
        until=event.until,
        wait_reason=event.reason,
        waits=current.waits + 1 if unanswered else current.waits,
    )


def _released(current: Notice, event: events.NoticeReleased) -> Notice:
    return replace(current, until=None, wait_reason=None)


def _entrusted(current: Notice, event: events.NoticeEntrusted) -> Notice:
    return replace(
        current, channel=event.channel, provider=event.provider, round=event.round, reason=None
    )


def _arrived(current: Notice, event: events.NoticeArrived) -> Notice:
    return replace(current, arrived_at=event.arrived_at, reason=None)


def _undelivered(current: Notice, event: events.NoticeUndelivered) -> Notice:
    return replace(current, reason=event.reason)


def _repeated(current: Notice, event: events.NoticeRepeated) -> Notice:
    """It may go to any provider again, because that of the last round has given it up."""
    return replace(
        current, round=current.round + 1, waits=0, provider=None, channel=None, reason=None
    )


def _timer(current: Notice) -> Timer | None:
    waits = current.stage is NoticeStage.WAITING and current.until is not None
    return Timer(decisions.CLOCK, current.until) if waits and current.until else None


def _timed(current: Notice) -> Notice:
    return Notice(stage=current.stage, until=current.until)


def _sees(by: Actor, current: Notice, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=owner)


def _about(current: Notice) -> Mapping[str, str]:
    named = {"case": current.case, "reminder": current.reminder}
    return {name: str(stream) for name, stream in named.items() if stream}


NOTICE: Final = Aggregate(
    kind="notice",
    initial=Notice(),
    event=events.NoticeEvent,
    command=commands.NoticeCommand,
    decisions=(
        Decision(commands.DeferNotice, at=_TO_SEND, by=_ITSELF, decide=decisions.defer),
        Decision(commands.EntrustNotice, at=_TO_SEND, by=_ITSELF, decide=decisions.entrust),
        Decision(commands.AbandonNotice, at=_TO_SEND, by=_ITSELF, decide=decisions.abandon),
        Decision(commands.RecordHandOver, at=_TAKEN, by=_ITSELF, decide=decisions.hand_over),
        Decision(commands.RecordReceipt, at=_TAKEN, by=_ITSELF, decide=decisions.receipt),
        Decision(
            commands.RepeatNotice,
            at={NoticeStage.UNDELIVERED},
            by={Role.CLERK, Role.SUPERVISOR},
            decide=decisions.repeat,
        ),
        Decision(PassDeadline, at={NoticeStage.WAITING}, by=_ITSELF, decide=decisions.release),
    ),
    effects=(
        Effect(events.NoticeWritten, to=NoticeStage.DUE, change=_written),
        Effect(events.ReminderNoticeWritten, to=NoticeStage.DUE, change=_of_reminder),
        Effect(events.NoticeDeferred, to=NoticeStage.WAITING, change=_deferred),
        Effect(events.NoticeReleased, to=NoticeStage.DUE, change=_released),
        Effect(events.NoticeEntrusted, to=NoticeStage.ENTRUSTED, change=_entrusted),
        Effect(events.NoticeHandedOver, to=NoticeStage.HANDED_OVER),
        Effect(events.NoticeArrived, to=NoticeStage.ARRIVED, change=_arrived),
        Effect(events.NoticeUndelivered, to=NoticeStage.UNDELIVERED, change=_undelivered),
        Effect(events.NoticeRepeated, to=NoticeStage.DUE, change=_repeated),
    ),
    words=WORDS,
    timer=_timer,
    timed=_timed,
    sees=_sees,
    office=lambda current: current.office,
    about=_about,
)

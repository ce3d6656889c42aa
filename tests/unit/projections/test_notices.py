"""The row of a notice follows its events, in one run or in several."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain.notices import events
from domain.notices.events import NoticeEvent
from domain.notices.kinds import (
    Addressee,
    NoticeChannel,
    NoticeStage,
    UndeliveredReason,
    WaitReason,
)
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from projections.notices.row import NoticeRow, fold

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
HISTORY: list[NoticeEvent] = [
    events.NoticeWritten(
        case=UUID(int=1), version=2, step="CaseAccepted", office="410100", to=Addressee.APPLICANT
    ),
    events.NoticeDeferred(reason=WaitReason.QUIET_HOURS, until=NINE),
    events.NoticeReleased(),
    events.NoticeEntrusted(channel=NoticeChannel.SMS, provider="first", round=1),
    events.NoticeHandedOver(provider="first"),
    events.NoticeUndelivered(reason=UndeliveredReason.SWITCHED_OFF),
    events.NoticeRepeated(officer="clerk"),
    events.NoticeEntrusted(channel=NoticeChannel.EMAIL, provider="mail", round=2),
    events.NoticeHandedOver(provider="mail"),
    events.NoticeArrived(arrived_at=NINE),
]


def recorded(history: list[NoticeEvent]) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            UUID(int=9),
            version,
            version,
            Envelope(
                event=event,
                at=NINE + timedelta(minutes=version),
                by=system("test"),
                office="410100",
                channel="test",
                rules="test",
                build="test",
                cause=UUID(int=2),
            ),
        )
        for version, event in enumerate(history, start=1)
    ]


def after(number: int) -> NoticeRow:
    row = fold(None, recorded(HISTORY)[:number])
    assert row is not None
    return row


def test_what_waits_says_until_when_and_why() -> None:
    row = after(2)
    assert (row.stage, row.until, row.reason) == (NoticeStage.WAITING, NINE, "quiet_hours")
    assert after(3).until is None


def test_what_nobody_received_says_why_until_it_is_sent_again() -> None:
    assert (after(6).stage, after(6).reason) == (NoticeStage.UNDELIVERED, "switched_off")
    assert (after(7).stage, after(7).reason) == (NoticeStage.DUE, None)
    last = after(10)
    assert (last.stage, last.round) == (NoticeStage.ARRIVED, 2)
    assert (last.channel, last.provider) == (NoticeChannel.EMAIL, "mail")
    assert last.changed_at == NINE + timedelta(minutes=10)


def test_two_runs_make_the_row_of_both_together() -> None:
    whole = fold(None, recorded(HISTORY))
    for cut in range(1, len(HISTORY)):
        parts = recorded(HISTORY)
        assert fold(fold(None, parts[:cut]), parts[cut:]) == whole

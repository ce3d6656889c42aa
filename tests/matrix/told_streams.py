"""A notice, a reminder, and samples of notices, that the matrix has put into the store."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from domain.notice_samples.events import NoticeSampleAsked
from domain.notice_samples.kinds import SampleLanguage
from domain.notices.events import NoticeEntrusted, NoticeEvent, NoticeUndelivered, NoticeWritten
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.reminders.state import reminder_of


def not_received(case: UUID, office: str) -> Sequence[NoticeEvent]:
    """What was told of the first event of the case, and reached nobody."""
    return (
        NoticeWritten(
            case=case, version=1, step="CaseSubmitted", office=office, to=Addressee.APPLICANT
        ),
        NoticeEntrusted(channel=NoticeChannel.SMS, provider="first", round=1),
        NoticeUndelivered(reason=UndeliveredReason.SWITCHED_OFF),
    )


def a_sample() -> NoticeSampleAsked:
    return NoticeSampleAsked(
        sample=1,
        step="CaseAccepted",
        language=SampleLanguage.BOTH,
        officer="clerk-1",
        asked_on=date(2020, 2, 24),
        key_id=UUID(int=1),
        sealed={"mobile": "pii1.AAAA"},
    )


REMINDED_ON: Final = date(2020, 4, 1)


def reminder_named(record: UUID) -> UUID:
    """The stream of the reminder that the matrix has put beside a record."""
    return reminder_of(record, ReminderTopic.RENEWAL, REMINDED_ON)


def reminded(record: UUID, office: str) -> HolderReminded:
    """Somebody was reminded that his licence expires."""
    return HolderReminded(
        record=record,
        topic=ReminderTopic.RENEWAL,
        office=office,
        last_on=REMINDED_ON,
        until=REMINDED_ON,
    )

"""A notice of a case that the matrix has put into the store."""

from collections.abc import Sequence
from uuid import UUID

from domain.notices.events import NoticeEntrusted, NoticeEvent, NoticeUndelivered, NoticeWritten
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason


def not_received(case: UUID, office: str) -> Sequence[NoticeEvent]:
    """What was told of the first event of the case, and reached nobody."""
    return (
        NoticeWritten(
            case=case, version=1, step="CaseSubmitted", office=office, to=Addressee.APPLICANT
        ),
        NoticeEntrusted(channel=NoticeChannel.SMS, provider="first", round=1),
        NoticeUndelivered(reason=UndeliveredReason.SWITCHED_OFF),
    )

"""Notices as they stand on record, written without a notifier."""

from typing import Final
from uuid import UUID

from msgspec.structs import replace

from api.desk import Desk
from domain.case.case import CASE
from domain.door.request import own_request
from domain.notices import commands
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason
from domain.notices.notice import NOTICE
from domain.notices.state import notice_of
from domain.people import system

_PROVIDER: Final = "first"


async def arrived(made: Desk, case: UUID, version: int, step: str) -> UUID:
    """The applicant has received what he was told of a step."""
    receipt = commands.RecordReceipt(provider=_PROVIDER, round=1, arrived_at=made.clock())
    return await _sent(made, case, version, step, receipt)


async def not_arrived(made: Desk, case: UUID, version: int, step: str) -> UUID:
    """His telephone was off."""
    off = UndeliveredReason.SWITCHED_OFF
    receipt = commands.RecordReceipt(provider=_PROVIDER, round=1, reason=off)
    return await _sent(made, case, version, step, receipt)


async def _sent(
    made: Desk, case: UUID, version: int, step: str, receipt: commands.RecordReceipt
) -> UUID:
    opened, _ = await made.door.open(CASE, case, system("test"))
    facts = commands.NoticeFacts(
        case=case,
        version=version,
        step=step,
        office=opened.state.office,
        to=Addressee.APPLICANT,
    )
    stream = notice_of(case, version, Addressee.APPLICANT)
    for command in (
        commands.EntrustNotice(of=facts, channel=NoticeChannel.SMS, provider=_PROVIDER),
        commands.RecordHandOver(provider=_PROVIDER),
        receipt,
    ):
        request = replace(own_request("test", stream, 0, command), expected=None)
        await made.door.handle(NOTICE, stream, command, request)
    return stream

"""What owners and holders were told by reminders: to which number, masked, in which words."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from api.desk import Desk
from api.language import Language
from api.pages.notices.lines import lines_of
from api.pages.notices.of_case import ToldLine, masked
from domain.case.addressees import Addressees
from domain.case.case import CASE
from domain.keyring import KeyErased
from domain.people import system
from domain.register.contact import FiledContact
from domain.reminders.notices import reminder_text
from domain.reminders.reminder import REMINDER
from projections.notices.row import NoticeRow

_WHO: Final = system("outbox")


async def told_by_reminders(
    desk: Desk, rows: Sequence[NoticeRow], language: Language
) -> list[ToldLine]:
    """Only the notices of reminders among the rows, with their words."""
    told = []
    for row in rows:
        if row.reminder is not None:
            told.append(await _told(desk, row, row.reminder, language))
    return told


async def _told(desk: Desk, row: NoticeRow, reminder: UUID, language: Language) -> ToldLine:
    opened, history = await desk.door.open(REMINDER, reminder, _WHO)
    text = reminder_text(history, row.version)
    (line,) = lines_of([row], {}, language, {reminder: opened.state.topic})
    number = await _number(desk, row, opened.state.contact)
    return ToldLine(line, number, text.text(language) if text else None)


async def _number(desk: Desk, row: NoticeRow, contact: FiledContact | None) -> str | None:
    """That by which it was sent, or would be."""
    if contact is None:
        return None
    case, _ = await desk.door.open(CASE, contact.case, _WHO)
    try:
        ways = await Addressees(desk.keyring).filed(contact.case, case.state, contact.part)
    except KeyErased:
        return None
    chosen = [each for each in ways if row.channel in (None, each.channel)]
    return masked(chosen[0].channel, chosen[0].to) if chosen else None

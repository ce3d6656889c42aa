"""``/outbox``: the notices of a demonstration as its telephones show them. Nobody in it is real."""

from collections import defaultdict
from datetime import timedelta
from typing import Final
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from api.pages.notices.of_case import ToldLine, told_lines
from api.pages.notices.reminded import told_by_reminders
from domain.case.case import CASE
from domain.offices.tree import OFFICES
from domain.people import system
from projections.notices.queries import latest_notices
from projections.notices.row import NoticeRow

OUTBOX: Final = "/outbox"
_MOST: Final = 30
_SINCE: Final = timedelta(days=14)
_WHO: Final = system("outbox")


async def outbox(desk: Desk, language: Language) -> list[ToldLine]:
    """The latest of all offices, with their words and masked numbers."""
    async with read_connection(desk) as reading:
        since = desk.clock() - _SINCE
        rows = await latest_notices(reading, list(OFFICES), since, None, _MOST)
    by_case: dict[UUID, list[NoticeRow]] = defaultdict(list)
    for row in rows:
        if row.case_id is not None:
            by_case[row.case_id].append(row)
    told: dict[UUID, ToldLine] = {}
    for case, of_case in by_case.items():
        opened, history = await desk.door.open(CASE, case, _WHO)
        lines = await told_lines(desk, opened, history, of_case, language)
        told |= {each.line.stream: each for each in lines}
    told |= {each.line.stream: each for each in await told_by_reminders(desk, rows, language)}
    return [told[row.stream] for row in rows]

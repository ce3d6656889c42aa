"""The warnings of deadlines that were reported to an official, and wait for what he does."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from api.language import Language
from api.pages.kit.places import office_text
from domain.access import offices_of
from domain.case.grounds import WarningLevel
from domain.case.warnings.told import reported_levels
from domain.case.wording import CLOCKS
from domain.event_store.transaction import Connection
from domain.people import Actor
from projections.caseload.warned import reported_to


class ReportedLine(NamedTuple):
    """One case. Each level is reported once, so it stands here until somebody has answered."""

    case: UUID
    reference: str
    office: str
    clock: str
    due_on: date
    level: str
    is_over: bool


async def reported_lines(reading: Connection, to: Actor, language: Language) -> list[ReportedLine]:
    levels = reported_levels(to)
    if not levels:
        return []
    found = await reported_to(reading, offices_of(to), levels, to.person)
    return [
        ReportedLine(
            each.case,
            each.reference or str(each.case),
            office_text(each.office, language),
            CLOCKS[each.clock].text(language),
            each.due_on,
            WarningLevel(each.level).text(language),
            each.level == WarningLevel.OVERDUE,
        )
        for each in found
    ]

"""An application as its applicant may see it."""

from typing import Any, Final
from uuid import UUID

from api.dependencies import Reading
from api.desk import Desk
from api.language import Language
from api.masking import ends_with, masked, part
from api.views.deadline import deadline_view
from domain.case.case import CASE
from domain.case.wording import detail_text
from domain.identifiers import reference as references
from domain.identifiers.invalid import InvalidIdentifier
from domain.offices.tree import OFFICES
from projections.tracking.row import Tracked, by_reference

_NOBODY: Final = UUID(int=0)


async def find(desk: Desk, reading: Reading, reference: str, last_four: str) -> Tracked | None:
    """The row, if both fit. The check character is verified before the database is asked."""
    try:
        wanted = references.parse(reference).text
    except InvalidIdentifier:
        return None
    row = await by_reference(reading, wanted)
    if row is None:
        await part(desk.keyring, _NOBODY, _NOBODY, {"applicant": ""}, "applicant")
        ends_with(None, last_four)
        return None
    applicant = await part(desk.keyring, row.stream, row.key_id, row.sealed, "applicant")
    return row if ends_with(applicant, last_four) else None


async def shown(desk: Desk, row: Tracked, language: Language) -> dict[str, Any]:
    """What the citizen sees. Names and numbers are masked, and codes are in words."""
    office = OFFICES[row.office].title.text(language)
    people = {
        name: masked(content)
        for name in ("applicant", "vehicle", "licence", "delivery")
        if (content := await part(desk.keyring, row.stream, row.key_id, row.sealed, name))
    }
    return {
        "reference": row.reference,
        "service": row.service,
        "service_title": desk.catalogue[row.service].title.text(language),
        "office": row.office,
        "office_title": office,
        "stage": row.stage,
        "stage_title": CASE.words.stages[row.stage].text(language),
        "submitted_at": row.submitted_at,
        "updated_at": row.updated_at,
        "next": deadline_view(row.due_clock, row.due_on, language)
        if row.due_clock and row.due_on
        else None,
        "item_no": row.item_no,
        "parts": people,
        "position": row.position,
        "timeline": [
            {
                "at": step.at,
                "event": step.event,
                "title": CASE.words.events[step.event].text(language),
                "detail": detail_text(step.detail, language),
                "item_no": step.item_no,
                "until": step.until,
                "place": step.place,
            }
            for step in row.steps
        ],
    }

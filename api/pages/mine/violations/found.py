"""A violation as whose vehicle it is sees it, and why it cannot be dealt with online."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.form_defects import described
from api.identity import Identity
from api.language import Language
from api.masking import part
from api.pages.kit.questionnaire.answers import written
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import questions_of
from api.pages.mine.penal_services import of_violations
from api.pages.mine.violations.own_vehicle import VehicleAsked
from api.unopened import PartUnopened
from domain.calendar import OFFICE_ZONE
from domain.drafts.draft import Draft
from domain.identifiers.violation_acts import act_of
from domain.offices.contact import Contact
from domain.offices.tree import CONTACTS, OFFICES
from domain.people import system
from domain.violations.capture import PART
from domain.violations.state import ViolationOnRecord, ViolationStage
from domain.violations.violation import VIOLATION
from projections.tracking.tone import Tone
from projections.violations.row import violations_of

MOST: Final = 100
"""So many violations of a vehicle are shown, the latest first."""
_READER: Final = system("violation_pages")
_LIMITED: Final = ("/violation/fine_yuan", "/violation/points")
_OVER: Final = frozenset({ViolationStage.SETTLED, ViolationStage.DROPPED})


class FoundViolation(NamedTuple):
    """``barred`` says why it is not dealt with online. ``place`` is None if it cannot be read."""

    stream: UUID
    occurred_at: datetime
    place: str | None
    act: str
    fine_fen: int
    points: int
    stage: str
    tone: Tone
    office: str
    contact: Contact
    open: bool
    barred: str | None


async def found_of(
    desk: Desk, applicant: Identity, plate: bytes, asked: VehicleAsked, language: Language
) -> list[FoundViolation]:
    """What may be looked up about the plate of this index."""
    async with read_connection(desk) as reading:
        streams = await violations_of(reading, plate, MOST)
    return [await _found(desk, applicant, asked, stream, language) for stream in streams]


async def entries_about(
    desk: Desk, plate: bytes, asked: VehicleAsked, stream: UUID
) -> Mapping[str, str] | None:
    """What the form of the service asks of a violation, as its record has it.

    None for a violation of another vehicle, or one that cannot be read.
    """
    opened, _ = await desk.door.open(VIOLATION, stream, _READER)
    current = opened.state
    told = await _told(desk, stream, current)
    if current.plate_index != plate or told is None or current.occurred_at is None:
        return None
    return _entries(asked, current, told)


def _entries(
    asked: VehicleAsked, current: ViolationOnRecord, told: Mapping[str, Any]
) -> dict[str, str]:
    assert current.occurred_at
    values = {
        "applicant.id_no": asked.id_no,
        "violation.violation_no": told["violation_no"],
        "violation.plate_kind": asked.plate_kind,
        "violation.plate_no": asked.plate_no,
        "violation.occurred_at": current.occurred_at.astimezone(OFFICE_ZONE).isoformat(),
        "violation.place": told["place"],
        "violation.act_code": current.act_code,
        "violation.fine_yuan": current.fine_fen // 100,
        "violation.points": current.points,
    }
    return {
        name: text
        for question in questions_of(of_violations().form)
        if question.path in values
        for name, text in written(question, values[question.path]).items()
    }


async def _found(
    desk: Desk, applicant: Identity, asked: VehicleAsked, stream: UUID, language: Language
) -> FoundViolation:
    opened, _ = await desk.door.open(VIOLATION, stream, _READER)
    current = opened.state
    told = await _told(desk, stream, current)
    entries = _entries(asked, current, told) if told else {}
    is_open = current.stage is ViolationStage.PUBLISHED
    assert current.occurred_at
    return FoundViolation(
        stream=stream,
        occurred_at=current.occurred_at,
        place=told["place"] if told else None,
        act=act_of(current.act_code).text(language),
        fine_fen=current.fine_fen,
        points=current.points,
        stage=current.stage.text(language),
        tone=Tone.ACT if is_open else Tone.OVER if current.stage in _OVER else Tone.WAIT,
        office=OFFICES[current.office].title.text(language),
        contact=CONTACTS[current.office],
        open=is_open,
        barred=_barred(desk, applicant, entries, language) if is_open and told else None,
    )


def _barred(
    desk: Desk, applicant: Identity, entries: Mapping[str, str], language: Language
) -> str | None:
    """What the form has against the fine or the points, which are beyond the simple procedure."""
    draft = Draft(entries=dict(entries))
    filled = Filled(of_violations(), applicant.vouched, desk.today, draft)
    texts = (
        described(each, language)["text"] for each in filled.defects if each.pointer in _LIMITED
    )
    return next(texts, None)


async def _told(desk: Desk, stream: UUID, current: ViolationOnRecord) -> dict[str, Any] | None:
    try:
        return await part(desk.keyring, stream, current.key_id, current.sealed, PART)
    except PartUnopened:
        return None

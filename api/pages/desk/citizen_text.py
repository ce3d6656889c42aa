"""What the applicant would read of a decision, before it is taken.

The command is weighed and its events are folded as the pages of the applicant fold them, so the
text is theirs by construction. Nothing is stored.
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from api.command_outcome import carried_out
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.desk.case_sheet import CaseSheet, Task
from api.pages.desk.done import Sent, asked_of
from api.pages.kit.forms import version_seen
from api.views.duty import DutyView
from api.views.ruling import RulingView
from api.views.tracking import TrackingView, shown, shown_to_applicant
from domain.case.case import CASE
from domain.door.door import Begun
from domain.door.refusals import MovedOn
from domain.message import Command
from domain.recorded_event import RecordedEvent
from projections.tracking.row import fold


class CitizenText(NamedTuple):
    """``duty`` and ``rulings`` are those that the decision brings about.

    ``masked`` are the notes as tracking by reference shows them, where that differs (ADR 30).
    """

    told: TrackingView
    duty: DutyView | None
    rulings: Sequence[RulingView]
    masked: Sequence[str]


async def citizen_text(
    desk: Desk, identity: Identity, sheet: CaseSheet, task: Task, sent: Sent, language: Language
) -> CitizenText:
    """Raises the problem of a wrong form, or the refusal of the decision."""
    opened = sheet.opened
    told, by = asked_of(desk, identity, opened.stream, task, sent, language)
    if version_seen(sent) != opened.version:
        raise MovedOn(version=opened.version)
    command = told if isinstance(told, Command) else await told(opened)
    weighing = desk.door.weigh(CASE, Begun(opened.stream, command, by), opened)
    weighed = await carried_out(desk, by.command_id, weighing)
    own = weighed.pending.writes[0]
    following = [
        RecordedEvent(opened.stream, own.after + place, opened.position, envelope)
        for place, envelope in enumerate(own.envelopes, 1)
    ]
    return await _read(desk, opened.stream, sheet.history, following, language)


async def _read(
    desk: Desk,
    case: UUID,
    history: Sequence[RecordedEvent],
    following: Sequence[RecordedEvent],
    language: Language,
) -> CitizenText:
    before = fold(None, history)
    assert before, f"the case {case} has begun"
    after = fold(before, following)
    assert after
    was = await shown_to_applicant(desk, before, language)
    told = await shown_to_applicant(desk, after, language)
    masked = await shown(desk, after, language)
    duty = told["duty"] if told["duty"] != was["duty"] else None
    rulings = [each for each in told["rulings"] if each not in was["rulings"]]
    notes = {each["note"] for each in (*told["rulings"], *filter(None, [told["duty"]]))}
    others = (each["note"] for each in (*masked["rulings"], *filter(None, [masked["duty"]])))
    return CitizenText(told, duty, rulings, [note for note in others if note and note not in notes])

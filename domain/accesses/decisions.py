"""A view is recorded once an hour, a reveal each time."""

from collections.abc import Sequence
from datetime import datetime

from domain.accesses.commands import RecordReveal, RecordView
from domain.accesses.events import AccessEvent, CaseViewed, PersonalDataRevealed
from domain.accesses.refusals import NothingToReveal
from domain.accesses.state import AccessRecord, Looked
from domain.circumstances import Circumstances


def hour_of(instant: datetime) -> datetime:
    """The beginning of the hour."""
    return instant.replace(minute=0, second=0, microsecond=0)


def record_view(
    current: AccessRecord, command: RecordView, at: Circumstances
) -> Sequence[AccessEvent]:
    """Whoever reloads a page looks at it once. The same view by another is another look."""
    looked = Looked(command.role, command.officer, command.view)
    if current.hour == command.hour and looked in current.in_hour:
        return []
    return [
        CaseViewed(
            case=command.case,
            office=command.office,
            role=command.role,
            officer=command.officer,
            officer_office=command.officer_office,
            view=command.view,
            hour=command.hour,
        )
    ]


def record_reveal(
    current: AccessRecord, command: RecordReveal, at: Circumstances
) -> Sequence[AccessEvent]:
    """Whoever asks for nothing that the case has is shown nothing, and nothing is recorded."""
    parts = tuple(name for name in command.held if name in command.parts)
    if not parts:
        raise NothingToReveal(choices=list(command.held))
    return [
        PersonalDataRevealed(
            case=command.case,
            office=command.office,
            role=command.role,
            officer=command.officer,
            officer_office=command.officer_office,
            parts=parts,
            purpose=command.purpose,
        )
    ]

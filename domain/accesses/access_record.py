"""ACCESS RECORD: who of the offices has looked at a case, and who has seen personal data."""

from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.accesses import commands, decisions, events
from domain.accesses.state import AccessRecord, AccessStage, Looked
from domain.accesses.words import WORDS
from domain.aggregate import Aggregate, Decision, Effect
from domain.people import Actor, Role

_ITSELF: Final = frozenset({Role.SYSTEM})


def _viewed(current: AccessRecord, event: events.CaseViewed) -> AccessRecord:
    before = current.in_hour if event.hour == current.hour else ()
    return replace(
        current,
        case=event.case,
        office=event.office,
        hour=event.hour,
        in_hour=(*before, Looked(event.role, event.officer, event.view)),
        views=current.views + 1,
    )


def _revealed(current: AccessRecord, event: events.PersonalDataRevealed) -> AccessRecord:
    return replace(current, case=event.case, office=event.office, reveals=current.reveals + 1)


def _sees(by: Actor, current: AccessRecord, owner: Actor) -> bool:
    """Those who may see the case. Its applicant is told without the pseudonyms."""
    return may_see(by, office=current.office, owner=owner)


ACCESS_RECORD: Final = Aggregate(
    kind="access_record",
    initial=AccessRecord(),
    event=events.AccessEvent,
    command=commands.AccessCommand,
    decisions=(
        Decision(
            commands.RecordView, at=set(AccessStage), by=_ITSELF, decide=decisions.record_view
        ),
        Decision(
            commands.RecordReveal, at=set(AccessStage), by=_ITSELF, decide=decisions.record_reveal
        ),
    ),
    effects=(
        Effect(events.CaseViewed, to=AccessStage.KEPT, change=_viewed),
        Effect(events.PersonalDataRevealed, to=AccessStage.KEPT, change=_revealed),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
    about=lambda current: {"case": str(current.case)},
)

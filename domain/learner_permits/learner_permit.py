"""LEARNER PERMIT: as the register has it. Its stream is computed from the ID number."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import asdict, replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.circumstances import Circumstances
from domain.learner_permits import commands, events
from domain.learner_permits.state import PermitOnRecord, PermitStage
from domain.learner_permits.words import WORDS
from domain.people import Actor, Role
from domain.register.learner_permit import ExamSitting

_BY_ITSELF: Final = frozenset({Role.SYSTEM})


def _enter(
    current: PermitOnRecord, command: commands.EnterLearnerPermit, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    if current.record == command.record:
        return []
    return [events.LearnerPermitEntered(record=command.record, entered_on=at.today)]


def _record_exam(
    current: PermitOnRecord, command: commands.RecordExam, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    if command.sitting in current.record.sittings:
        return []
    return [events.ExamSat(**asdict(command.sitting))]


def _entered(current: PermitOnRecord, event: events.LearnerPermitEntered) -> PermitOnRecord:
    return replace(current, record=event.record)


def _sat(current: PermitOnRecord, event: events.ExamSat) -> PermitOnRecord:
    sitting = ExamSitting(event.subject, event.sat_on, event.passed)
    sittings = (*current.record.sittings, sitting)
    return replace(current, record=replace(current.record, sittings=sittings))


def _sees(by: Actor, current: PermitOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


LEARNER_PERMIT: Final = Aggregate(
    kind="learner_permit",
    initial=PermitOnRecord(),
    event=events.LearnerPermitEvent,
    command=commands.LearnerPermitCommand,
    decisions=(
        Decision(commands.EnterLearnerPermit, at=set(PermitStage), by=_BY_ITSELF, decide=_enter),
        Decision(
            commands.RecordExam, at={PermitStage.ON_RECORD}, by=_BY_ITSELF, decide=_record_exam
        ),
    ),
    effects=(
        Effect(events.LearnerPermitEntered, to=PermitStage.ON_RECORD, change=_entered),
        Effect(events.ExamSat, change=_sat),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.record.office,
)

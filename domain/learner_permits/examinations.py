"""What outcomes put on a learner's permit, and the permit without one of them: that somebody is
admitted to the examinations, those that he has sat, and a place in one that he has given up.
"""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from domain.circumstances import Circumstances
from domain.learner_permits import events
from domain.learner_permits.commands import ChangeLearnerPermit
from domain.learner_permits.state import PermitOnRecord, PermitStage
from domain.message import Event
from domain.refusal import NotAtThisStage
from domain.register.changes import ExamTaken
from domain.register.learner_permit import ExamSitting, LearnerPermitRecord
from domain.register.licence_changes import ExamPlaceGivenUp, LearnerAdmitted
from domain.register.outcome_memory import OutcomeMemory

OF_PERMITS: Final = frozenset({ExamTaken, ExamPlaceGivenUp, LearnerAdmitted})
"""The changes that a learner's permit can have."""


def change(
    current: PermitOnRecord, command: ChangeLearnerPermit, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    """An examination counts once, however often it is told. A permit that is not on record is
    entered as nobody's before it is issued.

    An outcome that is undone is left out first. If others have built on it, a person decides what
    comes in its place.
    """
    anew = [each for each in command.changes if isinstance(each, ExamTaken)]
    issued = _issued(command)
    if current.stage is PermitStage.NEW:
        return [*_first_entry(issued, command, at.today), *issued]
    right = MEMORY.put_right(current, command.case, command.changes, OF_PERMITS, at.today)
    if right.left_to_a_person:
        return right.told
    sat = [
        events.ExamSat(
            subject=each.subject, sat_on=each.sat_on, passed=each.passed, case=command.case
        )
        for each in anew
    ]
    known = right.current.record.sittings
    new = (each for each in sat if _sitting(each) not in known)
    return [*right.told, *issued, *new, *_given_up(right.current, command)]


def _given_up(
    current: PermitOnRecord, command: ChangeLearnerPermit
) -> Sequence[events.ExamBookingGivenUp]:
    """A place is given up once, however often it is told."""
    return [
        events.ExamBookingGivenUp(case=command.case, given_up_at=each.given_up_at)
        for each in command.changes
        if isinstance(each, ExamPlaceGivenUp) and each.given_up_at != current.record.given_up_at
    ]


def _issued(command: ChangeLearnerPermit) -> Sequence[events.LearnerPermitIssued]:
    holder = command.registrant.owner if command.registrant else b""
    return [
        events.LearnerPermitIssued(
            case=command.case,
            record=LearnerPermitRecord(
                holder=holder,
                office=said.office,
                wanted=said.wanted,
                issued_on=said.issued_on,
                valid_until=said.valid_until,
            ),
        )
        for said in command.changes
        if isinstance(said, LearnerAdmitted)
    ]


def _first_entry(
    issued: Sequence[events.LearnerPermitIssued], command: ChangeLearnerPermit, today: date
) -> Sequence[events.LearnerPermitEvent]:
    """Raises :class:`NotAtThisStage` for any other change of a permit that is not on record."""
    if not issued:
        raise NotAtThisStage(command=type(command).__name__, stage=PermitStage.NEW)
    nobody_s = replace(issued[0].record, holder=b"", valid_until=issued[0].record.issued_on)
    return [events.LearnerPermitEntered(record=nobody_s, entered_on=today)]


def _about(event: Event) -> str | None:
    """Each was sat on the permit, and judged by what was passed before (139 art. 21 to 23).

    A place that was given up is no part of that.
    """
    return None if isinstance(event, events.ExamBookingGivenUp) else "examinations"


def _recorded(current: PermitOnRecord, event: events.ExamSat) -> PermitOnRecord:
    sittings = (*current.record.sittings, _sitting(event))
    return replace(current, record=replace(current.record, sittings=sittings))


def _waits_anew(current: PermitOnRecord, event: events.ExamBookingGivenUp) -> PermitOnRecord:
    return replace(current, record=replace(current.record, given_up_at=event.given_up_at))


def _begun(current: PermitOnRecord, event: events.LearnerPermitIssued) -> PermitOnRecord:
    return replace(current, record=event.record, missed=None)


def _as_entered(current: PermitOnRecord) -> PermitOnRecord:
    return replace(current, record=current.entered)


def _sitting(event: events.ExamSat) -> ExamSitting:
    return ExamSitting(event.subject, event.sat_on, event.passed)


MEMORY: Final[OutcomeMemory[PermitOnRecord, events.LearnerPermitEvent]] = OutcomeMemory(
    changes=MappingProxyType(
        {
            events.LearnerPermitIssued: _begun,
            events.ExamSat: _recorded,
            events.ExamBookingGivenUp: _waits_anew,
        }
    ),
    as_entered=_as_entered,
    undone=events.LearnerPermitOutcomeUndone,
    about=lambda outcome: _about,
)

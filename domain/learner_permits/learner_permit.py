"""LEARNER PERMIT: as the register has it. Its stream is computed from the ID number."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.calendar import local_day
from domain.case.review.events import RegisterChangesOrdered
from domain.circumstances import Circumstances
from domain.learner_permits import commands, events, examinations
from domain.learner_permits.state import (
    PermitOnRecord,
    PermitStage,
    permit_ends,
    timed,
    timer,
)
from domain.learner_permits.words import WORDS
from domain.message import CountReliefs, PassDeadline
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.register.changes import concern
from domain.register.extension import extended
from domain.reliefs.effect import guarding
from domain.reliefs.extension import looked_at_again, not_yet
from domain.reliefs.reaction import counting

_BY_ITSELF: Final = frozenset({Role.SYSTEM})


def _enter(
    current: PermitOnRecord, command: commands.EnterLearnerPermit, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    if current.record == command.record:
        return []
    return [events.LearnerPermitEntered(record=command.record, entered_on=at.today)]


def _pass_deadline(
    current: PermitOnRecord, command: PassDeadline, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    """The permit ends after its last day, unless a relief has moved that."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    if moved := not_yet(permit_ends(current), current.extended, current.record.office, at):
        return [events.LearnerPermitDeadlineExtended(**moved._asdict())]
    return [events.LearnerPermitExpired(valid_until=local_day(running.at) - timedelta(days=1))]


def _count_reliefs(
    current: PermitOnRecord, command: CountReliefs, at: Circumstances
) -> Sequence[events.LearnerPermitEvent]:
    """A permit that waits for no day gets one, and one that has ended may be good again."""
    passed, office = current.missed is not None, current.record.office
    found = looked_at_again(permit_ends(current), current.extended, office, at, passed=passed)
    return [events.LearnerPermitDeadlineExtended(**found._asdict())] if found else []


def _entered(current: PermitOnRecord, event: events.LearnerPermitEntered) -> PermitOnRecord:
    return replace(current, record=event.record, missed=None, entered=event.record, since=())


def _expired(current: PermitOnRecord, event: events.LearnerPermitExpired) -> PermitOnRecord:
    return replace(current, missed=event.valid_until)


def _extended(
    current: PermitOnRecord, event: events.LearnerPermitDeadlineExtended
) -> PermitOnRecord:
    moved = extended(current.extended, event.clock, event.old, event.new, event.relief)
    return replace(current, missed=None, extended=moved)


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    """Everything that one outcome changes in one permit is one command."""
    said = cause.event
    if said.permit and concern(said.changes, examinations.OF_PERMITS):
        change = commands.ChangeLearnerPermit(
            case=cause.stream, changes=said.changes, registrant=said.registrant
        )
        yield Consequence(said.permit, change)


def _sees(by: Actor, current: PermitOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


PERMIT_RELIEFS: Final = counting("learner_permit")
LEARNER_PERMIT: Final = Aggregate(
    kind="learner_permit",
    initial=PermitOnRecord(),
    event=events.LearnerPermitEvent,
    command=commands.LearnerPermitCommand,
    decisions=(
        Decision(commands.EnterLearnerPermit, at=set(PermitStage), by=_BY_ITSELF, decide=_enter),
        Decision(
            commands.ChangeLearnerPermit,
            at=set(PermitStage),
            by=_BY_ITSELF,
            decide=examinations.change,
        ),
        Decision(
            PassDeadline,
            at={PermitStage.ON_RECORD},
            by=_BY_ITSELF,
            decide=_pass_deadline,
            reads=guarding,
        ),
        Decision(
            CountReliefs,
            at={PermitStage.ON_RECORD},
            by=_BY_ITSELF,
            decide=_count_reliefs,
            reads=guarding,
        ),
    ),
    effects=(
        Effect(events.LearnerPermitEntered, to=PermitStage.ON_RECORD, change=_entered),
        *(Effect(kind, change=examinations.MEMORY.change) for kind in examinations.MEMORY.kinds),
        Effect(events.LearnerPermitExpired, change=_expired),
        Effect(events.LearnerPermitDeadlineExtended, change=_extended),
    ),
    words=WORDS,
    timer=timer,
    timed=timed,
    sees=_sees,
    office=lambda current: current.record.office,
    reactions=(
        *PERMIT_RELIEFS,
        Reaction(
            name="learner_permit_register",
            on=RegisterChangesOrdered,
            then=_ordered,
            refused={NotAtThisStage: DONE},
        ),
    ),
)

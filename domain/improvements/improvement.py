"""IMPROVEMENT: a problem in the work of a prefecture, and how it is put right (ADR 92)."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.improvements import commands, decisions, events
from domain.improvements.state import Improvement, ImprovementStage, MovedDue
from domain.improvements.words import WORDS
from domain.message import PassDeadline
from domain.people import Role

_KEEPERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})
_NOT_CLOSED: Final = frozenset({ImprovementStage.OPEN, ImprovementStage.OVERDUE})


def _entered(current: Improvement, event: events.ImprovementEntered) -> Improvement:
    return replace(
        current,
        region=event.region,
        area=event.area,
        problem=event.problem,
        action=event.action,
        responsible=event.responsible,
        due_on=event.due_on,
    )


def _due_moved(current: Improvement, event: events.ImprovementDueMoved) -> Improvement:
    moved = (*current.moved, MovedDue(event.due_before, event.reason))
    return replace(current, due_on=event.due_on, moved=moved)


def _closed(current: Improvement, event: events.ImprovementClosed) -> Improvement:
    return replace(current, closed_on=event.closed_on, learned=event.learned)


def _timed(current: Improvement) -> Improvement:
    return Improvement(stage=current.stage, due_on=current.due_on)


IMPROVEMENT: Final = Aggregate(
    kind="improvement",
    initial=Improvement(),
    event=events.ImprovementEvent,
    command=commands.ImprovementCommand,
    decisions=(
        Decision(
            commands.EnterImprovement,
            at={ImprovementStage.NEW},
            by=_KEEPERS,
            decide=decisions.enter,
        ),
        Decision(
            commands.MoveImprovementDue,
            at=_NOT_CLOSED,
            by=_KEEPERS,
            decide=decisions.move_due,
            who=decisions.kept_by,
        ),
        Decision(
            commands.CloseImprovement,
            at=_NOT_CLOSED,
            by=_KEEPERS,
            decide=decisions.close,
            who=decisions.kept_by,
        ),
        Decision(
            PassDeadline,
            at={ImprovementStage.OPEN},
            by={Role.SYSTEM},
            decide=decisions.become_overdue,
        ),
    ),
    effects=(
        Effect(events.ImprovementEntered, to=ImprovementStage.OPEN, change=_entered),
        Effect(events.ImprovementDueMoved, to=ImprovementStage.OPEN, change=_due_moved),
        Effect(events.ImprovementOverdue, to=ImprovementStage.OVERDUE),
        Effect(events.ImprovementClosed, to=ImprovementStage.CLOSED, change=_closed),
    ),
    words=WORDS,
    timer=decisions.timer,
    timed=_timed,
    office=lambda current: current.region,
)

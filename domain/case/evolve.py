"""The fold: a case after one more event."""

from collections.abc import Iterable
from functools import reduce
from typing import Final

from msgspec.structs import replace

from domain.case import events
from domain.case.changes import CHANGES
from domain.case.lifecycle import STAGE_AFTER
from domain.case.stage import FINAL, Stage
from domain.case.state import Case

_CLOCK_ENDS: Final = FINAL | {Stage.APPROVED}


def fold(history: Iterable[events.CaseEvent]) -> Case:
    return reduce(evolve, history, Case())


def stage_after(stage: Stage, event: events.CaseEvent) -> Stage:
    """The stage an event leads to from ``stage``."""
    try:
        return STAGE_AFTER[type(event)] or stage
    except KeyError:
        return event.stage  # type: ignore[union-attr]  # the classes missing there carry it


def evolve(current: Case, event: events.CaseEvent) -> Case:
    """The case after one more event. Total: history is never refused."""
    stage = stage_after(current.stage, event)
    if stage is not current.stage:
        current = _at_stage(current, stage)
    change = CHANGES[type(event)]
    return change(current, event) if change else current


def _at_stage(current: Case, stage: Stage) -> Case:
    """What a stage by itself puts an end to."""
    ended = stage in FINAL
    return replace(
        current,
        stage=stage,
        clock=None if stage in _CLOCK_ENDS else current.clock,
        deadline=current.deadline if stage is Stage.IN_PRODUCTION else None,
        withdrawal_requested=current.withdrawal_requested and not ended,
        escalation=None if ended else current.escalation,
        holds=frozenset() if ended else current.holds,
    )

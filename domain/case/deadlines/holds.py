"""Holds: a case rests, and goes on when the last ground for it is gone."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.deadlines.extension import extended_after
from domain.case.overlays import commands, events
from domain.case.roles import LEADERS, SYSTEM
from domain.case.stage import OPEN
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances


def set_hold(current: Case, command: commands.SetHold, at: Circumstances) -> Sequence[CaseEvent]:
    if command.kind in current.holds:
        return []
    return [events.HoldSet(kind=command.kind, held_at=at.now)]


def release_hold(
    current: Case, command: commands.ReleaseHold, at: Circumstances
) -> Sequence[CaseEvent]:
    """The case goes on, and each deadline that rested says to which day it moves."""
    if command.kind not in current.holds:
        return []
    extended = extended_after(current, command.kind, at)
    return [events.HoldReleased(kind=command.kind), *extended]


HOLDS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.SetHold, at=OPEN, by=LEADERS | SYSTEM, decide=set_hold),
    Decision(
        commands.ReleaseHold,
        at=OPEN,
        by=LEADERS | SYSTEM,
        decide=release_hold,
        when=lambda case: bool(case.holds),
    ),
)

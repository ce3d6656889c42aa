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
    if command.basis in current.bases.get(command.kind, ()):
        return []
    return [events.HoldSet(kind=command.kind, held_at=at.now, basis=command.basis)]


def release_hold(
    current: Case, command: commands.ReleaseHold, at: Circumstances
) -> Sequence[CaseEvent]:
    """The case goes on, and each deadline that rested says to which day it moves.

    It goes on resting as long as another decision holds it, for this reason or another.
    """
    bases = current.bases.get(command.kind, ())
    if command.basis not in bases:
        return []
    still_held = len(bases) > 1
    released = events.HoldReleased(kind=command.kind, basis=command.basis, still_held=still_held)
    return [released, *(() if still_held else extended_after(current, command.kind, at))]


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

"""Holds: a case rests, and goes on when the last ground for it is gone."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.deadlines.extension import extended_after
from domain.case.deadlines.refusals import BasisOfWindows
from domain.case.overlays import commands, events
from domain.case.roles import LEADERS, SYSTEM
from domain.case.stage import OPEN
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.people import Role
from domain.prefectures.state import names_a_decision
from domain.reliefs.effect import guarding


def set_hold(current: Case, command: commands.SetHold, at: Circumstances) -> Sequence[CaseEvent]:
    _no_decision_about_windows(command.basis, at)
    if command.basis in current.bases.get(command.kind, ()):
        return []
    return [events.HoldSet(kind=command.kind, held_at=at.now, basis=command.basis)]


def release_hold(
    current: Case, command: commands.ReleaseHold, at: Circumstances
) -> Sequence[CaseEvent]:
    """The case goes on, and each deadline that rested says to which day it moves.

    It goes on resting as long as another decision holds it, for this reason or another.
    """
    _no_decision_about_windows(command.basis, at)
    bases = current.bases.get(command.kind, ())
    if command.basis not in bases:
        return []
    still_held = len(bases) > 1
    released = events.HoldReleased(kind=command.kind, basis=command.basis, still_held=still_held)
    return [released, *(() if still_held else extended_after(current, command.kind, at))]


def _no_decision_about_windows(basis: str | None, at: Circumstances) -> None:
    """The service alone holds and releases by a decision of a prefecture (ADR 59)."""
    if at.by.role is not Role.SYSTEM and names_a_decision(basis):
        raise BasisOfWindows


HOLDS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.SetHold, at=OPEN, by=LEADERS | SYSTEM, decide=set_hold),
    Decision(
        commands.ReleaseHold,
        at=OPEN,
        by=LEADERS | SYSTEM,
        decide=release_hold,
        when=lambda case: bool(case.holds),
        reads=guarding,
    ),
)

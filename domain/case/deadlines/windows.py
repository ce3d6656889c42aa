"""A case that needs a window rests while that window is closed (ADR 59).

It is held by the decision of the prefecture that closed the window, and by no other basis, so
that the opening lifts this hold alone.
"""

from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Decision
from domain.case.appointment.office import lost_to_closing
from domain.case.deadlines import commands
from domain.case.deadlines.extension import extended_after
from domain.case.grounds import Hold
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.roles import SYSTEM
from domain.case.stage import OPEN
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import prefecture_deciding, window_of
from domain.circumstances import Circumstances
from domain.prefectures.events import DecisionsTookEffect
from domain.prefectures.state import names_a_decision
from domain.prefectures.windows import closed_by
from domain.reaction import DONE, BulkReaction
from domain.refusal import NotAtThisStage
from domain.reliefs.effect import beside


def held_by_windows(after: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """Sets or lifts the hold of a closed window, as far as the decision has seen who decides it.

    A case that needs no window is held by none, whoever decides about windows. An appointment is
    for a day, so it is not held, but cancelled if the place is closed then.
    """
    if after.appointment is not None:
        return lost_to_closing(after, at)
    window = window_of(after)
    if window is None:
        return _lifted(after, None, at) if after.bases else []
    if not all(ref.stream in at.seen for ref in prefecture_deciding(after)):
        return []
    closing = closed_by(window, at.catalogue[after.service].business, at)
    if closing is None:
        return _lifted(after, None, at)
    bases = after.bases.get(Hold.OFFICE_SUSPENDED, ())
    if held_by := next((each for each in bases if each in closing.since), None):
        return _lifted(after, held_by, at)
    held = HoldSet(kind=Hold.OFFICE_SUSPENDED, held_at=at.now, basis=closing.decision)
    after = _with(after, (*bases, closing.decision))
    return [held, *_lifted(after, closing.decision, at)]


def _lifted(current: Case, but: str | None, at: Circumstances) -> Sequence[CaseEvent]:
    """Lifts the holds of decisions about windows, all ``but`` one. Other bases stay."""
    bases = current.bases.get(Hold.OFFICE_SUSPENDED, ())
    events: list[CaseEvent] = []
    for basis in bases:
        if basis == but or not names_a_decision(basis):
            continue
        left = tuple(each for each in bases if each != basis)
        events.append(HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis=basis, still_held=bool(left)))
        if not left:
            events += extended_after(current, Hold.OFFICE_SUSPENDED, at)
        bases, current = left, _with(current, left)
    return events


def _with(current: Case, bases: tuple[str | None, ...]) -> Case:
    return replace(current, bases=current.bases | {Hold.OFFICE_SUSPENDED: bases})


def follow(
    current: Case, command: commands.FollowOpenings, at: Circumstances
) -> Sequence[CaseEvent]:
    """The row reads the prefecture, and whatever follows from that follows by itself."""
    return []


WINDOWS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.FollowOpenings,
        at=OPEN,
        by=SYSTEM,
        decide=follow,
        reads=beside(lambda current, command: prefecture_deciding(current)),
    ),
)
OPENINGS: Final = BulkReaction(
    name="case_follows_openings",
    on=DecisionsTookEffect,
    then=lambda cause, target: commands.FollowOpenings(),
    refused={NotAtThisStage: DONE},
)

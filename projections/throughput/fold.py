"""What is counted of a case as its events are told: every move, and what an event adds to it."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from domain.case.case import CASE
from domain.case.deadlines.due import Due, due_after, sets_a_day
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import FINAL, OPEN, Stage
from domain.message import Event
from domain.people import Role
from projections.engine.log_reader import Read
from projections.throughput import measures
from projections.throughput.appointments import APPOINTMENT
from projections.throughput.counting import Counting, Counts, begun
from projections.throughput.decision import DECISION
from projections.throughput.delivery import DELIVERY
from projections.throughput.examinations import EXAMINATION
from projections.throughput.handlers import HANDLERS
from projections.throughput.intake import INTAKE
from projections.throughput.overlays import OVERLAYS
from projections.throughput.reservations import RESERVATION
from projections.throughput.row import Counted


def fold(row: Counted | None, history: Sequence[Read]) -> Counted | None:
    """Pure: the row of the events before and of these."""
    before = Stage(row.stage) if row else Stage.NEW
    if row is None:
        history = _from_the_submission(history)
        if not history:
            return None
        row = begun(history[0])
    told = Counting(row)
    for recorded in history:
        envelope = recorded.envelope
        event = envelope.event
        if deed := _DEEDS.get(type(event)):
            told.at, told.rules = envelope.at, envelope.rules
            told.by_program = envelope.by.role is Role.SYSTEM
            _tell(told, event, deed)
    if told.stage in OPEN:
        told.so_far.due = _due(row.so_far.due, before, history)
    return told.told()


class _Deed(NamedTuple):
    """What an event of one class may do: move the case, count beside, set a day to wait for."""

    moves: bool
    counts: Counts | None
    sets_a_day: bool


def _from_the_submission(history: Sequence[Read]) -> Sequence[Read]:
    for place, recorded in enumerate(history):
        if isinstance(recorded.envelope.event, CaseSubmitted):
            return history[place:]
    return ()


def _tell(told: Counting, event: Event, deed: _Deed) -> None:
    counted = deed.counts(told, event) if deed.counts else ()
    if deed.moves:
        before, after = told.stage, CASE.stage_after(told.stage, event)
        if after is not before:
            told.stage = after
            told.count(measures.MOVES[before][after], *counted)
            if after in FINAL:
                told.ends()
            if after is Stage.COMPLETED:
                told.completed_at = told.at
            return
    if counted:
        told.count(*counted)


def _due(due: Due | None, stage: Stage, history: Sequence[Read]) -> Due | None:
    """The day that is waited for, which is asked only of a case that is open after all."""
    for recorded in history:
        event = recorded.envelope.event
        if type(event) in _DEEDS:
            before, stage = stage, CASE.stage_after(stage, event)
            due = None if stage in FINAL else due_after(due, before, stage, event)
    return due


_COUNTED: Final[Mapping[type[Event], Counts]] = {
    **INTAKE,
    **DECISION,
    **HANDLERS,
    **DELIVERY,
    **OVERLAYS,
    **RESERVATION,
    **APPOINTMENT,
    **EXAMINATION,
}

_DEEDS: Final[Mapping[type[Event], _Deed]] = {
    row.event: deed
    for row in CASE.effects
    if any(deed := _Deed(row.to is not None, _COUNTED.get(row.event), sets_a_day(row.event)))
}
"""The events that do something. They are about half of a history."""

"""The caseload: what is in hand, where and until when."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted
from domain.case.intake.first_event import opened
from domain.case.rest import rests
from domain.case.review.assignment import is_taken
from domain.case.stage import FINAL
from domain.case.state import Case, Running
from domain.clocks.clock import Clock
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class InHand(msgspec.Struct, frozen=True, gc=False):
    """A case in hand. ``state`` is what the fold needs; the columns before it are read off it.

    It leaves out what was submitted, because no later step looks at that. A case has no
    ``reviewer`` as long as it waits for one.
    """

    stream: UUID
    version: int
    position: int
    owner: str
    service: str
    office: str
    stage: str
    open: bool
    held: bool
    green: bool
    consulted: bool
    submitted_at: datetime
    updated_at: datetime
    due_clock: str | None
    due_on: date | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None
    handed_back_by: str | None
    id_no_index: bytes
    plate_index: bytes | None
    vin_index: bytes | None
    licence_index: bytes | None
    state: Case


def fold(row: InHand | None, history: Sequence[Read]) -> InHand | None:
    first, state = row, row.state if row else Case()
    for recorded in history:
        event = recorded.envelope.event
        if first is not None:
            state = CASE.evolve(state, event)
        elif isinstance(event, CaseSubmitted):
            first = _first(recorded, event)
            state = first.state
    return _read_off(first, state, history[-1]) if first and history else row


def _read_off(first: InHand, state: Case, recorded: Read) -> InHand:
    """The row of a case as it stands after ``recorded``."""
    if state.sealed or state.papers:
        state = kept(state)
    clock, due_on = _due(state)
    return replace(
        first,
        version=recorded.version,
        position=recorded.position,
        office=state.office,
        stage=state.stage,
        open=state.stage not in FINAL,
        held=bool(state.holds),
        green=state.green,
        consulted=state.consulted_at is not None,
        updated_at=recorded.envelope.at,
        due_clock=clock,
        due_on=due_on,
        reviewer=state.reviewer if is_taken(state) else None,
        lent_to=state.lent.to if state.lent else None,
        lent_until=state.lent.until if state.lent else None,
        handed_back_by=state.handed_back_by,
        state=state,
    )


def kept(state: Case) -> Case:
    """The part of a case that a row holds."""
    return replace(state, papers=frozenset(), sealed={}, facts=None)


def _due(state: Case) -> tuple[str | None, date | None]:
    """The day that the case waits for. There is none while it rests."""
    if state.deadline:
        clock, on = state.deadline.clock, state.deadline.on
    elif isinstance(state.clock, Running):
        clock, on = Clock.DECIDE.value, state.clock.decide_by
    else:
        return None, None
    return (None, None) if rests(clock, state.holds) else (clock, on)


def _first(recorded: Read, event: CaseSubmitted) -> InHand:
    return InHand(
        stream=recorded.stream,
        version=recorded.version,
        position=recorded.position,
        owner=recorded.envelope.by.caller,
        service=event.service,
        office=event.office,
        stage=event.stage,
        open=True,
        held=False,
        green=False,
        consulted=False,
        submitted_at=recorded.envelope.at,
        updated_at=recorded.envelope.at,
        due_clock=None,
        due_on=None,
        reviewer=None,
        lent_to=None,
        lent_until=None,
        handed_back_by=None,
        id_no_index=event.id_no_index,
        plate_index=event.plate_index,
        vin_index=event.vin_index,
        licence_index=event.licence_index,
        state=opened(Case(stage=event.stage), event),
    )


CASELOAD: Final = Projection(
    name="caseload",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=InHand,
    fold=fold,
)

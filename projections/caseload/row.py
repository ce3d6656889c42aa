"""The caseload: what is in hand, where and until when."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.delivery.events import HandedToPost
from domain.case.intake.events import CaseSubmitted
from domain.case.intake.first_event import opened
from domain.case.rest import rests
from domain.case.review.assignment import is_taken
from domain.case.review.events import CaseApproved, RegisterChangesOrdered
from domain.case.stage import FINAL
from domain.case.state import Case, Running
from domain.case.warnings.standing import standing_warning
from domain.case.window import window_of
from domain.clocks.clock import Clock
from projections.caseload.window_holds import WindowHolds, figures, held_by, released_by
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection


class InHand(msgspec.Struct, frozen=True, gc=False):
    """A case in hand. ``state`` is what the fold needs; the columns before it are read off it.

    It leaves out what was submitted, because no later step looks at that. A case has no
    ``reviewer`` as long as it waits for one, and a ``handler`` as soon as somebody was named.
    ``warned`` says who was told that its day is near or over, and ``answered_by`` by when it will
    be done all the same. ``window`` is the office whose window it needs. ``held_by`` are the
    decisions that closed it and held the case so, each as often as it did, and ``released_by``
    those whose hold was lifted.
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
    consulted_at: datetime | None
    approved_at: datetime | None
    posted_at: datetime | None
    submitted_at: datetime
    updated_at: datetime
    due_clock: str | None
    due_on: date | None
    handler: str | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None
    handed_back_by: str | None
    warned: str | None
    answered_by: date | None
    window: str | None
    held_by: tuple[str, ...]
    released_by: tuple[str, ...]
    id_no_index: bytes
    plate_index: bytes | None
    vin_index: bytes | None
    licence_index: bytes | None
    vehicle: UUID | None
    licence: UUID | None
    permit: UUID | None
    state: Case


_EMPTY: Final = Case()


def fold(row: InHand | None, history: Sequence[Read]) -> InHand | None:
    first, state = row, row.state if row else Case()
    for recorded in history:
        event = recorded.envelope.event
        if first is not None:
            state = CASE.evolve(state, event)
            if by := held_by(event):
                first = replace(first, held_by=(*first.held_by, by))
            elif by := released_by(event):
                first = replace(first, released_by=(*first.released_by, by))
            if isinstance(event, CaseApproved | RegisterChangesOrdered):
                first = replace(first, approved_at=recorded.envelope.at)
            elif isinstance(event, HandedToPost):
                first = replace(first, posted_at=recorded.envelope.at)
        elif isinstance(event, CaseSubmitted):
            first = _first(recorded, event)
            state = first.state
    return _read_off(first, state, history[-1]) if first and history else row


def _read_off(first: InHand, state: Case, recorded: Read) -> InHand:
    """The row of a case as it stands after ``recorded``."""
    if state.sealed or state.papers is not _EMPTY.papers or state.ordered:
        state = kept(state)
    clock, due_on = _due(state)
    warning = standing_warning(state)
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
        consulted_at=state.consulted_at,
        updated_at=recorded.envelope.at,
        due_clock=clock,
        due_on=due_on,
        handler=state.handler,
        reviewer=state.reviewer if is_taken(state) else None,
        lent_to=state.lent.to if state.lent else None,
        lent_until=state.lent.until if state.lent else None,
        handed_back_by=state.handed_back_by,
        warned=warning.level.value if warning else None,
        answered_by=warning.answered if warning else None,
        window=window_of(state),
        state=state,
    )


def kept(state: Case) -> Case:
    """The part of a case that a row holds. It is written in one way only, whatever led to it."""
    return replace(state, papers=_EMPTY.papers, sealed={}, facts=None, ordered=())


def _due(state: Case) -> tuple[str | None, date | None]:
    """The day that the case waits for. There is none while it rests, or a relief holds it open."""
    if state.deadline and state.deadline.is_open:
        return None, None
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
        consulted_at=None,
        approved_at=None,
        posted_at=None,
        submitted_at=recorded.envelope.at,
        updated_at=recorded.envelope.at,
        due_clock=None,
        due_on=None,
        handler=None,
        reviewer=None,
        lent_to=None,
        lent_until=None,
        handed_back_by=None,
        warned=None,
        answered_by=None,
        window=None,
        held_by=(),
        released_by=(),
        id_no_index=event.id_no_index,
        plate_index=event.plate_index,
        vin_index=event.vin_index,
        licence_index=event.licence_index,
        vehicle=event.vehicle,
        licence=event.licence,
        permit=event.permit,
        state=opened(Case(stage=event.stage), event),
    )


def _contribution(row: InHand) -> Figures:
    return figures(row.held_by, row.released_by, ended=not row.open)


CASELOAD: Final = Projection(
    name="caseload",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=InHand,
    fold=fold,
    contribution=_contribution,
    figure=WindowHolds,
)

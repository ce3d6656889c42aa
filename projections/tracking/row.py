"""What a citizen may see of his case: the way so far and the next step.

Names and numbers stay sealed. The page unseals and masks them when it is asked.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.deadlines.due import Due, Expected, due_after
from domain.case.grounds import Hold
from domain.case.intake.events import CaseSubmitted
from domain.case.review.events import ReviewStarted
from domain.case.stage import Stage
from domain.case.state import Case
from domain.event_store.transaction import Connection
from domain.message import Event
from projections.engine.columns import Columns
from projections.engine.log_reader import Read
from projections.engine.projection import Projection
from projections.tracking.duty import Asking
from projections.tracking.ruling import Decided
from projections.tracking.standing import after, asked_after, decided_after, standing
from projections.tracking.timeline import ITEM_NO, SEALED, TimelineStep, said_by, step_of


class Tracked(msgspec.Struct, frozen=True, gc=False):
    """``at_rest`` is the day that would be due, while ``holds`` keep it from being counted.

    ``standing``, ``asked`` and ``decided`` are what his duty and his remedies follow from.
    """

    stream: UUID
    reference: str
    service: str
    office: str
    stage: str
    version: int
    position: int
    submitted_at: datetime
    updated_at: datetime
    due_clock: str | None
    due_on: date | None
    at_rest: Due | None
    holds: tuple[Hold, ...]
    item_no: str | None
    key_id: UUID
    sealed: dict[str, str]
    pays: str | None
    standing: Case
    asked: Asking | None
    decided: tuple[Decided, ...]
    steps: tuple[TimelineStep, ...]


def fold(row: Tracked | None, history: Sequence[Read]) -> Tracked | None:
    if row is not None:
        return _followed(row, history)
    for place, recorded in enumerate(history):
        event = recorded.envelope.event
        if isinstance(event, CaseSubmitted):
            return _followed(_first(recorded, event), history[place + 1 :])
    return None


def _followed(row: Tracked, history: Sequence[Read]) -> Tracked:
    """The row after the events that follow the submission."""
    if not history:
        return row
    case = row.standing
    due = Due(row.due_clock, row.due_on) if row.due_clock and row.due_on else row.at_rest
    expected = Expected(due, row.holds)
    item_no, sealed, steps = row.item_no, row.sealed, list(row.steps)
    asked, decided = row.asked, row.decided
    for recorded in history:
        event = recorded.envelope.event
        before, case = case.stage, after(case, event)
        expected = expected.after(before, case.stage, event)
        asked = asked_after(asked, before, case.stage, event)
        decided = decided_after(decided, event)
        said = said_by(type(event))
        if said.item_no:
            item_no = getattr(event, ITEM_NO)
        if said.sealed:
            sealed = sealed | getattr(event, SEALED)
        if said.is_shown and not _is_change_of_hands(event, steps):
            steps.append(step_of(recorded, case.stage, said))
    last, due = history[-1], None if expected.rests else expected.due
    return replace(
        row,
        stage=case.stage,
        office=case.office,
        version=last.version,
        position=last.position,
        updated_at=last.envelope.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        at_rest=expected.due if expected.rests else None,
        holds=expected.holds,
        item_no=item_no,
        sealed=sealed,
        standing=case if case is row.standing else standing(case),
        asked=asked,
        decided=decided,
        steps=tuple(steps),
    )


def _is_change_of_hands(event: Event, steps: Sequence[TimelineStep]) -> bool:
    """A review that another officer takes up begins once. Who does it is the office's affair."""
    return isinstance(event, ReviewStarted) and steps[-1].event == ReviewStarted.__name__


def _first(recorded: Read, event: CaseSubmitted) -> Tracked:
    due = due_after(None, Stage.NEW, event.stage, event)
    return Tracked(
        stream=recorded.stream,
        reference=event.reference,
        service=event.service,
        office=event.office,
        stage=event.stage,
        version=recorded.version,
        position=recorded.position,
        submitted_at=recorded.envelope.at,
        updated_at=recorded.envelope.at,
        due_clock=due.clock if due else None,
        due_on=due.on if due else None,
        at_rest=None,
        holds=(),
        item_no=None,
        key_id=event.key_id,
        sealed=event.sealed,
        pays=event.facts.pays,
        standing=standing(CASE.evolve(CASE.initial, event)),
        asked=None,
        decided=(),
        steps=(step_of(recorded, event.stage, said_by(CaseSubmitted)),),
    )


TRACKING: Final = Projection(
    name="tracking",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Tracked,
    fold=fold,
)
_COLUMNS: Final = Columns(Tracked)
_BY_REFERENCE: Final = (
    f"SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking WHERE reference = %s"
)
_AT_OR_AFTER: Final = (
    f"(SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking WHERE reference >= %s"
    " ORDER BY reference LIMIT 1) UNION ALL"
    f" (SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking ORDER BY reference LIMIT 1)"
    " LIMIT 1"
)
_BY_CASE: Final = f"SELECT {', '.join(_COLUMNS.names)} FROM projections.tracking WHERE stream = %s"


async def by_reference(connection: Connection, reference: str) -> Tracked | None:
    cursor = await connection.execute(_BY_REFERENCE.encode(), (reference,), binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None


async def with_reference_or_next(connection: Connection, reference: str) -> Tracked | None:
    """The row with the reference, or else the one that follows it in their order.

    Behind the last comes the first, so there is always a row unless there are none at all.
    """
    cursor = await connection.execute(_AT_OR_AFTER.encode(), (reference,), binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None


async def by_case(connection: Connection, case: UUID) -> Tracked | None:
    cursor = await connection.execute(_BY_CASE.encode(), (case,), binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None

"""The examinations that are announced, and how far each of them has come."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.exam_plans import events
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import ExamPlanStage
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

_UNRANKED: Final[LiteralString] = """
SELECT p.stream, p.capacity FROM projections.exam_plans AS p
WHERE p.stage = 'closed' AND p.closed_at_position <= (
    SELECT max(s.position) FROM projections.standing AS s
    WHERE s.name = 'examinations' AND s.epoch = (SELECT max(epoch) FROM store_epoch)
) ORDER BY p.exam_on, p.stream LIMIT %s"""


_TO_COME: Final[LiteralString] = """
FROM projections.exam_plans
WHERE site = ANY(%(sites)s) AND exam_on >= %(on)s AND stage IN ('open', 'closed', 'ranked')"""
_PAGE_TO_COME: Final[LiteralString] = f"""
SELECT stream {_TO_COME} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_COUNT_TO_COME: Final[LiteralString] = f"SELECT count(*) {_TO_COME}"
_BEFORE_ALL: Final = UUID(int=0)


class ExamPlanRow(msgspec.Struct, frozen=True, gc=False):
    """One examination. ``closed_at_position`` is where in the log its bookings have ended."""

    stream: UUID
    site: str
    exam_on: date
    session: str
    subject: str
    exam_class: str
    capacity: int
    results_on: date
    stage: ExamPlanStage
    applicants: int = 0
    placed: int = 0
    closed_at_position: int | None = None


class Unranked(NamedTuple):
    plan: UUID
    capacity: int


def fold(row: ExamPlanRow | None, history: Sequence[Read]) -> ExamPlanRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        match recorded.envelope.event:
            case events.ExamPlanPublished() as event:
                row = _published(recorded.stream, event)
            case events.ExamPlanClosed() if row:
                position = recorded.position
                row = replace(row, stage=ExamPlanStage.CLOSED, closed_at_position=position)
            case events.ExamRankingFixed(applicants=applicants, placed=placed) if row:
                row = replace(row, stage=ExamPlanStage.RANKED, applicants=applicants, placed=placed)
            case events.ExamPlanCancelled() if row:
                row = replace(row, stage=ExamPlanStage.CANCELLED)
    return row


def _published(stream: UUID, event: events.ExamPlanPublished) -> ExamPlanRow:
    return ExamPlanRow(
        stream=stream,
        site=event.site,
        exam_on=event.exam_on,
        session=event.session.value,
        subject=event.subject.value,
        exam_class=event.exam_class.value,
        capacity=event.capacity,
        results_on=event.results_on,
        stage=ExamPlanStage.OPEN,
    )


EXAM_PLANS: Final = Projection(
    name="exam_plans",
    of=(EXAM_PLAN,),
    tables=Path(__file__).with_name("plans.sql"),
    row=ExamPlanRow,
    fold=fold,
)


async def unranked(connection: Connection, limit: int) -> Sequence[Unranked]:
    """The examinations whose bookings have ended, of which all that were in time are known.

    The read model of bookings has folded the end of the bookings, and what stands before it.
    """
    cursor = await connection.execute(_UNRANKED, (limit,))
    return [Unranked(*row) for row in await cursor.fetchall()]


async def plans_to_come(
    connection: Connection, sites: Sequence[str], on: date, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The examinations of some sites from a day on that nobody has cancelled, by their ids."""
    values = {"sites": [*sites], "on": on, "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE_TO_COME, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_plans_to_come(connection: Connection, sites: Sequence[str], on: date) -> int:
    cursor = await connection.execute(_COUNT_TO_COME, {"sites": [*sites], "on": on})
    return int((await cursor.fetchall())[0][0])

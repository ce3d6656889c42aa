"""What an applicant asks of the caseload: his own cases, the newest first."""

from datetime import date, datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection


class OwnCase(NamedTuple):
    """A case as its applicant knows it."""

    case_id: UUID
    reference: str
    service: str
    office: str
    stage: str
    version: int
    submitted_at: datetime
    updated_at: datetime
    due_clock: str | None
    due_on: date | None


_OWN: Final[LiteralString] = """
SELECT stream, tracking.reference, caseload.service, caseload.office, caseload.stage,
       caseload.version, caseload.submitted_at, caseload.updated_at,
       caseload.due_clock, caseload.due_on
FROM projections.caseload JOIN projections.tracking USING (stream)
WHERE caseload.owner = %(owner)s AND (%(before)s::uuid IS NULL OR stream < %(before)s)
ORDER BY stream DESC LIMIT %(limit)s"""


async def own_cases(
    connection: Connection, owner: str, *, before: UUID | None, limit: int
) -> list[OwnCase]:
    """The cases that ``owner`` submitted, behind ``before``. Their ids stand in order of time.

    ``owner`` is an :attr:`~domain.people.Actor.caller`.
    """
    values = {"owner": owner, "before": before, "limit": limit}
    cursor = await connection.execute(_OWN, values)
    return [OwnCase(*row) for row in await cursor.fetchall()]

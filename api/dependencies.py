"""What routes depend on, as annotated aliases."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Query, Request
from psycopg import AsyncConnection
from psycopg.errors import InterfaceError, OperationalError
from psycopg.rows import TupleRow
from psycopg_pool import PoolTimeout, TooManyRequests

from api.desk import Desk
from api.identity import Identity
from api.language import Language, preferred
from api.permissions import require
from api.problems import Problem
from domain.people import Role
from projections.engine.standing import reached


def wired(request: Request) -> Desk:
    """The desk, for the hottest route, which asks for nothing else."""
    desk: Desk = request.app.state.desk
    return desk


async def _desk(request: Request) -> Desk:
    """The desk. Like every dependency this is asynchronous: others are sent to a thread."""
    return wired(request)


TheDesk = Annotated[Desk, Depends(_desk)]


async def _language(request: Request) -> Language:
    return preferred(request.headers.get("accept-language"))


TheLanguage = Annotated[Language, Depends(_language)]


def unavailable(code: str = "store-unavailable", **members: object) -> Problem:
    """The 503 for a database that is away or busy. Nothing was stored."""
    return Problem(code, 503, members=members, headers={"retry-after": "2"})


async def _reading(
    request: Request, min_position: Annotated[int | None, Query(ge=0, lt=2**63)] = None
) -> AsyncIterator[AsyncConnection[TupleRow]]:
    """Gives a read connection, or 503 within a second when all are in use.

    With ``min_position`` the read models have folded at least that far, or there is 503 after
    two seconds. So whoever has just acted sees the act. A position at which the log is not yet
    is a mistake of the caller, and no waiting helps.
    """
    if min_position is not None and min_position > (log := await wired(request).log.position()):
        raise Problem("position-unknown", 422, members={"position": log})
    try:
        async with wired(request).reading.connection() as connection:
            if min_position is not None and not await reached(connection, min_position):
                raise unavailable("not-folded-yet")
            yield connection
    except (PoolTimeout, TooManyRequests, OperationalError, InterfaceError) as busy:
        raise unavailable() from busy


Reading = Annotated[AsyncConnection[TupleRow], Depends(_reading)]

APPLICANTS = (Role.APPLICANT, Role.PARTNER)
OFFICERS = (Role.CLERK, Role.SUPERVISOR)

Applicant = Annotated[Identity, Depends(require(*APPLICANTS))]
Officer = Annotated[Identity, Depends(require(*OFFICERS, Role.HQ))]
Reader = Annotated[Identity, Depends(require(*OFFICERS, Role.HQ, Role.AUDITOR))]
Carrier = Annotated[Identity, Depends(require(Role.CARRIER, *OFFICERS))]
Anyone = Annotated[
    Identity, Depends(require(*APPLICANTS, *OFFICERS, Role.HQ, Role.AUDITOR, Role.CARRIER))
]

"""What routes depend on, as annotated aliases."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, Query, Request
from psycopg import AsyncConnection
from psycopg.errors import InterfaceError, OperationalError
from psycopg.rows import TupleRow
from psycopg_pool import PoolTimeout, TooManyRequests

from api.client_address import client_address
from api.desk import Desk
from api.identity import Identity
from api.language import Language, preferred
from api.permissions import require
from api.problems import Problem
from domain.people import Role
from projections.engine.waiting_room import BeyondTheLog, NotThereYet


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


async def _arrived(
    request: Request, min_position: Annotated[int | None, Query(ge=0, lt=2**63)] = None
) -> None:
    """Waits, without a connection, until the read models have folded up to ``min_position``.

    So whoever has just acted sees the act. After two seconds, or when many wait already, there
    is 503. A position at which the log is not yet is a mistake of the caller.
    """
    if min_position is None:
        return
    try:
        room = wired(request).waiting_room
        await room.reached(min_position, client_address(request.scope))
    except BeyondTheLog as beyond:
        raise Problem("position-unknown", 422, members={"position": beyond.last}) from None
    except NotThereYet:
        raise unavailable("not-folded-yet") from None


Arrived = Annotated[None, Depends(_arrived)]


@asynccontextmanager
async def read_connection(desk: Desk) -> AsyncIterator[AsyncConnection[TupleRow]]:
    """Gives a read connection, or 503 within a second when all are in use.

    Nobody waits for anything else while he holds one: the next reader waits for it.
    """
    try:
        async with desk.reading.connection() as connection:
            yield connection
    except (PoolTimeout, TooManyRequests, OperationalError, InterfaceError) as busy:
        raise unavailable() from busy


async def _reading(request: Request, arrived: Arrived) -> AsyncIterator[AsyncConnection[TupleRow]]:
    """A connection for the route alone. It is given back before the answer is sent, which a
    client may take slowly.
    """
    async with read_connection(wired(request)) as connection:
        yield connection


Reading = Annotated[AsyncConnection[TupleRow], Depends(_reading, scope="function")]

APPLICANTS = (Role.APPLICANT, Role.PARTNER)
OFFICERS = (Role.CLERK, Role.SUPERVISOR)

Applicant = Annotated[Identity, Depends(require(*APPLICANTS))]
Sender = Annotated[Identity, Depends(require(*APPLICANTS, *OFFICERS))]
"""Also an officer, for whoever applied at his window."""
Officer = Annotated[Identity, Depends(require(*OFFICERS, Role.HQ))]
Clerk = Annotated[Identity, Depends(require(*OFFICERS))]
Reader = Annotated[Identity, Depends(require(*OFFICERS, Role.HQ, Role.AUDITOR))]
Carrier = Annotated[Identity, Depends(require(Role.CARRIER, *OFFICERS))]
Anyone = Annotated[
    Identity, Depends(require(*APPLICANTS, *OFFICERS, Role.HQ, Role.AUDITOR, Role.CARRIER))
]

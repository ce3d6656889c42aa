"""What auditors ask of the cases: a page of them, how many there are, and a random sample."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

import msgspec

from domain.calendar import end_of_day
from domain.event_store.transaction import Connection
from projections.audit import terms
from projections.audit.cases import AuditedStep
from projections.audit.wanted import Wanted

_CASES: Final[LiteralString] = """
SELECT stream, reference, service, office, stage, submitted_at, accepted_by, decided_by, steps
FROM projections.audited AS c WHERE {conditions}"""
_AFTER: Final[LiteralString] = " AND (submitted_at, stream) < (%(before)s::timestamptz, %(after)s)"
_NEWEST: Final[LiteralString] = " ORDER BY submitted_at DESC, stream DESC LIMIT %(limit)s"
_DRAWN: Final[LiteralString] = """
SELECT stream, count(*) OVER () FROM projections.audited AS c WHERE {conditions}
ORDER BY md5(%(seed)s || ' ' || stream), stream LIMIT %(limit)s"""
_COUNT: Final[LiteralString] = """
SELECT count(*) FROM
    (SELECT FROM projections.audited AS c WHERE {conditions} LIMIT %(limit)s) AS fitting"""
_THESE: Final[LiteralString] = "stream = ANY(%(streams)s)"
_EDITIONS: Final[LiteralString] = """
SELECT rules, value FROM projections.audited_figures WHERE value > 0 ORDER BY rules DESC"""
_ONLOOKERS: Final[LiteralString] = """
SELECT officer, looked, acted
FROM (SELECT officer, sum(value)::bigint AS looked FROM projections.onlookers_figures
      WHERE day BETWEEN %(first)s AND %(last)s
      GROUP BY officer HAVING sum(value) >= %(least)s) AS o
     CROSS JOIN LATERAL
     (SELECT count(*) AS acted FROM
         (SELECT FROM projections.audited
          WHERE string_to_array(terms, E'\\n') @> ARRAY[%(word)s || o.officer]
            AND submitted_at < %(end)s AND last_on >= %(first)s
          LIMIT o.looked / %(times)s + 1) AS fitting) AS a
WHERE acted * %(times)s <= looked ORDER BY looked DESC, officer LIMIT %(limit)s"""
_steps: Final = msgspec.json.Decoder(tuple[AuditedStep, ...]).decode


class CasePlace(NamedTuple):
    """The place of a case in the order of the search."""

    submitted_at: datetime
    case_id: UUID


class FoundCase(NamedTuple):
    """A case as it stands, with all its steps."""

    case_id: UUID
    reference: str
    service: str
    office: str
    stage: str
    submitted_at: datetime
    accepted_by: str | None
    decided_by: str | None
    steps: tuple[AuditedStep, ...]


class IdleOnlooker(NamedTuple):
    """An officer, the cases at which he first looked in a period, and those of his own hands."""

    officer: str
    looked: int
    acted: int


async def found(
    connection: Connection, wanted: Wanted, after: CasePlace | None, limit: int
) -> Sequence[FoundCase]:
    """The cases that fit, by the time of their submission, newest first, behind ``after``."""
    query = _CASES.format(conditions=wanted.conditions())
    query += (_AFTER if after else "") + _NEWEST
    values = {
        **wanted.values(),
        "before": after.submitted_at if after else None,
        "after": after.case_id if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(query, values)
    return [_case(*row) for row in await cursor.fetchall()]


async def these(connection: Connection, streams: Sequence[UUID]) -> Sequence[FoundCase]:
    """The cases of these ids, newest first."""
    query = _CASES.format(conditions=_THESE) + _NEWEST
    values = {"streams": list(streams), "limit": len(streams)}
    cursor = await connection.execute(query, values)
    return [_case(*row) for row in await cursor.fetchall()]


async def drawn(
    connection: Connection, wanted: Wanted, seed: str, number: int
) -> tuple[Sequence[FoundCase], int]:
    """A random sample of the cases that fit, and how many of them there are.

    The same seed draws the same cases of the same whole. A case that joins the whole later takes
    the place of one of them at most.
    """
    query = _DRAWN.format(conditions=wanted.conditions())
    values = {**wanted.values(), "seed": seed, "limit": number}
    cursor = await connection.execute(query, values)
    rows = await cursor.fetchall()
    chosen = {case.case_id: case for case in await these(connection, [row[0] for row in rows])}
    return [chosen[stream] for stream, _ in rows], rows[0][1] if rows else 0


async def counted(connection: Connection, wanted: Wanted, most: int) -> int:
    """How many cases fit. It counts up to ``most``."""
    query = _COUNT.format(conditions=wanted.conditions())
    cursor = await connection.execute(query, {**wanted.values(), "limit": most})
    return int((await cursor.fetchall())[0][0])


async def editions(connection: Connection) -> Sequence[tuple[str, int]]:
    """The editions of the rules under which steps were taken, each with its number of cases."""
    cursor = await connection.execute(_EDITIONS)
    return await cursor.fetchall()


async def idle_onlookers(
    connection: Connection, first: date, last: date, *, least: int, times: int, limit: int
) -> Sequence[IdleOnlooker]:
    """Officers who first looked at ``least`` cases, ``times`` as many as they had a part in.

    He has a part in a case that was in progress in the period and in which he took any step.
    """
    values = {
        "first": first,
        "last": last,
        "end": end_of_day(last),
        "least": least,
        "times": times,
        "word": terms.officer(""),
        "limit": limit,
    }
    cursor = await connection.execute(_ONLOOKERS, values)
    return [IdleOnlooker(*row) for row in await cursor.fetchall()]


def _case(*row: Any) -> FoundCase:
    *columns, steps = row
    return FoundCase._make((*columns, _steps(steps)))

"""Which cases are about a record of the register: a vehicle, a licence or a learner's permit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store.transaction import Connection

_OPEN: Final[LiteralString] = """
SELECT vehicle, service FROM projections.caseload
WHERE vehicle = ANY(%(records)s) AND (open OR approved_at >= %(since)s)
UNION
SELECT licence, service FROM projections.caseload
WHERE licence = ANY(%(records)s) AND (open OR approved_at >= %(since)s)
UNION
SELECT permit, service FROM projections.caseload
WHERE permit = ANY(%(records)s) AND (open OR approved_at >= %(since)s)"""
_NEWEST: Final[LiteralString] = """
SELECT stream FROM (
    SELECT stream, submitted_at FROM projections.caseload WHERE vehicle = %(record)s
    UNION
    SELECT stream, submitted_at FROM projections.caseload WHERE licence = %(record)s
    UNION
    SELECT stream, submitted_at FROM projections.caseload WHERE permit = %(record)s
) AS c ORDER BY submitted_at DESC, stream DESC LIMIT %(limit)s"""


async def services_in_hand(
    connection: Connection, records: Sequence[UUID], since: datetime
) -> Mapping[UUID, frozenset[str]]:
    """By record the services of its open cases, and of those approved since then.

    The register carries an approval out a moment later, or much later when it was away.
    """
    cursor = await connection.execute(_OPEN, {"records": list(records), "since": since})
    found: dict[UUID, set[str]] = {}
    for record, service in await cursor.fetchall():
        found.setdefault(record, set()).add(service)
    return {record: frozenset(services) for record, services in found.items()}


async def newest_cases(connection: Connection, record: UUID, limit: int) -> Sequence[UUID]:
    """The cases about a record, the newest first."""
    cursor = await connection.execute(_NEWEST, {"record": record, "limit": limit})
    return [stream for (stream,) in await cursor.fetchall()]

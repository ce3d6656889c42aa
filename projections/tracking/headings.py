"""By what people know a case when they see it in a list: its reference, and its sealed form."""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

import msgspec

from domain.event_store.transaction import Connection


class CaseHeading(NamedTuple):
    """``sealed`` are the parts of the form under the key ``key_id``."""

    reference: str
    key_id: UUID
    sealed: dict[str, str]


_HEADINGS: Final[LiteralString] = """
SELECT stream, reference, key_id, sealed FROM projections.tracking WHERE stream = ANY(%s)"""
_ENDING: Final[LiteralString] = """
SELECT stream FROM projections.tracking JOIN projections.caseload AS c USING (stream)
WHERE c.open AND c.office = ANY(%s) AND right(replace(reference, '-', ''), length(%s)) = %s
ORDER BY c.submitted_at DESC, stream DESC LIMIT %s"""
_parts: Final = msgspec.json.Decoder(dict[str, str])


async def headings(connection: Connection, cases: Sequence[UUID]) -> dict[UUID, CaseHeading]:
    """The headings of these cases. A case that is not in the read model yet has none."""
    cursor = await connection.execute(_HEADINGS, (list(cases),))
    return {
        stream: CaseHeading(reference, key_id, _parts.decode(sealed))
        for stream, reference, key_id, sealed in await cursor.fetchall()
    }


async def ending_with(
    connection: Connection, offices: Sequence[str], ending: str, limit: int
) -> list[UUID]:
    """Open cases of these offices by the end of the reference, without its dashes. Newest first."""
    cursor = await connection.execute(_ENDING, (list(offices), ending, ending, limit))
    return [stream for (stream,) in await cursor.fetchall()]

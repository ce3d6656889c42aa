"""The file that is published of draws, made of the read models in one snapshot."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.draws.published import FileHead, PublishedDraw, written
from domain.event_store.transaction import Connection
from projections.draws.queries import draws_of
from projections.draws.row import DrawRow
from projections.draws.sessions import sessions_of
from projections.engine.snapshot import snapshot


async def publication(
    connection: Connection, first: date, last: date, regions: Sequence[str], made_at: datetime
) -> bytes:
    """The draws of the local days ``first`` to ``last`` of these prefectures, by their codes.

    Days that lie ahead have their commitments. A session stands in it with its batches of these
    days, and without the case or the person whose it is.
    """
    async with snapshot(connection):
        draws = await draws_of(connection, first, last, regions)
        sessions = await sessions_of(connection, first, last, regions)
    head = FileHead(first=first, last=last, regions=tuple(regions), made_at=made_at)
    return b"".join(written([head, *map(_published, draws), *sessions]))


def _published(row: DrawRow) -> PublishedDraw:
    return PublishedDraw(
        region=row.region,
        day=row.day,
        commitment=row.commitment,
        committed_at=row.committed_at,
        opens_at=row.opens_at,
        seed=row.seed,
        revealed_at=row.revealed_at,
    )

"""What officers ask: what was told of a case, what reached nobody, and how many there are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.notices.kinds import Addressee, NoticeChannel, NoticeStage
from projections.engine.columns import Columns
from projections.notices.row import NoticeRow

_COLUMNS: Final = Columns(NoticeRow)
_SELECT: Final = f"SELECT {', '.join(_COLUMNS.names)} FROM projections.notices "
_OF_CASE: Final = f"{_SELECT} WHERE case_id = %s ORDER BY version, addressee"
_LATEST: Final = f"""{_SELECT}
WHERE office = ANY(%s) AND written_at >= %s AND (%s::text[] IS NULL OR stage = ANY(%s))
ORDER BY written_at DESC, version DESC, stream LIMIT %s"""
_COUNTED: Final[LiteralString] = """
SELECT stage, count(*) FROM projections.notices
WHERE office = ANY(%s) AND written_at >= %s GROUP BY stage"""


_ON_THE_WAY: Final[LiteralString] = """
SELECT stream, provider, round, changed_at FROM projections.notices
WHERE stage = 'handed_over' AND provider = ANY(%s) AND changed_at > %s
ORDER BY changed_at, stream LIMIT %s"""


class SentNotice(NamedTuple):
    """A notice that a provider has taken, and of which no receipt is there."""

    stream: UUID
    provider: str
    round: int
    changed_at: datetime


class CountedNotices(NamedTuple):
    """So many notices stand at a stage."""

    stage: NoticeStage
    notices: int


def _row(values: Sequence[Any]) -> NoticeRow:
    """The row as it was folded: columns hold the codes of closed lists."""
    row = _COLUMNS.row(values)
    return replace(
        row,
        addressee=Addressee(row.addressee),
        stage=NoticeStage(row.stage),
        channel=NoticeChannel(row.channel) if row.channel else None,
    )


async def notices_of_case(connection: Connection, case: UUID) -> list[NoticeRow]:
    """In the order of its steps."""
    cursor = await connection.execute(_OF_CASE.encode(), (case,), binary=True)
    return [_row(row) for row in await cursor.fetchall()]


async def latest_notices(
    connection: Connection,
    offices: Sequence[str],
    since: datetime,
    stages: Sequence[NoticeStage] | None,
    limit: int,
) -> list[NoticeRow]:
    """Those of some offices written since then, the latest first; of some stages, or of all."""
    named = None if stages is None else [each.value for each in stages]
    values = (list(offices), since, named, named, limit)
    cursor = await connection.execute(_LATEST.encode(), values, binary=True)
    return [_row(row) for row in await cursor.fetchall()]


async def counted_notices(
    connection: Connection, offices: Sequence[str], since: datetime
) -> list[CountedNotices]:
    """How many of them stand at which stage."""
    cursor = await connection.execute(_COUNTED, (list(offices), since))
    return [CountedNotices(NoticeStage(stage), number) for stage, number in await cursor.fetchall()]


async def notices_on_the_way(
    connection: Connection, providers: Sequence[str], after: datetime, limit: int
) -> list[SentNotice]:
    """Those of some providers without a receipt, taken later than ``after``, the oldest first."""
    cursor = await connection.execute(_ON_THE_WAY, (list(providers), after, limit))
    return [SentNotice(*row) for row in await cursor.fetchall()]

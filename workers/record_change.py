"""When another outcome last changed a record about which the register was asked."""

import asyncio
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.case.review.answer import records
from domain.case.state import Case
from domain.claims.claim import CLAIM
from domain.claims.state import register_record
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.people import system


class RecordChange(NamedTuple):
    """``position`` is that of the outcome in the log. What it changes may not be done yet."""

    at: datetime
    position: int

    def overtakes(self, current: Case) -> bool:
        """Whether it came after the register was asked about the case."""
        return current.consulted_at is not None and current.consulted_at < self.at


async def last_change(door: Door, current: Case) -> RecordChange | None:
    """The last one of the records of the case. None if there was none."""
    found = await asyncio.gather(*(_of(door, each) for each in records(current)))
    return max(filter(None, found), default=None)


async def _of(door: Door, record: UUID) -> RecordChange | None:
    try:
        opened, _ = await door.open(CLAIM, register_record(record), system("checker"))
    except NotFound:
        return None
    at = opened.state.taken_at
    return RecordChange(at, opened.position) if at else None

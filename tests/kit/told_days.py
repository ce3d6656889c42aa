"""A store whose events lie in the order of their instants, told day by day."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid5

from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import open_store
from tests.kit.life import Life


async def told_through(url: str, lives: Sequence[Life], last: date, after: date = date.min) -> None:
    """Stores what happened after one day and up to the end of another, as it came."""
    found = [
        (envelope.at, life, version)
        for life in lives
        for version, envelope in enumerate(life.envelopes)
        if after < local_day(envelope.at) <= last
    ]
    async with open_store(url, CODEC) as store:
        for _, life, version in sorted(found, key=lambda each: each[0]):
            write = StreamWrite(life.case, version, (life.envelopes[version],))
            name = uuid5(life.case, f"told {version}")
            answer = await store.append(Pending(name, b"\0" * 32, b"{}", (write,)))
            assert isinstance(answer, Appended)

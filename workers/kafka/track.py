"""One read model that follows a topic: its connection, positions and writer."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from projections.engine import position
from projections.engine.histories import Histories
from projections.engine.log_reader import Read
from projections.engine.position import At, Move
from projections.engine.session import short_session
from projections.engine.writer import Writer


class TakenRecords(NamedTuple):
    """One partition's part of a batch: its events after ``old`` and up to ``new``."""

    partition: int
    old: int
    new: int
    next_offset: int
    dropped: int
    repaired: int
    events: Sequence[Read]


class Track:
    """The connection, positions and writer of one read model."""

    def __init__(self, writer: Writer[Any], codec: Codec, feed: str) -> None:
        self.at: Mapping[int, At] = {}
        self._writer = writer
        self._codec = codec
        self._feed = feed
        self._connection: Connection | None = None
        self._epoch = 0

    async def stands(self, url: str, epoch: int) -> None:
        """Reads the positions again. Others may have written rows of a partition meanwhile."""
        if self._connection is None or self._connection.closed:
            self._connection = await short_session(url)
        self._epoch = epoch
        self._writer.forget()
        name = self._writer.projection.name
        found = await position.where_each(self._connection, name, epoch, self._feed)
        self.at = dict(enumerate(found))

    async def take(self, batch: Sequence[TakenRecords], histories: Histories) -> None:
        """Folds the part of the batch that lies ahead. ``histories`` are of the whole batch."""
        assert self._connection
        ahead = [taken for taken in batch if self.at[taken.partition].position <= taken.new]
        if any(self.at[taken.partition].position != taken.old for taken in batch):
            histories = Histories(
                (event for taken in ahead for event in self._unseen(taken)), self._codec
            )
        moves = [Move(t.partition, self.at[t.partition].position, *t[2:6]) for t in ahead]
        if not moves:
            return
        try:
            async with self._connection.transaction():
                name = self._writer.projection.name
                await position.move_each(self._connection, name, self._epoch, self._feed, moves)
                await self._writer.apply(self._connection, histories)
                failpoint("P2")
        except BaseException:
            await self.drop()
            raise
        self.at = {**self.at, **{m.partition: At(m.new, m.next_offset) for m in moves}}
        self._writer.committed()

    def _unseen(self, taken: TakenRecords) -> Sequence[Read]:
        at = self.at[taken.partition].position
        return [event for event in taken.events if event.position > at]

    async def drop(self) -> None:
        """Closes the connection, so that everything is read from the database again."""
        self._writer.forget()
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

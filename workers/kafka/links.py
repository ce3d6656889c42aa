"""What a reader makes of the records of one partition: the rule of docs/trust-model.md."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from workers.kafka.record import place

_KEY_BYTES: Final = 16

Row = tuple[UUID, int, int, bytes]
"""Stream, version, position and bytes, as in the store's own rows."""


class NewEpoch(Exception):
    """A record is of an epoch that the reader does not know, so it must not go on."""


class Judged(NamedTuple):
    """What can be applied, and why it is no more.

    After ``rows`` the partition stands at ``last`` and ``next_offset``. ``gap_at`` is the
    position of a record at ``next_offset`` that does not follow what was applied last. A
    ``damaged`` record at ``next_offset`` ends the partition.
    """

    rows: Sequence[Row]
    last: int
    next_offset: int
    dropped: int
    gap_at: int = 0
    damaged: bool = False


def judge(records: Sequence[Any], epoch: int, last: int) -> Judged:
    """Judges records by the position that was applied ``last`` in this partition.

    Raises :class:`NewEpoch`.
    """
    rows: list[Row] = []
    dropped, offset = 0, records[0].offset
    for record in records:
        offset, at = record.offset, place(record.headers)
        if at is None or record.key is None or len(record.key) != _KEY_BYTES:
            dropped += 1
            continue
        if at.epoch > epoch:
            raise NewEpoch
        if at.epoch < epoch or at.position <= last:
            dropped += 1
            continue
        if at.previous != last:
            return Judged(rows, last, offset, dropped, gap_at=at.position)
        if hashlib.sha256(record.value or b"").digest() != at.sha256:
            return Judged(rows, last, offset, dropped, damaged=True)
        rows.append((UUID(bytes=record.key), at.version, at.position, record.value))
        last = at.position
    return Judged(rows, last, offset + 1, dropped)

"""Which timer of a stream runs. This is the one read model over all kinds that have one.

A row changes only when the timer does, or what it depends on: most events of a case leave
it alone. So it has no version, and what the timekeeper says names the timer instead.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import reduce
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec

from domain.aggregate import Aggregate, State
from domain.codec import Codec
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

TIMERS: Final = "timers"
Fold = Callable[["Timed | None", Sequence[Read]], "Timed | None"]

_encode: Final = msgspec.json.Encoder(order="deterministic").encode


class Timed(msgspec.Struct, frozen=True, gc=False):
    """``PassDeadline(clock)`` is due from ``at`` on; without a clock no timer runs.

    ``state`` is JSON of what the timer looks at.
    """

    stream: UUID
    kind: str
    clock: str | None
    at: datetime | None
    state: msgspec.Raw


def timers(codec: Codec) -> Projection[Timed]:
    """The read model over the aggregates that have a timer."""
    return Projection(
        name=TIMERS,
        of=tuple(each for each in codec.aggregates if each.timer),
        tables=Path(__file__).with_name("schema.sql"),
        row=Timed,
        fold=_folding(codec),
    )


def _folding(codec: Codec) -> Fold:
    decoders: dict[str, Callable[[bytes], State]] = {
        each.kind: msgspec.json.Decoder(type(each.initial)).decode for each in codec.aggregates
    }

    def fold(row: Timed | None, history: Sequence[Read]) -> Timed | None:
        if not history:
            return row
        if row is not None:
            of = codec.by_kind[row.kind]
            return _after(of, row, decoders[row.kind](bytes(row.state)), history)
        of = codec.of[type(history[0].envelope.event)]
        return _after(of, None, of.initial, history)

    return fold


def _after(
    of: Aggregate[Any], row: Timed | None, state: State, history: Sequence[Read]
) -> Timed | None:
    after = of.timed(reduce(of.evolve, (recorded.envelope.event for recorded in history), state))
    if row is not None and after == state:
        return row
    running = of.timer(after) if of.timer else None
    return Timed(
        stream=history[-1].stream,
        kind=of.kind,
        clock=running.clock if running else None,
        at=running.at if running else None,
        state=msgspec.Raw(_encode(after)),
    )

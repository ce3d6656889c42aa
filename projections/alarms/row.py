"""The row of an alarm: who has taken it on, since when, and how the figure stood then."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.alarms.alarm import ALARM
from domain.alarms.events import AlarmGivenBack, AlarmTakenOn
from domain.alarms.figure import AlarmFigure
from domain.alarms.state import heard
from domain.message import Event
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class AlarmRow(msgspec.Struct, frozen=True, gc=False):
    """``since`` is when the officer took it on. ``held``: he has not given it back."""

    stream: UUID
    region: str
    figure: AlarmFigure
    seen: int
    officer: str
    body: str
    taken_on: date
    since: datetime
    held: bool

    def hears(self, now: int, today: date) -> bool:
        """Whether somebody sees to the figure as it stands now."""
        return self.held and heard(self.seen, self.taken_on, now=now, today=today)


def fold(row: AlarmRow | None, history: Sequence[Read]) -> AlarmRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        row = _after(row, recorded.stream, recorded.envelope.event, recorded.envelope.at)
    return row


def folded(stream: UUID, history: Iterable[tuple[Event, datetime]]) -> AlarmRow | None:
    """The row of a whole history, for whoever has read it from its stream."""
    row: AlarmRow | None = None
    for event, at in history:
        row = _after(row, stream, event, at)
    return row


def _after(row: AlarmRow | None, stream: UUID, event: Event, at: datetime) -> AlarmRow | None:
    match event:
        case AlarmTakenOn():
            return AlarmRow(
                stream=stream,
                region=event.region,
                figure=event.figure,
                seen=event.seen,
                officer=event.officer,
                body=event.body,
                taken_on=event.taken_on,
                since=at,
                held=True,
            )
        case AlarmGivenBack() if row is not None:
            return replace(row, held=False)
    return row


ALARMS: Final = Projection(
    name="alarms",
    of=(ALARM,),
    tables=Path(__file__).with_name("schema.sql"),
    row=AlarmRow,
    fold=fold,
)

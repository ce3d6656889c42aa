"""The stretches of an application: the whole of it, and each of its stages, with their days.

Whoever has chosen the day himself, of an appointment or of the use of a number, is told none. Of
such services there are no rows.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.expectation.events import ExpectedDateSlipped
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import FINAL, Stage
from domain.services.archetype import Archetype
from domain.services.catalogue import EVERY_SERVICE
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection

WHOLE: Final = "case"
"""The stretch from the submission to the result."""
PROVINCE: Final = ""
OPEN_DAYS: Final = -1
_RESULT: Final = frozenset({Stage.DELIVERED, Stage.COMPLETED, Stage.REFUSED, Stage.NOT_ACCEPTED})
_LEFT: Final = frozenset({Stage.WITHDRAWN, Stage.LAPSED})
_CHOSEN: Final = frozenset({Archetype.RESERVATION, Archetype.APPOINTMENT})


class Ended(StrEnum):
    """How a stretch ended: with what was waited for, or because the applicant gave it up."""

    DONE = "done"
    LEFT = "left"
    OPEN = "open"


class Stretch(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """``what`` is a stage, or the whole application. The days are office-local ones."""

    what: str
    began_on: date
    ended_on: date | None = None
    ended: Ended = Ended.OPEN


class AwaitedCase(msgspec.Struct, frozen=True, gc=False):
    """An application. It has ``slipped`` if the day that was told first has passed, and then it
    was told to be ``likely_by`` another, or none.
    """

    stream: UUID
    service: str
    office: str
    open: bool
    submitted_on: date
    slipped: bool
    likely_by: date | None
    stretches: tuple[Stretch, ...]


class StretchCount(msgspec.Struct, frozen=True):
    """The key of a figure."""

    service: str
    what: str
    place: str
    began_on: date
    days: int
    ended: str


def is_expected(service: str) -> bool:
    """Whether the dates of a service follow from how long it takes."""
    known = EVERY_SERVICE.get(service)
    return known is not None and known.archetype not in _CHOSEN


def fold(row: AwaitedCase | None, history: Sequence[Read]) -> AwaitedCase | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event, day = recorded.envelope.event, local_day(recorded.envelope.at)
        if isinstance(event, CaseSubmitted):
            if row is None and is_expected(event.service):
                row = _begun(recorded.stream, event, day)
        elif row is not None:
            if isinstance(event, ExpectedDateSlipped):
                row = replace(row, slipped=True, likely_by=event.likely_by)
            before = Stage(row.stretches[-1].what)
            after = CASE.stage_after(before, event)
            if after is not before:
                row = _moved(row, after, day)
    return row


def _begun(stream: UUID, event: CaseSubmitted, day: date) -> AwaitedCase:
    return AwaitedCase(
        stream=stream,
        service=event.service,
        office=event.office,
        open=event.stage not in FINAL,
        submitted_on=day,
        slipped=False,
        likely_by=None,
        stretches=(Stretch(WHOLE, day), Stretch(event.stage.value, day)),
    )


def _moved(row: AwaitedCase, after: Stage, day: date) -> AwaitedCase:
    """The last stretch ends, and the next begins. The whole ends once, with the first result."""
    how = Ended.LEFT if after in _LEFT else Ended.DONE
    whole, *between, last = row.stretches
    if whole.ended_on is None and after in _RESULT | _LEFT:
        whole = replace(whole, ended_on=day, ended=how)
    stretches = (whole, *between, replace(last, ended_on=day, ended=how), Stretch(after.value, day))
    return replace(row, open=after not in FINAL, stretches=stretches)


def contribution(row: AwaitedCase) -> Figures:
    """Each stretch by its first day and its length. A final stage is no stretch."""
    counts: Counter[tuple[str, str, str, date, int, str]] = Counter()
    for each in row.stretches:
        if each.what in FINAL:
            continue
        ended = each.ended_on
        days = (ended - each.began_on).days if ended else OPEN_DAYS
        for place in (row.office, PROVINCE):
            key = (row.service, each.what, place, each.began_on, days, each.ended.value)
            counts[key] += 1
    return counts


EXPECTED: Final = Projection(
    name="expected",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=AwaitedCase,
    fold=fold,
    partial=True,
    contribution=contribution,
    figure=StretchCount,
)

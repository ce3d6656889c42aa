"""A row a parcel, with the state that follows from its scans, and what was counted of it when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.calendar import local_day
from domain.hidden import HIDDEN
from domain.message import Event
from domain.parcels import events
from domain.parcels.irregularities import open_irregularities
from domain.parcels.parcel import PARCEL
from domain.parcels.state import Parcel, ParcelStage
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from projections.throughput.durations import TRANSIT

HANDED_OVER: Final = "handed_over"
RETURNED: Final = "returned"
DELIVERED: Final = "delivered"
FAILED_FOR: Final = "failed_for"
"""A failed delivery is counted by its reason, behind a colon."""


class CountedOfParcel(msgspec.Struct, frozen=True, gc=False):
    """Something that is counted on the day on which it was recorded, and stays counted there."""

    day: date
    office: str
    county: str
    measure: str


class ParcelRow(msgspec.Struct, frozen=True, gc=False):
    """``of_case`` is the case, ``irregular`` says whether an officer has to see to it.

    ``standing`` is the parcel itself, and ``counted`` all that it adds to the figures.
    """

    stream: UUID
    of_case: UUID
    posting: int
    office: str
    destination: str
    item_no: str
    carrier: str
    manifest: str
    stage: str
    irregular: bool
    hand_over_by: date | None
    handed_over_at: datetime | None
    expected_by: date | None
    standing: Annotated[Parcel, HIDDEN]
    counted: Annotated[tuple[CountedOfParcel, ...], HIDDEN]


class ParcelFigure(msgspec.Struct, frozen=True):
    """The key of a figure: what happened on a day, by the sending office and the county."""

    day: date
    office: str
    county: str
    measure: str


def fold(row: ParcelRow | None, history: Sequence[Read]) -> ParcelRow | None:
    """Pure: the row of the events before and of these."""
    current = row.standing if row else PARCEL.initial
    counted = list(row.counted) if row else []
    for recorded in history:
        event = recorded.envelope.event
        if not isinstance(event, events.ParcelEvent):
            continue
        before, current = current, PARCEL.evolve(current, event)
        day = local_day(recorded.envelope.at)
        counted += [
            CountedOfParcel(day, current.office, current.destination, measure)
            for measure in _measures(before, current, event)
        ]
    if current.stage is ParcelStage.NEW or not history:
        return row
    return _row(history[0].stream, current, tuple(counted))


def _measures(before: Parcel, after: Parcel, event: Event) -> Iterator[str]:
    """An end is counted with its first scan, however often the carrier tells it."""
    match event:
        case events.ParcelHandedOver():
            yield HANDED_OVER
        case events.ItemDeliveryFailed(reason=reason):
            yield f"{FAILED_FOR}:{reason}"
        case events.ItemReturned() if not _has(before, RETURNED):
            yield RETURNED
        case events.ItemDelivered(scanned_at=at) if not _has(before, DELIVERED):
            yield DELIVERED
            if after.handed_over_at:
                yield TRANSIT.between(after.handed_over_at, at)


def _has(current: Parcel, status: str) -> bool:
    return any(each.status == status for each in current.scans)


def _row(stream: UUID, current: Parcel, counted: tuple[CountedOfParcel, ...]) -> ParcelRow:
    return ParcelRow(
        stream=stream,
        of_case=current.case,
        posting=current.posting,
        office=current.office,
        destination=current.destination,
        item_no=current.item_no,
        carrier=current.carrier,
        manifest=current.manifest,
        stage=current.stage,
        irregular=bool(open_irregularities(current)),
        hand_over_by=current.hand_over_by,
        handed_over_at=current.handed_over_at,
        expected_by=current.expected_by,
        standing=current,
        counted=counted,
    )


def contribution(row: ParcelRow) -> Figures:
    """Whatever was counted once stays counted on its day."""
    return Counter((each.day, each.office, each.county, each.measure) for each in row.counted)


PARCELS: Final = Projection(
    name="parcels",
    of=(PARCEL,),
    tables=Path(__file__).with_name("schema.sql"),
    row=ParcelRow,
    fold=fold,
    contribution=contribution,
    figure=ParcelFigure,
)

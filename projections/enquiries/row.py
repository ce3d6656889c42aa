"""A row a question: whose it is, where it stands, what is owed, and what it counts."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.events import EnquiryAnswered, EnquiryReceived, FurtherQuestionAsked
from domain.enquiries.state import Enquiry, next_owed
from domain.hidden import HIDDEN
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from projections.enquiries.counting import EnquiryCount, counted_after


class EnquiryRow(msgspec.Struct, frozen=True, gc=False):
    """One question. ``said_at`` is when somebody asked or answered last."""

    stream: UUID
    owner: Annotated[str, HIDDEN]
    office: str
    stage: str
    channel: str
    topic: str
    about_case: UUID | None
    handler: str | None
    asked_at: datetime
    said_at: datetime
    owed_clock: str | None
    owed_by: date | None
    late: bool
    questions: int
    transfers: int
    alarm: bool
    satisfaction: str | None
    counted: Annotated[tuple[EnquiryCount, ...], HIDDEN]
    state: Annotated[Enquiry, HIDDEN]


class EnquiryFigure(msgspec.Struct, frozen=True):
    """The key of a figure: a day, the office, and what is counted."""

    day: date
    office: str
    what: str


_SAID: Final = (EnquiryReceived, EnquiryAnswered, FurtherQuestionAsked)


def fold(row: EnquiryRow | None, history: Sequence[Read]) -> EnquiryRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        row = _after(row, recorded)
    return row


def _after(row: EnquiryRow | None, recorded: Read) -> EnquiryRow | None:
    envelope = recorded.envelope
    event, before = envelope.event, row.state if row else ENQUIRY.initial
    counted = counted_after(row.counted if row else (), before, event, local_day(envelope.at))
    state = replace(ENQUIRY.evolve(before, event), sealed={})
    if row is None:
        row = _first(recorded, counted, state)
    owed = next_owed(state) or min(state.owed, key=lambda each: each.on, default=None)
    made = replace(
        row,
        office=state.office,
        stage=state.stage,
        handler=state.handler,
        said_at=envelope.at if isinstance(event, _SAID) else row.said_at,
        owed_clock=owed.clock if owed else None,
        owed_by=owed.on if owed else None,
        late=bool(state.missed),
        questions=state.questions,
        transfers=state.transfers,
        alarm=state.alarm,
        satisfaction=state.satisfaction,
        counted=counted,
        state=state,
    )
    return row if made == row else made


def _first(recorded: Read, counted: tuple[EnquiryCount, ...], state: Enquiry) -> EnquiryRow:
    return EnquiryRow(
        stream=recorded.stream,
        owner=recorded.envelope.by.caller,
        office=state.office,
        stage=state.stage,
        channel=str(state.channel),
        topic=state.topic,
        about_case=state.case,
        handler=None,
        asked_at=recorded.envelope.at,
        said_at=recorded.envelope.at,
        owed_clock=None,
        owed_by=None,
        late=False,
        questions=0,
        transfers=0,
        alarm=False,
        satisfaction=None,
        counted=counted,
        state=state,
    )


def contribution(row: EnquiryRow) -> Figures:
    return Counter((each.day, each.office, each.what) for each in row.counted)


ENQUIRIES: Final = Projection(
    name="enquiries",
    of=(ENQUIRY,),
    tables=Path(__file__).with_name("schema.sql"),
    row=EnquiryRow,
    fold=fold,
    contribution=contribution,
    figure=EnquiryFigure,
)

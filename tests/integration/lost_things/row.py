"""A read model of lost things: what is kept where, and how much of it a hall has."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection
from tests.integration.lost_things.thing import THING, ThingFound, ThingMoved, What


class Kept(msgspec.Struct, frozen=True):
    """``office`` is the hall, by which officers are shown what is theirs."""

    stream: UUID
    version: int
    office: str
    what: What
    stage: str
    shelf: str


class InHall(msgspec.Struct, frozen=True):
    """The key of a figure."""

    office: str
    stage: str


def fold(row: Kept | None, history: Sequence[Read]) -> Kept | None:
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, ThingFound):
            row = Kept(recorded.stream, 0, event.hall, event.what, THING.initial.stage, "")
        assert row
        stage = THING.stage_after(type(THING.initial.stage)(row.stage), event)
        row = replace(row, version=recorded.version, stage=stage)
        if isinstance(event, ThingMoved):
            row = replace(row, shelf=event.shelf)
    return row


def contribution(row: Kept) -> Figures:
    return {(row.office, row.stage): 1}


LOST_THINGS: Final = Projection(
    name="lost_things",
    of=(THING,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Kept,
    fold=fold,
    contribution=contribution,
    figure=InHall,
)

"""Nothing is stored that would not be read again as it was written."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.event_store.encoded import states_of
from domain.event_store.pending import EventUnwritable, Pending
from domain.recorded_event import Envelope
from tests.kit.envelopes import an_acceptance, pending

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "events").iterdir())


def of(*envelopes: Envelope[Any]) -> Pending:
    asked = pending(uuid4(), after=2)
    return replace(asked, writes=(replace(asked.writes[0], envelopes=envelopes),))


def spoiled(**fields: Any) -> Envelope[Any]:
    """Types are not checked when an event is made, which is the point."""
    made = an_acceptance()
    return msgspec.structs.replace(made, event=msgspec.structs.replace(made.event, **fields))


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_every_event_passes(file: Path) -> None:
    event = CODEC.event(file.read_bytes())
    asked = of(msgspec.structs.replace(an_acceptance(), event=event))
    assert [CODEC.decode(state).event for state in states_of(CODEC, asked)] == [event]


@pytest.mark.parametrize(
    "envelope",
    [
        spoiled(decide_by="tomorrow"),
        spoiled(decide_by=1),
        spoiled(officer=None),
        spoiled(officer=b"clerk"),
        spoiled(officer="\ud800"),
        spoiled(officer=object()),
        spoiled(officer=2**70),
        spoiled(accepted_on={"_type_": "nosuch", "_data_": 1}),
        msgspec.structs.replace(an_acceptance(), event=date(2020, 2, 24)),
        msgspec.structs.replace(an_acceptance(), by=None),
    ],
    ids=lambda envelope: "",
)
def test_what_would_be_read_otherwise_or_not_at_all_is_not_written(envelope: Envelope[Any]) -> None:
    with pytest.raises(EventUnwritable):
        states_of(CODEC, of(an_acceptance(), envelope))


def test_a_list_in_the_place_of_a_tuple_is_not_written() -> None:
    file = next(file for file in GOLDEN if file.stem == "CorrectionSupplied")
    event = CODEC.event(file.read_bytes())
    listed = msgspec.structs.replace(event, papers=[])
    with pytest.raises(EventUnwritable):
        states_of(CODEC, of(msgspec.structs.replace(an_acceptance(), event=listed)))


def test_a_command_without_events_is_one() -> None:
    assert states_of(CODEC, of()) == []

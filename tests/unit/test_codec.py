"""A codec reads the events of the aggregates that it is made of, and of no others."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from domain.aggregate import Aggregate, Effect
from domain.codec import Codec
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.recorded_event import Envelope
from domain.titles import Title
from domain.wording import Words
from tests.kit.lamps.lamp import LAMP, Lamp, LampDoused, LampLit, Light


class BellCommand(Command, frozen=True, kw_only=True):
    pass


class BellEvent(Event, frozen=True, kw_only=True):
    pass


class BellRung(BellEvent, frozen=True, kw_only=True):
    times: int


class OtherEvent(Event, frozen=True, kw_only=True):
    pass


class Elsewhere:
    class LampLit(OtherEvent, frozen=True, kw_only=True):
        pass


def made(kind: str, base: type[Event], event: type[Event]) -> Aggregate[Lamp]:
    return Aggregate(
        kind=kind,
        initial=Lamp(),
        event=base,
        command=BellCommand,
        decisions=(),
        effects=(Effect(event, to=Light.ON),),
        words=Words(
            stages={Light.OFF: Title("灭", "off"), Light.ON: Title("亮", "on")},
            events={event.__name__: Title("亮", "on")},
            fields={name: Title("字段", "field") for name in event.__struct_fields__},
            commands={},
        ),
    )


BELL = made("bell", BellEvent, BellRung)
BOTH = Codec((LAMP, BELL))


def enveloped(event: Event) -> Envelope[Any]:
    return Envelope(
        event=event,
        at=datetime(2020, 2, 24, 1, tzinfo=UTC),
        by=Actor(Role.CLERK, "clerk", "410100"),
        office="410100",
        channel="window",
        rules="test",
        build="test",
        cause=UUID(int=1),
    )


@pytest.mark.parametrize("event", [LampLit(colour="red"), BellRung(times=3)])
def test_what_was_written_is_read(event: Event) -> None:
    envelope = enveloped(event)
    assert BOTH.decode(BOTH.encode(envelope)) == envelope
    assert BOTH.decode(BOTH.encode(envelope)).event == event


def test_an_event_class_has_its_aggregate_and_a_kind_its_own() -> None:
    assert BOTH.of == {LampLit: LAMP, LampDoused: LAMP, BellRung: BELL}
    assert BOTH.by_kind == {"lamp": LAMP, "bell": BELL}


def test_two_events_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="two events have one name"):
        Codec((LAMP, made("other", OtherEvent, Elsewhere.LampLit)))


def test_two_aggregates_of_one_kind_are_refused() -> None:
    with pytest.raises(TypeError, match="two aggregates are of one kind"):
        Codec((LAMP, made("lamp", BellEvent, BellRung)))


def test_an_event_of_another_aggregate_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        Codec((LAMP,)).decode(BOTH.encode(enveloped(BellRung(times=1))))


def test_a_type_that_nobody_knows_is_not_read() -> None:
    unknown = BOTH.encode(enveloped(BellRung(times=1))).replace(b"BellRung", b"BellStolen")
    with pytest.raises(msgspec.ValidationError):
        BOTH.decode(unknown)
    assert BOTH.aggregate_of(unknown) is None


def test_bytes_that_cannot_be_read_may_still_name_their_kind() -> None:
    damaged = BOTH.encode(enveloped(BellRung(times=1))).replace(b'"times":1', b'"times":"one"')
    with pytest.raises(msgspec.ValidationError):
        BOTH.decode(damaged)
    assert BOTH.aggregate_of(damaged) is BELL


@pytest.mark.parametrize("state", [b"", b"no json", b"{}", b'{"event":{}}', b"\xff\xfe", b"[1]"])
def test_bytes_that_name_no_event_are_of_no_kind(state: bytes) -> None:
    assert BOTH.aggregate_of(state) is None


def test_each_event_is_stored_under_a_name_of_its_kind() -> None:
    assert BOTH.topics(LAMP) == ["LampLit", "LampDoused"]
    assert BOTH.topics_beside(LAMP) == ["BellRung"]
    assert BOTH.topics_beside(LAMP, BELL) == []

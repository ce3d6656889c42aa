"""Envelopes and pending commands for tests of the store."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from msgspec.structs import replace

from domain.case.intake.events import CaseAccepted
from domain.case.vocabulary import CaseEvent
from domain.event_store.pending import Pending, StreamWrite
from domain.message import Event
from domain.people import Actor, Role
from domain.recorded_event import Envelope

AT = datetime(2020, 2, 24, 1, tzinfo=UTC)


def an_acceptance(cause: UUID | None = None) -> Envelope[CaseEvent]:
    return Envelope(
        event=CaseAccepted(
            officer="clerk-1", accepted_on=date(2020, 2, 24), decide_by=date(2020, 3, 16)
        ),
        at=AT,
        by=Actor(Role.CLERK, "clerk-1", "410100"),
        office="410100",
        channel="api",
        rules="test",
        build="test",
        cause=cause or uuid4(),
    )


def enveloped(event: Event, at: datetime, by: Actor) -> Envelope[Event]:
    """What ``by`` has brought about at this instant."""
    return Envelope(
        event=event,
        at=at,
        by=by,
        office="410100",
        channel="test",
        rules="test",
        build="test",
        cause=UUID(int=1),
    )


def pending(
    stream: UUID, *, after: int, count: int = 1, command: UUID | None = None, caller: str = ""
) -> Pending:
    envelopes = tuple(an_acceptance() for _ in range(count))
    writes = (StreamWrite(stream, after, envelopes),)
    return Pending(command or uuid4(), b"\x01" * 32, b"outcome", writes, caller)


def spoiled(asked: Pending) -> Pending:
    """The same command with events that cannot be written, because a surrogate is no text."""
    (write,) = asked.writes
    envelopes = tuple(replace(envelope, channel="\ud800") for envelope in write.envelopes)
    return replace(asked, writes=(replace(write, envelopes=envelopes),))

"""What a command writes, as bytes that are known to be readable again."""

from dataclasses import dataclass

from domain.event_store.pending import EventUnwritable, Pending
from domain.recorded_event import decode, encode, topic


@dataclass(slots=True)
class Encoded:
    """``states`` are the bytes of its events, in their order over all streams."""

    pending: Pending
    states: list[bytes]


def states_of(pending: Pending) -> list[bytes]:
    """Raises :class:`EventUnwritable`, so that nothing is stored that cannot be loaded.

    A stored event is never corrected, and types are not checked when one is made (trust.md F7).
    """
    states = []
    for write in pending.writes:
        for envelope in write.envelopes:
            try:
                state = encode(envelope)
                if decode(state) != envelope:
                    raise EventUnwritable(topic(envelope.event))
            except (ValueError, TypeError, OverflowError) as unlike:
                raise EventUnwritable(topic(envelope.event)) from unlike
            states.append(state)
    return states

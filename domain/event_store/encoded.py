"""What a command writes, as bytes that have been read back once."""

from dataclasses import dataclass

from domain.codec import Codec
from domain.event_store.pending import EventUnwritable, Pending
from domain.recorded_event import topic


@dataclass(slots=True)
class Encoded:
    """A command with the bytes of its events, ``states``, in their order over all streams."""

    pending: Pending
    states: list[bytes]


def states_of(codec: Codec, pending: Pending) -> list[bytes]:
    """Encodes a command's events and reads them back, so that what is stored can be loaded.

    A stored event is never corrected, and a struct does not check the types of its fields
    when it is made. One event that cannot be read makes its stream unreadable for ever.
    Raises :class:`EventUnwritable`.
    """
    states = []
    for write in pending.writes:
        for envelope in write.envelopes:
            try:
                state = codec.encode(envelope)
                if codec.decode(state) != envelope:
                    raise EventUnwritable(topic(envelope.event))
            except (ValueError, TypeError, OverflowError) as unlike:
                raise EventUnwritable(topic(envelope.event)) from unlike
            states.append(state)
    return states

"""What is written to telephones because of one kind of event."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from domain.message import Event
from domain.name_based import uuid5
from domain.recorded_event import RecordedEvent
from domain.sms import Sms
from domain.titles import Title
from workers.log_follower import Waits

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7d43").bytes


class LetterWaits(Waits):
    """It cannot be written yet, and is tried again. What comes later waits behind it."""


class Letter(NamedTuple):
    """``write`` gives the messages that follow from an event. They are the same each time.

    It raises :class:`LetterWaits`. ``record`` is told once they have left whether a gateway took
    them all.
    """

    on: type[Event]
    write: Callable[[RecordedEvent], Awaitable[Sequence[Sms]]]
    record: Callable[[RecordedEvent, bool], Awaitable[None]] | None = None


def sms(cause: RecordedEvent, which: str, to: str, text: Title) -> Sms:
    """A message that follows from an event. ``which`` tells it from others of the same event."""
    id = uuid5(_SPACE, f"{cause.stream}:{cause.version}:{which}")
    return Sms(id, to, f"{text.zh}\n{text.en}")

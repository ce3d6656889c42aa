"""Events of a telephone log. These names and fields are stored for ever."""

from datetime import date

from domain.message import Event


class CallLogEvent(Event, frozen=True, kw_only=True):
    """Something that was taken over from a telephone exchange."""


class CallDayRecorded(CallLogEvent, frozen=True, kw_only=True):
    """The calls of an office on a day, in the place of what was taken over for it before.

    ``waited_s`` is how long the answered ones waited, in seconds and all together.
    """

    region: str
    office: str
    on: date
    offered: int
    answered: int
    waited_s: int

"""Commands to an alarm."""

from typing import Annotated

import msgspec

from domain.alarms.figure import AlarmFigure
from domain.message import Command
from domain.spelling import RegionCode


class AlarmCommand(Command, frozen=True, kw_only=True):
    """A request to the alarm of a figure at a place."""


class TakeOnAlarm(AlarmCommand, frozen=True, kw_only=True):
    """See to it from now on. ``seen`` is the figure as whoever takes it on has seen it.

    It is a count of cases, or of a rate parts of 10,000. The province has the code 410000.
    """

    region: RegionCode
    figure: AlarmFigure
    seen: Annotated[int, msgspec.Meta(ge=1, le=10_000_000)]


class GiveAlarmBack(AlarmCommand, frozen=True, kw_only=True):
    """Somebody else is to see to it."""

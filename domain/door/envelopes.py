"""What is stored around each event: who, when, where, by which rules and which program."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from domain.calendar import Calendar
from domain.door.request import Request
from domain.message import Event
from domain.recorded_event import Envelope

RULES: Final = "henan-2020-02"
"""The rule table by which decisions are made. Another edition of the rules gets another name.

An envelope names the last year with a holiday notice after it (ADR 27).
"""


def envelopes(
    events: Iterable[Event],
    *,
    now: datetime,
    request: Request,
    place: str,
    calendar: Calendar,
    build: str,
) -> tuple[Envelope[Event], ...]:
    """The events in envelopes. ``now`` is UTC, and ``place`` the office that acts."""
    rules = RULES + calendar.edition
    return tuple(
        [
            Envelope(
                event=event,
                at=now,
                by=request.by,
                office=place,
                channel=request.channel,
                rules=rules,
                build=build,
                cause=request.command_id,
            )
            for event in events
        ]
    )

"""What a command of the register comes to on a history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Actor, system
from domain.services.catalogue import CATALOGUE

REGISTER: Final = system("register")
STREAM: Final = UUID("00000000-0000-5000-8000-000000000001")
CASE: Final = UUID("0170a3c5-8c00-7000-8000-000000000001")


def decided(
    of: Aggregate[Any],
    command: Command,
    history: Sequence[Event],
    now: datetime,
    by: Actor = REGISTER,
) -> tuple[Event, ...]:
    at = Circumstances(now, by, STREAM, CATALOGUE, Calendar())
    return of.decide(of.fold(history), command, at).events

"""What a command of the register comes to on a history."""

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.offices.tree import PROVINCE
from domain.people import Actor, system
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
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
    reliefs: Sequence[Event] = (),
    indexes: Set[bytes] = frozenset(),
) -> tuple[Event, ...]:
    seen = {reliefs_of(PROVINCE): RELIEFS.fold(reliefs)}
    at = Circumstances(now, by, STREAM, CATALOGUE, Calendar(), seen, id_indexes=indexes)
    return of.decide(of.fold(history), command, at).events

"""Which deadlines of a licence, a vehicle or a learner's permit would have passed under reliefs.

They follow from the register and the reliefs alone (ADR 45). So they are found anew, by the same
decisions that the timekeeper and the reactions to reliefs ask for.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from cheguan.whatif.world import World
from domain.aggregate import Aggregate
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.learner_permits.events import LearnerPermitDeadlineExtended, LearnerPermitExpired
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import PermitOnRecord
from domain.licences.commands import ConfirmCancellation
from domain.licences.events import (
    LicenceCancellationListed,
    LicenceCancelled,
    LicenceDeadlineExtended,
    LicenceDutyMissed,
)
from domain.licences.licence import LICENCE
from domain.licences.state import LicenceOnRecord
from domain.message import Command, CountReliefs, Event, PassDeadline
from domain.people import Actor, system
from domain.recorded_event import RecordedEvent
from domain.refusal import Refusal
from domain.services.catalogue import EVERY_SERVICE
from domain.vehicles.events import InspectionLapsed, TempPlateExpired, VehicleDeadlineExtended
from domain.vehicles.state import VehicleOnRecord
from domain.vehicles.vehicle import VEHICLE

OF_THE_REGISTER: Final[tuple[Aggregate[Any], ...]] = (LICENCE, VEHICLE, LEARNER_PERMIT)
Record = LicenceOnRecord | VehicleOnRecord | PermitOnRecord

_FOUND_ANEW: Final = (
    LicenceDutyMissed,
    LicenceCancellationListed,
    LicenceDeadlineExtended,
    InspectionLapsed,
    TempPlateExpired,
    VehicleDeadlineExtended,
    LearnerPermitExpired,
    LearnerPermitDeadlineExtended,
)
_CALENDAR: Final = Calendar()
_BY: Final = system("whatif")
_BEFORE: Final = timedelta(microseconds=1)


class OnRecord(NamedTuple):
    """A record as it was, and as it would be."""

    was: Record
    would_be: Record


def on_record(
    of: Aggregate[Any], history: Sequence[RecordedEvent], would: World, until: datetime
) -> OnRecord:
    """A history that is told up to ``until``, in both worlds. It is pure.

    The timekeeper comes to a record as far as he did: a deadline at which he has not looked yet
    passes in neither of them.
    """
    was: Record = of.fold(each.event for each in history)
    running = of.timer(was) if of.timer else None
    upto = min(until, running.at - _BEFORE) if running else until
    replay = _Replay(of, history, would)
    for recorded in history:
        replay.go_on(recorded.at)
        replay.keep(recorded)
    replay.go_on(upto)
    return OnRecord(was, replay.current)


def passed(record: Record) -> int:
    """How many deadlines of the record have passed, and stand so."""
    if isinstance(record, LicenceOnRecord):
        return len(record.missed) + len(record.listed)
    return int(record.missed is not None)


class _Replay:
    def __init__(self, of: Aggregate[Any], history: Sequence[RecordedEvent], would: World) -> None:
        self._of, self._world = of, would
        self._stream = history[0].stream
        self._at = history[0].at
        self._announced = [each.at for each in would.reliefs if each.at > self._at]
        self.current = of.initial

    def keep(self, recorded: RecordedEvent) -> None:
        self._at = max(self._at, recorded.at)
        event = recorded.event
        if isinstance(event, LicenceCancelled):
            command = ConfirmCancellation(duty=event.duty)
            self._decide(command, self._at, recorded.envelope.by)
        elif not isinstance(event, _FOUND_ANEW):
            self._evolve(event)

    def go_on(self, upto: datetime) -> None:
        """Lets deadlines pass, and counts again whenever a relief is decided on."""
        while True:
            announced = self._announced[0] if self._announced else None
            running = self._of.timer(self.current) if self._of.timer else None
            runs_out = max(running.at, self._at) if running else None
            first = min((at for at in (announced, runs_out) if at), default=None)
            if first is None or first > upto:
                return
            self._at = first
            if first == announced:
                self._announced.pop(0)
                self._decide(CountReliefs(), first, _BY)
            elif running:
                before = self.current
                self._decide(PassDeadline(clock=running.clock), first, _BY)
                if self.current is before:
                    return

    def _decide(self, command: Command, at: datetime, by: Actor) -> None:
        seen = self._world.seen_at(at)
        circumstances = Circumstances(at, by, self._stream, EVERY_SERVICE, _CALENDAR, seen)
        with suppress(Refusal):
            for event in self._of.decide(self.current, command, circumstances).events:
                self._evolve(event)

    def _evolve(self, event: Event) -> None:
        self.current = self._of.evolve(self.current, event)

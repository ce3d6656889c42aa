"""A case told by commands. Each is decided as the office would, and its events are kept."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final, Self
from uuid import UUID, uuid5

import msgspec

from domain.calendar import Calendar, local_day
from domain.case.case import CASE
from domain.case.choosing import NumberWanted
from domain.case.intake.commands import SubmitCase
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.claims.state import open_case
from domain.door.envelopes import RULES
from domain.identifiers import reference
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.penalties.state import penalty_named
from domain.people import Actor, Role, system
from domain.recorded_event import Envelope, RecordedEvent
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.events import ReliefEvent
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, Catalogue
from domain.services.reader import read_form
from domain.services.selection_method import SelectionMethod
from domain.services.split import clear_facts, office_of, sealed_parts
from domain.violations.state import violation_stream

_SPACE: Final = UUID("6f1b7f0e-4d2f-5d5e-8f2c-2f9b1c3a7e10")
_CALENDAR: Final = Calendar()
MORNING: Final = datetime(2020, 3, 2, 1, tzinfo=UTC)
"""Monday, 09:00 at the office."""

CLERK: Final = Actor(Role.CLERK, "clerk", "410100")
REVIEWER: Final = Actor(Role.CLERK, "reviewer", "410100")
THIRD: Final = Actor(Role.CLERK, "third", "410100")
LEADER: Final = Actor(Role.SUPERVISOR, "leader", "410100")
"""Decides cases. About windows the detachment above the office decides."""
DETACHMENT: Final = Actor(Role.SUPERVISOR, "head", "410100-det")
CARRIER: Final = Actor(Role.CARRIER, "post")
HQ: Final = Actor(Role.HQ, "headquarters")
CHECKER: Final = system("checker")
TIMEKEEPER: Final = system("timekeeper")
ORDER_PAID: Final = system("order_paid")


def submission(service: str, number: int, today: date, **facts: Any) -> SubmitCase:
    """The example form of the service for the ``number``-th vehicle or driver. Nothing is real."""
    form = read_form(json.dumps(CATALOGUE[service].example(today)).encode(), today=today)
    index, archetype = number.to_bytes(16, "big"), CATALOGUE[service].archetype
    return SubmitCase(
        office=office_of(form),
        reference=reference.draw(number.to_bytes(reference.BYTES, "big")),
        facts=msgspec.structs.replace(clear_facts(form), **facts),
        key_id=uuid5(_SPACE, f"key {number}"),
        sealed={part: f"pii1.{part}-{number}" for part in sealed_parts(form)},
        claim=open_case(CATALOGUE[service].exclusive, index),
        id_no_index=index,
        plate_index=index if service != "renewal_deferral" else None,
        licence_index=index if service == "renewal_deferral" else None,
        violation=violation_stream(index) if service == "violation_handling" else None,
        violation_plate_index=index if service == "violation_handling" else None,
        penalty=penalty_named(str(number)) if service == "fine_payment" else None,
        vehicle=uuid5(_SPACE, f"vehicle {number}"),
        number=_wanted(number) if archetype is Archetype.RESERVATION else None,
    )


def _wanted(number: int) -> NumberWanted:
    """Whoever draws is offered five batches of small cars' numbers of Zhengzhou."""
    return NumberWanted(
        session=uuid5(_SPACE, f"session {number}"),
        method=SelectionMethod.RANDOM,
        prefix="豫A",
        plate_kind=PlateKind.SMALL_CAR,
        letters="",
        owner=number.to_bytes(16, "big"),
        ban_stream=uuid5(_SPACE, f"ban {number}"),
    )


class Life:
    """A case from its submission on. The windows of every office are open, unless ``seen`` has the
    prefectures that decide about them.
    """

    seen: Mapping[UUID, Any] = MappingProxyType({})
    catalogue: Catalogue = CATALOGUE

    def __init__(self, service: str, number: int, at: datetime = MORNING, **facts: Any) -> None:
        self.case = uuid5(_SPACE, f"{service} {number} {at}")
        self.citizen = Actor(Role.APPLICANT, f"citizen-{number}")
        self.number = number
        self.now = at
        self.state = Case()
        self.envelopes: list[Envelope[Event]] = []
        self.does(self.citizen, submission(service, number, local_day(at), **facts))

    def does(self, by: Actor, *given: Command) -> Self:
        """Gives the commands one after another, a minute apart."""
        for command in given:
            self.now += timedelta(minutes=1)
            at = Circumstances(self.now, by, self.case, self.catalogue, _CALENDAR, self.seen)
            decided = CASE.decide(self.state, command, at).events
            cause = uuid5(self.case, f"{len(self.envelopes)} {type(command).__name__}")
            for event in decided:
                self.state = CASE.evolve(self.state, event)
                self.envelopes.append(
                    Envelope(
                        event=event,
                        at=self.now,
                        by=by,
                        office=by.office or self.state.office,
                        channel="online_app" if by is self.citizen else "window",
                        rules=RULES,
                        build="test",
                        cause=cause,
                    )
                )
        return self

    def under(self, *reliefs: ReliefEvent) -> Self:
        """Announces reliefs, which later decisions see."""
        of, stream, _ = OF_THE_PROVINCE
        self.seen = {stream: of.fold(reliefs)}
        return self

    def after(self, *, days: int = 0, hours: int = 0) -> Self:
        self.now += timedelta(days=days, hours=hours)
        return self


def recorded(lives: Iterable[Life]) -> list[RecordedEvent]:
    """All events in one log, by time. Positions begin with 1."""
    placed = [
        (envelope.at, life.case, version, envelope)
        for life in lives
        for version, envelope in enumerate(life.envelopes, start=1)
    ]
    placed.sort(key=lambda entry: entry[:3])
    return [
        RecordedEvent(case, version, position, envelope)
        for position, (_, case, version, envelope) in enumerate(placed, start=1)
    ]

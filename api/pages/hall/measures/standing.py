"""The precautions of a city as they stand in the log: kept or not, since when, by whom and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple

from api.desk import Desk
from api.pages.hall.measures.basis import BASES, Basis
from domain.door.attempt import Opened, unbegun
from domain.door.refusals import NotFound
from domain.hall_measures.events import HallMeasuresDecided
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import HallMeasures, measures_of
from domain.hall_measures.words import WORDS
from domain.people import Role, system
from domain.recorded_event import RecordedEvent
from domain.titles import Title

_READER: Final = system("hall-measures")


class Switch(NamedTuple):
    """A decision that changed a measure. ``person`` is the pseudonym of whoever entered it."""

    measure: Title
    kept: bool
    effective_on: date
    at: datetime
    body: str
    role: Role
    person: str
    reason: str


class Measure(NamedTuple):
    """``kept`` says whether it is in force today, and ``ahead`` what it will be from which day."""

    name: str
    title: Title
    basis: Basis
    kept: bool
    ahead: Sequence[tuple[date, bool]]


@dataclass(frozen=True, slots=True)
class StandingMeasures:
    """``switches`` has the last one first."""

    opened: Opened[HallMeasures]
    measures: Sequence[Measure]
    switches: Sequence[Switch]


async def standing_measures(desk: Desk, region: str) -> StandingMeasures:
    """A city that has decided nothing keeps all of them."""
    stream, history = measures_of(region), list[RecordedEvent]()
    try:
        opened, found = await desk.door.open(HALL_MEASURES, stream, _READER)
        history += found
    except NotFound:
        opened = unbegun(HALL_MEASURES, stream)
    state, today = opened.state, desk.today
    return StandingMeasures(
        opened,
        [
            Measure(
                name,
                WORDS.fields[name],
                basis,
                kept(state, name, today),
                _ahead(state, name, today),
            )
            for name, basis in BASES.items()
        ],
        [*_switches(history)][::-1],
    )


def kept(state: HallMeasures, name: str, day: date) -> bool:
    """Whether the measure of this name is kept on the day."""
    return bool(getattr(state.on(day), name))


def _ahead(state: HallMeasures, name: str, today: date) -> list[tuple[date, bool]]:
    """The days after today on which it changes, by what is decided so far."""
    found, last = list[tuple[date, bool]](), kept(state, name, today)
    for day in sorted({each.effective_on for each in state.decided if each.effective_on > today}):
        if (then := kept(state, name, day)) is not last:
            found.append((day, then))
            last = then
    return found


def _switches(history: Sequence[RecordedEvent]) -> Iterator[Switch]:
    """Each measure that a decision changed from its day on, in the order of the decisions."""
    state = HALL_MEASURES.initial
    for recorded in history:
        event, envelope = recorded.event, recorded.envelope
        if not isinstance(event, HallMeasuresDecided):
            continue
        for name in BASES:
            wanted = bool(getattr(event, name))
            if wanted is not kept(state, name, event.effective_on):
                yield Switch(
                    measure=WORDS.fields[name],
                    kept=wanted,
                    effective_on=event.effective_on,
                    at=recorded.at,
                    body=event.body,
                    role=envelope.by.role,
                    person=envelope.by.person,
                    reason=event.reason,
                )
        state = HALL_MEASURES.evolve(state, event)

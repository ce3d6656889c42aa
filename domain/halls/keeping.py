"""Who keeps a hall, and on which day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from domain.aggregate import Ref
from domain.circumstances import Circumstances
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.precautions import Precautions
from domain.hall_measures.state import HallMeasures, measures_of
from domain.halls.events import HallDayBegun, HallEvent
from domain.halls.refusals import HallAddressDiffers, HallDayNotToday, HallOfOthers, NoHall
from domain.halls.rules import LIMITS, REFUSED_FROM, ROUNDS
from domain.halls.state import Hall, HallStage, hall_name, hall_named
from domain.offices.office import OfficeRecord
from domain.offices.tree import OFFICES, within


class OfHallDay(Protocol):
    """A command that names the hall and the day, because it may be the first."""

    @property
    def office(self) -> str: ...
    @property
    def on(self) -> date: ...


def keeps_hall(office: OfficeRecord, day: date) -> bool:
    """Whether the office keeps a hall of its own on the day, by the kind of office."""
    return office.kind in LIMITS.on(day)


def begun(current: Hall, command: OfHallDay, at: Circumstances) -> Sequence[HallEvent]:
    """The event with which a day begins, if it has not. It names the rules of the day.

    Raises a refusal unless the address names this hall, today, and the officer reaches it.
    """
    office = OFFICES.get(command.office)
    if office is None or not keeps_hall(office, at.today):
        raise NoHall(office=command.office, choices=_halls(at))
    if not _reaches(office.id, at):
        raise HallOfOthers(office=office.id)
    name = hall_name(office.id, command.on)
    if hall_named(name) != at.stream:
        raise HallAddressDiffers(hall=name)
    if command.on != at.today:
        raise HallDayNotToday(today=at.today)
    if current.stage is not HallStage.NEW:
        return []
    return [
        HallDayBegun(
            office=office.id,
            day=command.on,
            limit=LIMITS.on(command.on)[office.kind],
            refused_from=REFUSED_FROM.on(command.on),
            rounds=ROUNDS.on(command.on),
        )
    ]


def at_the_hall(current: Hall, at: Circumstances) -> None:
    """Raises :class:`HallOfOthers` for an officer whose office does not reach the hall."""
    if current.office and not _reaches(current.office, at):
        raise HallOfOthers(office=current.office)


def measures_read(office: str) -> Iterable[Ref[HallMeasures]]:
    """What a decision about this hall reads under guard. An unknown office has nothing."""
    if record := OFFICES.get(office):
        yield Ref(HALL_MEASURES, measures_of(record.region_code))


def kept(office: str, day: date, at: Circumstances) -> Precautions:
    """What the prefecture of the hall keeps on the day, as the decision's row has read it."""
    for ref in measures_read(office):
        return ref.state(at).on(day)
    return Precautions()


def _reaches(office: str, at: Circumstances) -> bool:
    return at.by.office is not None and within(office, at.by.office)


def _halls(at: Circumstances) -> list[str]:
    return [o.id for o in OFFICES.values() if keeps_hall(o, at.today) and _reaches(o.id, at)]

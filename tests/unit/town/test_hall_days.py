"""The staff of a hall of the town prepares it, keeps it through the day, and closes it."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from cheguan.town.hall_days import halls_open, next_command
from cheguan.town.openings import after_each, decided
from domain.calendar import OFFICE_ZONE, Calendar
from domain.circumstances import Circumstances
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import measures_of
from domain.halls.commands import CloseHall, OpenHall
from domain.halls.hall import HALL
from domain.halls.state import Hall, HallStage, hall_of
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.catalogue import CATALOGUE
from projections.throughput.definitions.all_definitions import OF_HALLS
from projections.throughput.lines import Line
from tests.unit.halls.counted import counted

OFFICE, DAY = "410300", date(2020, 3, 2)
CLERK = Actor(Role.CLERK, "clerk", OFFICE)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute), OFFICE_ZONE)


def lived(first: datetime, last: datetime, every: timedelta) -> tuple[Hall, list[Event]]:
    """The hall after a day on which something is done at every step of the clock."""
    hall, history, now = HALL.initial, list[Event](), first
    seen = {
        stream_of(OFFICE): PREFECTURE.initial,
        measures_of(OFFICE): HALL_MEASURES.initial,
    }
    while now <= last:
        command = next_command(hall, OFFICE, now, Random(len(history)))
        if command is not None:
            circumstances = Circumstances(
                now, CLERK, hall_of(OFFICE, DAY), CATALOGUE, Calendar(), seen
            )
            found = HALL.decide(hall, command, circumstances)
            hall = found.after
            history.extend(found.events)
        now += every
    return hall, history


@pytest.mark.requirement("R22")
def test_a_hall_is_prepared_before_it_opens_at_half_past_eight() -> None:
    early, _ = lived(at(7), at(7, 49), timedelta(minutes=1))
    assert early.stage is HallStage.NEW
    prepared, _ = lived(at(7, 50), at(8, 29), timedelta(minutes=1))
    assert prepared.stage is HallStage.PREPARING
    assert next_command(prepared, OFFICE, at(8, 30), Random(1)) == OpenHall(office=OFFICE, on=DAY)


@pytest.mark.requirement("R20")
@pytest.mark.requirement("R21")
@pytest.mark.requirement("R23")
def test_in_a_day_people_come_and_most_rounds_are_done() -> None:
    hall, history = lived(at(7, 50), at(17, 45), timedelta(minutes=1))
    assert hall.stage is HallStage.CLOSED
    line = Line({})
    for (name, _), value in counted(history).items():
        line.add(name, value)
    told = {code: each.of(line) for code, each in OF_HALLS.items()}
    assert isinstance(told["hygiene_compliance"], float)
    assert told["hygiene_compliance"] > 0.9
    assert hall.admitted > 50
    assert sum(each.issued for each in hall.issued) > 20


def test_at_the_end_of_the_day_it_closes_and_stays_so() -> None:
    hall, _ = lived(at(7, 50), at(9), timedelta(minutes=1))
    closing = next_command(hall, OFFICE, at(17, 30), Random(1))
    assert isinstance(closing, CloseHall)
    shut, _ = lived(at(7, 50), at(17, 31), timedelta(minutes=1))
    assert next_command(shut, OFFICE, at(17, 40), Random(1)) is None


def test_nothing_is_done_on_a_day_without_work_or_in_the_night() -> None:
    commands: list[Command | None] = [
        next_command(HALL.initial, OFFICE, at(9, day=date(2020, 3, 1)), Random(1)),
        next_command(HALL.initial, OFFICE, at(22), Random(1)),
    ]
    assert commands == [None, None]


@pytest.mark.requirement("R05")
def test_the_halls_of_offices_are_kept_that_their_city_has_opened() -> None:
    luoyang = decided()["410300"]
    assert halls_open(luoyang, "410300", DAY)
    assert not halls_open(luoyang, "410300", date(2020, 2, 10))
    assert not halls_open(luoyang, "410300.noc", DAY)
    before = after_each("410100")[0].prefecture
    assert not halls_open(before, "410100", date(2020, 2, 24))

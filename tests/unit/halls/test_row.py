"""What is counted of a hall: the rounds that were required, and who came in which hour."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.halls import events
from domain.halls.choices import CleaningResult, Disinfectant, HallArea, TurnedAwayFor
from domain.halls.state import hall_of
from domain.recorded_event import RecordedEvent
from projections.halls.row import ALL_DAY, contribution, fold
from projections.throughput.definitions import halls
from projections.throughput.definitions.all_definitions import OF_HALLS
from projections.throughput.lines import Line
from tests.kit.envelopes import enveloped
from tests.kit.halls import CHECKED, CLERK, DAY, LANE, OFFICE, OPENED, hall
from tests.unit.halls.counted import counted, row

TEN = datetime(2020, 3, 2, 2, 59, tzinfo=UTC)
CLEANED = events.AreaCleaned(area=HallArea.CORRIDORS, result=CleaningResult.CLEAN)
AGAIN = events.AreaDisinfected(area=HallArea.CORRIDORS, agent=Disinfectant.ALCOHOL)


def away(number: int, reason: TurnedAwayFor) -> events.VisitorTurnedAway:
    return events.VisitorTurnedAway(lane=LANE, number=number, at=TEN, reason=reason)


@pytest.mark.requirement("R20")
@pytest.mark.requirement("R21")
def test_rounds_are_counted_in_a_hall_that_opened_and_no_more_than_are_required() -> None:
    assert counted(CHECKED) == {}
    assert counted([*OPENED, CLEANED, AGAIN, AGAIN, AGAIN]) == {
        (halls.CLEANED, ALL_DAY): 1,
        (halls.CLEANING_REQUIRED, ALL_DAY): 11,
        (halls.DISINFECTED, ALL_DAY): 6,
        (halls.DISINFECTION_REQUIRED, ALL_DAY): 11,
    }


@pytest.mark.requirement("R23")
def test_people_are_counted_by_the_hour_of_the_office() -> None:
    came = events.VisitorAdmitted(lane=LANE, number=1, at=TEN, temperature=365)
    later = events.VisitorAdmitted(
        lane=LANE, number=2, at=TEN + timedelta(minutes=1), temperature=365
    )
    others = [away(n, reason) for n, reason in enumerate(TurnedAwayFor, start=3)]
    found = counted([*OPENED, came, later, *others])
    assert found[halls.ADMITTED, 10] == 1
    assert found[halls.ADMITTED, 11] == 1
    for reason in TurnedAwayFor:
        assert found[f"{halls.TURNED_AWAY}:{reason}", 10] == 1


@pytest.mark.requirement("R23")
def test_what_a_tablet_told_of_on_the_next_day_counts_on_it() -> None:
    """The day is over, and nothing is added to it (ADR 71)."""
    late = [
        events.VisitorAdmitted(lane=LANE, number=number, at=TEN, temperature=365)
        for number in (1, 2)
    ]
    next_day = DAY + timedelta(days=1)
    stream = hall_of(OFFICE, DAY)
    told = [
        RecordedEvent(stream, version, version, enveloped(event, at, CLERK))
        for version, (event, at) in enumerate(
            [
                *((event, TEN) for event in (*OPENED, away(3, TurnedAwayFor.FEVER))),
                *((event, TEN + timedelta(days=1)) for event in late),
            ],
            start=1,
        )
    ]
    made = fold(None, told)
    assert made is not None
    assert fold(fold(None, told[:-1]), told[-1:]) == made
    people = {key: value for key, value in contribution(made).items() if key[-1] != ALL_DAY}
    assert people == {
        (DAY, OFFICE, f"{halls.TURNED_AWAY}:fever", 10): 1,
        (next_day, OFFICE, halls.ADMITTED, 10): 2,
    }


def test_the_figures_are_made_of_what_is_counted() -> None:
    line = Line({})
    others = [away(n, reason) for n, reason in enumerate(TurnedAwayFor, start=1)]
    for (name, _), value in counted([*OPENED, CLEANED, *others]).items():
        line.add(name, value)
    assert {code: each.of(line) for code, each in OF_HALLS.items()} == {
        "hygiene_compliance": 5 / 11,
        "cleaning_compliance": 1 / 11,
        "entry_admitted": 0,
        "entry_refused": 2,
    }


def test_the_row_holds_the_state_of_the_hall() -> None:
    assert row(OPENED).hall == hall(*OPENED)

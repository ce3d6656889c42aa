"""What is counted of a hall: the rounds that were required, and who came in which hour."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.halls import events
from domain.halls.choices import CleaningResult, Disinfectant, HallArea, TurnedAwayFor
from projections.halls.row import ALL_DAY
from projections.throughput.definitions import halls
from projections.throughput.definitions.all_definitions import OF_HALLS
from projections.throughput.lines import Line
from tests.kit.halls import CHECKED, LANE, OPENED, hall
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

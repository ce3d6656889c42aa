"""The people of a centre of the town prepare it, roster it, and mend what breaks."""

from datetime import datetime, time, timedelta

import pytest

from cheguan.town.centre_days import FIRST, mishaps, next_act
from cheguan.town.clock import LOADED
from domain.calendar import OFFICE_ZONE, Calendar
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreShift
from domain.centres.events import CentreIncidentRemedied, CentreIncidentReported
from domain.centres.state import Centre, centre_of
from domain.circumstances import Circumstances
from domain.message import Event
from domain.offices.tree import REGIONS
from domain.services.catalogue import CATALOGUE

SEED = 7
MORNING = datetime.combine(FIRST, time(8), OFFICE_ZONE)


def lived(region: str, until: datetime, centre: Centre = CENTRE.initial) -> list[Event]:
    """What happens at a centre at which somebody looks four times a day."""
    now, events = MORNING, list[Event]()
    while now < until:
        while act := next_act(centre, region, SEED, now):
            command, by = act
            at = Circumstances(now, by, centre_of(f"{region}.noc"), CATALOGUE, Calendar())
            decided = CENTRE.decide(centre, command, at)
            assert decided.events, command
            centre = decided.after
            events += decided.events
        now += timedelta(hours=6)
    return events


@pytest.mark.requirement("R17")
@pytest.mark.parametrize("region", REGIONS)
def test_every_centre_has_rules_people_and_equipment_and_something_to_do(region: str) -> None:
    centre = CENTRE.fold(lived(region, LOADED))
    assert centre.rules[-1].readers
    assert centre.items
    assert centre.capacity_on(FIRST + timedelta(21)) is not None
    on_shift = {who for each in centre.shifts for who in each.officers}
    assert on_shift == set(centre.rules[-1].readers)


def test_things_break_and_are_mended_in_most_centres() -> None:
    events = [each for region in REGIONS for each in lived(region, LOADED)]
    reported = [each for each in events if isinstance(each, CentreIncidentReported)]
    remedied = [each for each in events if isinstance(each, CentreIncidentRemedied)]
    assert {each.kind for each in reported} == set(CentreIncidentKind)
    assert len({each.office for each in reported}) > len(REGIONS) // 2
    assert 0 < len(remedied) < len(reported)


def test_nanyang_lacks_an_officer_until_after_the_windows_open() -> None:
    """Its register of improvements says so."""
    centre = CENTRE.fold(lived("411300", LOADED))
    assert centre.means.lacking >= 1
    day, full = FIRST + timedelta(21), CENTRE.fold(lived("410300", LOADED))
    assert centre.officers_on(day)[CentreShift.DAY] == full.officers_on(day)[CentreShift.DAY]


def test_nobody_does_anything_before_the_morning_and_nothing_is_done_twice() -> None:
    assert next_act(CENTRE.initial, "410100", SEED, MORNING - timedelta(minutes=1)) is None
    centre = CENTRE.fold(lived("410100", MORNING + timedelta(minutes=1)))
    assert next_act(centre, "410100", SEED, MORNING) is None


def test_what_somebody_else_has_reported_is_left_to_him() -> None:
    region = next(code for code in REGIONS if not list(mishaps(code, SEED, MORNING)))
    centre = CENTRE.fold(lived(region, MORNING + timedelta(minutes=1)))
    of_others = CentreIncidentReported(
        office=f"{region}.noc",
        incident=1,
        kind=CentreIncidentKind.STAFF_SHORTAGE,
        lacking=1,
    )
    centre = CENTRE.evolve(centre, of_others)
    assert next_act(centre, region, SEED, MORNING) is None

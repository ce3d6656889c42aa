"""Areas are cleaned and disinfected, and the staff is checked, before a hall opens."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import end_of_day
from domain.halls import commands, events, refusals
from domain.halls.choices import (
    CleaningResult,
    Disinfectant,
    HallArea,
    HallClosing,
    StaffDuty,
)
from domain.halls.decisions import timer
from domain.halls.state import HallStage, hall_name, hall_named, hall_of
from domain.message import PassDeadline
from domain.people import Actor, Role, system
from domain.prefectures.events import WindowsSuspended
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from domain.timer import Timer
from tests.kit.halls import (
    BEGUN,
    CHECKED,
    CLERK,
    DAY,
    DISINFECTED,
    NOTHING_BEYOND,
    NOW,
    OFFICE,
    OPEN_IT,
    OPENED,
    STAFF_CHECKED,
    hall,
    told,
)

CLEAN = commands.RecordCleaning(
    office=OFFICE, on=DAY, area=HallArea.HALL, result=CleaningResult.CLEARED
)
DISINFECT = commands.RecordDisinfection(
    office=OFFICE, on=DAY, area=HallArea.LIFTS, agent=Disinfectant.ALCOHOL
)
CHECK = commands.CheckStaff(
    office=OFFICE, on=DAY, duty=StaffDuty.DUTY_OFFICERS, present=4, unmasked=0, feverish=0
)
CLEANED = events.AreaCleaned(area=HallArea.HALL, result=CleaningResult.CLEARED)


@pytest.mark.requirement("R20")
def test_the_first_round_of_the_day_begins_it_with_the_rules_that_are_in_force() -> None:
    assert told(CLEAN) == (BEGUN, CLEANED)
    assert told(CLEAN, [BEGUN]) == (CLEANED,)


@pytest.mark.requirement("R20")
def test_an_area_that_is_not_clean_yet_has_had_no_round() -> None:
    dirty = events.AreaCleaned(area=HallArea.HALL, result=CleaningResult.NOT_CLEAN)
    assert hall(BEGUN, dirty).done_in(HallArea.HALL).cleaned == 0
    assert hall(BEGUN, dirty, CLEANED, CLEANED).done_in(HallArea.HALL).cleaned == 2


@pytest.mark.requirement("R21")
def test_a_disinfection_names_the_area_and_the_agent() -> None:
    done = events.AreaDisinfected(area=HallArea.LIFTS, agent=Disinfectant.ALCOHOL)
    assert told(DISINFECT, [BEGUN]) == (done,)
    after = hall(BEGUN, done)
    assert after.done_in(HallArea.LIFTS).disinfected == 1
    assert after.areas_missing() == [each for each in HallArea if each is not HallArea.LIFTS]


@pytest.mark.requirement("R22")
def test_a_hall_opens_when_the_checks_of_the_day_stand() -> None:
    assert told(OPEN_IT, CHECKED) == (events.HallOpened(),)
    assert hall(*OPENED).stage is HallStage.OPEN
    with pytest.raises(NotAtThisStage):
        told(OPEN_IT, OPENED)


@pytest.mark.requirement("R21")
@pytest.mark.requirement("R22")
def test_a_hall_without_its_checks_stays_shut_and_says_what_is_missing() -> None:
    with pytest.raises(refusals.HallChecksMissing) as refused:
        told(OPEN_IT)
    assert refused.value.staff == ["hall_staff", "duty_officers", "support_staff"]
    assert refused.value.areas == ["corridors", "lifts", "hall", "counters", "facilities"]
    with pytest.raises(refusals.HallChecksMissing) as refused:
        told(OPEN_IT, [BEGUN, *DISINFECTED[1:], *STAFF_CHECKED[1:]])
    assert (refused.value.staff, refused.value.areas) == (["hall_staff"], ["corridors"])


@pytest.mark.requirement("R22")
@pytest.mark.parametrize(("unmasked", "feverish"), [(1, 0), (0, 1)])
def test_whoever_has_no_mask_or_a_temperature_keeps_the_hall_shut(
    unmasked: int, feverish: int
) -> None:
    found = events.StaffChecked(
        duty=StaffDuty.HALL_STAFF, present=6, unmasked=unmasked, feverish=feverish
    )
    with pytest.raises(refusals.HallChecksMissing):
        told(OPEN_IT, [*CHECKED, found])
    again = events.StaffChecked(duty=StaffDuty.HALL_STAFF, present=5, unmasked=0, feverish=0)
    assert told(OPEN_IT, [*CHECKED, found, again])


@pytest.mark.requirement("R22")
def test_the_staff_is_counted_and_its_temperature_taken() -> None:
    found = events.StaffChecked(duty=StaffDuty.DUTY_OFFICERS, present=4, unmasked=0, feverish=0)
    assert told(CHECK, [BEGUN]) == (found,)
    with pytest.raises(refusals.StaffTemperatureMissing):
        told(_check(feverish=None), [BEGUN])
    for counted in (_check(unmasked=5), _check(feverish=5)):
        with pytest.raises(refusals.StaffCountWrong):
            told(counted, [BEGUN])


@pytest.mark.requirement("R22")
def test_what_goes_beyond_the_announcement_is_switched_off_by_the_prefecture() -> None:
    opened = told(OPEN_IT, measures=[NOTHING_BEYOND])
    assert opened == (BEGUN, events.HallOpened(unchecked=True))
    (found,) = told(_check(feverish=2), [BEGUN], measures=[NOTHING_BEYOND])
    assert isinstance(found, events.StaffChecked)
    assert found.feverish is None
    (found,) = told(_check(feverish=None), [BEGUN], measures=[NOTHING_BEYOND])
    assert told(OPEN_IT, CHECKED, measures=[NOTHING_BEYOND]) == (events.HallOpened(),)


def _check(*, unmasked: int = 0, feverish: int | None = 0) -> commands.CheckStaff:
    return commands.CheckStaff(
        office=OFFICE,
        on=DAY,
        duty=StaffDuty.DUTY_OFFICERS,
        present=4,
        unmasked=unmasked,
        feverish=feverish,
    )


def test_no_hall_opens_where_the_city_has_closed_every_window() -> None:
    closed = [WindowsSuspended(region=OFFICE, effective_on=date(2020, 1, 24))]
    with pytest.raises(refusals.HallWindowsClosed):
        told(OPEN_IT, CHECKED, prefecture=closed)


def test_a_hall_that_was_closed_is_opened_again_and_is_empty() -> None:
    left = events.HallClosed(reason=HallClosing.HYGIENE)
    close = commands.CloseHall(reason=HallClosing.HYGIENE)
    assert told(close, OPENED) == (left,)
    after = hall(*OPENED, left)
    assert (after.stage, after.inside) == (HallStage.CLOSED, 0)
    assert told(OPEN_IT, [*OPENED, left]) == (events.HallOpened(),)


def test_a_hall_that_nobody_closes_is_closed_when_the_day_is_over() -> None:
    assert timer(hall(*OPENED)) == Timer("HALL_DAY", end_of_day(DAY))
    assert timer(hall(*CHECKED)) is None
    closes = PassDeadline(clock="HALL_DAY")
    over = end_of_day(DAY)
    ended = told(closes, OPENED, now=over, by=system("timekeeper"))
    assert ended == (events.HallClosed(reason=HallClosing.END_OF_DAY),)
    with pytest.raises(NotAsThingsStand):
        told(closes, OPENED, now=over - timedelta(seconds=1), by=system("timekeeper"))


def test_only_its_own_office_keeps_a_hall_and_on_the_day_itself() -> None:
    with pytest.raises(refusals.HallOfOthers):
        told(CLEAN, by=Actor(Role.CLERK, "other", "410100"))
    close = commands.CloseHall(reason=HallClosing.INCIDENT)
    with pytest.raises(refusals.HallOfOthers):
        told(close, OPENED, by=Actor(Role.CLERK, "other", "410300.br1"))
    with pytest.raises(refusals.HallDayNotToday):
        told(CLEAN, now=datetime(2020, 3, 3, 1, tzinfo=UTC))
    with pytest.raises(refusals.HallAddressDiffers) as refused:
        told(CLEAN, stream=UUID(int=1))
    assert refused.value.hall == "410300:2020-03-02"
    with pytest.raises(NotPermitted):
        told(commands.SetHallLimit(limit=20), OPENED, by=CLERK)


@pytest.mark.parametrize("office", ["410300.ins1", "410300.noc", "nowhere"])
def test_an_office_without_a_hall_keeps_none(office: str) -> None:
    with pytest.raises(refusals.NoHall) as refused:
        told(commands.OpenHall(office=office, on=DAY), now=NOW)
    assert OFFICE in refused.value.choices
    assert office not in refused.value.choices


def test_a_hall_is_found_by_its_name() -> None:
    assert hall_name(OFFICE, DAY) == "410300:2020-03-02"
    assert hall_named(" 410300:2020-03-02") == hall_of(OFFICE, DAY)

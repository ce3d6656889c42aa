"""What a centre will have in hand, by its roster and by what came in on days of the same kind."""

from datetime import date, timedelta

from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind
from projections.centres.forecast import CentreWait, ForecastDay, forecast, usual_arrivals
from tests.kit.centres import incident, rostered

MONDAY = date(2020, 3, 2)
DAY = timedelta(days=1)
FOUR_WEEKS = [MONDAY - number * DAY for number in range(1, 29)]


def weekend(day: date) -> bool:
    return day.weekday() > 4


def arrived(works: int, rests: int) -> dict[date, int]:
    return {day: rests if weekend(day) else works for day in FOUR_WEEKS}


def test_a_day_has_what_days_of_its_kind_had() -> None:
    assert usual_arrivals(arrived(50, 8), MONDAY) == {True: 50, False: 8}


def test_days_before_the_first_and_more_than_four_weeks_ago_do_not_count() -> None:
    assert usual_arrivals({MONDAY - 3 * DAY: 12, MONDAY: 90}, MONDAY) == {True: 12, False: 0}
    assert usual_arrivals({MONDAY - 40 * DAY: 700}, MONDAY) == {True: 0, False: 0}


def test_what_is_left_grows_while_less_can_be_handled_than_comes_in() -> None:
    """One officer handles 42 a day, and nobody on a day of rest. 30 came today, 10 were decided."""
    centre = CENTRE.fold([rostered(1, MONDAY)])
    ahead = forecast(centre, 100, {**arrived(50, 8), MONDAY: 30}, 10, MONDAY)
    assert ahead[:2] == (
        ForecastDay(MONDAY, 32, 20, 88),
        ForecastDay(MONDAY + DAY, 42, 50, 96),
    )
    saturday = ahead[5]
    assert (saturday.capacity, saturday.arrivals) == (0, 8)
    assert saturday.backlog == ahead[4].backlog + 8


def test_whoever_is_rostered_for_a_day_of_rest_works_on_it() -> None:
    saturday = MONDAY + 5 * DAY
    centre = CENTRE.fold([rostered(1, MONDAY), rostered(2, saturday)])
    assert forecast(centre, 0, {}, 0, MONDAY)[5].capacity == 84


def test_who_applies_last_today_waits_for_what_comes_today_and_not_for_what_comes_later() -> None:
    """42 are handled today, and as many tomorrow."""
    centre = CENTRE.fold([rostered(1, MONDAY)])

    def days(backlog: int, usual: int) -> int | None:
        ahead = forecast(centre, backlog, arrived(usual, 0), 0, MONDAY)
        return CentreWait(backlog, 42, ahead).days

    assert days(42, 0) == 1
    assert days(0, 42) == 1
    assert days(30, 20) == 2
    assert days(30, 55) == 3


def test_a_day_of_rest_is_no_working_day_that_one_waits() -> None:
    """Five working days of the week take 210, and Monday the rest."""
    centre = CENTRE.fold([rostered(1, MONDAY)])
    assert CentreWait(211, 42, forecast(centre, 211, {}, 0, MONDAY)).days == 6


def test_what_is_beyond_the_horizon_goes_on_at_the_same_pace() -> None:
    centre = CENTRE.fold([rostered(1, MONDAY)])
    working_days = sum(not weekend(MONDAY + number * DAY) for number in range(30))
    backlog = 42 * (working_days + 10)
    assert CentreWait(backlog, 42, forecast(centre, backlog, {}, 0, MONDAY)).days == (
        working_days + 10
    )


def test_half_the_staff_doubles_the_wait_and_none_stops_it() -> None:
    short = CentreIncidentKind.STAFF_SHORTAGE
    full = [rostered(2, MONDAY)]
    half, none = [*full, incident(1, short, lacking=1)], [*full, incident(1, short, lacking=2)]
    waits = []
    for history in (full, half, none):
        centre = CENTRE.fold(history)
        ahead = forecast(centre, 168, {}, 0, MONDAY)
        waits.append(CentreWait(168, centre.capacity_on(MONDAY) or 0, ahead).days)
    assert waits == [2, 4, None]

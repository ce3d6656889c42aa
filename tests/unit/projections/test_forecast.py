"""The day by which nine of ten have ended, as it is told to whoever begins or waits today."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from projections.expected.forecast import ENOUGH, LATELY, Ends, forecast

DAY = date(2020, 2, 24)


def began(days_ago: int, days: int | None, count: int = 1, *, done: bool = True) -> Ends:
    return Ends(DAY - timedelta(days=days_ago), days, done, count)


def test_half_and_nine_of_ten_are_read_off_what_has_ended() -> None:
    sample = [began(30, days, 10) for days in range(1, 11)]
    found = forecast(sample, DAY)
    assert found is not None
    assert (found.half, found.most, found.cases) == (6, 10, 100)


def test_of_nine_ends_nothing_is_told() -> None:
    assert forecast([began(30, 2, ENOUGH - 1)], DAY) is None
    assert forecast([began(30, 2, ENOUGH)], DAY) is not None


def test_what_still_waits_counts_for_the_days_it_has_waited() -> None:
    """Ten ended after two days, and ten wait for the third: nobody knows when nine of ten end."""
    ended = [began(10, 2, 10)]
    assert forecast(ended, DAY) is not None
    assert forecast([*ended, began(4, None, 10, done=False)], DAY) is None
    barely = forecast([*ended, began(1, None, 10, done=False)], DAY)
    assert barely is not None
    assert barely.most == 2, "whoever began yesterday says nothing of the second day"


def test_who_gave_it_up_was_not_served_any_faster() -> None:
    ended = [began(20, 5, 20)]
    given_up = [*ended, began(20, 1, 20, done=False)]
    found = forecast(given_up, DAY)
    assert found is not None
    assert (found.half, found.most, found.cases) == (5, 5, 20)


def test_whoever_has_waited_is_told_by_those_who_waited_as_long() -> None:
    sample = [began(40, 1, 75), began(40, 20, 13), began(40, 30, 12)]
    at_once, waiting = forecast(sample, DAY), forecast(sample, DAY, waited=5)
    assert at_once is not None
    assert waiting is not None
    assert (at_once.half, at_once.most) == (1, 30)
    assert (waiting.half, waiting.most, waiting.cases) == (20, 30, 25)
    assert forecast(sample, DAY, waited=31) is None


def test_what_began_eight_weeks_ago_or_today_says_nothing() -> None:
    before, today = began(LATELY.days + 1, 2, 50), began(0, 0, 50)
    assert forecast([before, today], DAY) is None


@given(
    st.lists(
        st.builds(
            Ends,
            st.dates(DAY - timedelta(days=70), DAY),
            st.one_of(st.none(), st.integers(0, 90)),
            st.booleans(),
            st.integers(1, 9),
        ),
        max_size=40,
    ),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_what_was_told_on_a_day_is_told_of_it_for_ever(
    sample: list[Ends], waited: int, later: int
) -> None:
    """What ends later, or begins later, changes nothing of what was told before."""
    told = forecast(sample, DAY, waited=waited)
    ended_since = [
        Ends(each.began_on, (DAY - each.began_on).days + later, True, each.stretches)
        if each.days is None
        else each
        for each in sample
    ]
    begun_since = [began(-later, 0, 30)]
    assert forecast([*ended_since, *begun_since], DAY, waited=waited) == told
    if told is not None:
        assert waited <= told.half <= told.most

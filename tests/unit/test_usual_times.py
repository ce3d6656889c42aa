"""What is usual is told in whole days, and only of enough cases."""

import pytest

from api.usual_times import UsualTime, usual


@pytest.mark.parametrize(
    ("count", "half", "most", "told"),
    [
        (10, 60.0, 110.0, UsualTime(3, 5, 10)),
        (10, 0.4, 24.0, UsualTime(1, 1, 10)),
        (9, 60.0, 110.0, None),
        (0, None, None, None),
    ],
)
def test_the_usual_time_is_in_whole_days(
    count: int, half: float | None, most: float | None, told: UsualTime | None
) -> None:
    assert usual({"count": count, "p50": half, "p90": most}) == told


def test_it_reads_as_people_say_it() -> None:
    assert (
        UsualTime(3, 5, 12).sentence.zh == "近八周办结 12 件，半数在 3 天内办结，九成在 5 天内办结"
    )
    assert UsualTime(1, 5, 12).sentence.en == (
        "Of 12 cases in the last eight weeks, half took no more than 1 day, and nine in ten no "
        "more than 5"
    )
    assert UsualTime(3, 5, 12).span.zh == "3–5 天"
    assert UsualTime(1, 1, 12).span.en == "up to 1 day"

"""Durations in log-spaced buckets, and quantiles read off them."""

from datetime import timedelta
from itertools import pairwise

import pytest

from projections.throughput.durations import BOUNDS_S, bucket, quantile

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_the_bounds_grow_from_a_minute_to_about_four_years() -> None:
    assert BOUNDS_S[0] == 60
    assert timedelta(days=4 * 360) < timedelta(seconds=BOUNDS_S[-1]) < timedelta(days=4 * 370)
    assert all(1.38 < later / bound < 1.45 for bound, later in pairwise(BOUNDS_S))


@pytest.mark.parametrize(
    ("duration", "step"),
    [
        (timedelta(0), 0),
        (-HOUR, 0),
        (MINUTE, 0),
        (MINUTE + timedelta(microseconds=1), 1),
        (2 * MINUTE, 2),
        (timedelta(days=3650), len(BOUNDS_S) - 1),
    ],
)
def test_a_bucket_holds_what_is_not_longer_than_its_bound(duration: timedelta, step: int) -> None:
    assert bucket(duration.total_seconds()) == step


def test_without_durations_there_is_no_quantile() -> None:
    assert quantile({}, 0.5) is None
    assert quantile({3: 0}, 0.5) is None


@pytest.mark.parametrize("q", [0.1, 0.5, 0.9, 1.0])
def test_a_quantile_lies_in_the_bucket_of_its_duration(q: float) -> None:
    durations = [timedelta(minutes=minutes) for minutes in range(1, 1001)]
    counts: dict[int, int] = {}
    for duration in durations:
        step = bucket(duration.total_seconds())
        counts[step] = counts.get(step, 0) + 1
    true = durations[round(q * len(durations)) - 1]
    found = quantile(counts, q)
    assert found is not None
    assert true / 1.42 <= found <= true * 1.42


def test_a_quantile_is_interpolated_within_its_bucket() -> None:
    assert quantile({0: 4}, 0.5) == timedelta(seconds=30)
    assert quantile({2: 2}, 1.0) == timedelta(seconds=120)
    assert quantile({0: 1, 2: 1}, 0.75) == timedelta(seconds=(85 + 120) / 2)


def test_merged_counts_give_the_quantile_of_all() -> None:
    assert quantile({0: 1, 5: 1}, 0.0) == timedelta(0)
    assert quantile({0: 1, 5: 1}, 2.0) == timedelta(seconds=BOUNDS_S[-1])

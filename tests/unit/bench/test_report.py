"""Ratios are paired by round, the median counts, and a broken run passes nothing."""

import msgspec
import pytest

from cheguan.bench.client import length_of
from cheguan.bench.load import Window
from cheguan.bench.report import Check, Machine, Report, Series, percentile, ratio

MACHINE = Machine(
    cores=2, processor="p", system="s", python="3", postgresql="18", libraries={}, fsync_ms=0.1
)
OURS = Series(name="ours", unit="events", rates=(100.0, 50.0, 90.0))
THEIRS = Series(name="theirs", unit="events", rates=(10.0, 10.0, 30.0))


def report(*, failed: int = 0, held: bool = True, bar: float = 5) -> Report:
    ours = msgspec.structs.replace(OURS, failed=failed)
    return Report(
        figure="f",
        method=(),
        machine=MACHINE,
        series=(ours, THEIRS),
        ratios=(ratio("r", ours, THEIRS, bar),),
        checks=(Check(text="t", held=held),),
    )


def test_the_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    found = ratio("r", OURS, THEIRS, 5)
    assert found.values == (10.0, 5.0, 3.0)
    assert found.value == 5.0
    assert found.met


def test_series_of_different_rounds_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio("r", OURS, Series(name="s", unit="events", rates=(1.0,)), 1)


def test_a_bar_that_is_reached_is_passed() -> None:
    assert report().passed


@pytest.mark.parametrize(
    "wrong", [report(failed=1), report(held=False), report(bar=5.1)], ids=["failed", "check", "bar"]
)
def test_a_failure_a_broken_check_or_a_missed_bar_passes_nothing(wrong: Report) -> None:
    assert not wrong.passed


def test_a_missed_bar_leaves_the_figure_valid() -> None:
    assert report(bar=99).is_valid


def test_the_rate_of_a_window_counts_good_answers_only() -> None:
    window = Window(seconds=2, answered=100, failed=40, unfinished=0, p50_ms=1, p99_ms=2)
    assert window.rate == 50


@pytest.mark.parametrize(("of", "value"), [(0, 1.0), (50, 2.0), (75, 3.0), (99, 4.0), (100, 4.0)])
def test_a_percentile_is_one_of_the_values(of: float, value: float) -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], of) == value


def test_nothing_has_no_percentile() -> None:
    assert percentile([], 99) == 0


def test_the_length_of_an_answer_is_read_from_its_head() -> None:
    assert length_of(b"HTTP/1.1 201 Created\r\nContent-Length: 17\r\netag: x") == 17
    assert length_of(b"HTTP/1.1 204 No Content\r\netag: x") == 0

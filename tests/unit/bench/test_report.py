"""Ratios are paired by round, the median counts, and a broken run passes nothing."""

import msgspec
import pytest

from cheguan.bench.client import length_of
from cheguan.bench.load import Window, series, window
from cheguan.bench.report import Check, Limit, Machine, Report, Series, percentile, ratio
from cheguan.bench.summary import lines

MACHINE = Machine(
    cores=2, processor="p", system="s", python="3", postgresql="18", libraries={}, fsync_ms=0.1
)
OURS = Series(name="ours", unit="events", rates=(100.0, 50.0, 90.0))
THEIRS = Series(name="theirs", unit="events", rates=(10.0, 10.0, 30.0))


def report(*, failed: int = 0, held: bool = True, bar: float | None = 5, p99: float = 1) -> Report:
    ours = msgspec.structs.replace(OURS, failed=failed)
    return Report(
        figure="f: of what",
        method=(),
        machine=MACHINE,
        series=(ours, THEIRS),
        ratios=(ratio(ours, THEIRS, bar),),
        limits=(Limit(name="p99", value=p99, unit="ms", bar=150),),
        checks=(Check(text="t", held=held),),
    )


def test_the_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    found = ratio(OURS, THEIRS, 5)
    assert found.values == (10.0, 5.0, 3.0)
    assert found.value == 5.0
    assert found.met


def test_series_of_different_rounds_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio(OURS, Series(name="s", unit="events", rates=(1.0,)), 1)


def test_a_bar_that_is_reached_is_passed() -> None:
    assert report().passed


@pytest.mark.parametrize(
    "wrong",
    [report(failed=1), report(held=False), report(bar=5.1), report(p99=150.1)],
    ids=["failed", "check", "bar", "limit"],
)
def test_a_failure_a_broken_check_or_a_missed_bar_passes_nothing(wrong: Report) -> None:
    assert not wrong.passed


def test_a_missed_bar_leaves_the_figure_valid() -> None:
    assert report(bar=99).is_valid


def test_a_ratio_without_a_bar_is_missed_by_nothing() -> None:
    found = report(bar=None)
    assert found.passed
    assert [line.verdict for line in lines(found)] == ["", "met"]


def test_the_least_that_is_asked_is_reached_from_above() -> None:
    least = Limit(name="n", value=99, unit="events/s", bar=100, at_least=True)
    assert not least.met
    assert msgspec.structs.replace(least, value=100).met


def test_the_one_table_says_what_was_asked_and_what_came_of_it() -> None:
    of_peer, p99 = lines(report(bar=5.1, p99=97))
    assert (of_peer.figure, of_peer.ours, of_peer.ours_name) == ("f", "90 events/s", "ours")
    assert (of_peer.peer, of_peer.peer_name, of_peer.ratio) == ("10", "theirs", 5.0)
    assert (of_peer.lowest, of_peer.highest) == (3.0, 10.0)
    assert (of_peer.bar, of_peer.verdict) == ("≥ 5.1 ×", "MISSED")
    assert (p99.figure, p99.ours, p99.peer) == ("f: p99", "97.0 ms", "")
    assert (p99.bar, p99.verdict) == ("≤ 150 ms", "met")


def test_a_broken_run_is_void_in_the_table_whatever_its_ratios() -> None:
    assert {line.verdict for line in lines(report(held=False, bar=1))} == {"VOID"}


def test_the_warm_up_counts_only_by_what_failed_in_it() -> None:
    cold = Window(seconds=1, answered=10_000, failed=2, p99_ms=9)
    warm = [Window(seconds=1, answered=rate, p99_ms=1) for rate in (10, 30, 20)]
    found = series("s", "events", [cold, *warm])
    assert (found.rates, found.rate, found.failed) == ((10, 30, 20), 20, 2)
    assert (found.p50_ms, found.p99_ms) == (None, 1)


def test_a_window_is_told_by_its_latencies() -> None:
    seen = window(2, [0.003, 0.001, 0.002], failed=1)
    assert (seen.answered, seen.failed, seen.rate) == (2, 1, 1)
    assert (seen.p50_ms, seen.p99_ms) == (2, 3)


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

"""The report names every promise and every miss."""

from tests.faults.checks import PROMISES
from tests.faults.kinds import FAMILIES, KINDS
from tests.faults.report import BARS, TESTS, Circumstances, document, missed
from tests.faults.scenario import Result

SEEN = Circumstances(day="2020-03-02", commit="abc", machine="2 cores", seed=1, minutes=3.0)


def result(kind: str, **failures: int) -> Result:
    return Result(
        kind=kind,
        words="It is cut.",
        faults=10,
        submitted=1_000,
        acknowledged=1_200,
        statuses={201: 1_000, 503: 7},
        checks={"I1": 3_000, "R2": 1_200},
        failures=failures,
        told=tuple(f"{name}: words" for name in failures),
        again_s=(0.1, 1.25),
        slowest_503_s=2.0,
        seconds=9.0,
    )


def test_a_run_that_reaches_every_bar_misses_nothing() -> None:
    results = [result(f"kind {number}") for number in range(BARS["kinds"])]
    assert missed(results) == []
    assert "Missed" not in document(results, SEEN)


def test_what_was_left_out_is_said() -> None:
    text = document([result("cut")], SEEN._replace(left_out="the kinds beside Kafka."))
    assert "**Left out of this run:** the kinds beside Kafka." in text
    assert "Left out" not in document([result("cut")], SEEN)


def test_a_failed_check_and_a_low_count_are_missed() -> None:
    results = [result("cut", I1=1)]
    assert missed(results) == [
        "10 faults of 120",
        "1 kinds of 20",
        "1,000 submissions of 18,000",
        "cut: I1: words",
    ]
    assert "**Missed:** cut: I1: words" in document(results, SEEN)


def test_every_promise_stands_in_the_document_with_its_count() -> None:
    text = document([result("cut"), result("held")], SEEN)
    assert PROMISES.keys() == TESTS.keys()
    for invariant, promise in PROMISES.items():
        assert f"| {promise} | {invariant} |" in text
    assert "| I1 | `invariants.acknowledged`, `aftermath.all_and_no_more` | 6,000 | 0 |" in text


def test_the_bench_plans_more_than_it_must_show() -> None:
    assert sum(kind.full for kind in KINDS) >= BARS["faults"]
    assert len({kind.kind for kind in KINDS}) == len(KINDS) >= BARS["kinds"]
    assert sorted(k.kind for family in FAMILIES.values() for k in family) == sorted(
        kind.kind for kind in KINDS
    )

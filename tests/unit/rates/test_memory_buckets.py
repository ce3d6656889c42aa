"""Buckets of tokens in the memory of a process."""

from api.rates.bucket import Bucket, KeyKind
from api.rates.memory_buckets import MemoryBuckets
from domain.titles import Title

TEN = Bucket("ten", KeyKind.ADDRESS, 10, 100, Title("十次", "ten"))


class Watch:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def taken(buckets: MemoryBuckets, times: int, key: str = "a") -> list[bool]:
    return [buckets.take(TEN, key) <= TEN.refill_s for _ in range(times)]


def test_there_are_as_many_tokens_as_the_bucket_holds_and_one_more_after_each_step() -> None:
    watch = Watch()
    buckets = MemoryBuckets(clock=watch)
    assert taken(buckets, 12) == [True] * 10 + [False] * 2
    assert taken(buckets, 1, "b") == [True]
    watch.now += 9.9
    assert taken(buckets, 1) == [False]
    watch.now += 0.2
    assert taken(buckets, 2) == [True, False]
    watch.now += 1_000
    assert taken(buckets, 11) == [True] * 10 + [False]


def test_a_refusal_costs_nothing_and_says_when_to_come_again() -> None:
    watch = Watch()
    buckets = MemoryBuckets(clock=watch)
    taken(buckets, 500)
    assert buckets.take(TEN, "a") == 110


def test_the_memory_is_bounded_and_forgets_who_was_away_longest() -> None:
    buckets = MemoryBuckets(most=100, clock=Watch())
    taken(buckets, 10, "busy")
    for number in range(1_000):
        buckets.take(TEN, str(number))
        if number % 50 == 0:
            assert taken(buckets, 1, "busy") == [False]
            buckets.take(TEN, "other")
    assert len(buckets) == 100

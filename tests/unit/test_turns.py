"""A caller with many commands does not stand in front of one with a single one."""

from domain.event_store.turns import Turns


def lined_up(limit: int, **callers: int) -> Turns[str]:
    turns: Turns[str] = Turns(limit)
    for caller, count in callers.items():
        for number in range(count):
            turns.add(caller, f"{caller}{number}")
    return turns


def test_a_callers_own_are_served_in_their_order() -> None:
    assert lined_up(10, a=3).take(10) == ["a0", "a1", "a2"]


def test_callers_are_served_in_turn() -> None:
    assert lined_up(10, a=4, b=1, c=2).take(10) == ["a0", "b0", "c0", "a1", "c1", "a2", "a3"]


def test_one_behind_ten_thousand_is_in_the_next_batch() -> None:
    turns = lined_up(100_000, bulk=10_000)
    turns.take(512)
    turns.add("single", "single")
    assert "single" in turns.take(512)[:2]


def test_whose_turn_it_is_outlasts_a_batch() -> None:
    turns = lined_up(10, a=2, b=2, c=2)
    assert turns.take(2) == ["a0", "b0"]
    assert turns.take(2) == ["c0", "a1"]
    assert len(turns) == 2


def test_a_caller_may_have_as_many_as_are_still_free() -> None:
    turns = lined_up(10, a=5)
    assert turns.full("a")
    assert not turns.full("b")
    turns.take(1)
    assert not turns.full("a")


def test_nobody_gets_in_when_all_places_are_taken() -> None:
    assert lined_up(2, a=1, b=1).full("c")

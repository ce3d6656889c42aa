"""How many lines are written, however many are asked for."""

from api.security.allowance import Allowance


class Clock:
    """A clock that stands where it is put."""

    now = 600.0

    def __call__(self) -> float:
        return self.now


def test_after_so_many_lines_of_one_code_the_others_are_counted_and_told_once() -> None:
    clock = Clock()
    allowance = Allowance(3, clock)
    allowance.left_out()
    assert [allowance.admits("token-forged", "") for _ in range(5)] == [True] * 3 + [False] * 2
    assert allowance.left_out() == {}
    clock.now += 60
    assert allowance.left_out() == {"token-forged": 2}
    assert allowance.left_out() == {}
    assert allowance.admits("token-forged", "")


def test_nobody_silences_another_who_has_signed_in_nor_another_code() -> None:
    allowance = Allowance(1, Clock())
    allowance.left_out()
    assert allowance.admits("stream-withheld", "clerk-1")
    assert not allowance.admits("stream-withheld", "clerk-1")
    assert allowance.admits("stream-withheld", "clerk-2")
    assert allowance.admits("role-refused", "clerk-1")


def test_the_minute_says_how_long_it_lasts() -> None:
    clock = Clock()
    clock.now = 615.5
    assert Allowance(1, clock).rest_s == 44.5

"""Six digits that only whoever has the key can make again."""

from functools import cache
from uuid import UUID

import pytest

from domain.one_time_codes.digits import Digits, DigitsLost
from domain.vault import BlindIndex

OLD, NEW = bytes(32), bytes([1] * 32)
CODE, NUMBER = UUID(int=1), "13900005678"


@cache
def digits(*masters: bytes) -> Digits:
    return Digits(BlindIndex(*masters))


def sent(by: Digits, code: UUID = CODE, number: str = NUMBER) -> str:
    return by.to_send(code, number, by.index_to_store(code, number))


def test_what_is_sent_is_six_digits_and_the_same_again() -> None:
    other = Digits(BlindIndex(OLD))
    for n in range(200):
        told = sent(digits(OLD), UUID(int=n))
        assert len(told) == 6
        assert told.isdecimal()
        assert told == sent(other, UUID(int=n))


def test_another_code_another_number_and_another_key_give_other_digits() -> None:
    known = sent(digits(OLD))
    assert known != sent(digits(OLD), UUID(int=2))
    assert known != sent(digits(OLD), number="13900005679")
    assert known != sent(digits(NEW))


def test_what_was_sent_is_right_and_nothing_else() -> None:
    kept = digits(OLD).index_to_store(CODE, NUMBER)
    told = sent(digits(OLD))
    right = [guess for n in range(2_000) if kept in digits(OLD).indexes(CODE, guess := f"{n:06d}")]
    assert right == ([told] if int(told) < 2_000 else [])
    assert kept in digits(OLD).indexes(CODE, told)
    assert kept not in digits(OLD).indexes(UUID(int=2), told)


def test_a_code_outlives_the_replacement_of_its_key() -> None:
    kept, told = digits(OLD).index_to_store(CODE, NUMBER), sent(digits(OLD))
    assert digits(OLD, NEW).to_send(CODE, NUMBER, kept) == told
    assert kept in digits(OLD, NEW).indexes(CODE, told)


def test_without_the_key_nobody_finds_the_digits() -> None:
    kept = digits(OLD).index_to_store(CODE, NUMBER)
    with pytest.raises(DigitsLost):
        digits(NEW).to_send(CODE, NUMBER, kept)
    assert not any(kept in digits(NEW).indexes(CODE, f"{n:06d}") for n in range(1_000))

"""Data keys under their KEK: bound to their ids, and to the KEK that the row names."""

from uuid import UUID

import pytest

from domain.vault import DataKey, SealBroken, new_keys
from domain.wrapping import KekUnknown, Wrapping

KEY = DataKey(UUID(int=3), bytes(range(32)))
OLD, NEW = bytes(32), bytes([1] * 32)


def test_a_wrapped_key_is_unwrapped_under_its_own_name_only() -> None:
    wrapping = Wrapping({1: OLD})
    [wrapped] = wrapping.wrap_all([KEY])
    assert wrapped.id == KEY.id
    assert wrapping.unwrap(wrapped) == KEY
    assert KEY.secret not in wrapped.wrapped
    altered = wrapped.wrapped[:-1] + bytes([wrapped.wrapped[-1] ^ 1])
    for other in (
        wrapped._replace(id=UUID(int=4)),
        wrapped._replace(wrapped=altered),
        wrapped._replace(wrapped=b""),
    ):
        with pytest.raises(SealBroken):
            wrapping.unwrap(other)
    with pytest.raises(SealBroken):
        Wrapping({1: NEW}).unwrap(wrapped)


def test_every_key_has_a_nonce_of_its_own() -> None:
    wrapped = Wrapping({1: OLD}).wrap_all(new_keys(50))
    assert len({each.wrapped[:12] for each in wrapped}) == 50


def test_the_newest_kek_wraps_and_every_one_unwraps() -> None:
    [before] = Wrapping({1: OLD}).wrap_all([KEY])
    both = Wrapping({2: NEW, 1: OLD})
    [after] = both.wrap_all([KEY])
    assert (before.by, after.by) == (1, 2)
    assert both.unwrap(before) == both.unwrap(after) == KEY


def test_a_key_under_a_kek_that_is_not_at_hand_says_so() -> None:
    [wrapped] = Wrapping({2: NEW}).wrap_all([KEY])
    with pytest.raises(KekUnknown):
        Wrapping({1: OLD}).unwrap(wrapped)

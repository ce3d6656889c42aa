"""New keys are durable before they are handed out; old ones are found until they are erased."""

import asyncio
import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from domain.keyring import KekReplaced, KeyErased, Keyring
from domain.vault import SealBroken
from domain.wrapping import WrappedKey, Wrapping

WRAPPING = Wrapping({1: bytes(32)})


class Away(Exception):
    """The table cannot be reached."""


@dataclass
class Table:
    """A table of wrapped keys in memory."""

    kept: dict[UUID, WrappedKey] = field(default_factory=dict)
    away: bool = False
    saves: int = 0
    loads: int = 0
    current: int = 1

    async def save(self, keys: Sequence[WrappedKey]) -> None:
        self.saves += 1
        await asyncio.sleep(0)
        if self.away:
            raise Away
        if any(key.by < self.current for key in keys):
            raise KekReplaced
        self.kept.update({key.id: key for key in keys})

    async def load(self, key_id: UUID) -> WrappedKey | None:
        self.loads += 1
        return self.kept.get(key_id)


async def test_a_key_is_kept_before_it_is_handed_out() -> None:
    table = Table()
    key = await Keyring(table, WRAPPING, ahead=2).new_key()
    assert WRAPPING.unwrap(table.kept[key.id]) == key


async def test_no_key_is_handed_out_twice() -> None:
    table = Table()
    keyring = Keyring(table, WRAPPING, ahead=4)
    keys = await asyncio.gather(*(keyring.new_key() for _ in range(50)))
    assert len({key.id for key in keys}) == len({key.secret for key in keys}) == 50
    assert {key.id for key in keys} <= table.kept.keys()


async def test_a_refill_that_fails_while_keys_are_left_is_noticed_by_nobody() -> None:
    heard: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: heard.append(told))
    table = Table()
    keyring = Keyring(table, WRAPPING, ahead=4)
    await keyring.new_key()
    table.away = True
    while table.saves < 2:
        await keyring.new_key()
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    assert heard == []


async def test_many_who_wait_share_the_making() -> None:
    table = Table()
    keyring = Keyring(table, WRAPPING, ahead=100)
    await asyncio.gather(*(keyring.new_key() for _ in range(40)))
    assert table.saves == 1


async def test_without_the_table_there_is_no_new_key_until_it_is_back() -> None:
    table = Table(away=True)
    keyring = Keyring(table, WRAPPING, ahead=2)
    with pytest.raises(Away):
        await keyring.new_key()
    table.away = False
    assert (await keyring.new_key()).id in table.kept


async def test_an_old_key_is_loaded_once_and_then_remembered() -> None:
    table = Table()
    key = await Keyring(table, WRAPPING, ahead=1).new_key()
    keyring = Keyring(table, WRAPPING)
    assert await keyring.key(key.id) == key
    assert await keyring.key(key.id) == key
    assert table.loads == 1


async def test_a_remembered_key_is_asked_for_again_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = Table()
    key = await Keyring(table, WRAPPING, ahead=1).new_key()
    keyring = Keyring(table, WRAPPING)
    monkeypatch.setattr("domain.keyring._REMEMBERED_S", 0.0)
    await keyring.key(key.id)
    table.kept.clear()
    with pytest.raises(KeyErased):
        await keyring.key(key.id)


async def test_a_key_that_nobody_asks_for_again_leaves_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = Table()
    secret = (await Keyring(table, WRAPPING, ahead=1).new_key()).id
    keyring = Keyring(table, WRAPPING)
    monkeypatch.setattr("domain.keyring._REMEMBERED_S", 0.0)
    key = await keyring.key(secret)
    holders = sys.getrefcount(key)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert sys.getrefcount(key) < holders


async def test_only_so_many_keys_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.keyring._REMEMBERED", 2)
    table = Table()
    maker, keyring = Keyring(table, WRAPPING, ahead=3), Keyring(table, WRAPPING)
    keys = [await maker.new_key() for _ in range(3)]
    for key in [*keys, keys[1], keys[2]]:
        await keyring.key(key.id)
    assert table.loads == 3
    await keyring.key(keys[0].id)
    assert table.loads == 4


async def test_an_unknown_or_erased_key_is_gone() -> None:
    with pytest.raises(KeyErased):
        await Keyring(Table(), WRAPPING).key(uuid4())


async def test_a_key_of_another_wrapping_is_broken() -> None:
    table = Table()
    key = await Keyring(table, WRAPPING, ahead=1).new_key()
    with pytest.raises(SealBroken):
        await Keyring(table, Wrapping({1: bytes([1] * 32)})).key(key.id)


async def test_a_key_under_a_kek_that_was_added_is_found_with_it() -> None:
    table = Table()
    both = Wrapping({1: bytes(32), 2: bytes([1] * 32)})
    key = await Keyring(table, both, ahead=1).new_key()

    async def renewed() -> Wrapping:
        return both

    assert await Keyring(table, WRAPPING, renewed=renewed).key(key.id) == key
    with pytest.raises(SealBroken):
        await Keyring(table, WRAPPING).key(key.id)


async def test_nothing_is_stored_under_a_kek_that_was_replaced() -> None:
    table = Table(current=2)
    both = Wrapping({1: bytes(32), 2: bytes([1] * 32)})

    async def renewed() -> Wrapping:
        return both

    key = await Keyring(table, WRAPPING, renewed=renewed, ahead=1).new_key()
    assert table.kept[key.id].by == 2
    with pytest.raises(KekReplaced):
        await Keyring(table, WRAPPING, ahead=1).new_key()


async def test_a_key_that_is_kept_at_hand_is_not_loaded() -> None:
    table = Table()
    keyring = Keyring(table, WRAPPING, ahead=1)
    key = await keyring.new_key()
    keyring.remember(key)
    assert await keyring.key(key.id) == key
    assert table.loads == 0


async def test_one_timer_serves_all_keys_that_are_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A timer for each would hold more than the keys do, where many are asked for."""
    keyring, timers = Keyring(Table(), WRAPPING, ahead=40), list[object]()
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_later", lambda *timer: timers.append(timer))
    for _ in range(40):
        keyring.remember(await keyring.new_key())
    assert len(timers) == 1

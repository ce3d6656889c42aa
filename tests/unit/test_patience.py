"""One timer ends many waits, and nobody else's cancellation is taken for it."""

import asyncio

import pytest

from api.patience import Patience


async def test_what_is_done_in_time_is_answered() -> None:
    patience = Patience(60)

    async def given(number: int) -> int:
        await asyncio.sleep(0)
        return number

    waits = (patience.wait(given(number)) for number in range(5))
    assert await asyncio.gather(*waits) == [0, 1, 2, 3, 4]


async def test_all_that_lasts_too_long_ends_and_what_comes_later_too() -> None:
    patience = Patience(0.01)
    for _ in range(2):
        waits = [patience.wait(asyncio.Event().wait()) for _ in range(3)]
        ended = await asyncio.gather(*waits, return_exceptions=True)
        assert [type(each) for each in ended] == [TimeoutError] * 3


async def test_an_error_passes_through() -> None:
    async def failing() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await Patience(60).wait(failing())


async def test_a_cancellation_from_outside_stays_one() -> None:
    waiting = asyncio.ensure_future(Patience(60).wait(asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_the_task_goes_on_uncancelled_after_its_patience_has_ended() -> None:
    with pytest.raises(TimeoutError):
        await Patience(0.01).wait(asyncio.Event().wait())
    task = asyncio.current_task()
    assert task
    assert task.cancelling() == 0
    await asyncio.sleep(0)

"""A service that dies is noticed and run again."""

import asyncio

import pytest

from domain.event_store import supervisor
from domain.event_store.supervisor import Supervisor
from tests.kit.waiting import until


class Mortal:
    """A service that dies as often as it is told to, and else serves until it is closed."""

    def __init__(self, *deaths: BaseException) -> None:
        self.deaths = list(deaths)
        self.runs = 0
        self.closed = asyncio.Event()

    async def run(self) -> None:
        self.runs += 1
        if self.deaths:
            raise self.deaths.pop()
        await self.closed.wait()

    def close(self) -> None:
        self.closed.set()


async def test_it_is_run_again_and_said_to_be_stopped_meanwhile(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(supervisor, "RESTART_AFTER_S", 0.01)
    mortal = Mortal(ValueError("a secret"), asyncio.CancelledError())
    watch = Supervisor("mortal", mortal)
    watching = asyncio.create_task(watch.run())

    async def served() -> bool:
        return mortal.runs == 3 and not watch.stopped

    await until(served)
    watch.close()
    await watching
    assert [record.getMessage() for record in caplog.records] == [
        "the mortal died: CancelledError",
        "the mortal died: ValueError",
    ]


async def test_it_is_stopped_until_it_is_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "RESTART_AFTER_S", 3600)
    watch = Supervisor("mortal", Mortal(ValueError()))
    watching = asyncio.create_task(watch.run())

    async def stopped() -> bool:
        return watch.stopped

    await until(stopped)
    watching.cancel()


async def test_one_that_was_closed_is_not_run_again() -> None:
    mortal = Mortal()
    watch = Supervisor("mortal", mortal)
    watching = asyncio.create_task(watch.run())
    await asyncio.sleep(0)
    watch.close()
    await watching
    assert mortal.runs == 1
    assert not watch.stopped


async def test_one_that_dies_while_it_is_closed_is_left() -> None:
    mortal = Mortal(ValueError())
    watch = Supervisor("mortal", mortal)
    watch.close()
    await watch.run()
    assert mortal.runs == 1
    assert watch.stopped

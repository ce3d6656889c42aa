"""How many connections there may be, how long they may wait, and what they may leave unfinished."""

import asyncio
import gc
import json
from weakref import ref

import pytest
from prometheus_client import REGISTRY

from cheguan.http.limits import WireLimits
from tests.kit.waiting import until
from tests.kit.wire import GET, POST, Client, Office, Wire, wired

HALF = GET[:-2] % 1
HELD = POST.replace(b"/", b"/held", 1) + b"Content-Length: 60000\r\n\r\n"
UNFINISHED = POST + b"Content-Length: 60000\r\n\r\n"


async def crowded(wire: Wire, count: int, words: bytes, address: str = "127.0.0.1") -> list[Client]:
    """Connections on which these words have arrived."""
    clients = []
    for _ in range(count):
        client = await wire.client(address)
        await client.send(words)
        clients.append(client)
    return clients


@pytest.mark.parametrize("words", [b"", HALF, UNFINISHED])
async def test_the_longest_waiting_gives_way_so_that_whoever_asks_is_served(words: bytes) -> None:
    limits = WireLimits(connections=100, connections_per_address=8)
    async with wired(Office(), limits) as wire:
        waiting = await crowded(wire, 40, words)
        for number in range(40):
            assert (await wire.ask(GET % number)).status == 200
        for client in waiting:
            assert await client.cut()
        assert wire.crowd.refused["connections_per_address"] > 0


async def test_an_address_that_keeps_us_at_work_gets_no_more_and_others_do() -> None:
    office = Office()
    limits = WireLimits(connections=100, connections_per_address=3)
    async with wired(office, limits) as wire:
        await crowded(wire, 3, b"GET /held HTTP/1.1\r\nHost: test\r\n\r\n")
        await wire.begun(office, 3)
        refused = await (await wire.client()).answer()
        assert refused.status == 429
        assert refused.headers["retry-after"] == "5"
        assert json.loads(refused.body)["type"] == "/problems/connections-too-many"
        other = await wire.client("127.0.0.2")
        assert (await other.ask(GET % 1)).status == 200
        office.let.set()


async def test_when_all_are_at_work_whoever_comes_is_told_to_come_again() -> None:
    office = Office()
    async with wired(office, WireLimits(connections=2)) as wire:
        await crowded(wire, 2, b"GET /held HTTP/1.1\r\nHost: test\r\n\r\n")
        await wire.begun(office, 2)
        refused = await (await wire.client("127.0.0.2")).answer()
        assert (refused.status, refused.headers["retry-after"]) == (503, "5")
        office.let.set()


async def test_a_head_has_its_time_whatever_drips() -> None:
    async with wired(Office(), WireLimits(head_seconds=0.1)) as wire:
        client = await wire.client()
        dripping = asyncio.create_task(dripped(client))
        answer = await client.answer()
        dripping.cancel()
        assert answer.status == 408
        assert json.loads(answer.body)["type"] == "/problems/head-too-slow"
        silent = await wire.client()
        assert await silent.ended() == b""


async def dripped(client: Client) -> None:
    for byte in HALF + b"X: y\r\n" * 100:
        await client.send(bytes((byte,)))
        await asyncio.sleep(0.005)


async def test_a_connection_may_idle_for_a_while_between_requests() -> None:
    async with wired(Office(), WireLimits(idle_seconds=0.1)) as wire:
        client = await wire.client()
        for number in range(3):
            assert (await client.ask(GET % number)).status == 200
        assert await client.ended() == b""


async def test_the_time_of_a_head_runs_anew_for_each_request() -> None:
    async with wired(Office(), WireLimits(head_seconds=0.1, idle_seconds=9)) as wire:
        client = await wire.client()
        assert (await client.ask(GET % 1)).status == 200
        await client.send(HALF)
        assert (await client.answer()).status == 408


async def test_whoever_reads_nothing_is_cut_off() -> None:
    office = Office(large=bytes(8_000_000))
    async with wired(office, WireLimits(unread_seconds=0.1, head_seconds=0.2)) as wire:
        client = await wire.client()
        client.pause_reading()
        await client.send(GET % 1)
        await wire.emptied()


async def test_whoever_goes_on_sending_after_the_answer_is_cut_off() -> None:
    limits = WireLimits(linger_seconds=0.1, linger_bytes=1_000, head_bytes=512)
    async with wired(Office(), limits) as wire:
        silent = await wire.client()
        await silent.send(b"GET / HTTP/1.1\r\n\r\n")
        await wire.emptied()
        talking = await wire.client()
        with pytest.raises(ConnectionError):
            await talking.send(*[bytes(10_000)] * 100_000)


async def test_what_is_kept_unfinished_is_limited_for_an_address() -> None:
    limits = WireLimits(held_bytes_per_address=100_000, held_bytes=1_000_000)
    office = Office()
    async with wired(office, limits) as wire:
        await crowded(wire, 2, HELD + bytes(40_000))
        await wire.begun(office, 2)
        third = await wire.client()
        await third.send(HELD + bytes(40_000))
        await wire.begun(office, 3)
        office.let.set()
        assert (await third.answer()).status == 429
        other = await wire.client("127.0.0.2")
        await other.send(HELD + bytes(40_000))
        assert (await wire.ask(GET % 1)).status == 200
        assert wire.crowd.refused["held_bytes_per_address"] == 1


async def test_what_is_kept_unfinished_is_limited_for_all() -> None:
    limits = WireLimits(held_bytes_per_address=100_000, held_bytes=100_000)
    office = Office()
    async with wired(office, limits) as wire:
        held = []
        for number in range(1, 5):
            client = await wire.client(f"127.0.0.{number}")
            await client.send(HELD + bytes(40_000))
            held.append(client)
            await wire.begun(office, number)
        office.let.set()
        assert (await held[3].answer()).status == 503


async def test_what_is_released_counts_no_more() -> None:
    async with wired(Office(), WireLimits(held_bytes=1_000_000)) as wire:
        await crowded(wire, 5, HALF)
        for client in wire.clients:
            client.writer.close()
        await wire.emptied()
        await wire.ask(GET % 1)
        assert wire.crowd.kept == 0
        assert wire.crowd.size == 1


async def test_what_was_refused_is_counted_for_operators() -> None:
    def told(limit: str) -> float:
        labels = {"listener": "public", "limit": limit}
        return REGISTRY.get_sample_value("cheguan_wire_refused_total", labels) or 0

    before = told("host-invalid")
    async with wired(Office(), WireLimits(head_seconds=0.04)) as wire:
        await wire.ask(b"GET / HTTP/1.1\r\n\r\n")
        await (await wire.client()).ended()
        assert REGISTRY.get_sample_value("cheguan_wire_connections", {"listener": "public"})
    assert told("host-invalid") == before + 1


async def test_the_memory_of_a_connection_is_free_when_it_ends() -> None:
    """It does not wait for the collector, which comes seldom."""
    async with wired(Office()) as wire:
        gc.disable()
        try:
            client = await wire.client()
            assert (await client.ask(POST + b"Content-Length: 2\r\n\r\n{}")).status == 200
            (known,) = map(ref, wire.server.server_state.connections)
            client.writer.close()
            await wire.emptied()

            async def forgotten() -> bool:
                return known() is None

            await until(forgotten)
        finally:
            gc.enable()

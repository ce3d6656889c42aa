"""Whatever a name leads to, a message to a partner never reaches anything inside (CWE-918)."""

import asyncio
from collections.abc import Sequence

import pytest

from domain.webhook_messages.kinds import MessageFailure
from tests.kit.partner import partner_server
from workers.webhooks.post import PartnerHasNotTaken, Post
from workers.webhooks.public_network import AddressRefused, NameUnknown, PublicNetwork, resolved

NAME = "hooks.insurer.example"
ADDRESS = f"https://{NAME}/hook"


async def sent(network: PublicNetwork, address: str = ADDRESS, *, loopback: bool = False) -> int:
    post = Post(network, loopback=loopback, seconds=2)
    try:
        return await post.send(address, {"webhook-id": "1"}, b"{}")
    finally:
        await post.close()


class Names:
    """What a name leads to, each time that it is asked for. The last answer stays."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


@pytest.mark.parametrize(
    "leads_to",
    [
        ["169.254.169.254"],
        ["127.0.0.1"],
        ["::1"],
        ["10.0.0.1"],
        ["fd00:ec2::254"],
        ["::ffff:10.0.0.1"],
        ["64:ff9b::a9fe:a9fe"],
        ["8.8.8.8", "10.0.0.1"],
    ],
)
async def test_a_name_that_leads_inside_is_not_connected_to(leads_to: Sequence[str]) -> None:
    """Also one that leads outside as well: whoever answers so means no good."""
    names = Names(leads_to)
    with pytest.raises(PartnerHasNotTaken) as refused:
        await sent(PublicNetwork(loopback=False, resolve=names))
    assert refused.value.failure is MessageFailure.ADDRESS_REFUSED
    assert names.asked == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://127.1:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "https://127.0.0.1:{port}/",
    ],
)
async def test_in_earnest_no_way_of_writing_this_machine_reaches_it(address: str) -> None:
    async with partner_server() as inside:
        with pytest.raises(PartnerHasNotTaken) as refused:
            await sent(PublicNetwork(loopback=False), address.format(port=inside.port))
        assert refused.value.failure is MessageFailure.ADDRESS_REFUSED
        assert inside.asked == []


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"])
async def test_the_connection_itself_refuses_what_the_system_makes_of_a_number(host: str) -> None:
    """Although the address would not be taken in the first place."""
    assert set(await resolved(host, 443)) <= {"127.0.0.1", "::1"}
    async with partner_server() as inside:
        with pytest.raises(AddressRefused):
            await PublicNetwork(loopback=False).connect_tcp(host, inside.port)
        assert inside.asked == []


async def test_what_was_looked_at_is_what_is_connected_to() -> None:
    """A name that leads elsewhere a moment later (DNS rebinding) is not asked for again."""
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    async with partner_server() as partner:
        network = PublicNetwork(loopback=True, resolve=names)
        assert await sent(network, partner.address, loopback=True) == 204
        assert names.asked == 1
        assert len(partner.asked) == 1


async def test_loopback_lets_nothing_else_inside_through() -> None:
    network = PublicNetwork(loopback=True, resolve=Names(["192.168.0.7"]))
    with pytest.raises(AddressRefused):
        await network.connect_tcp("hooks.insurer.example", 443)


async def test_a_name_that_leads_nowhere_is_told_as_such() -> None:
    async def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    for resolve in (unknown, Names([])):
        with pytest.raises(NameUnknown):
            await PublicNetwork(loopback=False, resolve=resolve).connect_tcp(NAME, 443)
    with pytest.raises(PartnerHasNotTaken) as told:
        await sent(PublicNetwork(loopback=False, resolve=unknown))
    assert told.value.failure is MessageFailure.NAME_UNKNOWN


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirection_leads_nowhere(status: int) -> None:
    async with partner_server() as partner, partner_server() as inside:
        partner.status, partner.location = status, inside.address
        with pytest.raises(PartnerHasNotTaken) as told:
            await sent(PublicNetwork(loopback=True), partner.address, loopback=True)
        assert (told.value.failure, told.value.status) == (MessageFailure.REDIRECTED, status)
        assert len(partner.asked) == 1
        assert inside.asked == []


async def test_a_server_that_drips_its_answer_does_not_hold_anybody_up() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(b"HTTP/1.1 200 OK\r\n")
            for letter in b"x-slow: " + 600 * b"a":
                writer.write(bytes([letter]))
                await writer.drain()
                await asyncio.sleep(0.05)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    post = Post(PublicNetwork(loopback=True), loopback=True, seconds=0.3)
    try:
        async with asyncio.timeout(8):
            with pytest.raises(PartnerHasNotTaken) as told:
                await post.send(f"http://127.0.0.1:{port}/", {}, b"{}")
        assert told.value.failure is MessageFailure.TIMED_OUT
    finally:
        await post.close()
        server.close()

"""Cases that wait for their payment, and whoever pays."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.door.door import Door
from domain.door.outcome import Outcome
from domain.event_store.transaction import Connection
from domain.message import Command
from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import Order, order_of
from domain.people import system
from tests.kit.offices import OpenOffice, asked
from workers.concerned import CONCERNED
from workers.reactions.at_once import follow
from workers.reactor import Reactor

BANK = system("bank")


async def unpaid(office: OpenOffice, number: int = 1) -> UUID:
    """A case that asks for plates and has not been paid for."""
    case = (await office.submit("plate_reissue", number)).stream
    assert (await stage_of(office, case)) is Stage.PAYMENT_PENDING
    return case


async def pay(office: OpenOffice, case: UUID, amount_fen: int | None = None) -> Outcome:
    """The bank records so much for the case, or what its order asks for."""
    order = await order_for(office, case)
    paid: Command = PayOrder(amount_fen=amount_fen or order.amount_fen)
    return await office.door.handle(ORDER, order_of(case), paid, asked(paid, BANK))


async def pay_and_go_on(door: Door, case: UUID) -> None:
    """The order of the case is paid, and the case knows it at once."""
    order = order_of(case)
    opened, _ = await door.open(ORDER, order, BANK)
    paid = PayOrder(amount_fen=opened.state.amount_fen)
    await door.handle(ORDER, order, paid, asked(paid, BANK))
    _, history = await door.open(ORDER, order, BANK)
    await follow(door, CODEC, history[-1])


async def stage_of(office: OpenOffice, case: UUID) -> Stage:
    opened, _ = await office.door.open(CASE, case, BANK)
    return opened.state.stage


async def order_for(office: OpenOffice, case: UUID) -> Order:
    opened, _ = await office.door.open(ORDER, order_of(case), BANK)
    return opened.state


async def events_of(office: OpenOffice, stream: UUID) -> list[str]:
    return [type(recorded.event).__name__ for recorded in await office.store.load(stream)]


@asynccontextmanager
async def reacting(url: str, office: OpenOffice) -> AsyncIterator[Reactor]:
    reactor = Reactor(url, CODEC, office.door, CONCERNED)
    try:
        yield reactor
    finally:
        await reactor.close()


async def set_back(connection: Connection) -> None:
    """As if every reactor had been killed before it could say how far it had come."""
    await connection.execute(
        "UPDATE reaction_position SET position = 0, cause = NULL, target = NULL"
    )


async def counted(connection: Connection) -> Counter[str]:
    cursor = await connection.execute("SELECT topic, count(*) FROM stored_events GROUP BY topic")
    return Counter(dict(await cursor.fetchall()))

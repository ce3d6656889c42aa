"""Paid, expired, withdrawn, followed, forgotten: in whatever order, no money is lost."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from enum import StrEnum

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.case.overlays.commands import WithdrawCase
from domain.clocks.clock import Clock
from domain.event_store.connection import connect
from domain.message import PassDeadline
from domain.orders.events import OrderPaid, UnduePaymentReceived
from domain.orders.state import order_of
from domain.refusal import Refusal
from tests.kit.life import TIMEKEEPER
from tests.kit.offices import CITIZEN, open_office
from tests.kit.payment import order_for, pay, reacting, set_back, unpaid


class Act(StrEnum):
    """``FORGET`` is a reactor killed before it could say how far it had come."""

    PAY = "pay"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"
    FOLLOW = "follow"
    FORGET = "forget"


async def told(url: str, number: int, acts: Sequence[Act]) -> None:
    connection = await connect(url)
    async with open_office(url) as office, reacting(url, office) as reactor:
        case, payments = await unpaid(office, number), 0
        owed = (await order_for(office, case)).amount_fen
        for act in (*acts, Act.FOLLOW, Act.FORGET, Act.FOLLOW):
            with suppress(Refusal):
                match act:
                    case Act.PAY:
                        await pay(office, case)
                        payments += 1
                    case Act.EXPIRE:
                        office.now += timedelta(hours=25)
                        await office.do(case, TIMEKEEPER, PassDeadline(clock=Clock.PAY_HOLD))
                    case Act.WITHDRAW:
                        await office.do(case, CITIZEN, WithdrawCase())
                    case Act.FOLLOW:
                        await reactor.catch_up()
                    case Act.FORGET:
                        await set_back(connection)
        taken = [e.event for e in await office.store.load(order_of(case))]
        came = [e for e in taken if isinstance(e, OrderPaid | UnduePaymentReceived)]
        assert sum(each.amount_fen for each in came) == payments * owed, "money came and went"
        order = await order_for(office, case)
        history = [e.event for e in await office.store.load(case)]
        counted = [e for e in history if type(e).__name__ == "PaymentReceived"]
        assert len(counted) <= 1
        given_back = sum(getattr(event, "refund_fen", 0) for event in history)
        assert order.held_fen == len(counted) * owed - given_back
    await connection.close()


def test_what_is_paid_is_held_by_the_case_or_given_back(database_url: str) -> None:
    numbers = iter(range(1, 10_000))

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(Act), max_size=8))
    def in_any_order(acts: Sequence[Act]) -> None:
        asyncio.run(told(database_url, next(numbers), acts))

    in_any_order()

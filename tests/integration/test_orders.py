"""Orders beside their cases, in a real store: whatever comes first, no money is lost."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.intake.commands import DeclineAcceptance
from domain.case.overlays.commands import GrantWithdrawal, ReleaseHold, SetHold, WithdrawCase
from domain.case.remedies.commands import ReopenCase
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import RefuseCase, StartReview
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from domain.message import PassDeadline
from domain.orders.events import OrderPaid
from domain.orders.refusals import OrderAlreadyPaid
from domain.orders.state import OrderStage, order_of
from domain.reaction import Cause, command_id
from tests.kit.life import CLERK, LEADER, TIMEKEEPER
from tests.kit.offices import CITIZEN, OpenOffice, open_office
from tests.kit.payment import (
    counted,
    events_of,
    order_for,
    pay,
    reacting,
    set_back,
    stage_of,
    unpaid,
)
from tests.kit.projected import project
from workers import timekeeper

LAPSE = PassDeadline(clock=Clock.PAY_HOLD)


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def test_a_paid_order_carries_its_case_on(office: OpenOffice, database_url: str) -> None:
    case = await unpaid(office)
    paid = await pay(office, case)
    assert (paid.kind, paid.stage, paid.about) == ("order", "paid", {"case": str(case)})
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    opened, history = await office.door.open(CASE, case, CITIZEN)
    assert opened.state.stage is Stage.SUBMITTED
    assert opened.state.payable_fen == 0
    last = history[-1].envelope
    event = OrderPaid(case=case, amount_fen=opened.state.paid_fen)
    cause = Cause(order_of(case), paid.version, event)
    assert (last.by.id, last.channel) == ("order_paid", "system")
    assert last.cause == command_id("order_paid", cause, case)


async def test_whoever_withdrew_meanwhile_gets_his_money_back_once(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    case = await unpaid(office)
    await pay(office, case)
    await office.do(case, CITIZEN, WithdrawCase())
    for _ in range(2):
        async with reacting(database_url, office) as reactor:
            await reactor.catch_up()
        await set_back(connection)
    assert await events_of(office, order_of(case)) == ["OrderPlaced", "OrderPaid", "OrderRefunded"]
    assert await events_of(office, case) == ["CaseSubmitted", "CaseWithdrawn"]
    order = await order_for(office, case)
    assert (order.stage, order.held_fen) == (OrderStage.REFUNDED, 0)


async def test_a_withdrawal_closes_an_order_that_nobody_paid(office: OpenOffice) -> None:
    case = await unpaid(office)
    await office.do(case, CITIZEN, WithdrawCase())
    assert (await order_for(office, case)).stage is OrderStage.CANCELLED


async def test_an_unpaid_case_lapses_with_its_order(office: OpenOffice) -> None:
    case = await unpaid(office)
    office.now += timedelta(hours=25)
    await office.do(case, TIMEKEEPER, LAPSE)
    assert (await order_for(office, case)).stage is OrderStage.EXPIRED
    assert await stage_of(office, case) is Stage.LAPSED


async def test_a_paid_case_does_not_lapse_though_nobody_has_told_it_yet(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    case = await unpaid(office)
    await pay(office, case)
    office.now += timedelta(hours=25)
    with pytest.raises(OrderAlreadyPaid):
        await office.do(case, TIMEKEEPER, LAPSE)
    await project(database_url)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now) == 0
    assert await stage_of(office, case) is Stage.PAYMENT_PENDING
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    assert await stage_of(office, case) is Stage.SUBMITTED


async def test_an_order_has_as_much_time_as_its_case_and_outlives_a_relief(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    case = await unpaid(office)
    first = (await order_for(office, case)).pay_by
    assert first is not None
    await office.do(case, LEADER, SetHold(kind=Hold.RELIEF))
    office.now += timedelta(days=30, hours=1)
    await office.do(case, LEADER, ReleaseHold(kind=Hold.RELIEF))
    assert (await order_for(office, case)).pay_by == first + timedelta(days=31)
    await project(database_url)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now) == 0
    assert (await pay(office, case)).stage == OrderStage.PAID
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    assert await stage_of(office, case) is Stage.SUBMITTED


async def test_whoever_pays_under_a_relief_has_paid_whatever_its_end_moves(
    office: OpenOffice, database_url: str
) -> None:
    case = await unpaid(office)
    await office.do(case, LEADER, SetHold(kind=Hold.RELIEF))
    office.now += timedelta(days=30)
    paid, _ = await asyncio.gather(
        pay(office, case), office.do(case, LEADER, ReleaseHold(kind=Hold.RELIEF))
    )
    assert paid.stage == OrderStage.PAID
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    assert await stage_of(office, case) is Stage.SUBMITTED
    assert (await order_for(office, case)).stage is OrderStage.PAID


async def test_money_on_an_expired_order_goes_back_and_the_case_stays_lapsed(
    office: OpenOffice, database_url: str
) -> None:
    case = await unpaid(office)
    office.now += timedelta(hours=25)
    await office.do(case, TIMEKEEPER, LAPSE)
    await pay(office, case)
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    assert (await events_of(office, order_of(case)))[2:] == [
        "UnduePaymentReceived",
        "OrderRefunded",
    ]
    assert await stage_of(office, case) is Stage.LAPSED
    assert (await order_for(office, case)).held_fen == 0


async def test_a_case_that_begins_anew_is_paid_for_again_and_no_money_is_lost(
    office: OpenOffice, database_url: str
) -> None:
    case, decline = await unpaid(office), DeclineAcceptance(codes=("R-NOT-OWNER",))
    for round in range(3):
        await pay(office, case)
        async with reacting(database_url, office) as reactor:
            await reactor.catch_up()
        order = await order_for(office, case)
        assert (order.stage, order.held_fen) == (OrderStage.PAID, order.amount_fen)
        if round == 0:
            await office.do(case, CLERK, decline)
        elif round == 1:
            await office.do(case, LEADER, StartReview())
            await office.do(case, LEADER, RefuseCase(codes=("R-NOT-OWNER",)))
        else:
            break
        assert (await order_for(office, case)).stage is OrderStage.REFUNDED
        await office.do(case, LEADER, ReopenCase(cause=ReopeningCause.OWN_CORRECTION))
        assert await stage_of(office, case) is Stage.ACCEPTED
        asked = await order_for(office, case)
        assert (asked.stage, asked.held_fen, asked.asked_again) == (OrderStage.OPEN, 0, round + 1)
    opened, history = await office.door.open(CASE, case, CITIZEN)
    assert (opened.state.payable_fen, opened.state.stage) == (0, Stage.ACCEPTED)
    names = [type(each.event).__name__ for each in history]
    assert names.count("FeePaidAgain") == 2


async def test_money_that_comes_again_as_its_case_ends_goes_back(
    office: OpenOffice, database_url: str
) -> None:
    case = await unpaid(office)
    await pay(office, case)
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    await office.do(case, CLERK, DeclineAcceptance(codes=("R-NOT-OWNER",)))
    await office.do(case, LEADER, ReopenCase(cause=ReopeningCause.OWN_CORRECTION))
    await pay(office, case)
    await office.do(case, CITIZEN, WithdrawCase())
    await office.do(case, LEADER, GrantWithdrawal())
    async with reacting(database_url, office) as reactor:
        await reactor.catch_up()
    order = await order_for(office, case)
    assert (order.stage, order.held_fen) == (OrderStage.REFUNDED, 0)


async def test_nothing_happens_twice_whatever_is_forgotten(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    cases = [await unpaid(office, number) for number in range(1, 100)]
    for case in cases:
        await pay(office, case)
    for case in cases[::3]:
        await office.do(case, CITIZEN, WithdrawCase())
    async with reacting(database_url, office) as reactor:
        await reactor.step()
        await set_back(connection)
        await reactor.catch_up()
    found = await counted(connection)
    assert found["PaymentReceived"] + found["OrderRefunded"] == len(cases)
    async with reacting(database_url, office) as reactor:
        await set_back(connection)
        await reactor.catch_up()
    assert await counted(connection) == found

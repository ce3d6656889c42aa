"""Callbacks of the bank over HTTP: signed, kept before they are answered, and counted once."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from domain.event_store.transaction import Connection
from domain.orders.state import OrderStage, order_of
from tests.kit import callbacks as kit
from tests.kit.forgeries import FORGERIES, forgery
from tests.kit.security_lines import security_lines
from tests.kit.served import Service, served
from tests.kit.spoiled import spoil


async def test_what_the_bank_tells_is_kept_and_then_pays_the_order(
    service: Service, connection: Connection
) -> None:
    case, amount = await kit.owed(service)
    answer = await kit.called(service, "m-1", kit.paid(case, amount, "B-1"))
    assert (answer.status_code, answer.json()) == (202, {"message": "m-1"})
    assert await kit.rows(connection) == [("m-1", True, True, None)]
    assert (await kit.order(service, case)).stage is OrderStage.OPEN
    assert await kit.settled(service) == 1
    order = await kit.order(service, case)
    assert (order.stage, order.held_fen, order.paid_with) == (OrderStage.PAID, amount, "B-1")
    assert await kit.rows(connection) == [("m-1", False, False, None)]


async def test_what_is_kept_does_not_show_what_was_told(
    service: Service, connection: Connection
) -> None:
    case, amount = await kit.owed(service)
    await kit.called(service, "m-1", kit.paid(case, amount, "B-CANARY-1"))
    cursor = await connection.execute("SELECT inbox::text FROM inbox")
    assert "CANARY" not in (await cursor.fetchall())[0][0]


async def test_a_message_counts_once_however_often_it_comes(
    service: Service, connection: Connection
) -> None:
    case, amount = await kit.owed(service)
    body = kit.paid(case, amount, "B-1")
    for _ in range(3):
        assert (await kit.called(service, "m-1", body)).status_code == 202
    assert await kit.settled(service) == 1
    assert (await kit.called(service, "m-1", body)).status_code == 202
    assert await kit.settled(service) == 0
    assert (await kit.order(service, case)).received_fen == amount


async def test_the_same_money_under_two_ids_counts_once(service: Service) -> None:
    case, amount = await kit.owed(service)
    for id in ("m-1", "m-2"):
        await kit.called(service, id, kit.paid(case, amount, "B-1"))
    assert await kit.settled(service) == 2
    order = await kit.order(service, case)
    assert (order.received_fen, order.refunded_fen) == (amount, 0)


async def test_two_payments_are_two_and_the_second_goes_back(service: Service) -> None:
    case, amount = await kit.owed(service)
    for number in ("1", "2"):
        await kit.called(service, f"m-{number}", kit.paid(case, amount, f"B-{number}"))
    await kit.settled(service)
    order = await kit.order(service, case)
    assert (order.received_fen, order.held_fen) == (2 * amount, amount)
    (back,) = order.refunds
    assert {back.payment, order.paid_with} == {"B-1", "B-2"}


async def test_another_body_under_the_same_id_is_refused_and_told_in_the_security_log(
    service: Service,
) -> None:
    case, amount = await kit.owed(service)
    await kit.called(service, "m-1", kit.paid(case, amount, "B-1"))
    with security_lines() as lines:
        answer = await kit.called(service, "m-1", kit.paid(case, amount, "B-2"))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/callback-altered")
    assert [line["code"] for line in lines] == ["callback-altered"]
    await kit.settled(service)
    assert (await kit.order(service, case)).paid_with == "B-1"


async def test_what_becomes_no_command_is_settled_with_the_reason(
    service: Service, connection: Connection
) -> None:
    nobodys = kit.paid(UUID(int=7), 1, "B-1")
    for id, body in (("m-1", nobodys), ("m-2", b'{"type":"else"}'), ("m-3", b"\xff")):
        assert (await kit.called(service, id, body)).status_code == 202
    assert await kit.settled(service) == 3
    assert await kit.rows(connection) == [
        ("m-1", False, False, "not-found"),
        ("m-2", False, False, "MessageUnreadable"),
        ("m-3", False, False, "MessageUnreadable"),
    ]


async def test_a_payment_of_an_order_that_cannot_be_read_waits_until_it_can(
    service: Service, connection: Connection
) -> None:
    """That says nothing of the payment, so it must not be settled as one that is refused."""
    case, amount = await kit.owed(service)
    stood = await spoil(connection, order_of(case), 1, b"no json")
    service.desk.door.forget(order_of(case))
    await kit.called(service, "m-1", kit.paid(case, amount, "B-1"))
    await kit.settled(service)
    assert await kit.rows(connection) == [("m-1", True, True, None)]
    await spoil(connection, order_of(case), 1, stood)
    await connection.execute("UPDATE inbox SET again_at = clock_timestamp()")
    await kit.settled(service)
    assert (await kit.order(service, case)).paid_with == "B-1"
    assert await kit.rows(connection) == [("m-1", False, False, None)]


@pytest.mark.parametrize(
    ("booked_on", "problem"),
    [("0001-01-01", "time-implausible"), ("9999-12-31", None), ("2020-02-24", None)],
)
async def test_whatever_day_a_bank_has_in_its_books_makes_nothing_fail(
    service: Service, connection: Connection, booked_on: str, problem: str | None
) -> None:
    """A bank whose day has begun earlier than ours has booked today."""
    case, amount = await kit.owed(service)
    body = kit.paid(case, amount, "B-1").replace(b"2020-02-24", booked_on.encode(), 2)
    body = body.replace(booked_on.encode() + b"T", b"2020-02-24T")
    assert (await kit.called(service, "m-1", body)).status_code == 202
    await kit.settled(service)
    assert await kit.rows(connection) == [("m-1", False, False, problem)]
    assert (await kit.order(service, case)).received_fen == (0 if problem else amount)


async def test_of_a_thousand_forged_altered_and_replayed_callbacks_none_is_accepted(
    service: Service, connection: Connection
) -> None:
    case, amount = await kit.owed(service)
    secret, draw = kit.secret(service.secrets), random.Random(84)
    body = kit.paid(case, amount, "B-1")
    refused: Counter[tuple[str, int]] = Counter()
    for number in range(1_000):
        forged = forgery(draw, secret, f"m-{number}", body)
        answer = await kit.sent(service, forged.body, forged.headers)
        refused[forged.kind, answer.status_code] += 1
    assert {status for _, status in refused} == {401}
    assert len(refused) == len(FORGERIES)
    assert await kit.rows(connection) == []
    assert await kit.settled(service) == 0
    assert (await kit.order(service, case)).received_fen == 0


async def test_a_callback_that_is_recorded_and_sent_again_later_is_not_believed(
    service: Service,
) -> None:
    case, amount = await kit.owed(service)
    body = kit.paid(case, amount, "B-1")
    old = datetime.now(UTC) - timedelta(minutes=6)
    fields = kit.headers(kit.secret(service.secrets), "m-1", body, old)
    answer = await kit.sent(service, body, fields)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("StandardWebhooks")


async def test_without_a_secret_nothing_is_believed(database_url: str, tmp_path: Path) -> None:
    async with served(
        database_url, tmp_path, lambda made: replace(made, callback_secrets=())
    ) as service:
        answer = await kit.called(service, "m-1", kit.paid(UUID(int=7), 1, "B-1"))
        assert answer.status_code == 401


async def test_the_address_takes_nothing_but_posts_of_json(service: Service) -> None:
    answer: httpx.Response = await service.http.get("/api/v1/callbacks/bank")
    assert answer.status_code == 405
    body = kit.paid(UUID(int=7), 1, "B-1")
    fields = kit.headers(kit.secret(service.secrets), "m-1", body)
    text = await kit.sent(service, body, {**fields, "content-type": "text/plain"})
    assert text.status_code == 415

"""Callbacks of a carrier over HTTP: signed, kept before they are answered, and believed once."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from api.routers.carrier_callbacks import path_of
from domain.carriers.carrier import CarrierName
from domain.event_store.transaction import Connection
from domain.parcels.state import parcel_of
from tests.kit import callbacks as kit
from tests.kit.carrier_callbacks import (
    EMS,
    REGISTERED,
    carrier_called,
    carrier_secret,
    scanned,
    scans_settled,
)
from tests.kit.forgeries import FORGERIES, forgery
from tests.kit.security_lines import security_lines
from tests.kit.served import NOW, Service

NOBODYS = parcel_of(UUID(int=7), 1)
ITEM = "EM000000005CN"
BODY = scanned(NOBODYS, ITEM, NOW)


@pytest.mark.parametrize("carrier", CarrierName)
async def test_what_a_carrier_tells_is_kept_before_it_is_answered(
    service: Service, connection: Connection, carrier: CarrierName
) -> None:
    answer = await carrier_called(service, "m-1", BODY, carrier)
    assert (answer.status_code, answer.json()) == (202, {"message": "m-1"})
    assert await kit.rows(connection) == [("m-1", True, True, None)]


async def test_a_message_comes_twice_and_is_kept_once(
    service: Service, connection: Connection
) -> None:
    for _ in range(3):
        assert (await carrier_called(service, "m-1", BODY)).status_code == 202
    assert len(await kit.rows(connection)) == 1


async def test_two_carriers_may_use_the_same_id(service: Service, connection: Connection) -> None:
    for carrier in (EMS, REGISTERED):
        assert (await carrier_called(service, "m-1", BODY, carrier)).status_code == 202
    assert len(await kit.rows(connection)) == 2


async def test_another_body_under_the_same_id_is_told_and_not_kept(
    service: Service, connection: Connection
) -> None:
    await carrier_called(service, "m-1", BODY)
    other = scanned(NOBODYS, ITEM, NOW + timedelta(minutes=1))
    with security_lines() as lines:
        assert (await carrier_called(service, "m-1", other)).status_code == 409
    assert [line["code"] for line in lines] == ["callback-altered"]
    assert len(await kit.rows(connection)) == 1


async def test_a_thousand_forgeries_and_replays_leave_no_trace(
    service: Service, connection: Connection
) -> None:
    """Each differs from an honest callback in one thing: not one is kept."""
    draw, secret = random.Random(95), carrier_secret(service.secrets)
    kinds: Counter[str] = Counter()
    for number in range(1_000):
        forged = forgery(draw, secret, f"m-{number}", BODY)
        kinds[forged.kind] += 1
        answer = await service.http.post(path_of(EMS), content=forged.body, headers=forged.headers)
        assert answer.status_code == 401, forged.kind
    assert set(kinds) == set(FORGERIES)
    assert await kit.rows(connection) == []


async def test_a_carrier_does_not_speak_for_the_other(
    service: Service, connection: Connection
) -> None:
    fields = kit.headers(carrier_secret(service.secrets, REGISTERED), "m-1", BODY)
    answer = await service.http.post(path_of(EMS), content=BODY, headers=fields)
    assert answer.status_code == 401
    nobody = await service.http.post("/api/v1/callbacks/carriers/sf", content=BODY, headers=fields)
    assert nobody.status_code == 401
    assert await kit.rows(connection) == []


async def test_what_is_in_no_contract_or_of_no_parcel_is_settled_with_its_reason(
    service: Service, connection: Connection
) -> None:
    await carrier_called(service, "m-1", b'{"type":"item.eaten"}')
    await carrier_called(service, "m-2", BODY)
    assert await scans_settled(service) == 2
    assert await kit.rows(connection) == [
        ("m-1", False, False, "MessageUnreadable"),
        ("m-2", False, False, "not-found"),
    ]


async def test_what_is_kept_does_not_show_what_was_told(
    service: Service, connection: Connection
) -> None:
    await carrier_called(service, "m-1", BODY)
    cursor = await connection.execute("SELECT inbox::text FROM inbox")
    assert ITEM not in (await cursor.fetchall())[0][0]


async def test_a_callback_from_five_minutes_ago_is_taken_and_an_older_one_is_not(
    service: Service,
) -> None:
    for minutes, status in ((4.9, 202), (5.1, 401)):
        at = datetime.now(UTC) - timedelta(minutes=minutes)
        fields = kit.headers(carrier_secret(service.secrets), f"m-{status}", BODY, at)
        answer = await service.http.post(path_of(EMS), content=BODY, headers=fields)
        assert answer.status_code == status

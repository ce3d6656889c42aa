"""Messages to telephones are handed over at least once, under one id, and none too late."""

import asyncio
import logging
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cheguan.settings import Settings
from cheguan.sms import send_messages
from domain.event_store.transaction import Connection
from tests.kit.contacts import contact_changed
from tests.kit.messengers import delivered, messenger
from tests.kit.one_time_codes import NUMBER, code, confirmed, digits, entered
from tests.kit.served import Service, served
from tests.kit.sms import Telephones
from tests.kit.waiting import until
from workers.messenger import GatewayAway

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
OLD = "13800001234"


async def test_the_digits_come_to_the_telephone_that_was_named(service: Service) -> None:
    telephones, made = Telephones(), await code(service)
    await delivered(service, telephones)
    (text,) = telephones.texts_to(NUMBER)
    shown = re.findall(r"\d{6}", text)
    assert set(shown) == {await digits(service, made)}
    assert text.startswith("【河南车管】验证码")
    assert (await entered(service, made, shown[0])).status_code == 200


async def test_what_was_taken_is_not_handed_over_again(service: Service) -> None:
    telephones = Telephones()
    await code(service)
    for _ in range(2):
        await delivered(service, telephones)
    assert len(telephones.received) == 1


async def test_whoever_is_killed_hands_the_message_over_again_under_its_id(
    service: Service,
) -> None:
    telephones = Telephones(fails_after=1)
    await code(service)
    with pytest.raises(RuntimeError):
        await delivered(service, telephones)
    await delivered(service, telephones)
    first, again = telephones.received
    assert first == again


async def test_while_the_gateway_is_away_messages_wait(service: Service) -> None:
    telephones = Telephones(away=True)
    await code(service)
    with pytest.raises(GatewayAway):
        await delivered(service, telephones)
    telephones.away = False
    await delivered(service, telephones)
    assert len(telephones.received) == 1


async def test_a_number_that_the_gateway_refuses_holds_nobody_up(service: Service) -> None:
    telephones = Telephones(dead=[NUMBER])
    for number in (NUMBER, OLD):
        await code(service, number)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [OLD]


async def test_no_digits_are_sent_that_nobody_can_use(database_url: str, tmp_path: Path) -> None:
    now, telephones = [NINE], Telephones()
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        await code(service)
        await confirmed(service, OLD)
        now[0] = NINE + timedelta(minutes=5)
        await delivered(service, telephones)
    assert telephones.received == []


async def test_one_messenger_is_active_and_the_other_stands_by(service: Service) -> None:
    telephones = Telephones()
    async with messenger(service, telephones) as active, messenger(service, telephones) as other:
        await active.catch_up()
        await code(service)
        await other.catch_up()
        assert telephones.received == []
        await active.close()
        await other.catch_up()
        assert len(telephones.received) == 1


async def test_what_is_not_approved_is_told_to_nobody(service: Service) -> None:
    telephones = Telephones()
    await service.submitted("vehicle_contact_change")
    await delivered(service, telephones)
    assert telephones.received == []


async def test_of_who_was_erased_no_number_is_left(
    service: Service, connection: Connection
) -> None:
    telephones = Telephones()
    await contact_changed(service, NUMBER)
    await code(service)
    await connection.execute("DELETE FROM vault.data_key")
    await delivered(service, telephones)
    assert telephones.received == []


async def test_after_three_days_a_change_is_no_news(database_url: str, tmp_path: Path) -> None:
    now, telephones = [NINE], Telephones()
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        await contact_changed(service, NUMBER)
        now[0] = NINE + timedelta(days=3, seconds=1)
        await delivered(service, telephones)
    assert telephones.received == []


async def test_in_another_epoch_it_begins_anew(service: Service, connection: Connection) -> None:
    telephones = Telephones()
    await code(service)
    await delivered(service, telephones)
    await connection.execute("UPDATE reaction_position SET epoch = 0 WHERE name = 'messenger'")
    await delivered(service, telephones)
    assert len(telephones.received) == 2
    assert len({message.id for message in telephones.received}) == 1


async def test_a_demonstration_sends_by_its_simulated_gateway(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    stop = asyncio.Event()

    async def sent() -> bool:
        return "to 139****5678 is simulated" in caplog.text

    with caplog.at_level(logging.INFO, "workers.messages.simulated_gateway"):
        sending = asyncio.create_task(
            send_messages(Settings(demo=True), service.url, service.desk, stop)
        )
        await code(service)
        await until(sent)
        stop.set()
        await sending


async def test_without_a_gateway_nothing_is_sent_and_nobody_waits(service: Service) -> None:
    await send_messages(Settings(), service.url, service.desk, asyncio.Event())

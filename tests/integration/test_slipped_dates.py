"""Whoever was told a day is told when it has passed, once, with the reason and the new day."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.case.expectation.events import ExpectedDateSlipped
from domain.case.expectation.reasons import DelayReason
from domain.event_store.log import read_log
from domain.event_store.transaction import Connection
from tests.integration.test_expected_dates import made_before, tracked
from tests.integration.test_tracking_page import asked
from tests.kit.histories import contact_changed
from tests.kit.notices import Carried
from tests.kit.notices import told as notified
from tests.kit.served import NOW, served
from workers import slipped_dates

SERVICE: Final = "vehicle_contact_change"


async def told(connection: Connection) -> list[ExpectedDateSlipped]:
    log = [each.envelope.event for each in await read_log(connection, CODEC, 0, 10_000)]
    return [each for each in log if isinstance(each, ExpectedDateSlipped)]


async def test_he_is_told_on_the_day_after_and_only_once(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    """The others had it within the day. Of them none has waited as long, so no new day is known."""
    now = NOW
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        await made_before(service, 12, contact_changed)
        receipt = await service.submitted(SERVICE)
        await service.fold()
        door = service.desk.door
        assert await slipped_dates.tell(connection, door, now) == 0
        now = NOW + timedelta(days=1)
        assert await slipped_dates.tell(connection, door, now) == 1
        assert await slipped_dates.tell(connection, door, now) == 0
        await service.fold()
        now = NOW + timedelta(days=20)
        assert await slipped_dates.tell(connection, door, now) == 0
        view = (await tracked(service, receipt["reference"]))["expected"]
        assert view["slipped"]
        assert view["moved_to"] is None
        page = (await asked(service, receipt["reference"])).text
        assert "您的业务晚于这一天" in page
        assert "晚于预计时间" in page
        assert "业务量较大" in page
    (event,) = await told(connection)
    assert event.told_by == local_day(NOW)
    assert (event.likely_by, event.reason) == (None, DelayReason.WORKLOAD)


async def test_whoever_was_told_no_day_is_told_of_none(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    now = NOW
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        await service.submitted(SERVICE)
        await service.fold()
        now = NOW + timedelta(days=40)
        assert await slipped_dates.tell(connection, service.desk.door, now) == 0
    assert await told(connection) == []


async def test_he_gets_one_message_with_the_reason_and_no_second_one(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    now, phone = NOW, Carried()
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        await made_before(service, 12, contact_changed)
        await service.submitted(SERVICE)
        await service.fold()
        now = NOW + timedelta(days=1)
        for _ in range(2):
            await slipped_dates.tell(connection, service.desk.door, now)
            await notified(service, phone)
    slipped = [each for each in phone.texts if "原预计" in each]
    assert len(slipped) == 1
    assert "原预计2020年2月24日前办结，现未办结，原因：业务量较大。" in slipped[0]
    assert "新的日期暂时无法预计" in slipped[0]

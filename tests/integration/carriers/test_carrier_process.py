"""The simulated carriers as processes of their own, as a demo starts them, and killed."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from cheguan.carrier_child import carriers_beside
from cheguan.carrier_client import carriers_of
from cheguan.settings import Settings, UnsafeSettings, check_carriers
from domain.carriers.carrier import CarrierName, carrier_of
from domain.carriers.port import CarrierAway, CarrierPort, HandedItem, ItemRefused, WantedItem
from tests.kit.waiting import until

KEY = UUID("0170a3c5-8c00-7000-8000-000000000001")
NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
WANTED = WantedItem(
    from_office="410100",
    to_region="411524",
    recipient="张三",
    mobile="13800138000",
    address="和平路1号",
    ordered_at=NOW,
    notify_url="http://127.0.0.1:1/",
)


async def _answers(carrier: CarrierPort) -> bool:
    try:
        await carrier.known(KEY)
    except CarrierAway:
        return False
    return True


async def test_what_was_ordered_is_known_after_a_carrier_was_killed(tmp_path: Path) -> None:
    settings = Settings(secrets_dir=tmp_path / "secrets", demo=True)
    with carriers_beside(settings) as beside:
        async with carriers_of(beside.settings) as carriers:
            assert list(carriers) == list(CarrierName)
            ems, process = carriers[CarrierName.EMS], beside.processes[0]
            first = await process.start()
            try:
                await until(lambda: _answers(ems), 60)
                item_no = await ems.create(KEY, WANTED)
                assert carrier_of(item_no) is CarrierName.EMS
                await ems.hand_over(KEY, HandedItem(item_no=item_no, handed_at=NOW))
            finally:
                first.kill()
                await first.wait()
            second = await process.start()
            try:
                await until(lambda: _answers(ems), 60)
                assert await ems.create(KEY, WANTED) == item_no
                known = await ems.known(KEY)
                assert known is not None
                assert (known.item_no, known.cancelled) == (item_no, False)
                with pytest.raises(ItemRefused):
                    await ems.cancel(KEY)
            finally:
                second.terminate()
                assert await second.wait() == 0


def test_recipients_are_told_to_no_carrier_over_an_open_channel() -> None:
    with pytest.raises(UnsafeSettings):
        check_carriers(Settings(registered_url="http://carrier.example"))
    check_carriers(Settings(ems_url="https://carrier.example"))


async def test_without_an_address_there_is_no_carrier() -> None:
    async with carriers_of(Settings()) as carriers:
        assert not carriers

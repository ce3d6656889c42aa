"""Which carrier is asked for a number, and which one after it."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.carriers.carrier import CarrierName
from domain.carriers.dispatch import AllottedNumber, Dispatch
from domain.carriers.health import FEWEST, HowFarTold
from domain.carriers.port import CarrierAway, CarrierPort, HandedItem, KnownItem, WantedItem

KEY = UUID(int=7)
EMS, REGISTERED = CarrierName.EMS, CarrierName.REGISTERED
WANTED = WantedItem(
    from_office="410100",
    to_region="411524",
    recipient="张三",
    mobile="13800138000",
    address="和平路1号",
    ordered_at=datetime(2020, 2, 24, tzinfo=UTC),
    notify_url="http://127.0.0.1/",
)


class OneNumber:
    """A carrier that gives its one number, or is away."""

    def __init__(self, number: str | None) -> None:
        self.number = number

    async def create(self, key: UUID, wanted: WantedItem) -> str:
        if self.number is None:
            raise CarrierAway("it does not answer")
        return self.number

    async def hand_over(self, key: UUID, handed: HandedItem) -> None:
        raise AssertionError(handed)

    async def cancel(self, key: UUID) -> None:
        raise AssertionError(key)

    async def known(self, key: UUID) -> KnownItem | None:
        raise AssertionError(key)


async def given(
    ems: str | None, registered: str | None, silent: Collection[str] = ()
) -> AllottedNumber:
    ports: Mapping[CarrierName, CarrierPort] = {
        EMS: OneNumber(ems),
        REGISTERED: OneNumber(registered),
    }

    async def which() -> Collection[str]:
        return silent

    return await Dispatch(ports, which).number(KEY, dict.fromkeys(ports, WANTED))


async def test_express_is_preferred() -> None:
    assert await given("EM1", "RM1") == (EMS, "EM1")


async def test_the_second_carrier_takes_over_from_one_that_is_away() -> None:
    assert await given(None, "RM1") == (REGISTERED, "RM1")


async def test_a_silent_carrier_is_asked_last_and_is_better_than_none() -> None:
    assert await given("EM1", "RM1", silent={"ems"}) == (REGISTERED, "RM1")
    assert await given("EM1", None, silent={"ems"}) == (EMS, "EM1")
    assert await given("EM1", "RM1", silent={"ems", "registered"}) == (EMS, "EM1")


async def test_without_any_carrier_there_is_no_number() -> None:
    with pytest.raises(CarrierAway):
        await given(None, None)


@pytest.mark.parametrize(
    ("given", "told", "silent"),
    [(0, 0, False), (FEWEST - 1, 0, False), (FEWEST, 0, True), (10, 4, True), (10, 5, False)],
)
def test_a_carrier_is_silent_that_tells_of_less_than_half(
    given: int, told: int, silent: bool
) -> None:
    assert HowFarTold(given, told).silent is silent

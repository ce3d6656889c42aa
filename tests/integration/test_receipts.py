"""Providers are asked whether what they took has arrived, and what they say counts once."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from domain.event_store.connection import connect
from domain.notices.kinds import NoticeStage, UndeliveredReason
from domain.sms import SmsReceipt
from tests.kit.notices import Carried, notices_of, told
from tests.kit.served import Service
from workers.notices.receipts import Receipts

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
FREE = "exempt_inspection_mark"
ARRIVED, OFF = SmsReceipt(NINE, None), SmsReceipt(None, "switched_off")


@dataclass
class Source:
    """Tells the same of every message, or does not answer."""

    says: SmsReceipt | None = None
    silent: bool = False
    asked: list[UUID] = field(default_factory=list)

    async def receipt(self, id: UUID) -> SmsReceipt | None:
        self.asked.append(id)
        if self.silent:
            raise TimeoutError
        return self.says


async def looked(service: Service, source: Source) -> int:
    await service.fold()
    desk, connection = service.desk, await connect(service.url)
    try:
        return await Receipts(desk.door, {"first": source}, desk.clock).look(connection)
    finally:
        await connection.close()


async def sent(service: Service) -> Carried:
    first = Carried()
    await service.submitted(FREE)
    await told(service, first)
    return first


async def test_what_has_arrived_is_on_record_and_not_asked_about_again(service: Service) -> None:
    first, source = await sent(service), Source(ARRIVED)
    assert await looked(service, source) == 1
    (notice,) = await notices_of(service)
    assert (notice.stage, notice.arrived_at) == (NoticeStage.ARRIVED, NINE)
    assert await looked(service, source) == 0
    assert source.asked == first.asked


async def test_what_did_not_arrive_says_why(service: Service) -> None:
    await sent(service)
    await looked(service, Source(OFF))
    (notice,) = await notices_of(service)
    assert notice.stage is NoticeStage.UNDELIVERED
    assert notice.reason is UndeliveredReason.SWITCHED_OFF


async def test_what_is_on_its_way_is_asked_about_again(service: Service) -> None:
    await sent(service)
    source = Source()
    for _ in range(2):
        assert await looked(service, source) == 0
    assert len(source.asked) == 2


async def test_who_does_not_answer_is_left_alone_for_a_while(service: Service) -> None:
    await sent(service)
    source = Source(silent=True)
    assert await looked(service, source) == 0
    assert len(source.asked) == 1

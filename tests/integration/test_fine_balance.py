"""Each fen of a fine is paid, owed, waived, given back or to be given back, and nowhere twice."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from msgspec.structs import replace

from api.pages.kit.officer import COOKIE
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.message import Event
from domain.penalties.commands import RecordFineRefund
from domain.penalties.events import PenaltyRevoked
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import Role, system
from domain.recorded_event import Envelope
from tests.integration.test_fine_statistics import LUOYANG, fined, paid
from tests.kit.fallen_fine import fallen
from tests.kit.offices import asked
from tests.kit.served import Service


async def revoked(service: Service, decision_no: str) -> None:
    """The decision falls, however much was paid."""
    stream = penalty_named(decision_no)
    opened, history = await service.desk.door.open(PENALTY, stream, system("test"))
    fell = PenaltyRevoked(
        decision_no=decision_no,
        revoked_on=service.desk.today,
        refund_fen=opened.state.paid_fen,
        paid_in=opened.state.paid_in,
    )
    told: Envelope[Event] = replace(history[-1].envelope, event=fell)
    assert isinstance(service.desk.log, PostgresEventStore)
    write = StreamWrite(stream, opened.version, (told,))
    answer = await service.desk.log.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))
    assert isinstance(answer, Appended)


async def balance(service: Service, query: str = "") -> Any:
    await service.fold()
    return (await service.http.get(f"/api/v1/statistics/fines/balance{query}")).json()


async def test_the_books_balance_in_every_state(service: Service) -> None:
    today = service.desk.today
    await fined(service, 1, "410100", 200_00, 100)
    await fined(service, 2, "410100", 100_00, 0)
    at_a_bank = await fined(service, 3, LUOYANG, 150_00, 100)
    await paid(service, at_a_bank, today)
    fallen_unpaid = await fined(service, 4, LUOYANG, 50_00, 1)
    await revoked(service, fallen_unpaid)
    told = await balance(service)
    assert told["all"] == {
        "region": "410000",
        "imposed": 500_00,
        "added": 350_00,
        "due": 850_00,
        "paid": 300_00,
        "owed": 500_00,
        "waived": 50_00,
        "refunded": 0,
        "to_refund": 0,
        "held": 300_00,
        "difference": 0,
        "money_difference": 0,
    }
    for name in told["all"].keys() - {"region"}:
        assert sum(each[name] for each in told["regions"]) == told["all"][name], name

    await revoked(service, at_a_bank)
    before = (await balance(service))["all"]
    assert (before["paid"], before["refunded"], before["to_refund"]) == (0, 0, 300_00)
    back = RecordFineRefund(refunded_on=today, bank_reference="R20200302-000001")
    await service.desk.door.handle(
        PENALTY, penalty_named(at_a_bank), back, asked(back, system("treasury"))
    )
    after = (await balance(service))["all"]
    assert (after["refunded"], after["to_refund"], after["held"]) == (300_00, 0, 0)
    for told_then in (before, after):
        assert (told_then["difference"], told_then["money_difference"]) == (0, 0)


async def test_what_an_order_is_told_to_give_back_is_on_its_way_until_it_has_heard(
    service: Service,
) -> None:
    assert isinstance(service.desk.log, PostgresEventStore)
    await fallen(service.desk.log, service.desk.clock())
    told = (await balance(service))["all"]
    assert (told["refunded"], told["difference"]) == (260_00, 0)
    assert (told["held"], told["money_difference"]) == (260_00, 260_00)


async def test_what_is_late_is_as_late_as_on_the_day(service: Service) -> None:
    await fined(service, 1, "410100", 200_00, 20)
    day = service.desk.today - timedelta(days=5)
    assert (await balance(service, f"?day={day}"))["all"]["added"] == 0
    assert (await balance(service))["all"]["added"] > 0


async def test_the_page_says_that_they_balance(service: Service) -> None:
    await fined(service, 1, "410100", 200_00, 100)
    await service.fold()
    token = service.bearer(Role.HQ).removeprefix("Bearer ")
    page = await service.http.get(
        "/dashboard/fines", headers={"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}
    )
    assert "账目平衡" in page.text
    assert "账目不平" not in page.text

"""Fines paid, due and overdue are told by city, and the cities add up to the province."""

from datetime import date, timedelta

from domain.door.door import Begun
from domain.message import Command
from domain.penalties.commands import EnterPenalty, RecordFinePayment
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import system
from tests.kit.offices import asked
from tests.kit.served import Service

LUOYANG = "410300"


async def fined(service: Service, number: int, office: str, fine_fen: int, days_ago: int) -> str:
    """A fine that was handed over on the road so many days ago. Gives its number."""
    decision_no = f"{office}20200101{number:02d}"
    entered = EnterPenalty(
        decision_no=decision_no,
        office=office,
        fine_fen=fine_fen,
        received_on=service.desk.today - timedelta(days=days_ago),
    )
    stream = penalty_named(decision_no)
    await service.desk.door.begin(PENALTY, Begun(stream, entered, asked(entered, system("road"))))
    return decision_no


async def paid(service: Service, decision_no: str, on: date) -> None:
    command: Command = RecordFinePayment(paid_on=on, receipt_no="BANK-000001")
    await service.desk.door.handle(
        PENALTY, penalty_named(decision_no), command, asked(command, system("bank"))
    )


async def test_cities_add_up_to_the_province(service: Service) -> None:
    today = service.desk.today
    await fined(service, 1, "410100", 200_00, 100)
    await fined(service, 2, "410100", 100_00, 0)
    await fined(service, 3, LUOYANG, 50_00, 1)
    settled = await fined(service, 4, LUOYANG, 150_00, 100)
    await paid(service, settled, today)
    await service.fold()
    days = f"from={today - timedelta(days=200)}&to={today}"
    told = (await service.http.get(f"/api/v1/statistics/fines?{days}")).json()
    assert told["all"] == {
        "fines_decided": 4,
        "violations_online_rate": 0.0,
        "fines_paid": 1,
        "fines_paid_online": 0,
        "fines_paid_amount": 300_00,
        "fines_added_amount": 150_00,
        "fines_due": 2,
        "fines_due_amount": 150_00,
        "fines_overdue": 1,
        "fine_overdue_amount": 400_00,
    }
    regions = {each["region"]: each["figures"] for each in told["regions"]}
    assert regions.keys() == {"410100", LUOYANG}
    for code, whole in told["all"].items():
        if code != "violations_online_rate":
            assert sum(each[code] for each in regions.values()) == whole, code
    file = (await service.http.get(f"/dashboard/fines.csv?period=custom&{days}")).text
    *cities, province = file.removeprefix("\ufeff").strip().split("\r\n")[1:]
    assert len(cities) == 18
    assert province == "全省合计,The province,4,0.0,1,0,300.0,150.0,2,150.0,1,400.0"


async def test_a_period_that_is_none_is_refused(service: Service) -> None:
    answer = await service.http.get("/api/v1/statistics/fines?from=2020-03-02&to=2020-03-01")
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/period-invalid")

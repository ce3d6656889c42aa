"""Everybody may ask how many seats a place has on a day."""

from datetime import timedelta
from typing import Any

from domain.calendar import local_day
from domain.offices.plan_kind import PlanKind
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.served import NOW, Service

STATION = "410100.ins1"
ON = local_day(NOW) + timedelta(days=7)


async def day(service: Service, place: str = STATION) -> tuple[int, dict[str, Any]]:
    query = f"place={place}&on={ON}"
    answer = await service.http.get(f"/api/v1/seat-days/station?{query}")
    return answer.status_code, answer.json()


async def test_a_day_shows_what_is_given_by_now_and_when_there_is_more(service: Service) -> None:
    assert await day(service) == (
        200,
        {
            "kind": "station",
            "place": STATION,
            "on": str(ON),
            "stage": "new",
            "periods": [],
        },
    )
    later = NOW + timedelta(days=1)
    released = (SeatRelease("14", 5, NOW - timedelta(days=1)), SeatRelease("14", 3, later))
    publish = PublishPlan(kind=PlanKind.STATION, place=STATION, on=ON, releases=released)
    plan = plan_of(PlanKind.STATION, STATION, ON)
    await service.desk.door.handle(PLAN, plan, publish, asked(publish, HQ))
    status, told = await day(service)
    assert (status, told["stage"]) == (200, "open")
    assert told["periods"] == [
        {
            "period": "14",
            "capacity": 8,
            "given": 5,
            "taken": 0,
            "free": 5,
            "waiting": 0,
            "more_at": later.isoformat().replace("+00:00", "Z"),
            "noshow_rate": None,
        }
    ]


async def test_a_place_is_found_however_its_id_is_typed(service: Service) -> None:
    assert await day(service, "%EF%BC%94%EF%BC%910100.INS1%20") == await day(service)


async def test_a_place_that_holds_no_such_appointments_is_named_as_unfit(service: Service) -> None:
    status, told = await day(service, "410100.st1")
    assert status == 422
    assert told["type"].endswith("/place-unfit")
    assert STATION in told["choices"]

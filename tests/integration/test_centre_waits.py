"""Whoever waits for a network office centre is told for how long, as its people come and go."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import uuid4

import pytest

from api.centre_waits import CentreWaits
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.review.events import CaseApproved
from domain.centres import events
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift, EquipmentKind
from domain.centres.commands import (
    CentreCommand,
    RegisterEquipment,
    RemedyCentreIncident,
    ReportCentreIncident,
    RosterCentreShift,
)
from domain.centres.state import centre_of
from domain.event_store.pending import Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role
from projections.centres.forecast import CentreWait, ForecastDay
from tests.kit.envelopes import enveloped
from tests.kit.life import CLERK
from tests.kit.offices import asked
from tests.kit.own_pages import look
from tests.kit.page_reading import Page
from tests.kit.plate_histories import plate_by_post
from tests.kit.served import NOW, Service
from tests.matrix.arranged import Arranger
from tests.matrix.situations import Situation

CENTRE_OFFICE: Final = f"{ZHENGZHOU}.noc"
HEAD: Final = Actor(Role.SUPERVISOR, "head", ZHENGZHOU)
SERVICE: Final = "renewal_deferral"
"""Nothing is paid for it, so it is at once in the hands of the centre."""
IN_JANUARY: Final = datetime(2020, 1, 6, 1, tzinfo=UTC)
SHORT: Final = CentreIncidentKind.STAFF_SHORTAGE


async def give(service: Service, command: CentreCommand) -> None:
    stream = centre_of(CENTRE_OFFICE)
    await service.desk.door.handle(CENTRE, stream, command, asked(command, HEAD))
    await service.fold()


async def rostered(service: Service, officers: int) -> None:
    await give(
        service,
        RosterCentreShift(
            office=CENTRE_OFFICE,
            day=service.desk.today,
            shift=CentreShift.DAY,
            officers=tuple(f"officer-{number}" for number in range(officers)),
        ),
    )


async def short(service: Service, lacking: int) -> None:
    command = ReportCentreIncident(office=CENTRE_OFFICE, kind=SHORT, lacking=lacking)
    await give(service, command)


async def said(service: Service, page: str) -> str:
    """What stands on a page, without its spaces."""
    return "".join(Page((await look(service, page)).text).text.split())


async def waits(service: Service, times: CentreWaits | None = None) -> CentreWait | None:
    async with service.desk.reading.connection() as reading:
        known = await (times or CentreWaits()).refresh(reading, NOW.date())
    return known.by_region.get(ZHENGZHOU)


@pytest.mark.requirement("R17")
async def test_a_centre_that_loses_half_its_staff_tells_the_longer_wait_to_whoever_waits(
    service: Service,
) -> None:
    """It is told as soon as the read model has the incident, whatever was told a moment ago."""
    told = await service.submitted(SERVICE)
    guides, own = (f"/services/{SERVICE}", f"/apply/{SERVICE}"), f"/mine/{told['id']}"
    for page in (*guides, own):
        assert "每日可办" not in await said(service, page), page
    await rostered(service, 2)
    for page in guides:
        assert "郑州市184约1个工作日" in await said(service, page), page
    assert "现有待办1件，按目前人员和设备每日可办84件" in await said(service, own)
    await short(service, 1)
    for page in guides:
        assert "郑州市142约1个工作日" in await said(service, page), page
    assert "现有待办1件，按目前人员和设备每日可办42件" in await said(service, own)
    await short(service, 1)
    assert "暂停办理，恢复后顺延" in await said(service, own)
    back = RemedyCentreIncident(office=CENTRE_OFFICE, incident=1, remedy=CentreRemedy.STAFF_BACK)
    await give(service, back)
    assert "约1个工作日" in await said(service, own)


async def test_what_is_still_to_come_today_is_in_the_wait(service: Service) -> None:
    """Three came in on Friday, a working day as today is, and one has come today."""
    friday, arranger = NOW - timedelta(days=3), Arranger(service)
    for number in range(3):
        history = plate_by_post(number, friday).envelopes[:1]
        await arranger.place(Situation(history, CASE.fold(each.event for each in history)))
    await service.submitted(SERVICE)
    await rostered(service, 1)
    found = await waits(service)
    assert found is not None
    assert found.ahead[0] == ForecastDay(NOW.date(), 42, 2, 0)
    assert found.to_come == 2


async def test_what_is_in_hand_is_counted_anew_twice_a_minute(service: Service) -> None:
    passed_s = 0.0
    times = CentreWaits(lambda: passed_s)
    await rostered(service, 1)
    assert _told(await waits(service, times)) == (0, 42)
    await service.submitted(SERVICE)
    await service.fold()
    passed_s = 29.0
    assert _told(await waits(service, times)) == (0, 42)
    passed_s = 30.0
    assert _told(await waits(service, times)) == (1, 42)


def _told(wait: CentreWait | None) -> tuple[int, int]:
    assert wait is not None
    return wait.backlog, wait.capacity


async def test_a_line_that_is_out_of_order_stops_a_centre(service: Service) -> None:
    await rostered(service, 1)
    line = RegisterEquipment(
        office=CENTRE_OFFICE, item="NL-1", equipment=EquipmentKind.NETWORK_LINE
    )
    await give(service, line)
    fault = CentreIncidentKind.EQUIPMENT_FAULT
    await give(service, ReportCentreIncident(office=CENTRE_OFFICE, kind=fault, item="NL-1"))
    found = await waits(service)
    assert found is not None
    assert (found.capacity, found.days) == (0, None)


async def test_the_load_of_a_centre_and_its_down_hours_are_told_with_the_waits(
    service: Service,
) -> None:
    """Two officers could handle 84 applications, and one was decided on the day."""
    history = plate_by_post(1, IN_JANUARY).envelopes
    await Arranger(service).place(Situation(history, CASE.fold(each.event for each in history)))
    (decided,) = (each for each in history if isinstance(each.event, CaseApproved))
    day = local_day(decided.at)
    line = events.EquipmentRegistered(
        office=CENTRE_OFFICE, item="NL-1", equipment=EquipmentKind.NETWORK_LINE
    )
    fault = events.CentreIncidentReported(
        office=CENTRE_OFFICE, incident=1, kind=CentreIncidentKind.EQUIPMENT_FAULT, item="NL-1"
    )
    shift = events.CentreShiftRostered(
        office=CENTRE_OFFICE, day=day, shift=CentreShift.DAY, officers=("a", "b")
    )
    morning = datetime.combine(day, time(1), UTC)
    told = (
        enveloped(shift, morning, CLERK),
        enveloped(line, morning, CLERK),
        enveloped(fault, morning + timedelta(days=1), CLERK),
    )
    write = StreamWrite(centre_of(CENTRE_OFFICE), 0, told)
    assert isinstance(service.desk.log, PostgresEventStore)
    await service.desk.log.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))
    await service.fold()
    path = f"/api/v1/statistics/centres?from={day}"
    found = (await service.http.get(f"{path}&to={day + timedelta(days=1)}")).json()
    assert found["all"] == {
        "centre_capacity_use": 1 / 84,
        "centre_officers_rostered": 2,
        "equipment_down_hours": 15,
    }
    assert found["regions"] == [{"region": ZHENGZHOU, "figures": found["all"]}]
    (wait,) = found["waits"]
    ahead = wait.pop("ahead")
    assert wait == {"region": ZHENGZHOU, "backlog": 0, "capacity": 0, "days": None}
    assert len(ahead) == 14
    assert ahead[0] == {"day": NOW.date().isoformat(), "capacity": 0, "arrivals": 0, "backlog": 0}
    assert (await service.http.get(f"{path}&to=2000-01-01")).status_code == 422
    period = f"period=custom&from={day}&to={day + timedelta(days=1)}"
    dashboard = (await service.http.get(f"/dashboard?{period}&paused=1&lang=zh")).text
    halls_and_centres = dashboard.split("办事大厅和网办中心")[1]
    row = halls_and_centres.split("郑州市")[1].split("</tr>")[0]
    assert [cell.split("</td>")[0] for cell in row.split('class="num">')[1:]] == [
        *("—", "0", "1.2%", "15"),
    ]

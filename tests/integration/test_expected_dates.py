"""Whoever tracks is told by which day half, and nine of ten, of such applications are done."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from domain.calendar import local_day
from domain.case.case import CASE
from domain.people import Role
from domain.services.blocks.examples import ID_NO
from tests.integration.test_tracking_page import asked
from tests.kit.histories import Plot, contact_changed
from tests.kit.plate_histories import plate_by_post
from tests.kit.served import NOW, Service, served
from tests.matrix.arranged import Arranger
from tests.matrix.situations import Situation

IN_FEBRUARY: Final = datetime(2020, 2, 3, 1, tzinfo=UTC)


async def made_before(service: Service, count: int, plot: Plot = plate_by_post) -> list[date]:
    """So many asked for it in February. The days on which they had their plates."""
    arranger, ends = Arranger(service), []
    for number in range(1, count + 1):
        history = plot(number, IN_FEBRUARY).envelopes
        await arranger.place(Situation(history, CASE.fold(each.event for each in history)))
        ends += [each.at for each in history if type(each.event).__name__ == "ParcelDelivered"]
    await service.fold()
    return [local_day(at) for at in ends]


async def tracked(service: Service, reference: str) -> dict[str, Any]:
    body = {"reference": reference, "last_four": ID_NO[-4:]}
    told: dict[str, Any] = (await service.http.post("/api/v1/tracking", json=body)).json()
    return told


async def test_the_dates_are_those_of_others_with_their_number(service: Service) -> None:
    ends = await made_before(service, 12)
    receipt = await service.submitted("plate_reissue")
    await service.fold()
    length = max(ends) - local_day(IN_FEBRUARY)
    told = (await tracked(service, receipt["reference"]))["expected"]
    by = (NOW.date() + length).isoformat()
    assert told["end"] == {"half_by": by, "most_by": by, "cases": 12}
    assert told["told_by"] == by
    assert told["moved_to"] is None
    assert told["next"] is None, "he pays himself"
    page = (await asked(service, receipt["reference"])).text
    assert "预计什么时候办好？" in page
    assert "依据 12 件" in page
    assert "近八周同类业务的实际用时" in page


async def test_the_step_at_which_the_office_is_has_dates_of_its_own(service: Service) -> None:
    await made_before(service, 12, contact_changed)
    receipt = await service.submitted("vehicle_contact_change")
    await service.fold()
    told = (await tracked(service, receipt["reference"]))["expected"]
    assert told["next"]["cases"] == 12
    assert told["next"]["most_by"] == told["end"]["most_by"] == NOW.date().isoformat()


async def test_of_few_cases_nothing_is_told(service: Service) -> None:
    await made_before(service, 9)
    receipt = await service.submitted("plate_reissue")
    await service.fold()
    assert (await tracked(service, receipt["reference"]))["expected"] is None
    assert "预计什么时候办好？" not in (await asked(service, receipt["reference"])).text


async def test_of_what_rests_or_is_done_no_day_is_told(service: Service) -> None:
    await made_before(service, 12, contact_changed)
    receipt = await service.submitted("vehicle_contact_change")
    hold = {"kind": "system_down"}
    held = await service.command(receipt["id"], "set-hold", 1, hold, role=Role.SUPERVISOR)
    assert held.status_code == 200
    await service.fold()
    told = (await tracked(service, receipt["reference"]))["expected"]
    assert (told["next"], told["end"]) == (None, None)
    assert told["told_by"] == NOW.date().isoformat()
    refused = {"codes": ["R-JURISDICTION"], "right_office": "410300"}
    declined = await service.command(receipt["id"], "decline-acceptance", 2, refused)
    assert declined.status_code == 200
    await service.fold()
    assert (await tracked(service, receipt["reference"]))["expected"] is None


async def test_each_working_day_so_far_is_told_with_whoever_had_it(
    database_url: str, tmp_path: Path
) -> None:
    """Submitted on a Monday and accepted on the Tuesday. On the Friday three days are gone."""
    now = NOW
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        receipt = await service.submitted("renewal_deferral")
        now = NOW + timedelta(days=1)
        assert (await service.command(receipt["id"], "accept-case", 1)).status_code == 200
        now = NOW + timedelta(days=4)
        await service.fold()
        spent = (await tracked(service, receipt["reference"]))["spent"]
        assert (spent["days_of_office"], spent["days_of_citizen"], spent["days_of_post"]) == (
            4,
            0,
            0,
        )
        assert spent["counted"] == 3
        assert [day["counts"] for day in spent["days"]] == [False, True, True, True]
        assert spent["days"][0] == {
            "on": "2020-02-25",
            "spent_on": "office",
            "spent_on_title": "车辆管理所",
            "reason": "submitted",
            "reason_title": "已提交，待受理",
            "counts": False,
        }
        page = (await asked(service, receipt["reference"])).text
        assert "时间用在了哪里？" in page
        assert "其中计入办理期限 3 个" in page

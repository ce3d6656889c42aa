"""``/mine``: an applicant is told both days where a relief moved one, and why his case rests."""

from domain.clocks.clock import Clock
from domain.offices.tree import PROVINCE
from domain.people import Role
from domain.reliefs.commands import AnnounceRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.own_pages import look
from tests.kit.served import Service


async def test_both_days_are_told_beside_what_is_to_be_done(service: Service) -> None:
    relief = AnnounceRelief(
        mode=ReliefMode.SUSPEND,
        clocks=(Clock.CORRECTION_REPLY,),
        first=service.desk.today,
        body=ReliefBody.HEADQUARTERS,
        document_no="豫公交〔2020〕1号",
        text="疫情防控期间，申请人补正材料的期限中止计算。",
    )
    await service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), relief, asked(relief, HQ))
    told = await service.submitted("vehicle_contact_change")
    defects = {"defects": [{"where": "id_front", "code": "missing"}]}
    await service.command(told["id"], "request-correction", 1, defects)
    page = (await look(service, f"/mine/{told['id']}")).text
    assert "中止计算，另行公布" in page
    assert "原期限为" in page
    assert "豫公交〔2020〕1号" in page


async def test_a_case_that_rests_says_why(service: Service) -> None:
    told = await service.submitted("renewal_deferral")
    page = f"/mine/{told['id']}"
    assert "此业务暂停办理" not in (await look(service, page)).text
    held = await service.command(
        told["id"], "set-hold", 1, {"kind": "system_down"}, role=Role.SUPERVISOR, subject="head"
    )
    assert held.status_code == 200, held.text
    text = (await look(service, page)).text
    assert "此业务暂停办理" in text
    assert "原因：系统故障" in text

"""What a citizen reads of a case that is held, and when it goes on."""

from datetime import timedelta
from pathlib import Path

from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.message import Command
from tests.kit.life import LEADER
from tests.kit.offices import asked
from tests.kit.page_office import ID_NO, NOW, Opened, page_office
from tests.kit.projected import project
from tests.kit.visitors import visiting


async def test_a_moved_day_stands_beside_the_one_it_was(database_url: str, tmp_path: Path) -> None:
    """A correction is to be there on 22 June, and the case is held from 1 June to 1 July."""
    now = NOW

    async def tracked(office: Opened, command: Command) -> str:
        await office.desk.door.handle(CASE, office.case, command, asked(command, LEADER))
        await project(database_url)
        async with visiting(office) as browser:
            fields = {"reference": office.reference, "last_four": ID_NO[-4:]}
            answer = await browser.post("/track?lang=zh", data=fields)
            assert answer.status_code == 200
            return answer.text

    async with page_office(database_url, tmp_path, lambda: now) as office:
        held = await tracked(office, SetHold(kind=Hold.RELIEF))
        assert "暂缓办理" in held
        assert "疫情防控期间期限延长措施" in held
        now += timedelta(days=30)
        goes_on = await tracked(office, ReleaseHold(kind=Hold.RELIEF))
    moved = goes_on[goes_on.index("期限已延长") :]
    for text in ("新期限", "2020-07-22", "原期限", "2020-06-22"):
        assert text in moved

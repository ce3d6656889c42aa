"""What a bulletin says of questions, halls and centres: what was recorded, and for ever."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.centres.state import centre_of
from domain.enquiries.events import EnquiryAnswered, EnquiryAssigned, EnquiryReceived
from domain.enquiries.kind import EnquiryChannel, EnquiryOutcome, EnquiryTopic
from domain.enquiries.stage import EnquiryStage
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import open_store
from domain.halls.choices import TurnedAwayFor
from domain.halls.events import VisitorAdmitted, VisitorTurnedAway
from domain.halls.hall import HALL
from domain.halls.state import hall_of
from domain.message import Event
from projections.engine.rebuild import rebuild
from tests.kit.bulletins import NINE, ReportingOffice, reporting_office
from tests.kit.centres import rostered
from tests.kit.envelopes import enveloped
from tests.kit.halls import BEGUN, CLERK, DISINFECTED, LANE, OFFICE, OPENED, came, taps
from tests.kit.offices import asked
from tests.kit.projected import ALL

DAY: Final = date(2020, 3, 6)
MORNING: Final = datetime.combine(DAY, NINE)
ENQUIRY: Final = UUID(int=41)
PATHS: Final = [
    f"/bulletin/{DAY}{tail}?lang={language}"
    for tail in ("", f"/{OFFICE}", "/410100")
    for language in ("zh", "en")
]
ASKED: Final = [
    EnquiryReceived(
        office=OFFICE,
        channel=EnquiryChannel.PAGE,
        topic=EnquiryTopic.OTHER,
        answer_by=DAY + timedelta(days=3),
        key_id=UUID(int=7),
        sealed={},
    ),
    EnquiryAssigned(office=OFFICE, handler="clerk"),
]
ANSWERED: Final = EnquiryAnswered(
    office=OFFICE,
    stage=EnquiryStage.ANSWERED,
    officer="clerk",
    outcome=EnquiryOutcome.EXPLAINED,
    answer="pii1.x",
    at_once=True,
)
VISITS: Final = [
    *[
        VisitorAdmitted(lane=LANE, number=number, at=MORNING, temperature=365)
        for number in (1, 2, 3)
    ],
    VisitorTurnedAway(lane=LANE, number=4, at=MORNING, reason=TurnedAwayFor.NO_MASK),
]


async def stored(url: str, stream: UUID, history: Sequence[Event], at: datetime) -> None:
    async with open_store(url, CODEC) as store:
        envelopes = tuple(enveloped(event, at, CLERK) for event in history)
        write = StreamWrite(stream, 0, envelopes)
        answer = await store.append(Pending(uuid4(), b"\0" * 32, b"{}", (write,)))
        assert isinstance(answer, Appended)


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[ReportingOffice]:
    """Luoyang has answered a question, kept its hall and rostered its centre on the day."""
    async with reporting_office(database_url, tmp_path, DAY) as made:
        url = made.service.url
        opened = [replace(BEGUN, day=DAY), *OPENED[1:]]
        await stored(url, hall_of(OFFICE, DAY), [*opened, *DISINFECTED, *VISITS], MORNING)
        await stored(url, ENQUIRY, [*ASKED, ANSWERED], MORNING)
        await stored(url, centre_of("410300.noc"), [rostered(3, DAY)], MORNING)
        await made.service.fold()
        yield made


def of_duties(sheet: str) -> str:
    return sheet.split('id="duties"')[1].split("</dl>")[0]


@pytest.mark.requirement("R17")
@pytest.mark.requirement("R19")
@pytest.mark.requirement("R21")
@pytest.mark.requirement("R23")
async def test_a_day_tells_of_questions_halls_and_centres(office: ReportingOffice) -> None:
    for tail in ("", f"/{OFFICE}"):
        told = of_duties(await office.sheet(f"/bulletin/{DAY}{tail}?lang=zh"))
        assert "咨询量 1，咨询答复量 1，咨询按时答复率 100.0%，一次答复率 100.0%" in told
        assert "测温入厅人次 3，劝返人次 1，消杀完成率 90.9%，保洁完成率 0.0%" in told
        assert "网办中心排班人次 3，网办中心负荷 " in told
        assert "设备停用小时数 0" in told
    elsewhere = of_duties(await office.sheet(f"/bulletin/{DAY}/410100?lang=zh"))
    assert "咨询量 0，咨询答复量 0，咨询按时答复率 —" in elsewhere
    assert "测温入厅人次 0，劝返人次 0，消杀完成率 —" in elsewhere
    assert "网办中心排班人次 0，网办中心负荷 —" in elsewhere


async def test_nothing_that_is_told_later_changes_a_day_that_is_closed(
    office: ReportingOffice,
) -> None:
    """A tablet that was offline over night tells of yesterday's people on the day after."""
    before = [await office.sheet(path) for path in PATHS]
    assert not any("暂计数" in sheet or "Provisional" in sheet for sheet in before)
    late = taps(came(5), came(6, masked=False))
    hall = hall_of(OFFICE, DAY)
    await office.service.desk.door.handle(HALL, hall, late, asked(late, CLERK))
    await stored(office.service.url, UUID(int=42), [*ASKED, ANSWERED], office.now)
    await office.service.fold()
    assert [await office.sheet(path) for path in PATHS] == before
    for projection in ALL:
        await rebuild(office.service.url, projection, CODEC)
    assert [await office.sheet(path) for path in PATHS] == before
    following = of_duties(await office.sheet(f"/bulletin/{DAY + timedelta(days=1)}?lang=zh"))
    assert "咨询量 1，咨询答复量 1" in following
    assert "测温入厅人次 1，劝返人次 1，消杀完成率 —" in following


async def test_a_day_of_which_a_question_is_not_folded_is_provisional(
    office: ReportingOffice,
) -> None:
    """The day is closed by the cases, but a read model beside them is behind."""
    following = DAY + timedelta(days=1)
    await stored(office.service.url, UUID(int=43), ASKED, office.now)
    office.now += timedelta(days=1)
    assert "暂计数" in await office.sheet(f"/bulletin/{following}?lang=zh")
    behind = [each for each in ALL if each.name != "enquiries"]
    for projection in behind:
        await rebuild(office.service.url, projection, CODEC)
    assert "暂计数" in await office.sheet(f"/bulletin/{following}?lang=zh")
    await office.service.fold()
    sheet = await office.sheet(f"/bulletin/{following}?lang=zh")
    assert "暂计数" not in sheet
    assert "咨询量 1，咨询答复量 0" in of_duties(sheet)

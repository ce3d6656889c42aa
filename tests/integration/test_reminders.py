"""Owners and holders are reminded once, whoever is killed, and not of what is under way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.clocks.clock import Clock
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.offices.tree import PROVINCE
from domain.people import Actor, Role
from domain.register.contact import FiledContact
from domain.register.reminder_topic import ReminderTopic
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.reminders.events import HolderReminded, ReminderPutOff
from domain.reminders.kinds import PutOffReason
from domain.vault import Purpose
from tests.integration.test_notice_pages import seen
from tests.kit.notices import Carried, told
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.reminded import enter_five, enter_licence, gone_round, reminders, rounds
from tests.kit.served import NOW, Service, served
from workers.notices import reminder_rounds

HQ = Actor(Role.HQ, "headquarters")
ID_NO = "410102199202291236"
"""Of whoever applies in every example."""


@pytest.fixture
async def hours(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Service, list[datetime]]]:
    """A service whose clock the test moves."""
    now = [NOW]
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        yield service, now


async def applied(service: Service, code: str) -> tuple[UUID, Any]:
    """A case of a service, and its state."""
    case = UUID((await service.submitted(code))["id"])
    opened, _ = await service.desk.door.open(CASE, case, HQ)
    return case, opened.state


async def test_of_each_of_the_five_somebody_is_reminded_once(
    service: Service, connection: Connection
) -> None:
    records = await enter_five(service)
    assert await gone_round(service, NOW) == 5
    assert await gone_round(service, NOW) == 0
    assert await gone_round(service, NOW + timedelta(days=1)) == 0
    events = await reminders(connection)
    assert {each.record for each in events} == set(records)
    assert {each.topic for each in events} == set(ReminderTopic)
    assert {type(each) for each in events} == {HolderReminded}


async def test_two_that_go_round_at_the_same_time_remind_once(
    service: Service, connection: Connection
) -> None:
    await enter_five(service)
    await service.fold()
    others = [await connect(service.url) for _ in range(3)]
    try:
        made = await asyncio.gather(*(rounds(service).go(each, NOW) for each in others))
    finally:
        for each in others:
            await each.close()
    assert sum(made) >= 5
    assert len(await reminders(connection)) == 5


@pytest.mark.parametrize("point", ["M1", "M2"])
async def test_whoever_is_killed_reminds_nobody_twice(
    service: Service, connection: Connection, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    passed: list[str] = []

    def killed(at: str) -> None:
        passed.append(at)
        if at == point and passed.count(point) in {1, 3}:
            raise RuntimeError("killed")

    monkeypatch.setattr(reminder_rounds, "failpoint", killed)
    await enter_five(service)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            await gone_round(service, NOW)
    await gone_round(service, NOW)
    assert len(await reminders(connection)) == 5


async def test_while_an_application_for_it_is_open_nobody_is_reminded(
    hours: tuple[Service, list[datetime]], connection: Connection
) -> None:
    """It is put off by a week, and by another one as long as nothing is decided."""
    service, now = hours
    _, state = await applied(service, "licence_renewal")
    assert state.licence is not None
    await entered_under(service, state.licence, b"somebody")
    assert await gone_round(service, now[0]) == 1
    now[0] = NOW + timedelta(days=6)
    assert await gone_round(service, now[0]) == 0
    now[0] = NOW + timedelta(days=7)
    assert await gone_round(service, now[0]) == 1
    first, second = await reminders(connection)
    assert isinstance(first, ReminderPutOff)
    assert isinstance(second, ReminderPutOff)
    assert first.reason is second.reason is PutOffReason.APPLICATION_OPEN
    assert (first.until, second.until) == (date(2020, 3, 2), date(2020, 3, 9))


async def test_his_number_is_taken_from_a_case_that_he_has_made_himself_and_from_no_other(
    service: Service, connection: Connection
) -> None:
    """Anybody can name the licence of a stranger in a form."""
    case, state = await applied(service, "licence_photo_submit")
    whose = service.desk.names.of(Purpose.ID_NO, ID_NO)
    await entered_under(service, state.licence, b"a stranger")
    assert await gone_round(service, NOW) == 1
    (stranger,) = await reminders(connection)
    assert isinstance(stranger, HolderReminded)
    assert stranger.contact is None
    await entered_under(service, state.licence, whose, valid_until=date(2020, 4, 2))
    assert await gone_round(service, NOW) == 1
    (_, his) = await reminders(connection)
    assert isinstance(his, HolderReminded)
    assert his.contact == FiledContact(case, "applicant")


async def test_the_message_says_until_when_and_reaches_his_telephone(service: Service) -> None:
    first = Carried()
    await due_with_contact(service)
    assert await gone_round(service, NOW) == 1
    for _ in range(2):
        await told(service, first)
    reminded = [each for each in first.taken.values() if "提醒" in each.text.zh]
    assert [each.to for each in reminded] == ["13800001234"]
    assert reminded[0].text.zh.startswith(
        "【河南车管】驾驶证期满换证提醒：您的驾驶证有效期至2020年4月1日"
    )
    assert reminded[0].text.en.startswith("Renewal of the driving licence: Your driving licence")


@pytest.mark.requirement("R31")
async def test_what_an_open_relief_holds_is_reminded_of_relative_to_the_day_that_it_gets(
    hours: tuple[Service, list[datetime]], connection: Connection
) -> None:
    service, now = hours
    await enter_licence(service, b"1", medical_due_on=date(2020, 3, 1))
    announce = AnnounceRelief(
        mode=ReliefMode.SUSPEND,
        clocks=(Clock.LIC_MEDICAL,),
        first=date(2020, 2, 1),
        body=ReliefBody.HEADQUARTERS,
        text="提交身体条件证明期限适当延长",
    )
    await service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), announce, asked(announce, HQ))
    assert await gone_round(service, now[0]) == 1
    now[0] += timedelta(days=7)
    assert await gone_round(service, now[0]) == 0
    (open_still,) = await reminders(connection)
    assert isinstance(open_still, ReminderPutOff)
    end = EndRelief(relief=open_still.relief, last=date(2020, 3, 31))
    await service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), end, asked(end, HQ))
    now[0] += timedelta(days=1)
    assert await gone_round(service, now[0]) == 1
    (_, moved) = await reminders(connection)
    assert isinstance(moved, ReminderPutOff)
    assert moved.until == date(2020, 4, 1)
    now[0] = NOW + timedelta(days=36)
    assert await gone_round(service, now[0]) == 0
    now[0] = NOW + timedelta(days=37)
    assert await gone_round(service, now[0]) == 1
    (*_, reminded) = await reminders(connection)
    assert isinstance(reminded, HolderReminded)
    assert (reminded.last_on, reminded.until) == (date(2020, 3, 1), date(2020, 4, 30))


async def test_a_reminder_is_seen_in_the_outbox_and_by_officers_of_its_office(
    service: Service,
) -> None:
    await due_with_contact(service)
    await gone_round(service, NOW)
    await told(service, Carried())
    await service.fold()
    outbox = (await service.http.get("/outbox")).text
    assert "驾驶证期满换证提醒" in outbox
    assert "138****1234" in outbox
    listed = Page((await seen(service, "/notices")).text).tables["最近的通知"]
    assert ["驾驶证期满换证", "期限提醒", "所有人或者持证人", "短信"] in [row[:4] for row in listed]
    headers = {"authorization": service.bearer(Role.SUPERVISOR)}
    answer = await service.http.get("/api/v1/reminders", headers=headers)
    (line,) = answer.json()["reminders"]
    assert (line["topic"], line["stage"], line["last_on"]) == ("renewal", "given", "2020-04-01")
    assert line["reachable"]


async def due_with_contact(service: Service) -> None:
    """A licence whose renewal has opened, and whose holder has a case of something else."""
    _, state = await applied(service, "licence_photo_submit")
    whose = service.desk.names.of(Purpose.ID_NO, ID_NO)
    await entered_under(service, state.licence, whose)


async def entered_under(
    service: Service, stream: UUID, holder: bytes, valid_until: date = date(2020, 4, 1)
) -> None:
    """Enters a licence that expires soon, in the place of any that was there before."""
    await enter_licence(service, b"", at=stream, holder=holder, valid_until=valid_until, years=6)

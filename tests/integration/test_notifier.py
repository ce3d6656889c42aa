"""People are told of their cases: each person of each step once, whatever is killed meanwhile."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.notices.commands import RepeatNotice
from domain.notices.kinds import NoticeChannel, NoticeStage, UndeliveredReason
from domain.notices.notice import NOTICE
from domain.notices.state import notice_of
from domain.people import Actor, Role
from tests.kit.messengers import messenger
from tests.kit.notices import Carried, notices_of, notifier, told
from tests.kit.offices import asked
from tests.kit.one_time_codes import code
from tests.kit.served import Service, served
from tests.kit.sms import Telephones
from workers.notices import sender
from workers.notices.sender import ProvidersAway
from workers.timekeeper import pass_deadlines

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)
LATE = datetime(2020, 2, 24, 14, tzinfo=UTC)
FREE = "exempt_inspection_mark"
"""A service that costs nothing, so the office can accept it at once."""
CLERK = Actor(Role.CLERK, "clerk-1", "410100")


async def accepted(service: Service) -> UUID:
    """A case that was submitted and accepted."""
    case = UUID((await service.submitted(FREE))["id"])
    command = AcceptCase()
    await service.desk.door.handle(CASE, case, command, asked(command, CLERK))
    return case


@pytest.fixture
async def hours(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Service, list[datetime]]]:
    """A service whose clock the test moves."""
    now = [NINE]
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        yield service, now


async def test_he_is_told_that_it_was_received_and_that_it_was_accepted(service: Service) -> None:
    first = Carried()
    await accepted(service)
    await told(service, first)
    received, taken = first.texts
    assert "已收到您的申请" in received
    assert received.startswith("【河南车管】申领免检标志（查询码")
    assert "https://cheguan.example/track#" in received
    assert "已受理，将于2020年2月" in taken


async def test_what_was_told_is_not_told_again(service: Service, connection: Connection) -> None:
    """Not even when the whole log is read once more."""
    first = Carried()
    await accepted(service)
    for _ in range(2):
        await told(service, first)
        await connection.execute("UPDATE reaction_position SET epoch = 0 WHERE name = 'notifier'")
    assert len(first.asked) == 2


@pytest.mark.parametrize("point", ["N1", "N2", "N3"])
async def test_whoever_is_killed_tells_nobody_twice(
    service: Service, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    first, second, passed = Carried(), Carried("second"), []

    def killed(at: str) -> None:
        passed.append(at)
        if at == point and passed.count(point) == 1:
            raise RuntimeError("killed")

    monkeypatch.setattr(sender, "failpoint", killed)
    await accepted(service)
    with pytest.raises(RuntimeError):
        await told(service, first, second)
    await told(service, second, first)
    assert len(first.taken) + len(second.taken) == 2
    assert [each.stage for each in await notices_of(service)] == [NoticeStage.HANDED_OVER] * 2


async def test_of_the_second_provider_nobody_hears_who_may_have_heard_of_the_first(
    hours: tuple[Service, list[datetime]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first has taken it and is away when the notifier starts again."""
    service, now = hours
    first, second = Carried(), Carried("second")

    def killed(at: str) -> None:
        if at == "N2":
            raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(sender, "failpoint", killed)
        await service.submitted(FREE)
        with pytest.raises(RuntimeError):
            await told(service, first, second)
    first.away = True
    await told(service, first, second)
    (waits,) = await notices_of(service)
    assert waits.stage is NoticeStage.WAITING
    first.away, now[0] = False, NINE + timedelta(seconds=30)
    await released(service, now[0])
    await told(service, first, second)
    assert len(first.taken) == 1
    assert second.asked == []


async def test_while_one_provider_is_away_the_other_carries_all(service: Service) -> None:
    first, second = Carried(away=True), Carried("second")
    await accepted(service)
    await told(service, first, second)
    assert len(second.taken) == 2
    assert len(first.asked) == 1


async def test_while_all_are_away_it_waits_without_a_record_for_each_try(service: Service) -> None:
    first, second = Carried(away=True), Carried("second", away=True)
    case = await accepted(service)
    async with notifier(service, first, second) as made:
        for _ in range(5):
            with pytest.raises(ProvidersAway):
                await made.step()
        first.away = second.away = False
        await made.catch_up()
    assert len(first.taken) + len(second.taken) == 2
    stream = notice_of(case, 1, (await notices_of(service))[0].to)
    _, history = await service.desk.door.open(NOTICE, stream, CLERK)
    assert len(history) <= 4


async def test_of_whom_no_answer_came_nobody_knows_and_the_same_one_is_asked_again(
    hours: tuple[Service, list[datetime]],
) -> None:
    service, now = hours
    first, second = Carried(silent=True), Carried("second")
    await service.submitted(FREE)
    await told(service, first, second)
    (waits,) = await notices_of(service)
    assert waits.stage is NoticeStage.WAITING
    first.silent = False
    now[0] = NINE + timedelta(seconds=30)
    await released(service, now[0])
    await told(service, first, second)
    assert len(first.asked) == 2
    assert len(first.taken) == 1
    assert second.asked == []


async def released(service: Service, now: datetime) -> None:
    await service.fold()
    connection = await connect(service.url)
    try:
        desk = service.desk
        assert await pass_deadlines(connection, desk.codec, desk.door, now) == 1
    finally:
        await connection.close()


async def test_in_the_quiet_hours_nobody_is_disturbed(
    hours: tuple[Service, list[datetime]],
) -> None:
    service, now = hours
    first = Carried()
    now[0] = LATE
    await service.submitted(FREE)
    await told(service, first)
    assert first.asked == []
    now[0] = datetime(2020, 2, 25, tzinfo=UTC)
    await released(service, now[0])
    await told(service, first)
    assert len(first.taken) == 1


async def test_a_number_that_is_none_holds_nobody_up(service: Service) -> None:
    body = await service.example(FREE)
    first = Carried(dead=[body["applicant"]["mobile"]])
    await accepted(service)
    await told(service, first)
    notices = await notices_of(service)
    assert [each.reason for each in notices] == [UndeliveredReason.BLOCKED] * 2


async def test_who_was_erased_is_told_nothing(service: Service, connection: Connection) -> None:
    first = Carried()
    await accepted(service)
    await connection.execute("DELETE FROM vault.data_key")
    service.desk.keyring._known.clear()
    await told(service, first)
    assert first.asked == []


async def test_an_officer_has_it_sent_again_under_another_id(service: Service) -> None:
    body = await service.example(FREE)
    first = Carried(dead=[body["applicant"]["mobile"]])
    case = UUID((await service.submitted(FREE))["id"])
    await told(service, first)
    first.dead = ()
    again = RepeatNotice()
    (notice,) = await notices_of(service)
    stream = notice_of(case, 1, notice.to)
    await service.desk.door.handle(NOTICE, stream, again, asked(again, CLERK))
    await told(service, first)
    (notice,) = await notices_of(service)
    assert (notice.round, notice.stage) == (2, NoticeStage.HANDED_OVER)
    assert notice.channel is NoticeChannel.SMS
    assert len(set(first.asked)) == 2


async def test_codes_do_not_wait_behind_notices(service: Service) -> None:
    telephones = Telephones()
    await accepted(service)
    await code(service)
    async with notifier(service, Carried(away=True)) as away, messenger(service, telephones) as at:
        with pytest.raises(ProvidersAway):
            await away.step()
        await at.catch_up()
    assert len(telephones.received) == 1

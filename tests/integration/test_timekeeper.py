"""The timekeeper reaches every case, however many before it refuse for ever."""

from datetime import timedelta

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.overlays.commands import WithdrawCase
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from tests.kit.life import TIMEKEEPER
from tests.kit.offices import CITIZEN, open_office
from tests.kit.projected import project
from workers import timekeeper


async def test_cases_that_always_refuse_do_not_hide_the_others(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timekeeper, "PAGE", 1)
    async with open_office(database_url) as office:
        cases = [(await office.submit("plate_reissue", number)).stream for number in range(1, 6)]
        await project(database_url)
        for case in cases[:3]:
            await office.do(case, CITIZEN, WithdrawCase())
        later = office.now = office.now + timedelta(hours=25)
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 2
        for case in cases[3:]:
            opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
            assert opened.state.stage is Stage.LAPSED
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 2

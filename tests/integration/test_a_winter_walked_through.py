"""The winter in which nobody knows next year's holidays, day by day over the API."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from domain.calendar import Calendar
from domain.case.deadlines.due import Due
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.event_store.transaction import Connection
from domain.people import Role
from domain.services.catalogue import CATALOGUE
from tests.kit.walk import Applied, Walk, walking
from workers import timekeeper

FIRST, LAST = date(2026, 11, 1), date(2027, 3, 1)
CALENDAR = Calendar()
SERVICES = ("plate_reissue", "renewal_deferral", "plate_reissue", "vehicle_contact_change")
RELIEF = {"kind": "relief"}
TO_CORRECT = {"defects": [{"where": "id_front", "code": "unreadable"}]}
HAPPENED = {
    "CaseAccepted",
    "CaseApproved",
    "CorrectionExpired",
    "CorrectionRequested",
    "CorrectionSupplied",
    "DeadlineExtended",
    "DeemedAccepted",
    "HoldReleased",
    "OrderPaid",
    "PaymentExpired",
}


async def _asks_for_correction(walk: Walk, case: Applied) -> None:
    await walk.does(case, "request-correction", TO_CORRECT)


async def _supplies(walk: Walk, case: Applied) -> None:
    await walk.supplies(case, "id_front")


async def _accepts(walk: Walk, case: Applied) -> None:
    await walk.does(case, "accept-case")


async def _holds(walk: Walk, case: Applied) -> None:
    await walk.does(case, "set-hold", RELIEF)


async def _releases(walk: Walk, case: Applied) -> None:
    await walk.does(case, "release-hold", RELIEF)


Script = Mapping[int, Callable[[Walk, Applied], Awaitable[None]]]
SCRIPTS: Final[tuple[Script, ...]] = (
    {},
    {2: _asks_for_correction, 12: _supplies},
    {2: _asks_for_correction},
    {1: _accepts, 3: _holds, 20: _releases},
    {1: _holds, 15: _releases, 16: _accepts},
    {2: _asks_for_correction, 5: _holds, 25: _releases, 27: _supplies},
)
"""What is done with an application, so many days after it came in."""


async def test_no_day_stops_the_office_and_every_deadline_follows_its_rule(
    database_url: str,
    connection: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timekeeper, "_EVERY_S", 0.02)
    async with walking(database_url, connection, tmp_path) as walk:
        provisional = 0
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + timedelta(days=number)
            await walk.morning(day)
            case = await walk.apply(SERVICES[number % len(SERVICES)])
            if (await walk.look(case))["stage"] == "payment_pending" and number % 7:
                await walk.pays(case)
            await walk.settled()
            for number_then, earlier in enumerate(walk.applied):
                act = SCRIPTS[number_then % len(SCRIPTS)].get((day - earlier.on).days)
                if act and not CATALOGUE[earlier.service].automatic:
                    await _if_open(walk, earlier, act)
            await walk.settled()
            provisional += await _every_deadline_is_right(walk, day)
            await _every_page_is_there(walk, case, day)
        walk.nobody_died()
        assert max(walk.statuses) < 500
        assert provisional > 0 or CALENDAR.is_published(LAST)
        cursor = await connection.execute("SELECT DISTINCT topic FROM stored_events")
        assert {row[0] for row in await cursor.fetchall()} >= HAPPENED


async def _if_open(
    walk: Walk, case: Applied, act: Callable[[Walk, Applied], Awaitable[None]]
) -> None:
    """A case that nobody has paid for, or that has lapsed, is left alone."""
    if (await walk.look(case))["stage"] in {"submitted", "correction_requested", "accepted"}:
        await act(walk, case)


async def _every_deadline_is_right(walk: Walk, day: date) -> int:
    """Looks at each case that has changed. Returns how many provisional days it was shown."""
    cursor = await walk.connection.execute("SELECT stream::text, version FROM projections.caseload")
    versions: dict[str, int] = dict(await cursor.fetchall())
    provisional = 0
    for case in walk.applied:
        if versions[case.case] == case.version and case.on != day:
            continue
        told = await walk.look(case)
        tracked = await walk.tracked(case)
        shown = [*told["deadlines"], *filter(None, [tracked["next"]])]
        for each in shown:
            provisional += _is_right(each)
    return provisional


def _is_right(shown: Mapping[str, Any]) -> bool:
    """A term in working days ends on one, by the rule that it names."""
    due = Due(shown["clock"], date.fromisoformat(shown["on"]))
    working = due.clock in IN_WORKING_DAYS
    assert shown["counts"] == ("working_days" if working else "calendar_days")
    assert shown["provisional"] is (working and not CALENDAR.is_published(due.on))
    assert not working or CALENDAR.is_working_day(due.on), shown
    if shown["provisional"]:
        assert due.on.weekday() < 5
        assert str(due.on.year) in shown["note"]
    return bool(shown["provisional"])


async def _every_page_is_there(walk: Walk, case: Applied, day: date) -> None:
    home = await walk.ask("GET", "/", accept_language="zh")
    assert f"{day.year}年{day.month}月{day.day}日" in home.text
    office = walk.town.bearer(Role.HQ)
    for path in ("/dashboard", "/services/plate_reissue", "/api/v1/statistics/now"):
        assert (await walk.ask("GET", path)).status_code == 200
    queue = await walk.ask("GET", "/api/v1/cases?queue=all", authorization=office)
    assert queue.status_code == 200
    history = f"/api/v1/audit/cases/{case.case}/history"
    auditor = walk.town.bearer(Role.AUDITOR)
    assert (await walk.ask("GET", history, authorization=auditor)).status_code == 200

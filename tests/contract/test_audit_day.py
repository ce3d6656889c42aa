"""The figures as they stood at the end of a day, and what moves none of them."""

from datetime import date, timedelta
from typing import Final

import pytest

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.stage import FINAL, OPEN, Stage
from domain.message import Event
from domain.people import Role
from tests.kit.page_office import NOW, Opened
from tests.kit.page_reading import Page
from tests.kit.projected import LIVES
from tests.kit.visitors import refused, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

_DAYS: Final = [date(2020, 3, 2), date(2020, 3, 4), date(2020, 3, 31)]


async def test_a_day_shows_what_happened_on_it_and_what_was_in_hand_at_its_end(
    office: Opened,
) -> None:
    """Compared with the histories themselves, folded again up to the end of the day."""
    async with visiting(office, Role.AUDITOR) as browser:
        for day in _DAYS:
            page = Page((await browser.get(f"/audit/day?at={day}&lang=en")).text)
            table = page.tables["The province"]
            province = dict(zip(table[0], table[1], strict=True))
            submitted = in_hand = completed = 0
            for life in LIVES:
                stage = Stage.NEW
                for envelope in life.envelopes:
                    on = local_day(envelope.at)
                    if on > day:
                        break
                    after = _stage(stage, envelope.event)
                    submitted += on == day and stage is Stage.NEW
                    completed += on == day and after is Stage.COMPLETED is not stage
                    stage = after
                in_hand += stage in OPEN
                assert stage in OPEN or stage in FINAL or stage is Stage.NEW
            assert province["Submitted"] == str(submitted), day
            assert province["Completed"] == str(completed), day
            assert province["In hand at the end"] == str(in_hand), day
            stages = page.tables.get("In hand at the end of the day, by stage")
            assert (stages[-1][1] if stages else "0") == str(in_hand)


def _stage(stage: Stage, event: Event) -> Stage:
    return CASE.stage_after(stage, event)


async def test_a_slider_and_two_links_lead_from_day_to_day(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = Page((await browser.get("/audit/day?at=2020-03-04&lang=en")).text)
        (slider,) = [each for each in page.all("input") if each.get("type") == "range"]
        assert (slider["name"], slider["value"]) == ("after", "30")
        moved = await browser.get("/audit/day?first=2020-02-03&after=31")
        assert moved.status_code == 303
        assert moved.headers["location"] == "/audit/day?at=2020-03-05"
        rels = {a["rel"]: a["href"] for a in page.all("a") if "rel" in a}
        assert rels == {"prev": "/audit/day?at=2020-03-03", "next": "/audit/day?at=2020-03-05"}
        unsaid = await browser.get("/audit/day?lang=en")
        yesterday = NOW.date() - timedelta(days=1)
        assert f'value="{yesterday}"' in unsaid.text
        assert "Today is not over" in (await browser.get(f"/audit/day?at={NOW.date()}")).text
        for nonsense in ("x", "2020-02-30", "2020-06-02", "9999-12-31", "0001-01-01"):
            refused(await browser.get(f"/audit/day?at={nonsense}"), 422)
        refused(await browser.get("/audit/day?after=-1"), 404)


async def test_auditors_alone_look_back(office: Opened) -> None:
    for role, status in ((Role.HQ, 200), (Role.CLERK, 403), (Role.SUPERVISOR, 403)):
        async with visiting(office, role, None if role is Role.HQ else "410100") as browser:
            assert (await browser.get("/audit/day")).status_code == status

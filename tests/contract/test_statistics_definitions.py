"""The list of figures is public, Chinese first and English on request."""

import pytest

from projections.throughput.definitions.all_definitions import DEFINITIONS
from tests.kit.page_office import Opened
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")
PATH = "/api/v1/statistics/definitions"


async def test_the_figures_are_listed_in_chinese(office: Opened) -> None:
    async with visiting(office) as browser:
        answer = await browser.get(PATH)
    assert answer.status_code == 200
    told = {each["code"]: each for each in answer.json()}
    assert list(told) == [each.code for each in DEFINITIONS]
    assert told["correction_rate"] == {
        "code": "correction_rate",
        "title": "补正率",
        "counts": "当日提交的申请中，被要求补正至少一次的所占比例。",
        "unit": "share",
        "when": {"code": "cohort", "title": "同批事项起始之日"},
        "dimensions": ["day", "region", "office", "service", "channel", "green"],
        "cohort": True,
        "available": True,
    }


async def test_the_figures_are_listed_in_english(office: Opened) -> None:
    async with visiting(office) as browser:
        answer = await browser.get(PATH, headers={"accept-language": "en"})
    told = {each["code"]: each for each in answer.json()}
    fines = told["fine_overdue_amount"]
    assert fines["title"] == "Overdue fines"
    assert fines["counts"] == "Adds up the fines that were not paid within the time limit."
    assert fines["when"]["title"] == "On the day it was recorded"
    assert (fines["unit"], fines["cohort"], fines["available"]) == ("fen", False, False)

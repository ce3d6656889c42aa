"""The list of figures is public, in Chinese and in English."""

import pytest

from projections.throughput.definitions.all_definitions import DEFINITIONS
from tests.kit.page_office import Opened
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_figures_are_listed_in_both_languages(office: Opened) -> None:
    async with visiting(office) as browser:
        answer = await browser.get("/api/v1/statistics/definitions")
    assert answer.status_code == 200
    told = {each["code"]: each for each in answer.json()}
    assert list(told) == [each.code for each in DEFINITIONS]
    assert told["delivery_rate"] == {
        "code": "delivery_rate",
        "title": {"zh": "妥投率", "en": "Delivery rate"},
        "counts": {
            "zh": "当日首次交寄的邮件中，首次寄递即妥投的所占比例。",
            "en": "Divides those of the parcels first posted on a day that arrived by that post by"
            " all first posted on it.",
        },
        "unit": "share",
        "when": {
            "code": "cohort",
            "title": {"zh": "同批事项起始之日", "en": "On the day the cases of the group began"},
        },
        "dimensions": ["day", "region", "office", "service", "channel", "green"],
        "cohort": True,
        "of_one_service": False,
        "available": True,
    }
    fines = told["fine_overdue_amount"]
    assert (fines["unit"], fines["cohort"], fines["available"]) == ("fen", False, True)

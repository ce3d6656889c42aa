"""The reference and the pages of the problems: whole, in two languages, and for everybody."""

import re

import pytest

from api.pages.reference.rows import operations
from api.problem_guides import guide_of
from api.problems import Problems
from domain.aggregates import AGGREGATES
from tests.contract.test_resources import DOCUMENT
from tests.kit.page_office import Opened
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

CODES = Problems(AGGREGATES).codes


async def test_every_operation_has_a_title_in_both_languages() -> None:
    for row in operations(DOCUMENT, "zh"):
        assert re.search("[\u4e00-\u9fff]", row.title), row.id
    assert all(row.title.isascii() for row in operations(DOCUMENT, "en"))


async def test_every_operation_has_a_page_with_its_examples(office: Opened) -> None:
    async with visiting(office) as browser:
        listed = (await browser.get("/reference?lang=zh")).text
        for row in operations(DOCUMENT, "en"):
            assert f'href="/reference/{row.id}"' in listed
            answer = await browser.get(f"/reference/{row.id}?lang=en")
            assert answer.status_code == 200, row.id
            assert row.title in answer.text
        assert (await browser.get("/reference/nothing")).status_code == 404


async def test_every_problem_says_why_and_what_next_beside_an_example(office: Opened) -> None:
    async with visiting(office) as browser:
        index = (await browser.get("/problems")).text
        for code in CODES:
            assert f'href="/problems/{code}"' in index
            answer = await browser.get(f"/problems/{code}?lang=en")
            assert f"/problems/{code}" in answer.text
            guide = guide_of(code)
            assert guide.cause.en != guide.following.en
            assert f"&#34;status&#34;: {guide.status}" in answer.text


async def test_an_unknown_address_is_a_page_to_people_and_a_problem_to_programs(
    office: Opened,
) -> None:
    async with visiting(office) as browser:
        page = await browser.get("/nowhere", headers={"accept": "text/html,*/*;q=0.8"})
        program = await browser.get("/nowhere", headers={"accept": "application/json"})
        of_the_api = await browser.get("/api/v1/nowhere", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert program.json()["type"] == of_the_api.json()["type"] == "/problems/not-found"
    assert program.headers["content-type"] == "application/problem+json"

"""The search of auditors: who may use it, what it finds, in which order, and as a file."""

import csv
import re
from io import StringIO
from typing import Any, Final

import pytest

from api.pages.audit.search import COUNTED
from domain.people import Role
from projections.audit.cases import AUDITED, Audited
from projections.audit.queries import CasePlace, FoundCase, counted, drawn, found
from projections.audit.risks import FALLEN, GREEN_UNPROVEN
from projections.audit.wanted import Wanted
from tests.kit.page_office import ID_NO, NOW, Opened
from tests.kit.page_reading import Page
from tests.kit.projected import rows
from tests.kit.visitors import refused, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

_DAYS: Final = "first=2020-03-01&last=2020-06-01"
_PATH: Final = f"/audit/search?{_DAYS}&lang=en"


def _found(page: str) -> list[str]:
    return [
        a["href"].split("case=")[1]
        for a in Page(page).all("a")
        if a.get("href", "").startswith("/audit?case=")
    ]


def _wanted(**more: Any) -> Wanted:
    first = NOW.date().replace(month=3)
    return Wanted(first, NOW.date(), **more)


async def _all(office: Opened) -> list[Audited]:
    """Every case, newest first."""
    async with office.desk.reading.connection() as reading:
        cases: list[Audited] = await rows(reading, AUDITED)
    return sorted(cases, key=lambda row: (row.submitted_at, row.stream), reverse=True)


async def test_auditors_alone_search(office: Opened) -> None:
    paths = (_PATH, f"/audit/search.csv?{_DAYS}", "/audit/risks")
    for role in (Role.AUDITOR, Role.HQ):
        async with visiting(office, role) as browser:
            for path in paths:
                assert (await browser.get(path)).status_code == 200
    for role in (Role.CLERK, Role.SUPERVISOR, Role.APPLICANT):
        async with visiting(office, role, "410100") as browser:
            for path in paths:
                refused(await browser.get(path), 403)
            assert "/audit/search" not in (await browser.get("/audit")).text
    async with visiting(office) as browser:
        for path in paths:
            refused(await browser.get(path), 401)


async def test_open_refused_and_approved_cases_are_found_by_what_happened_in_them(
    office: Opened,
) -> None:
    cases = await _all(office)
    assert len({row.stage for row in cases}) > 3
    one = next(row for row in cases if row.decided_by == "reviewer")
    wanted: dict[str, dict[str, str]] = {
        "": {},
        "officer=reviewer": {"officer": "reviewer"},
        "officer=nobody": {"officer": "nobody"},
        "kind=CaseRefused": {"kind": "CaseRefused"},
        "officer=clerk&kind=CaseAccepted": {"officer": "clerk", "kind": "CaseAccepted"},
        "officer=clerk&kind=CaseRefused": {"officer": "clerk", "kind": "CaseRefused"},
        f"rules={one.steps[0].rules}": {"rules": one.steps[0].rules},
        f"risk={FALLEN}": {"risk": FALLEN},
        f"risk={GREEN_UNPROVEN}": {"risk": GREEN_UNPROVEN},
    }
    async with visiting(office, Role.AUDITOR) as browser:
        for query, fields in wanted.items():
            looked_for = _wanted(**fields)
            fitting = [str(r.stream) for r in cases if any(map(looked_for.fits, r.steps))]
            assert _found((await browser.get(f"{_PATH}&{query}")).text) == fitting, query
            assert len(fitting) < len(cases) or not fields or "rules" in fields
        for query, fits in (
            (f"service={one.service}", lambda row: row.service == one.service),
            (f"stage={one.stage}", lambda row: row.stage == one.stage),
            ("office=410100", lambda row: "office 410100" in row.terms.split("\n")),
            ("office=41", lambda row: True),
            ("office=410300", lambda row: "office 410300" in row.terms.split("\n")),
        ):
            listed = _found((await browser.get(f"{_PATH}&{query}")).text)
            assert listed == [str(row.stream) for row in cases if fits(row)], query


async def test_only_the_steps_of_the_days_count(office: Opened) -> None:
    cases = await _all(office)
    one = next(row for row in cases if row.decided_by == "reviewer")
    day = next(step.on for step in one.steps if step.kind == "CaseApproved")
    fitting = [
        str(row.stream)
        for row in cases
        if any(step.kind == "CaseApproved" and step.on == day for step in row.steps)
    ]
    async with visiting(office, Role.AUDITOR) as browser:
        found_then = await browser.get(f"/audit/search?first={day}&last={day}&kind=CaseApproved")
        assert _found(found_then.text) == fitting
        assert str(one.stream) in fitting
        for nonsense in (
            "first=x",
            "first=2020-06-01&last=2020-05-01",
            "last=9999-12-31",
            "last=0001-01-01",
        ):
            refused(await browser.get(f"/audit/search?{nonsense}"), 422)
        for nonsense in ("risk=none", "kind=x", "office=x", "service=x", "stage=x"):
            refused(await browser.get(f"/audit/search?{nonsense}"), 404)
        refused(await browser.get("/audit/search?cursor=x"), 400)


async def test_a_page_goes_on_behind_the_last_case_of_the_one_before(office: Opened) -> None:
    async with office.desk.reading.connection() as reading:
        whole = await found(reading, _wanted(), None, COUNTED)
        paged: list[FoundCase] = []
        after = None
        while part := await found(reading, _wanted(), after, 4):
            paged += part
            after = CasePlace(part[-1].submitted_at, part[-1].case_id)
        assert await counted(reading, _wanted(), COUNTED) == len(whole)
        assert await counted(reading, _wanted(), 3) == 3
    assert paged == whole
    assert len(whole) > 8


async def test_the_file_has_every_case_of_the_list_and_no_formula(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = await browser.get(f"{_PATH}&officer=reviewer")
        (link,) = [a["href"] for a in Page(page.text).all("a") if "search.csv" in a.get("href", "")]
        answer = await browser.get(link)
        assert answer.headers["content-type"].startswith("text/csv")
        assert answer.content.startswith(b"\xef\xbb\xbf")
        head, *lines = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert head[0] == "案件编号 Case"
    assert [line[0] for line in lines] == _found(page.text)
    assert all("reviewer" in line[7] for line in lines)


async def test_the_count_of_a_risk_is_the_length_of_its_list(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        page = (await browser.get(f"/audit/risks?{_DAYS}&lang=en")).text
        counts = dict(re.findall(r'id="([a-z-]+)">\s*<h2>[^<]*<b>(\d+)</b>', page))
        assert len(counts) == 8
        assert counts["one-officer"] == "0"
        assert any(map(int, counts.values()))
        for code, count in counts.items():
            answer = await browser.get(f"{_PATH}&risk={code}")
            assert len(_found(answer.text)) == int(count), code


async def test_the_same_seed_draws_the_same_sample(office: Opened) -> None:
    async with office.desk.reading.connection() as reading:
        one, whole = await drawn(reading, _wanted(), "1", 5)
        again, _ = await drawn(reading, _wanted(), "1", 5)
        other, _ = await drawn(reading, _wanted(), "2", 5)
        longer, _ = await drawn(reading, _wanted(), "1", 8)
        everything = await found(reading, _wanted(), None, COUNTED)
    assert one == again == longer[:5]
    assert one != other
    assert whole == len(everything)
    async with visiting(office, Role.AUDITOR) as browser:
        path = f"/audit/risks?{_DAYS}&risk={FALLEN}&draw=2"
        given = await browser.get(path)
        assert given.status_code == 303
        address = given.headers["location"].split("#")[0]
        seed = address.split("seed=")[1]
        page = await browser.get(f"{address}&lang=en")
        assert f'id="seed-used">{seed}<' in page.text
        assert _found(page.text) == _found((await browser.get(address)).text)
        assert len(_found(page.text)) == 2
        for nonsense in ("draw=0", "draw=101", "draw=x", "draw=2&seed=" + "1" * 21):
            assert (await browser.get(f"/audit/risks?{nonsense}")).status_code in {404, 422}


async def test_an_auditor_finds_cases_by_a_number_that_no_address_shows(office: Opened) -> None:
    async with visiting(office, Role.AUDITOR) as browser:
        answer = await browser.post("/audit", data={"case": ID_NO})
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/audit?case={office.case}"
        refused(await browser.post("/audit", data={"case": "410102199003070097"}), 404)

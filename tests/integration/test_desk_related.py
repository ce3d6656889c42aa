"""The sheet of a case names the other cases of its person, vehicle or licence, on record."""

from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from api.pages.kit.officer import COOKIE
from cheguan.key_rotation import REPLACEABLE, begin, finish
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit.accesses import looks
from tests.kit.served import Service, served

MORE = """
INSERT INTO projections.caseload
SELECT (jsonb_populate_record(c, jsonb_build_object(
    'stream', gen_random_uuid(), 'submitted_at', c.submitted_at - n * interval '1 day'))).*
FROM projections.caseload AS c, generate_series(1, %s) AS n WHERE stream = %s"""
"""So many older cases of the same person."""


@pytest.fixture
async def cases(service: Service) -> tuple[str, str]:
    """Two cases of one person, the newer one last."""
    codes = ("renewal_deferral", "plate_reissue")
    first, second = [(await service.submitted(code))["id"] for code in codes]
    await service.fold()
    return first, second


async def related(service: Service, case: str) -> str:
    """What the sheet of a case says of the others."""
    token = service.bearer(Role.CLERK, "clerk-7").removeprefix("Bearer ")
    headers = {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}
    answer = await service.http.get(f"/desk/case/{case}", headers=headers)
    assert answer.status_code == 200, answer.text
    text = answer.text
    return text[text.index('id="related"') : text.index('id="past"')]


async def test_it_leads_to_the_others_with_stage_and_day(
    service: Service, cases: tuple[str, str]
) -> None:
    one, other = cases
    shown = await related(service, one)
    assert f'href="/desk/case/{one}"' not in shown
    assert f'<a href="/desk/case/{other}">补换领机动车号牌</a>' in shown
    assert Stage.PAYMENT_PENDING.words.zh in shown
    assert "申请时间：<time" in shown


async def test_the_newest_come_first_and_ten_are_enough(
    service: Service, cases: tuple[str, str], connection: Connection
) -> None:
    one, other = cases
    await connection.execute(MORE, (9, other))
    shown = await related(service, one)
    assert shown.count("<a href=") == 10
    assert "仅列出最近十件" not in shown
    assert shown.index("<a href=") == shown.index(f'<a href="/desk/case/{other}"')
    await connection.execute(MORE, (1, other))
    shown = await related(service, one)
    assert shown.count("<a href=") == 10
    assert "仅列出最近十件" in shown


async def test_a_look_at_each_of_them_is_recorded(service: Service, cases: tuple[str, str]) -> None:
    one, other = cases
    await related(service, one)
    assert await looks(service, UUID(other)) == [(Role.CLERK, "clerk-7", "lookup")]
    assert (Role.CLERK, "clerk-7", "lookup") not in await looks(service, UUID(one))


async def test_those_of_other_offices_and_of_other_people_stay_unknown(
    service: Service, cases: tuple[str, str], connection: Connection
) -> None:
    one, other = cases
    await connection.execute(
        "UPDATE projections.caseload SET office = '410300' WHERE stream = %s", (other,)
    )
    assert "没有其他业务。" in await related(service, one)
    assert await looks(service, UUID(other)) == []
    await connection.execute(
        "UPDATE projections.caseload SET office = '410100', id_no_index = 'x' WHERE stream = %s",
        (other,),
    )
    assert "没有其他业务。" in await related(service, one)


async def test_a_case_of_one_who_has_no_other_says_so(service: Service) -> None:
    case = (await service.submitted("renewal_deferral"))["id"]
    await service.fold()
    assert "没有其他业务。" in await related(service, case)


async def test_cases_under_an_old_index_key_and_the_new_one_are_named_on_each_other_s_sheets(
    database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "secrets"
    async with served(database_url, tmp_path) as service:
        before = (await service.submitted("renewal_deferral"))["id"]
        assert begin(database_url, database_url, folder, REPLACEABLE)
        assert finish(database_url, database_url, folder, lambda done, of: None) == []
        service.desk.keyring._ready.clear()
        after = (await service.submitted("plate_reissue"))["id"]
        await service.fold()
        for case, other in ((before, after), (after, before)):
            assert f'href="/desk/case/{other}"' in await related(service, case)
    assert len(await _indexes(database_url)) == 2


async def _indexes(url: str) -> set[bytes]:
    """Those of the person, of whom there is one."""
    async with await psycopg.AsyncConnection.connect(url) as connection:
        cursor = await connection.execute("SELECT id_no_index FROM projections.caseload")
        return {index for (index,) in await cursor.fetchall()}

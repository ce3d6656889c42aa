"""``/mine/{case}/examination``: a learner sees his rank and his result, and cancels."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from tests.kit.exam_site import Site, exam_site
from tests.kit.form_reading import Forms
from tests.kit.own_pages import look, send
from workers.ranker import rank_all


@pytest.fixture
async def site(database_url: str, tmp_path: Path, connection: Connection) -> AsyncIterator[Site]:
    async with exam_site(database_url, tmp_path, connection) as made:
        yield made


async def test_a_learner_sees_his_rank_and_then_whether_he_has_a_place(site: Site) -> None:
    await site.announces(capacity=1)
    second, first = await site.books(2), await site.books(1)
    await site.service.fold()
    before = (await look(site.service, f"/mine/{second}/examination", "learner-2")).text
    assert "第 2 位" in before
    assert "共 2 人预约，名额 1 个" in before
    assert "目前位次在名额以外" in before
    in_front = (await look(site.service, f"/mine/{first}/examination", "learner-1")).text
    assert "按目前的排序可以取得名额" in in_front
    await site.closes()
    await site.service.fold()
    await rank_all(site.connection, site.door)
    await site.follows()
    placed = (await look(site.service, f"/mine/{first}/examination", "learner-1")).text
    assert "预约成功" in placed
    assert "未到场的，按考试不合格处理" in placed
    lost = await look(site.service, f"/mine/{second}/examination", "learner-2")
    assert lost.headers["location"] == f"/mine/{second}"


async def test_he_cancels_with_his_reason_and_without_relief_not_for_the_epidemic(
    site: Site,
) -> None:
    await site.announces(capacity=1)
    case = await site.books(1)
    await site.service.fold()
    path = f"/mine/{case}/examination"
    page = (await look(site.service, path, "learner-1")).text
    form = next(f for f in Forms(page).forms if "cancel-exam-booking" in f.buttons.get("act", ""))
    sent = {**form.filled, "act": "cancel-exam-booking"}
    refused = await send(site.service, path, {**sent, "reason": "epidemic"}, "learner-1")
    assert refused.status_code == 409
    assert "预约没有变动" in refused.text
    again = Forms(refused.text).forms
    sent["key"] = next(
        f for f in again if "act" in f.buttons and f.buttons["act"] == sent["act"]
    ).filled["key"]
    answer = await send(site.service, path, {**sent, "reason": "own"}, "learner-1")
    assert answer.status_code == 303, answer.text
    assert (await site.stands(case)).stage is Stage.WITHDRAWN


async def test_nobody_else_sees_it_and_another_matter_has_none(site: Site) -> None:
    await site.announces(capacity=1)
    case = await site.books(1)
    assert (await look(site.service, f"/mine/{case}/examination", "x")).status_code == 404
    plain = await site.service.submitted("renewal_deferral")
    assert (await look(site.service, f"/mine/{plain['id']}/examination")).status_code == 404

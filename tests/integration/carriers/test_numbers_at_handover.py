"""``/handover``: the number of the carrier stands on the label, and no other one is taken."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.case.stage import Stage
from domain.people import Role
from tests.kit.carriers import CarriersAndService, carriers_and_service
from tests.kit.parcels import ITEM


@pytest.fixture
async def post(database_url: str, tmp_path: Path) -> AsyncIterator[CarriersAndService]:
    async with carriers_and_service(database_url, tmp_path) as made:
        yield made


async def send(post: CarriersAndService, **sent: str) -> httpx.Response:
    service = post.office.service
    token = service.bearer(Role.CLERK, "poster").removeprefix("Bearer ")
    headers = {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }
    return await service.http.post("/handover", content=urlencode(sent), headers=headers)


async def test_a_label_has_both_codes_and_the_number_that_was_given_is_handed_over(
    post: CarriersAndService,
) -> None:
    case = await post.office.ready_to_send()
    reference = (await post.office.opened(case)).state.reference
    await post.office.service.fold()
    before = await send(post, act="labels", **{f"parcel-{case}": "yes"})
    assert before.text.count("<svg") + 1 == (await _labels(post, str(case))).count("<svg")
    item_no = (await post.parcel(case)).item_no
    asked = await send(post, act="scan", scanned=reference)
    assert f"邮件号码 {item_no}" in asked.text
    other = await send(post, act="scan", case=str(case), scanned=ITEM)
    assert other.status_code == 409
    given = await send(post, act="scan", case=str(case), scanned=item_no)
    assert given.status_code == 200
    assert (await post.office.opened(case)).state.stage is Stage.IN_POST


async def _labels(post: CarriersAndService, case: str) -> str:
    """The labels after a carrier has given its number."""
    await post.react()
    printed = await send(post, act="labels", **{f"parcel-{case}": "yes"})
    assert "邮件号码" in printed.text
    return printed.text

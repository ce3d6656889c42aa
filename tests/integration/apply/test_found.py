"""A service is found on the page by what one wants to do."""

import pytest

from tests.kit.applicants import HERE, browsing
from tests.kit.form_reading import Forms
from tests.kit.served import Service


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("驾驶证丢了", "licence_lost_reissue"),
        ("bhljdchp", "plate_reissue"),
        ("QMHL", "licence_renewal"),
        ("temporary", "temp_plate"),
        ("临牌", "temp_plate"),
        ("年检", "inspection_mark_reissue"),
    ],
)
async def test_a_service_is_found_by_what_one_wants_to_do(
    service: Service, sought: str, found: str
) -> None:
    async with browsing(service, None) as browser:
        answer = await browser.get("/apply", params={"q": sought})
        assert f"/apply/{found}" in Forms(answer.text).links
        nothing = await browser.get("/apply", params={"q": "量子飞船"})
        assert f"/apply/{found}" not in Forms(nothing.text).links
        assert HERE not in nothing.text

"""What is told of parcels: to officers in a list, to everybody in counts, to the applicant."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.case.delivery.commands import RecordDelivery
from domain.parcels.state import parcel_of
from domain.people import Role
from tests.kit.life import CLERK
from tests.kit.own_pages import look
from tests.kit.parcels import ITEM, PostOffice, post_office


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as opened:
        yield opened


async def test_parcels_are_listed_and_counted_by_city_and_county(office: PostOffice) -> None:
    case = await office.in_post()
    office.now += timedelta(hours=30)
    for scan in (office.in_vain("s1"), office.signed(signatory="another")):
        await office.tells(scan)
    await office.service.fold()
    clerk = {"authorization": office.service.bearer(Role.CLERK)}
    listed = (await office.service.http.get("/api/v1/parcels", headers=clerk)).json()
    [line] = listed["parcels"]
    assert (line["stream"], line["stage"]) == (str(parcel_of(case, 1)), "delivered")
    assert (line["irregular"], line["item_no"]) == (True, ITEM)
    assert "standing" not in line

    told = (await office.service.http.get("/api/v1/statistics/parcels")).json()
    assert told["regions"] == [
        {
            "region": "410100",
            "to_hand_over": 0,
            "under_way": 0,
            "irregular": 1,
            "handed_over": 1,
            "delivered": 1,
            "returned": 0,
            "failed_for": {"absent": 1},
        }
    ]
    [county] = told["counties"]
    assert (county["county"], county["parcels"]) == ("410105", 1)
    assert 20 < county["transit_p50_hours"] < 42
    earlier = "/api/v1/statistics/parcels?from=2020-02-01&to=2020-01-01"
    assert (await office.service.http.get(earlier)).status_code == 422


async def test_the_applicant_reads_where_his_parcel_was_seen(office: PostOffice) -> None:
    case = await office.in_post()
    office.now += timedelta(hours=5)
    await office.tells(office.scan("s2", "departed"))
    await office.tells({**office.scan("s1"), "scanned_at": "2020-02-24T02:00:00Z"})
    office.now += timedelta(hours=1)
    await office.does(case, CLERK, RecordDelivery(id_seen=True))
    await office.service.fold()
    reference = (await office.opened(case)).state.reference
    example = await office.service.example("plate_reissue")
    asked = {"reference": reference, "last_four": example["applicant"]["id_no"][-4:]}
    english = {"accept-language": "en"}
    told = (await office.service.http.post("/api/v1/tracking", json=asked, headers=english)).json()
    seen = [each for each in told["timeline"] if each["event"] == "ItemScanned"]
    assert [each["detail"] for each in seen] == [
        "collected by the post",
        "left the sorting centre",
    ]
    assert {(each["item_no"], each["place"]) for each in seen} == {(ITEM, "410100")}
    last = [each["event"] for each in told["timeline"]][-3:]
    assert last == ["ItemScanned", "ItemScanned", "ParcelDelivered"]
    page = (await look(office.service, f"/mine/{case}")).text
    heads = re.findall(r'<p class="what"><b>([^<]*)</b>', page)
    assert {"邮政已收寄", "离开处理中心"} <= set(heads)
    assert "邮件运输中" not in heads

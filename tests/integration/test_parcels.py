"""The carrier's word about a parcel reaches the case that the parcel belongs to, and once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.case.delivery.commands import HandToPost, RequestRepost
from domain.case.delivery.events import DeliveryFailed, ParcelScanned
from domain.case.stage import Stage
from domain.people import Actor, Role
from tests.kit.life import CLERK
from tests.kit.parcels import ITEM, PostOffice, post_office

OTHER = "EE000000028CN"
RESTED = timedelta(days=731)
SIGNED = {"id_seen": True}
ABSENT = {"reason": "absent"}


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as opened:
        yield opened


@pytest.mark.requirement("R18")
async def test_a_parcel_is_known_as_soon_as_it_is_handed_over(office: PostOffice) -> None:
    case = await office.in_post()
    answer = await office.tells("scan", office.scan())
    assert (answer.status_code, answer.json()["id"]) == (200, str(case))


async def test_a_number_that_is_used_again_means_the_parcel_that_is_under_way(
    office: PostOffice,
) -> None:
    old = await office.in_post()
    assert (await office.tells("delivery", SIGNED, key="delivered")).status_code == 200
    before = await office.opened(old)
    office.now += RESTED
    young = await office.in_post()
    scanned = await office.tells("scan", office.scan())
    delivered = await office.tells("delivery", SIGNED, key="delivered")

    assert scanned.json()["id"] == delivered.json()["id"] == str(young)
    assert delivered.json()["stage"] == Stage.DELIVERED
    assert await office.events(young, ParcelScanned) == 1
    assert await office.opened(old) == before


async def test_a_parcel_that_was_never_seen_again_does_not_keep_its_number(
    office: PostOffice,
) -> None:
    lost = await office.in_post()
    before = await office.opened(lost)
    office.now += RESTED
    young = await office.in_post()
    assert (await office.tells("delivery", SIGNED)).json()["id"] == str(young)
    assert await office.opened(lost) == before


async def test_a_word_without_a_key_is_told_twice_safely(office: PostOffice) -> None:
    case = await office.in_post()
    first = await office.tells("scan", office.scan())
    spaced = {"scanned_at": office.now.isoformat(), "place": "410100", "status": "collected"}
    again = await office.tells("scan", spaced)
    office.now += timedelta(minutes=5)
    later = await office.tells("scan", office.scan())

    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in later.headers
    assert await office.events(case, ParcelScanned) == 2


async def test_without_a_key_one_try_a_day_fails_for_one_reason(office: PostOffice) -> None:
    case = await office.in_post()
    for _ in range(2):
        assert (await office.tells("failed-delivery", ABSENT)).status_code == 200
    assert (await office.opened(case)).state.failed_tries == 1
    office.now += timedelta(days=1)
    await office.tells("failed-delivery", ABSENT)
    await office.tells("failed-delivery", {"reason": "wrong_address"})
    assert await office.events(case, DeliveryFailed) == 3


async def test_a_repeated_return_is_answered_also_when_the_document_is_on_its_way_again(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    for key in ("first", "second"):
        await office.tells("failed-delivery", ABSENT, key=key)
    first = await office.tells("return", {})
    address = RequestRepost(sealed={"delivery": "pii1.address"}, destination_region="410105")
    await office.does(case, Actor(Role.APPLICANT, "reader"), address)
    await office.does(case, CLERK, HandToPost(item_no=OTHER))
    again = await office.tells("return", {})
    late = await office.tells("scan", office.scan())

    assert first.json()["stage"] == Stage.RETURNED
    assert again.json() == first.json()
    assert (late.status_code, late.json()["type"]) == (404, "/problems/parcel-unknown")


async def test_a_carrier_may_name_the_version_that_he_saw(office: PostOffice) -> None:
    await office.in_post()
    stale = await office.tells("scan", office.scan(), seen='W/"v1", "v1"')
    told = await office.tells("scan", office.scan(), seen=f'"v{stale.json()["version"]}"')
    assert (stale.status_code, told.status_code) == (412, 200)


@pytest.mark.parametrize(
    ("changed", "problem", "pointer"),
    [
        ({"scanned_at": "9999-12-31T23:59:59Z"}, "time-implausible", "/scanned_at"),
        ({"scanned_at": "0001-01-01T00:00:00+14:00"}, "time-implausible", "/scanned_at"),
        ({"scanned_at": "1999-01-01T00:00:00Z"}, "time-implausible", "/scanned_at"),
        ({"scanned_at": "2020-02-25T01:00:00Z"}, "time-implausible", "/scanned_at"),
        ({"scanned_at": "2020-02-23T12:00:00Z"}, "time-implausible", "/scanned_at"),
        ({"place": "419999"}, "place-unknown", "/place"),
        ({"place": "410000"}, "place-unknown", "/place"),
    ],
)
async def test_a_scan_that_cannot_be_is_refused_with_its_field(
    office: PostOffice, changed: dict[str, str], problem: str, pointer: str
) -> None:
    case = await office.in_post()
    answer = await office.tells("scan", {**office.scan(), **changed})
    told = answer.json()
    assert (answer.status_code, told["type"]) == (422, f"/problems/{problem}")
    assert told["pointer"] == pointer
    assert await office.events(case, ParcelScanned) == 0


@pytest.mark.parametrize("item_no", [OTHER, "EE000000015CN", "nonsense"])
async def test_a_number_that_no_parcel_has_is_unknown(office: PostOffice, item_no: str) -> None:
    await office.in_post(ITEM)
    answer = await office.tells("scan", office.scan(), item_no=item_no)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/parcel-unknown")

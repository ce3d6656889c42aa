"""The carrier's word about a parcel is kept once, and the case follows it, whatever the order."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.case.delivery.commands import (
    ChangeToPickup,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RequestRepost,
)
from domain.case.production.commands import SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.stage import Stage
from domain.parcels.irregularities import open_irregularities
from domain.parcels.reasons import FailedDelivery, Irregularity, ScanStatus
from domain.parcels.state import ParcelStage, parcel_of
from domain.people import Actor, Role
from tests.kit.life import CLERK
from tests.kit.parcels import ITEM, PostOffice, post_office

OTHER = "EE000000028CN"
RESTED = timedelta(days=731)
READER = Actor(Role.APPLICANT, "reader")
ADDRESS = RequestRepost(sealed={"delivery": "pii1.address"}, destination_region="410105")


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as opened:
        yield opened


@pytest.mark.requirement("R18")
async def test_a_parcel_is_known_as_soon_as_it_is_handed_over(office: PostOffice) -> None:
    case = await office.in_post()
    answer = await office.tells(office.scan())
    assert (answer.status_code, answer.json()["id"]) == (200, str(parcel_of(case, 1)))
    parcel = await office.parcel(case)
    assert (parcel.stage, parcel.item_no) == (ParcelStage.IN_TRANSIT, ITEM)
    assert (parcel.manifest, parcel.destination) == ("410100-20200224", "410105")


async def test_a_document_has_a_parcel_from_the_moment_in_which_it_is_made(
    office: PostOffice,
) -> None:
    case = await office.ready_to_send()
    parcel = await office.parcel(case)
    assert (parcel.stage, parcel.document_no) == (ParcelStage.PREPARED, "ZZ00000001")
    await office.does(case, READER, ChangeToPickup(office="410100"))
    assert (await office.parcel(case)).stage is ParcelStage.FOR_PICKUP


async def test_the_case_follows_the_signature_of_the_recipient_and_once(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    for scan in (office.scan(), office.in_vain("s2"), office.signed()):
        assert (await office.tells(scan)).status_code == 200
    after = await office.followed(case)
    assert (after.stage, after.failed_tries) == (Stage.DELIVERED, 1)
    version = (await office.opened(case)).version
    await office.followed(case)
    assert (await office.opened(case)).version == version
    assert open_irregularities(await office.parcel(case)) == ()


async def test_scans_in_the_wrong_order_lead_the_case_to_the_same_end(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    for scan in (office.signed(), office.in_vain("s2"), office.scan(), office.signed()):
        await office.tells(scan)
    assert (await office.followed(case)).stage is Stage.DELIVERED
    parcel = await office.parcel(case)
    assert (parcel.stage, len(parcel.scans)) == (ParcelStage.DELIVERED, 3)
    assert open_irregularities(parcel) == ()


async def test_a_return_after_one_try_is_a_fact_that_somebody_looks_at(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    await office.tells(office.in_vain("s1"))
    await office.tells(office.scan("s2", "returned"))
    assert (await office.followed(case)).stage is Stage.RETURNED
    [found] = open_irregularities(await office.parcel(case))
    assert found.kind is Irregularity.RETURNED_EARLY


async def test_delivered_and_then_returned_is_never_lost(office: PostOffice) -> None:
    case = await office.in_post()
    for scan in (office.in_vain("s1"), office.in_vain("s2"), office.signed("s3")):
        await office.tells(scan)
    await office.tells(office.scan("s4", "returned"))
    assert (await office.followed(case)).stage is Stage.DELIVERED
    parcel = await office.parcel(case)
    assert [each.kind for each in open_irregularities(parcel)] == [
        Irregularity.CASE_ELSEWHERE,
        Irregularity.CONTRADICTORY,
    ]


async def test_what_another_has_signed_for_waits_until_an_officer_has_asked(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    await office.tells(office.signed(signatory="another"))
    assert (await office.followed(case)).stage is Stage.IN_POST
    [found] = open_irregularities(await office.parcel(case))
    assert found.kind is Irregularity.SIGNED_BY_ANOTHER
    await office.does(case, CLERK, RecordDelivery(id_seen=True))
    assert open_irregularities(await office.parcel(case)) == ()


async def test_another_sum_than_was_owed_is_told_to_the_parcel(office: PostOffice) -> None:
    case = await office.in_post()
    await office.tells(office.signed(collected_fen=1))
    assert (await office.followed(case)).stage is Stage.IN_POST
    parcel = await office.parcel(case)
    assert parcel.told == {(Irregularity.CASE_ELSEWHERE, "s9")}


async def test_the_parcel_knows_of_a_delivery_with_which_the_case_is_closed(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    await office.does(case, CLERK, SettleOldDocument(how=OldDocument.LOST))
    await office.does(case, CLERK, RecordDelivery(id_seen=True))
    assert (await office.opened(case)).state.stage is Stage.COMPLETED
    parcel = await office.parcel(case)
    assert parcel.stage is ParcelStage.DELIVERED
    assert open_irregularities(parcel) == ()


async def test_what_an_officer_writes_down_the_parcel_knows_in_the_same_instant(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    closed = RecordFailedDelivery(reason=FailedDelivery.AREA_CLOSED)
    await office.does(case, CLERK, closed, closed, RecordDelivery(id_seen=True))
    parcel = await office.parcel(case)
    assert [each.status for each in parcel.scans] == [
        ScanStatus.FAILED,
        ScanStatus.FAILED,
        ScanStatus.DELIVERED,
    ]
    version = (await office.opened(case)).version
    assert (await office.followed(case)).stage is Stage.DELIVERED
    assert (await office.opened(case)).version == version


async def test_what_is_told_of_an_earlier_posting_moves_no_later_one(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    for scan in (office.in_vain("s1"), office.in_vain("s2"), office.scan("s3", "returned")):
        await office.tells(scan)
    assert (await office.followed(case)).stage is Stage.RETURNED
    await office.does(case, READER, ADDRESS)
    await office.does(case, CLERK, HandToPost(item_no=OTHER))
    assert (await office.tells(office.signed())).status_code == 200

    assert (await office.followed(case)).stage is Stage.IN_POST
    first, second = await office.parcel(case), await office.parcel(case, 2)
    assert (first.stage, second.stage) == (ParcelStage.DELIVERED, ParcelStage.HANDED_OVER)
    assert Irregularity.CONTRADICTORY in {each.kind for each in open_irregularities(first)}
    await office.tells(office.signed(collected_fen=2000), item_no=OTHER)
    assert (await office.followed(case, 2)).stage is Stage.DELIVERED


async def test_a_number_that_is_used_again_means_the_parcel_that_is_under_way(
    office: PostOffice,
) -> None:
    old = await office.in_post()
    await office.tells(office.signed())
    before = await office.followed(old)
    office.now += RESTED
    young = await office.in_post()
    told = await office.tells(office.signed())

    assert told.json()["id"] == str(parcel_of(young, 1))
    assert (await office.followed(young)).stage is Stage.DELIVERED
    assert (await office.opened(old)).state == before


async def test_a_word_without_a_key_is_told_twice_safely(office: PostOffice) -> None:
    case = await office.in_post()
    first = await office.tells(office.scan())
    again = await office.tells(dict(reversed(office.scan().items())))
    by_another_key = await office.tells(office.scan(), key="another")

    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert by_another_key.json()["version"] == first.json()["version"]
    assert len((await office.parcel(case)).scans) == 1


async def test_the_same_id_with_other_words_is_refused(office: PostOffice) -> None:
    await office.in_post()
    await office.tells(office.scan())
    other = await office.tells(office.scan(status="arrived"))
    assert (other.status_code, other.json()["type"]) == (409, "/problems/scan-differs")


async def test_a_carrier_may_name_the_version_that_he_saw(office: PostOffice) -> None:
    await office.in_post()
    stale = await office.tells(office.scan(), seen='W/"v1", "v1"')
    told = await office.tells(office.scan(), seen=f'"v{stale.json()["version"]}"')
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
        ({"reason": "absent"}, "scan-incomplete", "/reason"),
    ],
)
async def test_a_scan_that_cannot_be_is_refused_with_its_field(
    office: PostOffice, changed: Mapping[str, Any], problem: str, pointer: str
) -> None:
    case = await office.in_post()
    answer = await office.tells({**office.scan(), **changed})
    told = answer.json()
    assert (answer.status_code, told["type"]) == (422, f"/problems/{problem}")
    assert told["pointer"] == pointer
    assert (await office.parcel(case)).scans == ()


@pytest.mark.parametrize("item_no", [OTHER, "EE000000015CN", "nonsense"])
async def test_a_number_that_no_parcel_has_is_unknown(office: PostOffice, item_no: str) -> None:
    await office.in_post(ITEM)
    answer = await office.tells(office.scan(), item_no=item_no)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/parcel-unknown")

"""A document goes to its recipient through a carrier that is asked over HTTP and calls back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.carriers.carrier import CarrierName, carrier_of
from domain.case.delivery.commands import ChangeToPickup, HandToPost
from domain.case.stage import Stage
from domain.event_store.connection import connect
from domain.identifiers import postal_item
from domain.parcels.reasons import ScanStatus
from domain.parcels.state import ParcelStage, parcel_of
from domain.people import Actor, Role
from projections.carriage.queries import unheard
from tests.kit.carrier_callbacks import EMS, REGISTERED, carrier_called, scanned, scans_settled
from tests.kit.carriers import CarriersAndService, carriers_and_service
from tests.kit.life import CLERK
from tests.kit.waiting import until


@pytest.fixture
async def post(database_url: str, tmp_path: Path) -> AsyncIterator[CarriersAndService]:
    async with carriers_and_service(database_url, tmp_path) as made:
        yield made


@pytest.mark.requirement("R18")
async def test_a_case_goes_by_carrier_from_the_office_to_its_recipient(
    post: CarriersAndService,
) -> None:
    case = await post.posted()
    parcel = await post.parcel(case)
    assert (parcel.stage, parcel.carrier) == (ParcelStage.HANDED_OVER, "ems")
    await post.days(6)
    parcel = await post.parcel(case)
    assert parcel.stage is ParcelStage.DELIVERED
    told = post.carriers[EMS].book.scans(parcel_of(case, 1))
    assert {each.id for each in parcel.scans} == {each.scan_id for each in told}
    assert (await post.office.opened(case)).state.stage in {Stage.DELIVERED, Stage.COMPLETED}


async def test_an_item_has_its_number_before_anybody_hands_it_over(
    post: CarriersAndService,
) -> None:
    case = await post.office.ready_to_send()
    assert (await post.parcel(case)).stage is ParcelStage.PREPARED
    await post.react()
    parcel = await post.parcel(case)
    assert parcel.stage is ParcelStage.ENCLOSED
    assert carrier_of(parcel.item_no) is CarrierName.EMS
    await post.react()
    assert (await post.parcel(case)).item_no == parcel.item_no
    assert len(post.carriers[EMS].book.orders) == 1


async def test_a_label_from_a_counter_is_of_no_order(post: CarriersAndService) -> None:
    case = await post.office.ready_to_send()
    await post.office.does(case, CLERK, HandToPost(item_no="EE000000014CN"))
    await post.react()
    assert not post.carriers[EMS].book.orders
    assert (await post.parcel(case)).stage is ParcelStage.HANDED_OVER


async def test_what_is_collected_at_a_window_after_all_is_cancelled_at_the_carrier(
    post: CarriersAndService,
) -> None:
    case = await post.office.ready_to_send()
    await post.react()
    owner = Actor(Role.APPLICANT, "reader")
    await post.office.does(case, owner, ChangeToPickup(office="410100"))
    await post.react()
    assert post.carriers[EMS].book.void == {parcel_of(case, 1)}


async def test_the_second_carrier_takes_over_from_one_that_is_away(
    post: CarriersAndService,
) -> None:
    post.carriers[EMS].line.cut = True
    case = await post.posted()
    parcel = await post.parcel(case)
    assert (parcel.carrier, carrier_of(parcel.item_no)) == ("registered", REGISTERED)
    await post.days(6)
    assert (await post.parcel(case)).stage is ParcelStage.DELIVERED


async def test_an_order_that_got_no_answer_is_cancelled_when_the_carrier_is_back(
    post: CarriersAndService,
) -> None:
    ems = post.carriers[EMS]
    ems.line.mute = True
    case = await post.office.ready_to_send()
    await post.react()
    assert (await post.parcel(case)).carrier == "registered"
    assert parcel_of(case, 1) in ems.book.orders
    ems.line.mute = False

    async def cancelled() -> bool:
        await post.react()
        return ems.book.void == {parcel_of(case, 1)}

    await until(cancelled, 30)


async def test_while_both_are_away_documents_wait_and_none_is_lost(
    post: CarriersAndService,
) -> None:
    for each in post.carriers.values():
        each.line.cut = True
    cases = [await post.office.ready_to_send() for _ in range(3)]
    await post.react()
    post.office.now += timedelta(minutes=10)
    assert {(await post.parcel(case)).stage for case in cases} == {ParcelStage.PREPARED}
    for each in post.carriers.values():
        each.line.cut = False

    async def enclosed() -> bool:
        await post.react()
        return {(await post.parcel(c)).stage for c in cases} == {ParcelStage.ENCLOSED}

    await until(enclosed, 60)
    numbers = {(await post.parcel(case)).item_no for case in cases}
    assert len(numbers) == 3


async def test_the_next_document_goes_with_the_carrier_that_tells(
    post: CarriersAndService,
) -> None:
    """Express takes three items and tells of none, until its callbacks come through again."""
    for _ in range(3):
        await post.posted()
    post.office.now += timedelta(hours=7)
    await post.office.service.fold()
    assert (await post.parcel(await post.posted())).carrier == "registered"
    await post.told()
    await post.office.service.fold()
    assert (await post.parcel(await post.posted())).carrier == "ems"


async def test_labels_from_a_counter_say_nothing_of_a_carrier(post: CarriersAndService) -> None:
    """The carrier has not heard of them, so it cannot tell."""
    for number in (1, 2, 3):
        case = await post.office.ready_to_send()
        label = postal_item.make(serial=number)
        await post.office.does(case, CLERK, HandToPost(item_no=label))
    post.office.now += timedelta(hours=7)
    await post.office.service.fold()
    assert (await post.parcel(await post.posted())).carrier == "ems"
    post.office.now += timedelta(days=3)
    assert await post.enquire() > 0
    connection = await connect(post.office.service.url)
    try:
        left = await unheard(connection, post.office.now, list(CarrierName), 10)
    finally:
        await connection.close()
    assert len(left) <= 1


async def test_what_was_never_told_is_found_by_asking(post: CarriersAndService) -> None:
    case = await post.posted()
    post.office.now += timedelta(days=8)
    assert await post.enquire() == len(post.carriers[EMS].book.scans(parcel_of(case, 1)))
    assert (await post.parcel(case)).stage is ParcelStage.DELIVERED
    before = len((await post.parcel(case)).scans)
    await post.told()
    assert await post.enquire() == 0
    assert len((await post.parcel(case)).scans) == before


async def test_a_carrier_tells_nothing_of_a_parcel_of_the_other(
    post: CarriersAndService,
) -> None:
    case = await post.posted()
    item_no, parcel = (await post.parcel(case)).item_no, parcel_of(case, 1)
    service = post.office.service
    stolen = scanned(parcel, item_no, post.office.now, ScanStatus.RETURNED)
    assert (await carrier_called(service, "m-1", stolen, REGISTERED)).status_code == 202
    misnamed = scanned(parcel, "EM000000005CN", post.office.now, ScanStatus.RETURNED)
    assert (await carrier_called(service, "m-2", misnamed)).status_code == 202
    assert await scans_settled(service) == 2
    assert (await post.parcel(case)).scans == ()

"""The one door into the domain: load, decide, append, answer."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as changed

from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost, RecordDelivery
from domain.case.delivery.events import ParcelDelivered
from domain.case.intake.commands import AcceptCase, DeclineAcceptance
from domain.case.overlays.commands import GrantWithdrawal, WithdrawCase
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.remedies.commands import ReopenCase
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.stage import Stage
from domain.case_id import new_case_id
from domain.claims.refusals import DuplicateOpenCase, ItemNumberUsed
from domain.clocks.clock import Clock
from domain.door.door import Begun
from domain.door.envelopes import RULES
from domain.door.refusals import KeyReused, MovedOn, NotFound
from domain.message import PassDeadline
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage
from domain.services.choices import PaymentMethod
from domain.services.facts import ByPost
from tests.kit.life import CARRIER, CLERK, LEADER, MORNING, REVIEWER, TIMEKEEPER, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office
from tests.kit.plate_histories import all_checks

CONTACT = submission("vehicle_contact_change", 1, MORNING.date())
CONTACT_CHECKS = all_checks("vehicle_contact_change")
COLLECTED = {
    "delivery": ByPost("410105"),
    "pays": PaymentMethod.ON_DELIVERY,
}


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def test_a_submission_makes_a_case_and_claims_its_vehicle(office: OpenOffice) -> None:
    outcome = await office.submit()
    assert (outcome.stage, outcome.version, outcome.position) == (Stage.SUBMITTED, 1, 2)
    assert "AcceptCase" in outcome.actions
    opened, history = await office.door.open(CASE, outcome.stream, CITIZEN)
    assert opened.owner == CITIZEN
    assert opened.state.claim == CONTACT.claim
    (recorded,) = history
    assert (recorded.envelope.rules, recorded.envelope.build) == (
        RULES + Calendar().edition,
        "test",
    )
    assert (recorded.at, recorded.envelope.by) == (MORNING, CITIZEN)


async def test_the_same_key_and_body_get_the_first_answer_again(office: OpenOffice) -> None:
    request = asked(CONTACT, CITIZEN)
    first = await office.door.begin(CASE, Begun(new_case_id(), CONTACT, request))
    again = await office.door.begin(CASE, Begun(new_case_id(), CONTACT, request))
    assert again == replace(first, replayed=True)
    assert await office.door.replayed(request) == again


async def test_the_same_key_with_another_body_is_refused(office: OpenOffice) -> None:
    request = asked(CONTACT, CITIZEN)
    await office.door.begin(CASE, Begun(new_case_id(), CONTACT, request))
    with pytest.raises(KeyReused):
        await office.door.begin(
            CASE, Begun(new_case_id(), CONTACT, changed(request, sha256=b"other"))
        )


async def test_a_command_is_answered_as_it_was_whatever_came_after(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    request = asked(AcceptCase(), CLERK)
    first = await office.door.handle(CASE, case, AcceptCase(), request)
    await office.do(case, REVIEWER, StartReview())
    again = await office.door.handle(CASE, case, AcceptCase(), request)
    assert again == replace(first, replayed=True)
    with pytest.raises(KeyReused):
        await office.door.handle(CASE, case, AcceptCase(), changed(request, sha256=b"other"))


async def test_a_refused_command_stores_nothing(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    request = asked(ApproveCase(), REVIEWER)
    with pytest.raises(NotAtThisStage):
        await office.door.handle(CASE, case, ApproveCase(), request)
    assert await office.door.replayed(request) is None
    assert len(await office.store.load(case)) == 1


async def test_where_there_is_nothing_to_do_nothing_is_stored(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    await office.do(case, CLERK, AcceptCase())
    first = await office.do(case, CITIZEN, WithdrawCase())
    second = await office.do(case, CITIZEN, WithdrawCase())
    assert (second.version, second.position) == (first.version, first.position)


async def test_that_there_was_nothing_to_do_is_logged(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    await office.do(case, CLERK, AcceptCase())
    await office.do(case, CITIZEN, WithdrawCase())
    request = asked(WithdrawCase(), CITIZEN)
    nothing = await office.door.handle(CASE, case, WithdrawCase(), request)
    assert await office.store.carried_out(request.command_id) is not None
    await office.do(case, LEADER, GrantWithdrawal())
    again = await office.door.handle(CASE, case, WithdrawCase(), request)
    assert again == replace(nothing, replayed=True)
    other = changed(request, sha256=b"other")
    with pytest.raises(KeyReused):
        await office.door.handle(CASE, case, WithdrawCase(), other)


async def test_who_saw_an_older_version_is_told_so(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    await office.do(case, CLERK, AcceptCase())
    stale = asked(StartReview(), REVIEWER, expected=1)
    with pytest.raises(MovedOn) as moved:
        await office.door.handle(CASE, case, StartReview(), stale)
    assert moved.value.version == 2
    fresh = asked(StartReview(), REVIEWER, expected=2)
    assert (await office.door.handle(CASE, case, StartReview(), fresh)).version == 3


async def test_a_foreign_case_does_not_exist(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    strangers = [
        Actor(Role.APPLICANT, "another"),
        Actor(Role.CLERK, "elsewhere", "410300"),
        Actor(Role.CLERK, "nowhere"),
    ]
    for stranger in strangers:
        with pytest.raises(NotFound):
            await office.door.open(CASE, case, stranger)
    for nothing in (uuid4(), CONTACT.claim):
        with pytest.raises(NotFound):
            await office.door.open(CASE, nothing, LEADER)


async def test_one_vehicle_has_one_open_case_of_a_kind(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    with pytest.raises(DuplicateOpenCase):
        await office.submit()
    await office.submit("plate_reissue")
    await office.do(case, CITIZEN, WithdrawCase())
    assert (await office.submit()).stage is Stage.SUBMITTED


async def test_a_case_is_not_reopened_beside_another(office: OpenOffice) -> None:
    first = (await office.submit()).stream
    await office.do(first, CLERK, DeclineAcceptance(codes=("R-JURISDICTION",)))
    second = (await office.submit()).stream
    reopen = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)
    with pytest.raises(DuplicateOpenCase):
        await office.do(first, LEADER, reopen)
    await office.do(second, CITIZEN, WithdrawCase())
    assert (await office.do(first, LEADER, reopen)).stage is Stage.ACCEPTED


async def ready_to_send(office: OpenOffice, number: int) -> UUID:
    case = (await office.submit("plate_reissue", number, **COLLECTED)).stream
    await office.do(case, CLERK, AcceptCase())
    await office.do(case, REVIEWER, StartReview(), *all_checks("plate_reissue"), ApproveCase())
    document = RecordProduction(document_no=f"ZZ{number:08d}")
    await office.do(case, CLERK, OrderProduction(), document)
    return case


async def test_an_item_number_is_used_for_one_parcel(office: OpenOffice) -> None:
    post = HandToPost(item_no="EE000000014CN")
    first, second = await ready_to_send(office, 1), await ready_to_send(office, 2)
    assert (await office.do(first, CLERK, post)).stage is Stage.IN_POST
    with pytest.raises(ItemNumberUsed):
        await office.do(second, CLERK, post)
    office.now += timedelta(days=731)
    assert (await office.do(second, CLERK, post)).stage is Stage.IN_POST


async def test_a_deadline_is_passed_by_the_clock_of_the_casework(office: OpenOffice) -> None:
    case = (await office.submit("plate_reissue")).stream
    expire = PassDeadline(clock=Clock.PAY_HOLD)
    office.now += timedelta(hours=24)
    outcome = await office.do(case, TIMEKEEPER, expire)
    assert outcome.stage is Stage.LAPSED
    assert outcome.actions == ("FileReconsideration", "ReopenCase")


async def test_an_officer_s_office_stands_in_the_event_and_else_the_handling_one(
    office: OpenOffice,
) -> None:
    case = await ready_to_send(office, 3)
    await office.do(case, CLERK, HandToPost(item_no="EE000000028CN"))
    collected = RecordDelivery(id_seen=True, collected_fen=125_00)
    await office.do(case, CARRIER, collected)
    *_, delivered = await office.store.load(case)
    assert isinstance(delivered.event, ParcelDelivered)
    assert delivered.envelope.office == "410100"

"""Another office of the prefecture takes the case; its clock goes on."""

from domain.case.overlays.commands import TransferCase
from domain.case.overlays.events import CaseTransferred
from domain.case.refusals import OfficeUnknown, OfficeWithoutPower
from domain.offices.transfer_reason import TransferReason
from domain.refusal import NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given


def to(office: str) -> TransferCase:
    return TransferCase(to_office=office, reason=TransferReason.LOAD)


def test_a_case_goes_to_another_office_of_the_prefecture() -> None:
    before = given(s.IN_REVIEW)
    case = (
        before.when(to(s.COUNTY), by=s.LEADER, on=s.REVIEWED_ON)
        .then(
            CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.COUNTY, reason=TransferReason.LOAD)
        )
        .case
    )
    assert case.office == s.COUNTY
    assert case.clock == before.case.clock
    assert case.stage == before.case.stage


def test_headquarters_may_transfer_too() -> None:
    assert given(s.IN_REVIEW).when(to(s.BRANCH), by=s.HQ, on=s.REVIEWED_ON).refusal is None


def test_a_case_that_is_there_already_stays() -> None:
    given(s.IN_REVIEW).when(to(s.ZHENGZHOU), by=s.LEADER, on=s.REVIEWED_ON).then_nothing()


def test_vehicle_business_stays_in_its_prefecture() -> None:
    given(s.IN_REVIEW).when(to(s.LUOYANG), by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        OfficeWithoutPower, office=s.LUOYANG
    )


def test_a_case_goes_to_no_unknown_office() -> None:
    given(s.IN_REVIEW).when(to("999999"), by=s.LEADER, on=s.REVIEWED_ON).then_refused(
        OfficeUnknown, office="999999"
    )


def test_a_clerk_transfers_nothing() -> None:
    given(s.IN_REVIEW).when(to(s.BRANCH), by=s.CLERK, on=s.REVIEWED_ON).then_refused(NotPermitted)


def test_a_final_case_stays_where_it_ended() -> None:
    given(s.COMPLETED).when(to(s.BRANCH), by=s.LEADER, on=s.DELIVERED_ON).then_refused(
        NotAtThisStage
    )

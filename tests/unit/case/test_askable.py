"""Nothing is asked for that nobody could supply, and whoever asks is told what he may ask for."""

from datetime import date

import pytest
from msgspec.structs import replace

from api.applicant_forms import CorrectionForm
from domain.case.intake.askable import ADDRESS, can_be_supplied
from domain.case.intake.commands import (
    DeclineAcceptance,
    MoveToOnSite,
    RequestCorrection,
    SupplyCorrection,
)
from domain.case.intake.events import CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason
from domain.case.intake.refusals import (
    CorrectionCannotBeSupplied,
    CorrectionIncomplete,
    DefectToldTwice,
    OnSiteReasonUnfit,
    RightOfficeIsThisOne,
)
from domain.case.overlays.commands import TransferCase
from domain.case.refusals import OfficeWithoutCasework, OfficeWithoutPower, ReasonUnknown
from domain.case.review.commands import OverrideCheck, RefuseCase
from domain.case.review.refusals import CheckUnknown
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.message import Command
from domain.offices.transfer_reason import TransferReason
from domain.people import Actor
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from tests.unit.case import situations as s
from tests.unit.case.given import given

PLATE_PAPERS = ["id_back", "id_front", "mandate", "plate_photo", "registration_certificate"]


def asking(*places: str, code: DefectCode = DefectCode.MISSING) -> RequestCorrection:
    return RequestCorrection(defects=tuple(Defect(place, code) for place in places))


@pytest.mark.parametrize("place", ["/applicant", "/details", "no_such_paper", "tax_proof"])
def test_what_the_applicant_cannot_supply_is_not_asked_for(place: str) -> None:
    given(s.SUBMITTED).when(asking("id_front", place), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        CorrectionCannotBeSupplied, places=[place], choices=[*PLATE_PAPERS, "/delivery"]
    )


def test_the_address_is_asked_for_only_if_something_goes_by_post() -> None:
    given(s.TO_COLLECT[:1]).when(asking("/delivery"), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        CorrectionCannotBeSupplied, choices=PLATE_PAPERS
    )
    given(s.CONTACT_SUBMITTED).when(asking("/delivery"), by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        CorrectionCannotBeSupplied, choices=["driving_permit", "id_back", "id_front", "mandate"]
    )


@pytest.mark.parametrize("place", [*PLATE_PAPERS, "/delivery"])
def test_each_place_that_is_named_as_a_choice_can_be_supplied(place: str) -> None:
    asked = given(s.SUBMITTED).when(asking(place), by=s.CLERK, on=s.ACCEPTED_ON)
    papers = () if place[0] == "/" else (Paper(DocumentKind(place), f"{1:064x}"),)
    sealed = {} if papers else {"delivery": "pii1.new"}
    answered = given(s.SUBMITTED, asked.decided).when(
        SupplyCorrection(papers=papers, sealed=sealed), by=s.CITIZEN, on=s.ACCEPTED_ON
    )
    assert answered.case.stage is Stage.SUBMITTED


def test_what_can_be_supplied_is_what_the_form_of_a_correction_takes() -> None:
    taken = CorrectionForm.model_fields.keys() - {"documents"}
    assert {ADDRESS} == {f"/{part}" for part in taken}
    assert all(can_be_supplied(place) for place in (ADDRESS, *DocumentKind))
    assert not can_be_supplied("/applicant")


def test_a_paper_that_was_sent_beside_the_others_may_be_found_wanting() -> None:
    sent = Paper(DocumentKind.INSURANCE_POLICY, f"{1:064x}")
    (first, *others) = s.SUBMITTED
    more = replace(s.plate_submission().facts, papers=(*s.PAPERS, sent))
    asked = asking("insurance_policy", code=DefectCode.UNREADABLE)
    result = given(replace(first, facts=more), others).when(asked, by=s.CLERK, on=s.ACCEPTED_ON)
    assert result.case.correction_places == {"insurance_policy"}


def test_the_same_defect_is_told_once_and_two_of_one_paper_are_two() -> None:
    given(s.SUBMITTED).when(
        asking("id_front", "id_front"), by=s.CLERK, on=s.ACCEPTED_ON
    ).then_refused(DefectToldTwice, places=["id_front"])
    two = RequestCorrection(
        defects=(
            Defect("id_front", DefectCode.UNREADABLE),
            Defect("id_front", DefectCode.EXPIRED),
        )
    )
    assert given(s.SUBMITTED).when(two, by=s.CLERK, on=s.ACCEPTED_ON).refusal is None


def test_what_was_once_asked_for_in_vain_keeps_no_case_from_going_on() -> None:
    in_vain = CorrectionRequested(
        defects=(
            Defect("/applicant", DefectCode.MISMATCH),
            Defect("id_front", DefectCode.UNREADABLE),
        ),
        reply_by=date(2020, 3, 24),
    )
    waiting = given(s.SUBMITTED, in_vain)
    paper = Paper(DocumentKind.ID_FRONT, f"{1:064x}")
    assert (
        waiting.when(SupplyCorrection(papers=(paper,)), by=s.CITIZEN, on=s.REVIEWED_ON).case.stage
        is Stage.SUBMITTED
    )
    waiting.when(SupplyCorrection(), by=s.CITIZEN, on=s.REVIEWED_ON).then_refused(
        CorrectionIncomplete, places=["id_front"]
    )


@pytest.mark.parametrize(
    ("situation", "command", "by"),
    [
        (s.SUBMITTED, DeclineAcceptance(codes=("R-PROOF",)), s.CLERK),
        (s.IN_REVIEW, RefuseCase(codes=("R-LICENCE-STATE",)), s.REVIEWER),
    ],
)
def test_a_reason_of_another_service_is_none(
    situation: tuple[CaseEvent, ...], command: Command, by: Actor
) -> None:
    result = given(situation).when(command, by=by, on=s.REVIEWED_ON)
    result.then_refused(ReasonUnknown)
    choices = result.refusal.details()["choices"] if result.refusal else None
    assert choices == [
        "R-IDENTITY",
        "R-NOT-OWNER",
        "R-OTHER-RECORD",
        "R-JURISDICTION",
        "R-DUPLICATE",
        "R-FALSE-MATERIAL",
        "R-VEHICLE-STATE",
        "R-ONLINE-ONCE",
    ]


def test_a_check_of_another_service_is_not_set_aside() -> None:
    given(s.CHECKED).when(
        OverrideCheck(check="C-PROOF", note="pii1.n"), by=s.LEADER, on=s.APPROVED_ON
    ).then_refused(CheckUnknown, check="C-PROOF", choices=[*s.PLATE_CHECKS])


@pytest.mark.parametrize("office", ["41", "410100.ps1", "410100.gsh1"])
def test_no_case_is_sent_to_where_nobody_decides(office: str) -> None:
    given(s.ACCEPTED).when(
        TransferCase(to_office=office, reason=TransferReason.LOAD), by=s.LEADER, on=s.ACCEPTED_ON
    ).then_refused(OfficeWithoutCasework, office=office)
    given(s.SUBMITTED).when(
        DeclineAcceptance(codes=("R-JURISDICTION",), right_office=office),
        by=s.CLERK,
        on=s.ACCEPTED_ON,
    ).then_refused(OfficeWithoutCasework, office=office)


def test_a_case_that_may_not_leave_its_prefecture_is_told_where_it_may_go() -> None:
    result = given(s.ACCEPTED).when(
        TransferCase(to_office=s.LUOYANG, reason=TransferReason.LOAD),
        by=s.LEADER,
        on=s.ACCEPTED_ON,
    )
    result.then_refused(OfficeWithoutPower, office=s.LUOYANG)
    assert result.refusal is not None
    choices = result.refusal.details()["choices"]
    assert isinstance(choices, list)
    assert {s.ZHENGZHOU, s.BRANCH, s.STATION, s.COUNTY, "410100.noc"} <= set(choices)
    assert "410100.ps1" not in choices


def test_the_office_with_power_is_another_one() -> None:
    given(s.SUBMITTED).when(
        DeclineAcceptance(codes=("R-JURISDICTION",), right_office=s.ZHENGZHOU),
        by=s.CLERK,
        on=s.ACCEPTED_ON,
    ).then_refused(RightOfficeIsThisOne, office=s.ZHENGZHOU)


def test_plates_are_mounted_only_where_plates_are_made() -> None:
    mounting = MoveToOnSite(reason=OnSiteReason.PLATE_MOUNTING)
    assert given(s.ACCEPTED).when(mounting, by=s.CLERK, on=s.ACCEPTED_ON).refusal is None
    given(s.CONTACT_SUBMITTED).when(mounting, by=s.CLERK, on=s.ACCEPTED_ON).then_refused(
        OnSiteReasonUnfit, choices=["suspicion", "photo"]
    )

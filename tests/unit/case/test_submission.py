"""Submission and payment: payment precedes acceptance where it is made online."""

import dataclasses
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.intake.commands import RecordPayment, RecordPaymentFailure
from domain.case.intake.events import PaymentFailed, PaymentReceived
from domain.case.intake.reasons import PaymentFailure
from domain.case.intake.refusals import ServiceNotOpen, ServiceUnknown
from domain.case.refusals import PaymentDiffers, PickupOfficeClosed
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.people import Actor
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE
from domain.services.choices import Capacity, Channel, PaymentMethod, UserKind
from domain.services.facts import Facts
from tests.kit.life import submission
from tests.unit.case import situations as s
from tests.unit.case.examples import SUBMIT_PLATE
from tests.unit.case.given import NOTHING, circumstances, given, morning

TO_COLLECT = replace(
    SUBMIT_PLATE,
    facts=s.TO_COLLECT_FACTS,
)


class BalloonFacts(Facts, frozen=True, kw_only=True, tag="balloon_licence"):
    """Of a service that the office does not have."""


PAID = PaymentReceived(
    amount_fen=125_00,
    accept_by=date(2020, 3, 3),
    correction_notice_by=date(2020, 3, 9),
    received_on=s.SUBMITTED_ON,
)


def test_an_application_paid_online_first_waits_for_the_money() -> None:
    result = NOTHING.when(SUBMIT_PLATE, by=s.CITIZEN, on=s.SUBMITTED_ON).then(s.plate_submission())
    assert result.case.stage is Stage.PAYMENT_PENDING
    assert result.case.payable_fen == s.FEE + s.POSTAGE


def test_an_unpaid_case_waits_until_the_hour_a_day_later() -> None:
    deadline = given(s.UNPAID).case.deadline
    assert deadline is not None
    assert (deadline.clock, deadline.on) == (Clock.PAY_HOLD, date(2020, 3, 3))
    assert deadline.at == datetime(2020, 3, 3, 2, tzinfo=UTC)


def test_an_application_paid_at_the_window_goes_to_the_office_at_once() -> None:
    case = NOTHING.when(TO_COLLECT, by=s.CITIZEN, on=s.SUBMITTED_ON).then(s.TO_COLLECT[0]).case
    assert case.stage is Stage.SUBMITTED
    assert case.deadline is not None
    assert case.deadline.on == date(2020, 3, 3)
    assert case.deemed_on == date(2020, 3, 9)


def test_what_costs_nothing_is_not_paid_first() -> None:
    contact = submission("vehicle_contact_change", 1, s.SUBMITTED_ON, pays=PaymentMethod.ONLINE)
    case = NOTHING.when(contact, by=s.CITIZEN, on=s.SUBMITTED_ON).case
    assert case.stage is Stage.SUBMITTED
    assert case.payable_fen == 0


def test_an_outlet_that_is_closed_cannot_be_chosen() -> None:
    NOTHING.when(TO_COLLECT, by=s.CITIZEN, on=s.SUBMITTED_ON, closed=[s.BRANCH]).then_refused(
        PickupOfficeClosed, office=s.BRANCH
    )


def test_a_service_that_is_not_in_the_catalogue_is_refused() -> None:
    balloon = BalloonFacts(
        channel=Channel.WINDOW, user_kind=UserKind.REAL_NAME, capacity=Capacity.OWNER, papers=()
    )
    NOTHING.when(
        replace(SUBMIT_PLATE, facts=balloon), by=s.CITIZEN, on=s.SUBMITTED_ON
    ).then_refused(ServiceUnknown, service="balloon_licence")


def test_a_service_that_takes_nothing_in_takes_no_applications() -> None:
    declared = dataclasses.replace(CATALOGUE["plate_reissue"], taken_in=False)
    at = dataclasses.replace(
        circumstances(morning(s.SUBMITTED_ON), s.CITIZEN), catalogue={declared.code: declared}
    )
    with pytest.raises(ServiceNotOpen) as refused:
        CASE.decide(NOTHING.case, SUBMIT_PLATE, at)
    assert refused.value.details() == {"service": "plate_reissue"}


def test_a_case_is_submitted_once() -> None:
    given(s.UNPAID).when(SUBMIT_PLATE, by=s.CITIZEN, on=s.SUBMITTED_ON).then_refused(
        NotAtThisStage, command="SubmitCase", stage="payment_pending"
    )


def test_an_officer_does_not_submit_for_a_citizen() -> None:
    NOTHING.when(SUBMIT_PLATE, by=s.CLERK, on=s.SUBMITTED_ON).then_refused(
        NotPermitted, command="SubmitCase", role="clerk"
    )


def test_payment_starts_the_days_of_the_office() -> None:
    case = (
        given(s.UNPAID)
        .when(RecordPayment(amount_fen=125_00), by=s.TIMEKEEPER, on=s.SUBMITTED_ON)
        .then(PAID)
        .case
    )
    assert case.stage is Stage.SUBMITTED
    assert case.payable_fen == 0
    assert case.deemed_on == date(2020, 3, 9)


@pytest.mark.parametrize("by", [s.CLERK, s.LEADER, s.CITIZEN])
def test_nobody_pays_a_case_but_its_order(by: Actor) -> None:
    given(s.UNPAID).when(RecordPayment(amount_fen=125_00), by=by, on=s.SUBMITTED_ON).then_refused(
        NotPermitted, command="RecordPayment"
    )


def test_another_amount_is_not_taken_for_the_payment() -> None:
    given(s.UNPAID).when(
        RecordPayment(amount_fen=105_00), by=s.TIMEKEEPER, on=s.SUBMITTED_ON
    ).then_refused(PaymentDiffers, expected_fen=125_00)


def test_a_failed_payment_leaves_the_case_waiting() -> None:
    case = (
        given(s.UNPAID)
        .when(
            RecordPaymentFailure(reason=PaymentFailure.TIMED_OUT),
            by=s.TIMEKEEPER,
            on=s.SUBMITTED_ON,
        )
        .then(PaymentFailed(reason=PaymentFailure.TIMED_OUT))
        .case
    )
    assert case == given(s.UNPAID).case

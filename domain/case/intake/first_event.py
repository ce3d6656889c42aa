"""The case as it begins."""

from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock


def submitted(current: Case, event: CaseSubmitted) -> Case:
    return replace(
        opened(current, event),
        papers=frozenset(paper.kind for paper in event.facts.papers),
        sealed=event.sealed,
        facts=event.facts,
        mobile_codes=event.mobile_codes,
        applicant_proven=event.applicant_proven,
    )


def opened(current: Case, event: CaseSubmitted) -> Case:
    """The case as submitted, without what only decisions need: papers, sealed values, facts."""
    deadline: Deadline | None
    if event.pay_by:
        deadline = Deadline(Clock.PAY_HOLD, local_day(event.pay_by), event.pay_by)
    elif event.stage is Stage.CHOOSING_NUMBER:
        deadline = None
    else:
        deadline = Deadline(Clock.ACCEPT_1, event.accept_by or event.submitted_on)
    return replace(
        current,
        service=event.service,
        office=event.office,
        reference=event.reference,
        submitted_on=event.submitted_on,
        received_on=event.submitted_on,
        key_id=event.key_id,
        claim=event.claim,
        id_no_index=event.id_no_index,
        agent_index=event.agent_index or b"",
        vehicle=event.vehicle,
        licence=event.licence,
        permit=event.permit,
        registrant=event.registrant,
        violation=event.violation,
        violation_plate_index=event.violation_plate_index,
        penalty=event.penalty,
        taken_in_by=event.taken_in_by,
        delivery=event.facts.delivery,
        fee_fen=event.fee_fen,
        postage_fen=event.postage_fen,
        deadline=deadline,
        deemed_on=event.correction_notice_by,
    )


def first_stage(*, pays_first: bool, chooses: bool) -> Stage:
    """Where a case begins whose fee is asked for first, or in which a number is chosen."""
    if chooses:
        return Stage.CHOOSING_NUMBER
    return Stage.PAYMENT_PENDING if pays_first else Stage.SUBMITTED

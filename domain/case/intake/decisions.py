"""From submission to acceptance: payment, completeness, correction, the visit at a window."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.appointment.request import only_waits, requested
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, for_applicant
from domain.case.by_rank import officers_decide
from domain.case.intake import commands, events
from domain.case.intake.at_window import TAKEN_IN
from domain.case.intake.chosen import chosen, seats
from domain.case.intake.correction import request_correction, supply_correction
from domain.case.intake.first_event import first_stage
from domain.case.intake.handling_way import keep_to_the_way
from domain.case.intake.on_site import move_to_on_site, window_read
from domain.case.intake.payment import (
    asks_for_nothing,
    record_payment,
    record_payment_failure,
    takes_payment,
)
from domain.case.intake.refusals import (
    DocumentsMissing,
    RightOfficeIsThisOne,
    ServiceNotOpen,
    ServiceUnknown,
)
from domain.case.refusals import (
    PickupOfficeClosed,
    WindowClosed,
    refuse_idle,
    refuse_unknown,
)
from domain.case.reservation.session import opened
from domain.case.review.who import nobody_waits, reviewer
from domain.case.roles import APPLICANTS, OFFICERS, SYSTEM
from domain.case.stage import ASKS_AGAIN, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import on_site_window
from domain.circumstances import Circumstances
from domain.clocks.case import decide_by, pay_until
from domain.clocks.clock import Clock
from domain.offices.tree import prefecture_of
from domain.prefectures.windows import open_counters, window_open
from domain.reliefs.effect import guarding
from domain.services.archetype import Archetype
from domain.services.choices import PaymentMethod
from domain.services.facts import AtCounter, ByPost
from domain.services.postage import postage_fen
from domain.services.service import Service


def submit(current: Case, command: commands.SubmitCase, at: Circumstances) -> Sequence[CaseEvent]:
    """A fee that is paid online comes before acceptance, and before the office's days begin."""
    service = at.catalogue.get(command.service)
    if service is None:
        raise ServiceUnknown(service=command.service)
    if not service.open:
        raise ServiceNotOpen(service=command.service)
    facts = command.facts
    keep_to_the_way(facts.channel, service, at)
    postage = 0
    match facts.delivery:
        case AtCounter(counter) if not window_open(counter, service.business, at):
            choices = open_counters(prefecture_of(counter), service.business, at)
            raise PickupOfficeClosed(office=counter, choices=choices)
        case ByPost(region):
            postage = postage_fen(region, at.today)
    fee = service.fee(facts, at.today)
    penal = service.archetype is Archetype.PENALTY
    booked = requested(facts, service, at)
    pays_first = fee > 0 and facts.pays is PaymentMethod.ONLINE
    chooses = service.archetype is Archetype.RESERVATION
    at_once = pays_first or chooses or bool(booked) or service.exam(facts) is not None
    submitted = events.CaseSubmitted(
        stage=first_stage(pays_first=pays_first, chooses=chooses),
        submitted_on=at.today,
        office=command.office,
        reference=command.reference,
        facts=facts,
        key_id=command.key_id,
        sealed=command.sealed,
        claim=command.claim,
        id_no_index=command.id_no_index,
        plate_index=command.plate_index,
        vin_index=command.vin_index,
        licence_index=command.licence_index,
        agent_index=command.agent_index,
        vehicle=command.vehicle,
        licence=command.licence,
        mobile_codes=command.mobile_codes,
        applicant_proven=command.id_no_index in at.id_indexes,
        fee_fen=fee,
        postage_fen=postage,
        pay_by=pay_until(at.now, judged_on=at.today) if pays_first else None,
        accept_by=None if pays_first or chooses or only_waits(booked) else at.due(Clock.ACCEPT_1),
        correction_notice_by=None if at_once or penal else at.due(Clock.CORRECTION_NOTICE),
        permit=command.permit,
        violation=command.violation,
        violation_plate_index=command.violation_plate_index,
        penalty=command.penalty,
    )
    session = opened(command.number, command.office, at) if chooses else ()
    return [submitted, *session, *booked]


def accept(current: Case, command: commands.AcceptCase, at: Circumstances) -> Sequence[CaseEvent]:
    """Acceptance starts the statutory clock, so nothing required may be missing."""
    service = at.catalogue[current.service]
    if current.facts and (missing := service.documents(current.facts) - current.papers):
        raise DocumentsMissing(documents=sorted(missing))
    return [
        events.CaseAccepted(
            officer=at.by.person,
            accepted_on=at.today,
            decide_by=_decide_by(service, at),
        )
    ]


def decline(
    current: Case, command: commands.DeclineAcceptance, at: Circumstances
) -> Sequence[CaseEvent]:
    """The refusal is written, with its reason and the remedies (ALL art. 38)."""
    refuse_unknown(command.codes, at.catalogue[current.service])
    if command.right_office is not None:
        refuse_idle(command.right_office)
        if command.right_office == current.office:
            raise RightOfficeIsThisOne(office=current.office)
    return [
        events.NotAccepted(
            officer=at.by.person,
            codes=command.codes,
            right_office=command.right_office,
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
            refund_fen=current.refundable_fen,
            note=command.note,
        )
    ]


def record_on_site_visit(
    current: Case, command: commands.RecordOnSiteVisit, at: Circumstances
) -> Sequence[CaseEvent]:
    """A case that comes to the window before acceptance is accepted there."""
    business = at.catalogue[current.service].business
    window = on_site_window(current.office, business.group)
    if not (current.green or window_open(window, business, at)):
        raise WindowClosed(office=window)
    visit = events.OnSiteVisitRecorded(officer=at.by.person)
    return [visit] if current.accepted_on else [*accept(current, commands.AcceptCase(), at), visit]


def _decide_by(service: Service[Any], at: Circumstances) -> date:
    term = service.decide_within.on(at.today)
    return decide_by(at.today, term, at.calendar)


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.SubmitCase,
        at={Stage.NEW},
        by=APPLICANTS,
        decide=submit,
        reads=chosen,
        further=seats,
    ),
    TAKEN_IN,
    Decision(
        commands.RecordPayment,
        at=ASKS_AGAIN | {Stage.PAYMENT_PENDING, Stage.LAPSED},
        by=SYSTEM,
        when=takes_payment,
        otherwise=asks_for_nothing,
        decide=record_payment,
    ),
    Decision(
        commands.RecordPaymentFailure,
        at={Stage.PAYMENT_PENDING},
        by=OFFICERS | SYSTEM,
        decide=record_payment_failure,
    ),
    Decision(
        commands.AcceptCase,
        at={Stage.SUBMITTED},
        by=OFFICERS | SYSTEM,
        decide=accept,
        when=officers_decide,
        who=nobody_waits,
    ),
    Decision(
        commands.DeclineAcceptance,
        at={Stage.SUBMITTED, Stage.FACTS_SHOWN},
        by=OFFICERS,
        decide=decline,
    ),
    Decision(
        commands.RequestCorrection,
        at={Stage.SUBMITTED, Stage.ACCEPTED},
        by=OFFICERS,
        decide=request_correction,
        when=officers_decide,
        reads=guarding,
    ),
    Decision(
        commands.SupplyCorrection,
        at={Stage.CORRECTION_REQUESTED},
        by=APPLICANTS_OR_WINDOW,
        decide=supply_correction,
        who=for_applicant,
    ),
    Decision(
        commands.MoveToOnSite,
        at={Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW},
        by=OFFICERS,
        decide=move_to_on_site,
        when=officers_decide,
        who=reviewer,
        reads=window_read,
    ),
    Decision(
        commands.RecordOnSiteVisit,
        at={Stage.ON_SITE_REQUIRED},
        by=OFFICERS,
        decide=record_on_site_visit,
        reads=window_read,
    ),
)

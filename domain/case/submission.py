"""The case as it begins."""

from msgspec.structs import replace

from domain.calendar import local_day
from domain.case import events
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock
from domain.identifiers.plate import PlateKind
from domain.services.choices import (
    Business,
    Capacity,
    Channel,
    DeliveryMode,
    DocumentKind,
    PaymentMethod,
    PlatesAffected,
    UserKind,
)
from domain.services.facts import DocumentRef, Facts


def submitted(current: Case, event: events.CaseSubmitted) -> Case:
    return replace(
        opened(current, event),
        papers=frozenset(paper.kind for paper in event.papers),
        sealed=event.sealed,
        facts=facts_of(event),
    )


def opened(current: Case, event: events.CaseSubmitted) -> Case:
    """The case submitted, without what only decisions look at: papers, sealed values, facts."""
    if event.pay_by:
        deadline = Deadline(Clock.PAY_HOLD, local_day(event.pay_by), event.pay_by)
    else:
        deadline = Deadline(Clock.ACCEPT_1, event.accept_by or event.submitted_on)
    return replace(
        current,
        service=event.service,
        office=event.office,
        reference=event.reference,
        submitted_on=event.submitted_on,
        key_id=event.key_id,
        claim=event.claim,
        id_no_index=event.id_no_index,
        delivery_mode=event.delivery_mode,
        pickup_office=event.pickup_office,
        destination_region=event.destination_region,
        fee_fen=event.fee_fen,
        postage_fen=event.postage_fen,
        deadline=deadline,
        deemed_on=event.correction_notice_by,
    )


def facts_of(event: events.CaseSubmitted) -> Facts:
    """The clear facts of the application, as the rules look at them."""
    return Facts(
        channel=Channel(event.channel),
        user_kind=UserKind(event.user_kind),
        capacity=Capacity(event.capacity),
        documents=tuple(DocumentRef(DocumentKind(p.kind), p.sha256) for p in event.papers),
        plate_kind=PlateKind(event.plate_kind) if event.plate_kind else None,
        business=Business(event.business) if event.business else None,
        reason=event.reason,
        plates_affected=PlatesAffected(event.plates_affected) if event.plates_affected else None,
        need_temp_plate=event.need_temp_plate,
        base_on=event.base_on,
        requested_until=event.requested_until,
        delivery_mode=DeliveryMode(event.delivery_mode) if event.delivery_mode else None,
        pickup_office=event.pickup_office,
        destination_region=event.destination_region,
        payment_method=PaymentMethod(event.payment_method) if event.payment_method else None,
        mobile_verified=event.mobile_verified,
    )

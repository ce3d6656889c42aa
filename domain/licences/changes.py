"""What each event changes in a licence, and what it is without the outcome of one case."""

from types import MappingProxyType
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.licences import events
from domain.licences.duties import DUTIES, letters_of, missed_by
from domain.licences.points import points_entered
from domain.licences.state import LicenceOnRecord, LicenceStage
from domain.licences.undone import HANDED_OUT, about
from domain.register.contact import APPLICANT, FiledContact
from domain.register.document import IssuedDocument
from domain.register.extension import extended
from domain.register.letters import marked
from domain.register.licence import Deferral, LicenceDuty, LicenceState, MedicalCertificate
from domain.register.outcome_memory import OutcomeMemory


def _as_entered(current: LicenceOnRecord) -> LicenceOnRecord:
    """What it was listed for before it was entered it is listed for again by its timer."""
    return replace(
        current,
        record=current.entered,
        missed=missed_by(current.entered.states) if current.entered else frozenset(),
        listed=frozenset(),
        contact=current.entered_contact,
    )


def _entered(current: LicenceOnRecord, event: events.LicenceEntered) -> LicenceOnRecord:
    return replace(
        current,
        record=event.record,
        missed=missed_by(event.record.states),
        entered=event.record,
        entered_contact=current.contact,
        since=(),
    )


def _contact_filed(current: LicenceOnRecord, event: events.HolderContactFiled) -> LicenceOnRecord:
    return replace(current, contact=FiledContact(event.case, event.part))


def _reissued(current: LicenceOnRecord, event: events.LicenceDocumentReissued) -> LicenceOnRecord:
    document = IssuedDocument(event.service, "", event.issued_on, event.case)
    return _record(current, issued=(*current.record.issued, document))


def _term_begun(current: LicenceOnRecord, event: events.LicenceTermBegun) -> LicenceOnRecord:
    """The cycles that are over count for the term before."""
    renewed = _record(
        current,
        issued_on=event.issued_on,
        years=event.years,
        valid_until=event.valid_until,
        cycles=tuple(each for each in current.record.cycles if each.ends_on > event.issued_on),
    )
    return _done(renewed, LicenceDuty.RENEWAL)


def _reduced(current: LicenceOnRecord, event: events.LicenceClassesReduced) -> LicenceOnRecord:
    return _record(current, classes=event.classes)


def _medical_filed(
    current: LicenceOnRecord, event: events.MedicalCertificateFiled
) -> LicenceOnRecord:
    certificate = MedicalCertificate(event.issued_on, frozenset(event.fit_for))
    filed = _record(current, medical=certificate, medical_due_on=event.medical_due_on)
    return _done(filed, LicenceDuty.MEDICAL)


def _deferred(current: LicenceOnRecord, event: events.LicenceDutyDeferred) -> LicenceOnRecord:
    deferral = Deferral(event.duty, event.base_on, event.until)
    put_off = _done(current, event.duty)
    return _record(
        put_off,
        deferrals=(*current.record.deferrals, deferral),
        states=marked(put_off.record.states, add={DUTIES[event.duty].deferred}),
    )


def _deferral_undone(
    current: LicenceOnRecord, event: events.LicenceDeferralUndone
) -> LicenceOnRecord:
    left = tuple(
        each
        for each in current.record.deferrals
        if (each.duty, each.base_on) != (event.duty, event.base_on)
    )
    return _done(_record(current, deferrals=left), event.duty)


def _photo_filed(current: LicenceOnRecord, event: events.LicencePhotoFiled) -> LicenceOnRecord:
    return _record(current, photo_approved_on=event.approved_on)


def _missed(current: LicenceOnRecord, event: events.LicenceDutyMissed) -> LicenceOnRecord:
    overdue = DUTIES[event.duty].overdue
    states = marked(
        current.record.states,
        add={overdue} if overdue else frozenset(),
        drop=letters_of(event.duty) - {overdue},
    )
    return replace(_record(current, states=states), missed=current.missed | {event.duty})


def _deadline_extended(
    current: LicenceOnRecord, event: events.LicenceDeadlineExtended
) -> LicenceOnRecord:
    """What a relief reaches after it had passed is late no more."""
    moved = extended(current.extended, event.clock, event.old, event.new, event.relief)
    current = replace(current, extended=moved)
    for duty, told in DUTIES.items():
        if event.clock == told.clock and duty in current.missed:
            current = _done(current, duty)
        if event.clock == told.cancels:
            current = replace(current, listed=current.listed - {duty})
    return current


def _listed(current: LicenceOnRecord, event: events.LicenceCancellationListed) -> LicenceOnRecord:
    return replace(current, listed=current.listed | {event.duty})


def _cancelled(current: LicenceOnRecord, event: events.LicenceCancelled) -> LicenceOnRecord:
    states = marked(
        current.record.states, add={LicenceState.RESTORABLE}, drop=letters_of(event.duty)
    )
    return replace(_record(current, states=states), listed=frozenset())


def _surrendered(current: LicenceOnRecord, event: events.LicenceSurrendered) -> LicenceOnRecord:
    states = marked(current.record.states, add={LicenceState.CANCELLED})
    return replace(_record(current, states=states), listed=frozenset())


def _reviewed(current: LicenceOnRecord, event: events.LicenceReviewPassed) -> LicenceOnRecord:
    return _done(_record(current, review_due_on=None), LicenceDuty.REVIEW)


def _educated(current: LicenceOnRecord, event: events.FullPointsEducationPassed) -> LicenceOnRecord:
    states = marked(current.record.states, drop={LicenceState.OVER_SCORE})
    return _record(current, states=states)


def _issued(current: LicenceOnRecord, event: events.LicenceIssued) -> LicenceOnRecord:
    """What he had to do for the licence before is over with it."""
    before = current.record
    return replace(
        current,
        record=replace(event.record, issued=before.issued, void=before.void),
        contact=FiledContact(event.case, APPLICANT),
        missed=frozenset(),
        listed=frozenset(),
    )


def _moved_in(current: LicenceOnRecord, event: events.LicenceMovedIn) -> LicenceOnRecord:
    return _record(current, office=event.office)


def _restored(current: LicenceOnRecord, event: events.LicenceRestored) -> LicenceOnRecord:
    states = marked(
        current.record.states,
        drop={LicenceState.RESTORABLE}.union(*(letters_of(duty) for duty in LicenceDuty)),
    )
    again = _record(
        current,
        states=states,
        valid_until=event.valid_until,
        medical_due_on=event.medical_due_on,
    )
    return replace(again, missed=frozenset(), listed=frozenset())


def _bus_driver(
    current: LicenceOnRecord, event: events.SchoolBusDriverQualified
) -> LicenceOnRecord:
    return _record(current, bus_driver_since=event.qualified_on)


def _voided(current: LicenceOnRecord, event: events.LicenceOutcomeUndone) -> LicenceOnRecord:
    return _record(current, void=(*current.record.void, *event.void))


def _done(current: LicenceOnRecord, duty: LicenceDuty) -> LicenceOnRecord:
    """Nothing is left of a duty that is neither deferred nor overdue."""
    states = marked(current.record.states, drop=letters_of(duty))
    return replace(
        _record(current, states=states),
        missed=current.missed - {duty},
        listed=current.listed - {duty},
    )


def _record(current: LicenceOnRecord, **fields: Any) -> LicenceOnRecord:
    return replace(current, record=replace(current.record, **fields))


MEMORY: Final[OutcomeMemory[LicenceOnRecord, events.LicenceEvent]] = OutcomeMemory(
    changes=MappingProxyType(
        {
            events.HolderContactFiled: _contact_filed,
            events.LicenceDocumentReissued: _reissued,
            events.LicenceTermBegun: _term_begun,
            events.LicenceClassesReduced: _reduced,
            events.MedicalCertificateFiled: _medical_filed,
            events.LicenceDutyDeferred: _deferred,
            events.LicenceDeferralUndone: _deferral_undone,
            events.LicencePhotoFiled: _photo_filed,
            events.LicenceDutyMissed: _missed,
            events.LicenceDeadlineExtended: _deadline_extended,
            events.LicenceCancellationListed: _listed,
            events.LicenceCancelled: _cancelled,
            events.LicenceSurrendered: _surrendered,
            events.LicenceReviewPassed: _reviewed,
            events.FullPointsEducationPassed: _educated,
            events.LicencePointsScored: points_entered,
            events.LicenceIssued: _issued,
            events.LicenceMovedIn: _moved_in,
            events.LicenceRestored: _restored,
            events.SchoolBusDriverQualified: _bus_driver,
            events.LicenceOutcomeUndone: _voided,
        }
    ),
    as_entered=_as_entered,
    undone=events.LicenceOutcomeUndone,
    about=about,
    handed_out=HANDED_OUT,
)
EFFECTS: Final[tuple[Effect[LicenceOnRecord, Any], ...]] = (
    Effect(events.LicenceEntered, to=LicenceStage.ON_RECORD, change=_entered),
    *(Effect(kind, change=MEMORY.change) for kind in MEMORY.kinds),
)

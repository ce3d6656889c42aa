"""LICENCE: a driving licence as the register has it. Its stream is computed from its number."""

from collections.abc import Iterable
from typing import Any, Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.case.review.events import RegisterChangesOrdered
from domain.licences import commands, decisions, events
from domain.licences.duties import DUTIES, letters_of, missed_by, timed, timer
from domain.licences.state import LicenceOnRecord, LicenceStage
from domain.licences.words import WORDS
from domain.message import PassDeadline
from domain.people import Actor, Role
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import Unknown
from domain.register.contact import FiledContact
from domain.register.document import IssuedDocument
from domain.register.letters import marked
from domain.register.licence import Deferral, LicenceDuty, MedicalCertificate

_BY_ITSELF: Final = frozenset({Role.SYSTEM})
_ON_RECORD: Final = frozenset({LicenceStage.ON_RECORD})


def _entered(current: LicenceOnRecord, event: events.LicenceEntered) -> LicenceOnRecord:
    return replace(current, record=event.record, missed=missed_by(event.record.states))


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


def _undone(current: LicenceOnRecord, event: events.LicenceDeferralUndone) -> LicenceOnRecord:
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


def _done(current: LicenceOnRecord, duty: LicenceDuty) -> LicenceOnRecord:
    """Nothing is left of a duty that is neither deferred nor overdue."""
    states = marked(current.record.states, drop=letters_of(duty))
    return replace(_record(current, states=states), missed=current.missed - {duty})


def _record(current: LicenceOnRecord, **fields: Any) -> LicenceOnRecord:
    return replace(current, record=replace(current.record, **fields))


def _sees(by: Actor, current: LicenceOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. What it says is about one person."""
    return may_see(by, office=current.record.office, owner=owner)


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    """Everything that one outcome changes in one licence is one command."""
    said = cause.event
    if said.licence and any(type(each) in decisions.CHANGES for each in said.changes):
        change = commands.ChangeLicence(case=cause.stream, changes=said.changes)
        yield Consequence(said.licence, change)


LICENCE: Final = Aggregate(
    kind="licence",
    initial=LicenceOnRecord(),
    event=events.LicenceEvent,
    command=commands.LicenceCommand,
    decisions=(
        Decision(
            commands.EnterLicence, at=set(LicenceStage), by=_BY_ITSELF, decide=decisions.enter
        ),
        Decision(commands.ChangeLicence, at=_ON_RECORD, by=_BY_ITSELF, decide=decisions.change),
        Decision(PassDeadline, at=_ON_RECORD, by=_BY_ITSELF, decide=decisions.pass_deadline),
    ),
    effects=(
        Effect(events.LicenceEntered, to=LicenceStage.ON_RECORD, change=_entered),
        Effect(events.HolderContactFiled, change=_contact_filed),
        Effect(events.LicenceDocumentReissued, change=_reissued),
        Effect(events.LicenceTermBegun, change=_term_begun),
        Effect(events.LicenceClassesReduced, change=_reduced),
        Effect(events.MedicalCertificateFiled, change=_medical_filed),
        Effect(events.LicenceDutyDeferred, change=_deferred),
        Effect(events.LicenceDeferralUndone, change=_undone),
        Effect(events.LicencePhotoFiled, change=_photo_filed),
        Effect(events.LicenceDutyMissed, change=_missed),
    ),
    words=WORDS,
    timer=timer,
    timed=timed,
    sees=_sees,
    office=lambda current: current.record.office,
    reactions=(
        Reaction(
            name="licence_register",
            on=RegisterChangesOrdered,
            then=_ordered,
            refused={Unknown: DONE},
        ),
    ),
)

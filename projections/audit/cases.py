"""Every case with its steps: who took each, when, under which rules, and what is remarkable."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.grounds import GreenKind
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.case.overlays.events import CaseTransferred, EscalationRequested
from domain.case.review.events import CaseApproved, CaseRefused
from domain.case.roles import OFFICERS
from domain.case.stage import Stage
from domain.people import Actor, Role
from domain.recorded_event import topic
from domain.services.choices import DocumentKind
from projections.audit import terms
from projections.audit.risks import EarlierSteps, risks_of
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection

_OF_OFFICES: Final = OFFICERS | {Role.HQ}


class AuditedStep(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One event of a case. ``by`` is the officer who took the step, or empty if none did."""

    kind: str
    by: str
    rules: str
    on: date
    position: int
    risks: tuple[str, ...] = ()


class Audited(msgspec.Struct, frozen=True, gc=False):
    """One case. ``terms`` are the words under which it is found."""

    stream: UUID
    service: str
    office: str
    stage: str
    reference: str
    submitted_at: datetime
    last_on: date
    accepted_by: str | None
    decided_by: str | None
    proven_green: frozenset[GreenKind]
    person: bytes
    mobile: bytes | None
    terms: str
    steps: tuple[AuditedStep, ...]


def fold(row: Audited | None, history: Sequence[Read]) -> Audited | None:
    """Pure: the row of the events before and of these."""
    if row is None:
        history = _from_the_submission(history)
        if not history:
            return None
        row = _begun(history[0])
    stage, steps = Stage(row.stage), list(row.steps)
    words = {word for word in row.terms.split(terms.LINE) if word != terms.stage(stage)}
    office, accepted_by, decided_by = row.office, row.accepted_by, row.decided_by
    proven = row.proven_green
    for recorded in history:
        envelope = recorded.envelope
        event = envelope.event
        by = _officer(envelope.by)
        match event:
            case CaseAccepted():
                accepted_by = by
            case CaseTransferred(to_office=office):
                words |= terms.offices(office)
            case EscalationRequested() if _proves(event):
                proven |= {event.kind}
        risks = risks_of(envelope, EarlierSteps(accepted_by, proven))
        if isinstance(event, CaseApproved | CaseRefused):
            decided_by = by
        stage = CASE.stage_after(stage, event)
        step = AuditedStep(
            topic(event),
            by or "",
            envelope.rules,
            local_day(envelope.at),
            recorded.position,
            risks,
        )
        steps.append(step)
        words.update(_words(step))
    words.add(terms.stage(stage))
    return replace(
        row,
        office=office,
        stage=stage,
        last_on=steps[-1].on,
        accepted_by=accepted_by,
        decided_by=decided_by,
        proven_green=proven,
        terms=terms.lines(words),
        steps=tuple(steps),
    )


def _words(step: AuditedStep) -> Iterator[str]:
    yield terms.kind(step.kind)
    yield terms.rules(step.rules)
    if step.by:
        yield terms.officer(step.by)
        yield terms.deed(step.by, step.kind)
    for code in step.risks:
        yield terms.risk(code)


def _officer(by: Actor) -> str | None:
    return by.person if by.role in _OF_OFFICES else None


def _proves(event: EscalationRequested) -> bool:
    return any(paper.kind is DocumentKind.GREEN_PROOF for paper in event.papers)


def _from_the_submission(history: Sequence[Read]) -> Sequence[Read]:
    for place, recorded in enumerate(history):
        if isinstance(recorded.envelope.event, CaseSubmitted):
            return history[place:]
    return ()


def _begun(recorded: Read) -> Audited:
    event = recorded.envelope.event
    assert isinstance(event, CaseSubmitted)
    codes = event.mobile_codes
    return Audited(
        stream=recorded.stream,
        service=event.facts.service,
        office=event.office,
        stage=Stage.NEW,
        reference=event.reference,
        submitted_at=recorded.envelope.at,
        last_on=event.submitted_on,
        accepted_by=None,
        decided_by=None,
        proven_green=frozenset(),
        person=event.id_no_index,
        mobile=codes[0].number_index if codes else None,
        terms=terms.lines({terms.service(event.facts.service), *terms.offices(event.office)}),
        steps=(),
    )


class UsedRules(msgspec.Struct, frozen=True, gc=False):
    """The key of the figures: the cases in which a step was taken under an edition of the rules."""

    rules: str


def _contribution(row: Audited) -> Figures:
    return {(each.rules,): 1 for each in row.steps}


AUDITED: Final = Projection(
    name="audited",
    of=(CASE,),
    tables=Path(__file__).with_name("cases.sql"),
    row=Audited,
    fold=fold,
    contribution=_contribution,
    figure=UsedRules,
)

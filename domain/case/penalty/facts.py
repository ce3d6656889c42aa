"""The facts: shown if they are on record, accepted or answered by a statement."""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.aggregate import Ref
from domain.case.overlays.events import CaseTransferred
from domain.case.penalty import commands, events
from domain.case.penalty.checks import refuse_unless_passed
from domain.case.review.commands import CheckResult
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.review.results import recorded
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.offices.transfer_reason import TransferReason
from domain.services.checks.violation import VIOLATION_KNOWN
from domain.services.penal.facts import ViolationFacts
from domain.violations.state import ViolationOnRecord, ViolationStage
from domain.violations.violation import VIOLATION

_FREE: Final = frozenset({ViolationStage.PUBLISHED, ViolationStage.FACTS_SHOWN})


def of_the_violation(current: Case, command: object) -> Iterable[Ref[ViolationOnRecord]]:
    """The violation of the case, which must not move while it is decided on."""
    if current.violation:
        yield Ref(VIOLATION, current.violation)


def show_facts(
    current: Case, command: commands.ShowFacts, at: Circumstances
) -> Sequence[CaseEvent]:
    """Shows the facts if every check is passed. What was told in the form is an answer to them.

    Facts that are not on record as they were told are not shown, and an officer declines the case.
    """
    violation = _violation(current, at)
    known = _as_told(current, violation, at)
    own = _differing(current, [CheckResult(VIOLATION_KNOWN.code, known)], at)
    if not known:
        return own
    told = recorded(current, command.results, CheckSource.DOCUMENTS, at)
    refuse_unless_passed(current, [*own, *told], at)
    facts = current.facts
    assert isinstance(facts, ViolationFacts)
    shown = events.FactsShown(
        officer=at.by.person,
        act_code=violation.act_code,
        occurred_on=facts.occurred_on,
        fine_fen=violation.fine_fen,
        points=violation.points,
    )
    if facts.facts_accepted:
        return [*own, *told, shown, events.FactsAccepted()]
    return [*own, *told, shown, *_heard(current, violation, None, at)]


def accept_facts(
    current: Case, command: commands.AcceptFacts, at: Circumstances
) -> Sequence[CaseEvent]:
    return [] if current.facts_accepted else [events.FactsAccepted()]


def make_statement(
    current: Case, command: commands.MakeStatement, at: Circumstances
) -> Sequence[CaseEvent]:
    """The driver may think better of it until the decision is made.

    He is heard once, or he could put the decision off for ever. What he finds later he may say in
    a reconsideration (ARL art. 9).
    """
    return _heard(current, _violation(current, at), command.note, at)


def reject_statement(
    current: Case, command: commands.RejectStatement, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.StatementRejected(officer=at.by.person, note=command.note)]


def uphold_statement(
    current: Case, command: commands.UpholdStatement, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.StatementUpheld(officer=at.by.person, note=command.note)]


def _violation(current: Case, at: Circumstances) -> ViolationOnRecord:
    return next((each.state(at) for each in of_the_violation(current, None)), VIOLATION.initial)


def _heard(
    current: Case, violation: ViolationOnRecord, note: str | None, at: Circumstances
) -> Sequence[CaseEvent]:
    """The police of the place of the violation answer, so the case goes there."""
    made = events.StatementMade(answer_by=at.due(Clock.VIO_ANSWER), note=note)
    if not violation.office or violation.office == current.office:
        return [made]
    moved = CaseTransferred(
        from_office=current.office,
        to_office=violation.office,
        reason=TransferReason.JURISDICTION,
    )
    return [made, moved]


def _as_told(current: Case, violation: ViolationOnRecord, at: Circumstances) -> bool:
    facts = current.facts
    if not isinstance(facts, ViolationFacts) or violation.stage not in _FREE:
        return False
    return violation.case in (None, at.stream) and (
        violation.plate_index,
        violation.plate_kind,
        violation.occurred_on,
        violation.act_code,
        violation.fine_fen,
        violation.points,
    ) == (
        current.violation_plate_index,
        facts.plate_kind,
        facts.occurred_on,
        facts.act_code,
        facts.fine_fen,
        facts.points,
    )


def _differing(
    current: Case, results: Iterable[CheckResult], at: Circumstances
) -> list[CheckResultRecorded]:
    """The results that are not on record already."""
    new = [each for each in results if current.checks.get(each.check) is not each.passed]
    return recorded(current, new, CheckSource.REGISTER, at)

"""The review: first the checks are recorded, then one decision is taken."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NoReturn

from domain.aggregate import Decision
from domain.case.by_rank import officers_decide
from domain.case.refusals import refuse_unknown
from domain.case.review import commands, events
from domain.case.review.answer import failed_for, refuse_outdated
from domain.case.review.assignment import is_free
from domain.case.review.hands import HANDS
from domain.case.review.orders import for_the_register, undone
from domain.case.review.refusals import (
    CaseTaken,
    CheckNotFailed,
    ChecksFailed,
    ChecksMissing,
    DeferralTooLong,
)
from domain.case.review.results import known, recorded
from domain.case.review.who import approver, automatic_if_alone, reviewer
from domain.case.roles import LEADERS, OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.conflict import OfficialAct
from domain.refusal import NotAsThingsStand
from domain.services.archetype import Route
from domain.services.deferral.facts import DeferralFacts


def start(current: Case, command: commands.StartReview, at: Circumstances) -> Sequence[CaseEvent]:
    return [events.ReviewStarted(reviewer=at.by.person)]


def _may_be_reviewed(current: Case) -> bool:
    return officers_decide(current) and is_free(current)


def _taken(current: Case) -> NoReturn:
    if not officers_decide(current):
        raise NotAsThingsStand(command=commands.StartReview.__name__)
    raise CaseTaken(reviewer=current.reviewer)


def record_check(
    current: Case, command: commands.RecordCheck, at: Circumstances
) -> Sequence[CaseEvent]:
    result = commands.CheckResult(command.check, command.passed)
    return recorded(current, [result], command.source, at)


def record_checks(
    current: Case, command: commands.RecordChecks, at: Circumstances
) -> Sequence[CaseEvent]:
    return recorded(current, command.results, command.source, at)


def override_check(
    current: Case, command: commands.OverrideCheck, at: Circumstances
) -> Sequence[CaseEvent]:
    check = known(current, command.check, at)
    if current.checks.get(check) is not False:
        raise CheckNotFailed(check=check)
    return [events.CheckOverridden(check=check, note=command.note)]


def approve(current: Case, command: commands.ApproveCase, at: Circumstances) -> Sequence[CaseEvent]:
    """Approves the case, if every check of its service is on record and passed."""
    service = at.catalogue[current.service]
    required = [check.code for check in service.checks]
    refuse_outdated(required, current, at)
    if missing := [code for code in required if code not in current.checks]:
        raise ChecksMissing(checks=missing)
    if failed := [code for code in required if not current.checks[code]]:
        raise ChecksFailed(checks=failed)
    return [*_outcome(current, at), *for_the_register(current, at)]


def refuse(current: Case, command: commands.RefuseCase, at: Circumstances) -> Sequence[CaseEvent]:
    """Refuses the case, with reasons and remedies (ALL art. 38). The fee goes back."""
    service = at.catalogue[current.service]
    refuse_unknown(command.codes, service)
    refuse_outdated(failed_for(command.codes, current, service), current, at)
    return [
        events.CaseRefused(
            officer=at.by.person,
            decided_on=at.today,
            codes=command.codes,
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
            refund_fen=current.refundable_fen,
            note=command.note,
        )
    ]


def _outcome(current: Case, at: Circumstances) -> Sequence[CaseEvent]:
    if isinstance(current.facts, DeferralFacts):
        return [_approved(at), _deferral(current.facts, at)]
    service = at.catalogue[current.service]
    if service.route is Route.RECORD:
        ended = events.ResultRecorded() if service.on_file else events.RecordChanged()
        return [_approved(at), ended]
    return _document(current, at)


def _approved(
    at: Circumstances, deliver_by: date | None = None, *, replaces_nothing: bool = False
) -> events.CaseApproved:
    return events.CaseApproved(
        officer=at.by.person,
        decided_on=at.today,
        deliver_by=deliver_by,
        replaces_nothing=replaces_nothing,
    )


def _deferral(facts: DeferralFacts, at: Circumstances) -> events.DeferralGranted:
    """The deferral, which ends at most three years after the base date (139 art. 73)."""
    latest = at.due(Clock.DEFER_END, facts.base_on)
    if facts.requested_until > latest:
        raise DeferralTooLong(latest=latest)
    return events.DeferralGranted(until=facts.requested_until)


def _document(current: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """The document is to be delivered. If the service says so, a temporary plate comes first."""
    service = at.catalogue[current.service]
    deliver_by = at.due(Clock.DELIVER_10)
    approved = _approved(at, deliver_by, replaces_nothing=not service.replaces)
    if current.facts is None:
        return [approved]
    valid_to = service.temp_plate_until(current.facts, at.today, at.calendar)
    if valid_to is None:
        return [approved]
    return [approved, events.TempPlateIssued(valid_to=valid_to)]


def revoke_deferral(
    current: Case, command: commands.RevokeDeferral, at: Circumstances
) -> Sequence[CaseEvent]:
    """The deferral is undone in the register too."""
    return [events.DeferralRevoked(), *undone(current)]


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.StartReview,
        at={Stage.ACCEPTED, Stage.IN_REVIEW},
        by=OFFICERS | SYSTEM,
        decide=start,
        act=OfficialAct.DECIDE,
        when=_may_be_reviewed,
        otherwise=_taken,
        who=automatic_if_alone,
    ),
    *HANDS,
    Decision(
        commands.RecordCheck,
        at={Stage.IN_REVIEW},
        by=OFFICERS | SYSTEM,
        decide=record_check,
        who=reviewer,
        act=OfficialAct.CHECK,
    ),
    Decision(
        commands.RecordChecks,
        at={Stage.IN_REVIEW},
        by=OFFICERS | SYSTEM,
        decide=record_checks,
        who=reviewer,
        act=OfficialAct.CHECK,
    ),
    Decision(
        commands.OverrideCheck,
        at={Stage.IN_REVIEW},
        by=LEADERS,
        decide=override_check,
        act=OfficialAct.OVERRIDE,
    ),
    Decision(
        commands.ApproveCase,
        at={Stage.IN_REVIEW},
        by=OFFICERS | SYSTEM,
        decide=approve,
        who=approver,
        act=OfficialAct.DECIDE,
    ),
    Decision(
        commands.RefuseCase,
        at={Stage.IN_REVIEW},
        by=OFFICERS,
        decide=refuse,
        who=reviewer,
        act=OfficialAct.DECIDE,
    ),
    Decision(
        commands.RevokeDeferral,
        at={Stage.COMPLETED},
        by=LEADERS,
        decide=revoke_deferral,
        act=OfficialAct.ANSWER,
        when=lambda case: case.deferred_until is not None,
    ),
)

"""What may follow a decision: reconsideration, reopening, revocation."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NoReturn

from msgspec.structs import replace

from domain.aggregate import Decision, Ref
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, entered_by, for_applicant
from domain.case.intake.payment import asked_again
from domain.case.penal import is_applied_for
from domain.case.refusals import refuse_unknown
from domain.case.remedies import commands, events
from domain.case.remedies.changes import no_longer_stands
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.remedies.refusals import NoLongerHeld
from domain.case.review.orders import undone
from domain.case.roles import LEADERS
from domain.case.stage import DECIDED, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import prefecture_deciding
from domain.circumstances import Circumstances
from domain.clocks.case import decide_by
from domain.clocks.clock import Clock
from domain.clocks.remedies import suit_after_reconsideration_by
from domain.conflict import OfficialAct
from domain.people import Role
from domain.prefectures.state import Prefecture
from domain.refusal import NotAsThingsStand
from domain.services.archetype import Archetype
from domain.services.catalogue import EVERY_SERVICE

_HOLDING: Final = frozenset({Archetype.RESERVATION, Archetype.APPOINTMENT})


def file_reconsideration(
    current: Case, command: commands.FileReconsideration, at: Circumstances
) -> Sequence[CaseEvent]:
    """An application is in time within 60 days (ARL art. 9). A late one is only recorded.

    Nobody is late for a decision whose last day was not told.
    """
    if current.under_reconsideration:
        return []
    last_day = current.reconsider_by
    if last_day is None and current.decided_on:
        last_day = at.due(Clock.RECON_APPLY, current.decided_on)
    in_time = last_day is None or at.today <= last_day
    return [events.ReconsiderationFiled(in_time=in_time, taken_in_by=entered_by(at))]


def reopen(current: Case, command: commands.ReopenCase, at: Circumstances) -> Sequence[CaseEvent]:
    """The case begins anew, with another reviewer and a new term."""
    if command.cause is ReopeningCause.RECONSIDERATION and not current.ordered_anew:
        raise NotAsThingsStand(command=type(command).__name__)
    term = at.catalogue[current.service].decide_within.on(at.today)
    anew = events.CaseReopened(
        cause=command.cause,
        accepted_on=current.accepted_on or at.today,
        decide_by=decide_by(at.today, term, at.calendar),
    )
    return [anew, *asked_again(current, anew.decide_by)]


def revoke_decision(
    current: Case, command: commands.RevokeDecision, at: Circumstances
) -> Sequence[CaseEvent]:
    """What was obtained by fraud is revoked, and a ban of three years begins (RTSR art. 103)."""
    refuse_unknown(command.codes, at.catalogue[current.service])
    return [
        events.DecisionRevoked(
            officer=at.by.person,
            codes=command.codes,
            banned_until=at.due(Clock.BAN_FRAUD),
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
        )
    ]


def record_reconsideration_decision(
    current: Case, command: commands.RecordReconsiderationDecision, at: Circumstances
) -> Sequence[CaseEvent]:
    """Whoever disagrees with it may sue within 15 days (Administrative Litigation Law art. 45).

    A decision that the organ revokes has no effect from this moment (ARL art. 28).
    """
    withdrawn = command.outcome is ReconsiderationOutcome.WITHDRAWN
    falls = no_longer_stands(current, command.outcome)
    sue_by = suit_after_reconsideration_by(at.today, judged_on=at.today, calendar=at.calendar)
    return [
        events.ReconsiderationDecided(
            outcome=command.outcome, sue_by=None if withdrawn else sue_by
        ),
        *(undone(current) if falls else ()),
    ]


def _may_begin_anew(current: Case) -> bool:
    reviewed = is_applied_for(current) and not _held_something(current)
    return reviewed and not current.under_reconsideration


def _does_not_begin_anew(current: Case) -> NoReturn:
    """Whoever was wronged applies anew, and a bar that had no ground is lifted for that."""
    if _held_something(current):
        raise NoLongerHeld(service=current.service)
    raise NotAsThingsStand(command=commands.ReopenCase.__name__)


def _held_something(current: Case) -> bool:
    """Whether the case was about a number or a place, which it has let go with its end."""
    service = EVERY_SERVICE.get(current.service)
    return service is not None and service.archetype in _HOLDING


def _window_anew(current: Case, command: commands.ReopenCase) -> Iterable[Ref[Prefecture]]:
    """What was to be collected is to be collected again."""
    return prefecture_deciding(replace(current, stage=Stage.IN_REVIEW))


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.FileReconsideration,
        at=DECIDED,
        by=APPLICANTS_OR_WINDOW,
        decide=file_reconsideration,
        who=for_applicant,
    ),
    Decision(
        commands.RecordReconsiderationDecision,
        at=DECIDED,
        by=LEADERS | {Role.HQ},
        decide=record_reconsideration_decision,
        act=OfficialAct.RECONSIDER,
        when=lambda case: case.under_reconsideration,
    ),
    Decision(
        commands.ReopenCase,
        at=DECIDED,
        by=LEADERS,
        decide=reopen,
        act=OfficialAct.ANSWER,
        when=_may_begin_anew,
        otherwise=_does_not_begin_anew,
        reads=_window_anew,
    ),
    Decision(
        commands.RevokeDecision,
        at={Stage.COMPLETED, Stage.APPROVED},
        by=LEADERS,
        decide=revoke_decision,
        when=is_applied_for,
        act=OfficialAct.ANSWER,
    ),
)

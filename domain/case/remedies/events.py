"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.vocabulary import CaseEvent


class ReconsiderationFiled(CaseEvent, frozen=True, kw_only=True):
    """``taken_in_by`` is the officer who entered it for whoever stood at his window."""

    in_time: bool
    taken_in_by: str | None = None


class ReconsiderationDecided(CaseEvent, frozen=True, kw_only=True):
    """``sue_by`` is missing if the applicant withdrew: then the first decision's day stands."""

    outcome: ReconsiderationOutcome
    sue_by: date | None = None


class CaseReopened(CaseEvent, frozen=True, kw_only=True):
    """The case begins anew. One that had not been accepted counts as accepted from this day."""

    cause: ReopeningCause
    accepted_on: date
    decide_by: date


class DecisionRevoked(CaseEvent, frozen=True, kw_only=True):
    """The decision was obtained by fraud. Its document is void, and a ban begins."""

    officer: str
    codes: tuple[str, ...]
    banned_until: date
    reconsider_by: date
    sue_by: date

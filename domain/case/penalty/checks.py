"""Which checks a penalty rests on, and what follows by itself when all of them are passed."""

from collections.abc import Iterable
from typing import Any, Final

from domain.case.penalty.commands import AskForFine, DecidePenalty, ShowFacts
from domain.case.review.answer import refuse_outdated
from domain.case.review.events import CheckResultRecorded
from domain.case.review.refusals import ChecksFailed, ChecksMissing
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand
from domain.circumstances import Circumstances
from domain.services.checks.penalty import DECISION, UNPAID
from domain.services.checks.violation import VIOLATION_KNOWN
from domain.services.service import Service

_OWN: Final = frozenset({VIOLATION_KNOWN.code, DECISION.code, UNPAID.code})
"""What no register elsewhere is asked, because the violations and decisions are on record here."""


def refuse_unless_passed(
    current: Case, told: Iterable[CheckResultRecorded], at: Circumstances
) -> None:
    """Raises what is missing or failed, with the results that are about to be recorded."""
    required = [check.code for check in at.catalogue[current.service].checks]
    known = {**current.checks, **{each.check: each.passed for each in told}}
    refuse_outdated(required, current, at)
    if missing := [code for code in required if code not in known]:
        raise ChecksMissing(checks=missing)
    if failed := [code for code in required if not known[code]]:
        raise ChecksFailed(checks=failed)


def unsaid(current: Case, service: Service[Any]) -> list[str]:
    """The checks of the register that it left open, and for which an officer answers."""
    codes = (check.code for check in service.checks)
    return [code for code in codes if code not in current.checks and code not in _OWN]


def next_by_itself(current: Case, service: Service[Any]) -> CaseCommand | None:
    """What the system does next with a penalty, if no check has anything against it."""
    if any(current.checks.get(code) is False for code in _OWN):
        return None
    of_the_register = (check.code for check in service.checks if check.code not in _OWN)
    if not all(current.checks.get(code) for code in of_the_register):
        return None
    if current.stage is Stage.SUBMITTED:
        return ShowFacts() if current.violation else AskForFine()
    if current.stage is Stage.FACTS_SHOWN and current.facts_accepted:
        return DecidePenalty()
    return None

"""Results of checks as events: one a check, whoever found it and in however many commands."""

from collections.abc import Iterable
from datetime import datetime

from domain.case.review.commands import CheckResult
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import CheckUnknown
from domain.case.state import Case
from domain.circumstances import Circumstances


def recorded(
    current: Case,
    results: Iterable[CheckResult],
    source: CheckSource,
    at: Circumstances,
    as_of: datetime | None = None,
) -> list[CheckResultRecorded]:
    """Raises :class:`CheckUnknown` for the first check that the service does not have."""
    return [
        CheckResultRecorded(
            check=known(current, each.check, at), passed=each.passed, source=source, as_of=as_of
        )
        for each in results
    ]


def known(current: Case, check: str, at: Circumstances) -> str:
    """The code of the check. Raises :class:`CheckUnknown` if the service does not have it."""
    choices = [each.code for each in at.catalogue[current.service].checks]
    if check not in choices:
        raise CheckUnknown(check=check, choices=choices)
    return check

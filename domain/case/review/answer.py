"""How long an answer of the register serves, and what rests on it."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.calendar import local_day
from domain.case.review.refusals import AnswerOutdated
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.services.service import Service

REGISTER_ANSWER: Final = Dated(
    "register_answer", Rule(timedelta(hours=24), date(2016, 1, 1), PRACTICE)
)
"""So long an outcome may rest on an answer. No law says so: a day is what a seizure may take."""


def asked_before(now: datetime) -> datetime:
    """What the register said before this instant no longer serves."""
    return now - REGISTER_ANSWER.on(local_day(now))


def is_outdated(current: Case, now: datetime) -> bool:
    """Whether the register was not asked, or too long ago, or before the case was corrected."""
    return current.consulted_at is None or current.consulted_at < asked_before(now)


def records(current: Case) -> Iterable[UUID]:
    """The streams of the records that the register was asked for and that an outcome changes."""
    return filter(None, (current.vehicle, current.licence, current.permit))


def refuse_outdated(checks: Collection[str], current: Case, at: Circumstances) -> None:
    """Raises :class:`AnswerOutdated` if any of the checks rests on an answer that is outdated."""
    if current.from_register.intersection(checks) and is_outdated(current, at.now):
        raise AnswerOutdated(as_of=current.consulted_at)


def failed_for(codes: Collection[str], current: Case, service: Service[Any]) -> list[str]:
    """The failed checks that are the reason for a refusal with these codes."""
    return [
        check.code
        for check in service.checks
        if current.checks.get(check.code) is False and set(codes).intersection(check.reasons)
    ]

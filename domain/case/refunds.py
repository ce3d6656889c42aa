"""What several ends of a case have in common: money goes back, and a decision has remedies."""

from datetime import date
from typing import Protocol

from msgspec.structs import replace

from domain.case.state import Case


class _Refunding(Protocol):
    @property
    def refund_fen(self) -> int: ...


class _Contestable(Protocol):
    @property
    def reconsider_by(self) -> date | None: ...


class _Against(Protocol):
    @property
    def officer(self) -> str: ...

    @property
    def reconsider_by(self) -> date: ...


def refunded(current: Case, event: _Refunding) -> Case:
    return replace(current, refunded_fen=current.refunded_fen + event.refund_fen)


def lapsed(current: Case, event: _Contestable) -> Case:
    """Whoever lets a time pass loses the case, but not the right to have that looked at."""
    return replace(current, reconsider_by=event.reconsider_by)


def decided_against(current: Case, event: _Against) -> Case:
    """The applicant may ask for reconsideration until the day that the event names."""
    return replace(
        current,
        reconsider_by=event.reconsider_by,
        decided_by=event.officer,
        deferred_until=None,
    )

"""A day for which a case waits, as programs are told of it."""

from datetime import date
from typing import Literal, TypedDict

from api.language import Language
from domain.case.wording import CLOCKS
from domain.clocks.clock import Clock
from domain.clocks.provisional import IN_WORKING_DAYS, is_provisional, why_provisional


class DeadlineView(TypedDict):
    """A day for which a case waits."""

    clock: Clock
    title: str
    on: date
    counts: Literal["working_days", "calendar_days"]
    provisional: bool
    note: str | None


def deadline_view(clock: str, on: date, language: Language) -> DeadlineView:
    """The clock, its last day, and in which days it counts.

    ``note`` says why a day is provisional. It is null otherwise.
    """
    provisional = is_provisional(clock, on)
    return {
        "clock": Clock(clock),
        "title": CLOCKS[clock].text(language),
        "on": on,
        "counts": "working_days" if clock in IN_WORKING_DAYS else "calendar_days",
        "provisional": provisional,
        "note": why_provisional(on).text(language) if provisional else None,
    }

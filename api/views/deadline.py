"""A day for which a case waits, as programs are told of it."""

from datetime import date
from typing import Any

from api.language import Language
from domain.case.wording import CLOCKS
from domain.clocks.provisional import IN_WORKING_DAYS, is_provisional, why_provisional


def deadline_view(clock: str, on: date, language: Language) -> dict[str, Any]:
    """The clock, its last day, and in which days it counts.

    ``note`` says why a day is provisional. It is null otherwise.
    """
    provisional = is_provisional(clock, on)
    return {
        "clock": clock,
        "title": CLOCKS[clock].text(language),
        "on": on,
        "counts": "working_days" if clock in IN_WORKING_DAYS else "calendar_days",
        "provisional": provisional,
        "note": why_provisional(on).text(language) if provisional else None,
    }
